/// English contractions and chat spellings, and the words they stand for.
///
/// Patterns and utterances are expanded alike, so an ambiguous form (`its`) does no harm as long as it always
/// means the same. Forms that are common words by themselves (`well`, `were`, `id`, `ill`) stay.
enum Contractions {
    /// Words written without an apostrophe that stand for others.
    static let shortForms: WordTable<[String]> = {
        var forms: [String: [String]] = [:]
        for line in table.split(separator: "\n") {
            let words = line.split(separator: " ").map(String.init)
            if let key = words.first { forms[key] = Array(words.dropFirst()) }
        }
        for verb in negatedVerbs { forms["\(verb)nt"] = [verb, "not"] }
        return WordTable(forms)
    }()

    /// The words behind an apostrophe form, or nil when the apostrophe is no contraction.
    ///
    /// - Parameters:
    ///   - word: What stands before the apostrophe, folded.
    ///   - suffix: What stands behind it.
    static func expand(_ word: String, suffix: String) -> (first: String, second: String?)? {
        switch suffix {
        case "s":
            if word == "let" { return ("let", "us") }
            return (word, subjects.contains(word) ? "is" : nil)
        case "re": return (word, "are")
        case "ve": return (word, "have")
        case "ll": return (word, "will")
        case "d": return (word, "would")
        case "m": return (word, "am")
        case "t":
            guard word.utf8.last == UInt8(ascii: "n") else { return nil }
            switch word {
            case "won": return ("will", "not")
            case "can": return ("can", "not")
            case "shan": return ("shall", "not")
            case "ain": return ("is", "not")
            default: return word.utf8.count > 1 ? (String(word.dropLast()), "not") : nil
            }
        case "all" where word == "y": return ("you", "all")
        default: return nil
        }
    }

    /// Words after which `'s` means "is"; after any other it marks a possessive.
    private static let subjects: WordTable<Void> = [
        "what", "who", "where", "when", "why", "how", "which", "it", "that", "there", "here", "he", "she",
        "this",
        "everything", "something", "nothing", "anything", "someone", "everyone", "nobody",
    ]

    private static let negatedVerbs = [
        "do", "does", "did", "is", "are", "was", "were", "has", "have", "had", "could", "should", "would",
        "must",
        "need",
    ]

    private static let table = """
        aint is not
        cannot can not
        cant can not
        wont will not
        shant shall not
        im i am
        ive i have
        youre you are
        youve you have
        youll you will
        theyre they are
        theyve they have
        theyll they will
        weve we have
        its it is
        itll it will
        thats that is
        theres there is
        heres here is
        whats what is
        wheres where is
        whos who is
        whens when is
        whys why is
        hows how is
        lets let us
        yall you all
        gonna going to
        wanna want to
        gotta got to
        hafta have to
        gimme give me
        lemme let me
        kinda kind of
        sorta sort of
        outta out of
        dunno do not know
        u you
        ur your
        pls please
        plz please
        plse please
        thx thanks
        thnx thanks
        tnx thanks
        thanx thanks
        cuz because
        coz because
        tmrw tomorrow
        tmr tomorrow
        asap as soon as possible
        """
}
