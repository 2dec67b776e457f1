/// Finds the name by which customers introduce themselves.
///
/// | words | condition |
/// |---|---|
/// | `my name is …`, `name: …`, `call me …` | any letters |
/// | `I'm …`, `I am …` | only words that begin with a capital |
/// | `this is … speaking` (or `here`, `calling`) | any letters |
///
/// A name has at most four words and ends before a common word, a digit or punctuation. Its capitals stay; a name all in
/// small letters gets them.
enum PersonNameRecognizer {
    private static let longestName = 4

    static func recognize(_ words: UtteranceWords, into readings: inout [EntityReading]) {
        for index in 0..<words.count {
            guard let tokens = name(words, at: index) else { continue }
            readings.append(reading(words, tokens))
        }
    }

    /// What a word can wake, a name left out where the words beside it introduce none.
    @inline(__always)
    static func confirmed(_ hint: EntityHints, _ tokens: [Token], at index: Int) -> EntityHints {
        guard hint.contains(.personName) else { return hint }
        let isIntroduction =
            switch tokens[index].text {
            case "this": index + 1 < tokens.count && tokens[index + 1].text == "is"
            case "call": index + 1 < tokens.count && tokens[index + 1].text == "me"
            case "am": index > 0 && tokens[index - 1].text == "i"
            default: true
            }
        return isIntroduction ? hint : hint.subtracting(.personName)
    }

    /// The reading of a name that stands at some words.
    static func reading(_ words: UtteranceWords, _ tokens: Range<Int>) -> EntityReading {
        let bytes = words.span(of: tokens)
        return EntityReading(
            .personName,
            .personName,
            tokens: tokens,
            bytes: bytes,
            value: .text(capitalized(words.originalText(bytes)))
        )
    }

    /// The name behind an introduction that begins at a word.
    private static func name(_ words: UtteranceWords, at index: Int) -> Range<Int>? {
        switch words[index] {
        case "name":
            if words.gap(after: index).first == UInt8(ascii: ":") {
                return names(words, from: index + 1, mustBeCapital: false)
            }
            guard words[index - 1] == "my", words.isSpaced(index) else { return nil }
            let saysIs = words[index + 1] == "is"
            let isShort = words.tokens[index].span.end - words.tokens[index].span.start > 4
            return names(words, from: index + (saysIs ? 2 : 1), mustBeCapital: !saysIs && !isShort)
        case "am" where words[index - 1] == "i":
            return names(words, from: index + 1, mustBeCapital: true)
        case "call" where words[index + 1] == "me" && words.isSpaced(index) && words.isSpaced(index + 1):
            let tokens = names(words, from: index + 2, mustBeCapital: false)
            return tokens.flatMap { notAName.contains(words[$0.lowerBound]) ? nil : $0 }
        case "this" where words[index + 1] == "is":
            guard let tokens = names(words, from: index + 2, mustBeCapital: false),
                words.isSpaced(tokens.upperBound - 1),
                ["speaking", "here", "calling"].contains(words[tokens.upperBound])
            else { return nil }
            return tokens
        default:
            return nil
        }
    }

    /// The words of a name that begins at a word.
    static func names(_ words: UtteranceWords, from start: Int, mustBeCapital: Bool) -> Range<Int>? {
        guard start < words.count else { return nil }
        var end = start
        let isCapital = self.isCapital(words, start)
        guard isCapital || !mustBeCapital, !mustBeCapital || !isShouting(words) else { return nil }
        while end < words.count, end - start < longestName, end == start || isTied(words, end - 1) {
            let word = words[end]
            guard !stops.contains(word), !SpanishNames.stops.contains(word),
                word.utf8.allSatisfy({ !ByteSet.digits.contains($0) })
            else { break }
            // Two words of one contraction are no name.
            if end + 1 < words.count, words.ranges[end] == words.ranges[end + 1] { break }
            if isCapital, !self.isCapital(words, end), !particles.contains(word) { break }
            if mustBeCapital, isAllCapital(words, end), !particles.contains(word) { break }
            end += 1
        }
        while end > start, particles.contains(words[end - 1]) { end -= 1 }
        return end > start && words.span(of: start..<end).count > 1 ? start..<end : nil
    }

