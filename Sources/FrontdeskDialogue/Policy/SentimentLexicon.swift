import FrontdeskMatching

/// English words by how they sound, as the tokeniser writes them, and the signs of all languages.
enum SentimentLexicon {
    typealias Entry = SentimentWords.Entry

    /// All of them.
    static let english = SentimentWords(
        words: words,
        phrases: phrases,
        negations: negations,
        degrees: degrees
    )

    /// Words by weight; 1 would be all that words can say.
    static let words: [String: Entry] = {
        var words: [String: Entry] = [:]
        func add(_ weight: Double, isMishap: Bool = false, _ list: String) {
            for word in list.split(separator: " ") {
                words[String(word)] = Entry(weight: weight, isMishap: isMishap)
            }
        }
        add(-0.75, "furious livid enraged fuming scammers fuck fucking fucked bullshit")
        add(
            -0.65,
            "angry outraged outrageous disgusted disgusting disgraceful scam fraud thieves crooks hate hated"
        )
        add(
            -0.65,
            "pissed shit shitty damn crap bastards idiots incompetent appalling abysmal atrocious despise"
        )
        add(
            -0.55,
            "useless terrible awful horrible pathetic ridiculous rubbish garbage unacceptable worst worthless"
        )
        add(
            -0.5,
            "infuriating shameful stupid idiot idiotic moron dumb liars lies lied insulting insult sucks nonsense"
        )
        add(-0.5, "dreadful atrocity joke laughable inexcusable hopeless clueless rude trash mad")
        add(
            -0.4,
            "frustrated frustrating annoyed annoying upset disappointed disappointing irritated irritating unhappy"
        )
        add(
            -0.4,
            "dissatisfied poor miserable shame nightmare disaster fail complain complaint ignored unprofessional"
        )
        add(-0.4, "ruined stressful unbelievable wasted hell")
        add(
            -0.25,
            "bad sad tired bored sick worried confusing confused slow unhelpful unfair mess waste unclear"
        )
        add(
            -0.2,
            isMishap: true,
            "late delayed delay lost missing broken damaged faulty defective wrong stuck cracked"
        )
        add(-0.2, isMishap: true, "overcharged torn leaking scratched incomplete stolen smashed")
        add(
            -0.12,
            isMishap: true,
            "problem problems issue issues error errors incorrect failed trouble still ages"
        )
        add(
            0.7,
            "amazing awesome fantastic excellent brilliant wonderful superb perfect outstanding delighted"
        )
        add(0.5, "love loved great happy pleased glad impressed lovely best")
        add(
            0.4,
            "thank thanks thankyou cheers good nice helpful appreciate appreciated grateful kind cool super"
        )
        add(0.2, "ok okay fine sorted solved resolved welcome")
        return words
    }()

    /// Phrases of several words.
    private static let phrases: [(String, Double)] = [
        ("waste of time", -0.6), ("fed up", -0.6), ("sick of", -0.6), ("sick and tired", -0.7),
        ("tired of", -0.4), ("had enough", -0.55), ("rip off", -0.6), ("ripped off", -0.6),
        ("let down", -0.45),
        ("thanks for nothing", -0.7), ("never again", -0.55), ("last straw", -0.6), ("give up", -0.35),
        ("not good enough", -0.5), ("what the hell", -0.5), ("no use", -0.4), ("of no help", -0.5),
        ("no help", -0.5), ("fuck you", -0.9), ("fuck off", -0.9), ("shut up", -0.6),
        ("go to hell", -0.8),
        ("how dare you", -0.65), ("report you", -0.5), ("sue you", -0.6), ("no problem", 0.2),
        ("no worries", 0.2),
        ("well done", 0.6), ("good job", 0.5), ("not acceptable", -0.5), ("makes me sick", -0.6),
        ("worse than", -0.35), ("getting worse", -0.4), ("do not care", -0.4), ("wtf", -0.55),
        ("ffs", -0.55),
    ]

    /// Turn what follows within three words.
    static let negations: Set<String> = [
        "not", "never", "no", "without", "hardly", "cannot", "nobody", "nothing", "neither", "nor", "barely",
        "isnt",
        "dont", "wasnt", "arent", "cant",
    ]

    /// Change the weight of the next word.
    static let degrees: [String: Double] = [
        "very": 1.3, "so": 1.2, "really": 1.25, "extremely": 1.5, "absolutely": 1.4, "totally": 1.3,
        "completely": 1.3, "utterly": 1.5, "incredibly": 1.4, "fucking": 1.4, "bloody": 1.4, "too": 1.1,
        "such": 1.1,
        "quite": 0.9, "rather": 0.85, "slightly": 0.5, "bit": 0.5, "somewhat": 0.6, "little": 0.6,
        "kinda": 0.6,
    ]

    static let pictures: [Unicode.Scalar: Double] = [
        "😡": -0.65, "🤬": -0.75, "😠": -0.6, "👿": -0.6, "💩": -0.5, "🖕": -0.85, "😤": -0.45, "👎": -0.45,
        "🙄": -0.4, "😒": -0.4, "😞": -0.35, "😢": -0.35, "😭": -0.35, "😩": -0.4, "☹": -0.35, "🙁": -0.3, "😕": -0.2,
        "🙂": 0.35, "😊": 0.45, "😀": 0.45, "😃": 0.45, "😄": 0.45, "😁": 0.45, "❤": 0.5, "😍": 0.6, "👍": 0.4,
        "🙏": 0.3, "🎉": 0.5, "👏": 0.45, "💯": 0.5,
    ]

    static let emoticons: [(String, Double)] = [
        (":-(", -0.3), (":(", -0.3), (":'(", -0.35), (":-)", 0.35), (":)", 0.35),
    ]
}