    /// Whether a name may go on: a space, a hyphen, or the point of an initial (`J. Smith`).
    private static func isTied(_ words: UtteranceWords, _ index: Int) -> Bool {
        words.isConnected(index)
            || words[index].unicodeScalars.count == 1 && words.gap(after: index).elementsEqual(". ".utf8)
    }

    // MARK: Capitals

    private static func isCapital(_ words: UtteranceWords, _ index: Int) -> Bool {
        words.originalText(words.ranges[index]).first?.isUppercase == true
    }

    private static func isAllCapital(_ words: UtteranceWords, _ index: Int) -> Bool {
        let text = words.originalText(words.ranges[index])
        return text.count > 1 && !text.contains(where: \.isLowercase)
    }

    /// Whether the utterance is all capitals, which then say nothing about names.
    private static func isShouting(_ words: UtteranceWords) -> Bool {
        !words.text.original.contains(where: \.isLowercase)
    }

    /// The name with single spaces, and with capitals when it has none.
    private static func capitalized(_ name: String) -> String {
        let isPlain = !name.contains(where: \.isUppercase)
        var result = ""
        result.reserveCapacity(name.utf8.count)
        var rest = name[...].drop(while: \.isWhitespace)
        while !rest.isEmpty {
            let word = rest.prefix { !$0.isWhitespace }
            rest = rest[word.endIndex...].drop(while: \.isWhitespace)
            if !result.isEmpty { result.append(" ") }
            if isPlain, !(word.utf8.count <= 5 && particles.contains(String(word))) {
                appendCapitalized(word, to: &result)
            } else {
                result.append(contentsOf: word)
            }
        }
        return result
    }

    /// Appends a word, each part between hyphens with a capital.
    private static func appendCapitalized(_ word: Substring, to result: inout String) {
        var isFirst = true
        var isStart = true
        for letter in word {
            guard letter != "-" else {
                isStart = true
                continue
            }
            if isStart {
                if !isFirst { result.append("-") }
                result.append(letter.uppercased())
            } else {
                result.append(letter)
            }
            (isFirst, isStart) = (false, false)
        }
    }

    // MARK: Words

    /// Small words inside of names: `Ludwig van Beethoven`.
    private static let particles: Set<String> = [
        "van", "von", "der", "den", "de", "del", "della", "di", "da", "dos", "la", "le", "bin", "ibn", "al",
        "st", "ter",
        "zu", "y",
    ]

    /// Where a name ends, or what shows that there is none.
    private static let stops: Set<String> = Set(
        """
        and but from with or so the a an is am are was were to for not no on in at of i me my mine you your we our it its
        he she they who what where when why how which that this these those there here have has had do does did can
        could will would should must may might need want please thanks thank hi hello hey speaking calling by as if
        because just still also already very really only about order orders parcel package email mail phone number
        address account customer name wrong spelled misspelled spelt incorrect correct missing different listed
        pronounced registered changed now today tomorrow yesterday yes ok okay sorry sir madam looking trying
        """.split { $0 == " " || $0 == "\n" }.map(String.init)
    )

    /// What follows "call me" when no name does.
    private static let notAName: Set<String> = [
        "back", "later", "again", "soon", "asap", "maybe", "tonight", "before", "after", "when", "whenever",
        "anytime",
        "crazy", "mad", "old", "up", "out", "every", "once", "next", "monday", "tuesday", "wednesday",
        "thursday",
        "friday", "saturday", "sunday", "first", "immediately", "right", "tmrw", "around", "between",
        "during", "directly",
        "instead", "any", "something", "anything", "whatever", "under", "until", "noon",
    ]
}
