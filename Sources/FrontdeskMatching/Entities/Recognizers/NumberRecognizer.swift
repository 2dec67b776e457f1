/// A cardinal number and where it stands.
struct NumberReading {
    var value: Double
    var tokens: Range<Int>
    var bytes: Range<Int>

    var reading: EntityReading {
        EntityReading(.number, .number, tokens: tokens, bytes: bytes, value: .number(value))
    }

    /// The value when it is a whole number of a sensible size.
    var whole: Int? {
        guard value >= 0, value < 1_000_000 else { return nil }
        let whole = Int(value)
        return Double(whole) == value ? whole : nil
    }
}

/// Finds cardinal numbers in digits and in words.
///
/// `1,234.50`, `1.234,50`, `5,5`, `10k`, `5 thousand`, `twenty-five`, `a hundred and two`, `a dozen`, `a couple`. A comma or
/// point before exactly three digits parts thousands when it is a comma, and decimals when it is a point (unless a
/// decimal comma follows). What is part of a code (`A-10021`, `24/7`, `10:30`, `1.2.3`) is no number, nor is the "one" of
/// `the blue one`.
enum NumberRecognizer {
    /// Longer runs of digits are identifiers.
    private static let longestRun = 15

    /// Appends the numbers of an utterance by place.
    static func find(in words: UtteranceWords, into numbers: inout [NumberReading]) {
        var reach = 0
        for index in words.starts where index >= reach {
            if words[index].beginsWithDigit {
                reach = readDigits(words, from: index, into: &numbers)
            } else if let number = SpelledNumber(words, from: index) {
                if isMeant(number, words, from: index) {
                    let tokens = index..<number.end
                    numbers.append(
                        NumberReading(value: number.value, tokens: tokens, bytes: words.span(of: tokens))
                    )
                }
                reach = number.end
            }
        }
    }

    // MARK: Digits

    /// Reads one chain of digits joined by signs; returns where to go on.
    private static func readDigits(
        _ words: UtteranceWords,
        from start: Int,
        into numbers: inout [NumberReading]
    ) -> Int {
        var end = start + 1
        while end < words.count, words[end].beginsWithDigit, isChain(words, end - 1) {
            end += 1
        }
        let chain = start..<end
        let before = words.ranges[start].lowerBound
        guard !isCode(words, chain) else { return end }
        if chain.count == 2, words.isJoined(start, by: "-") {
            appendRange(words, chain, into: &numbers)
            return end
        }
        guard let value = value(words, chain) else { return end }
        var bytes = words.span(of: chain)
        var tokens = chain
        var signed = value
        if words.byte(before: before) == UInt8(ascii: "-"),
            words.byte(before: before - 1) == UInt8(ascii: " ")
        {
            signed = -value
            bytes = bytes.lowerBound - 1..<bytes.upperBound
        }
        while words.isSpaced(tokens.upperBound - 1), let factor = scale(words[tokens.upperBound]) {
            signed *= factor
            tokens = tokens.lowerBound..<tokens.upperBound + 1
            bytes = bytes.lowerBound..<words.ranges[tokens.upperBound - 1].upperBound
        }
        numbers.append(NumberReading(value: signed, tokens: tokens, bytes: bytes))
        return tokens.upperBound
    }

    private static func isChain(_ words: UtteranceWords, _ index: Int) -> Bool {
        [",", ".", "-", ":", "/"].contains { words.isJoined(index, by: $0) }
    }

    /// Whether the chain hangs on the word in front of it, as in `A-10021`.
    private static func isCode(_ words: UtteranceWords, _ chain: Range<Int>) -> Bool {
        let start = words.ranges[chain.lowerBound].lowerBound
        guard ".-/_:@".utf8.contains(words.byte(before: start)) else { return false }
        return chain.lowerBound > 0 && words.ranges[chain.lowerBound - 1].upperBound == start - 1
    }

    /// `10-20` is two numbers; longer parts or more of them are a code.
    private static func appendRange(
        _ words: UtteranceWords,
        _ chain: Range<Int>,
        into numbers: inout [NumberReading]
    ) {
        guard chain.allSatisfy({ words[$0].isDigits && words[$0].utf8.count <= 3 }) else { return }
        for index in chain {
            guard let value = Double(words[index]) else { continue }
            numbers.append(
                NumberReading(value: value, tokens: index..<index + 1, bytes: words.ranges[index])
            )
        }
    }

    /// The value of groups of digits with signs between them; the last one may end in a k.
    private static func value(_ words: UtteranceWords, _ chain: Range<Int>) -> Double? {
        let last = words[chain.upperBound - 1].utf8
        let isThousands = last.last == UInt8(ascii: "k") && last.count > 1
        var digits = 0
        var count = 0
        for index in chain {
            for byte in words[index].utf8 {
                if isThousands, index == chain.upperBound - 1, byte == UInt8(ascii: "k") { break }
                guard byte.isDigit, count < longestRun else { return nil }
                digits = digits * 10 + Int(byte - UInt8(ascii: "0"))
                count += 1
            }
        }
        // The break above may have come before the last letter.
        let lastCount = last.count - (isThousands ? 1 : 0)
        guard last.prefix(lastCount).allSatisfy(\.isDigit),
            let decimals = decimals(words, chain, lastCount: lastCount)
        else { return nil }
        // Both are whole numbers below 2^53, so that the quotient is the nearest number there is.
        return Double(digits) / powersOfTen[decimals] * (isThousands ? 1000 : 1)
    }

    private static let powersOfTen: [Double] = {
        var powers = [1.0]
        for _ in 0..<longestRun { powers.append((powers.last ?? 1) * 10) }
        return powers
    }()

    /// How many digits stand behind the decimal sign; nil when the groups are those of no number.
    ///
    /// - Parameter lastCount: How many digits the last group has.
    private static func decimals(_ words: UtteranceWords, _ chain: Range<Int>, lastCount: Int) -> Int? {
        let (comma, point) = (UInt8(ascii: ","), UInt8(ascii: "."))
        func count(_ index: Int) -> Int {
            index == chain.upperBound - 1 ? lastCount : words[index].utf8.count
        }
        func sign(_ index: Int) -> UInt8 { words.gap(after: index).first ?? 0 }
        let signs = chain.dropLast()
        guard signs.allSatisfy({ sign($0) == comma || sign($0) == point }) else { return nil }
        guard let first = signs.first else { return 0 }
        let groupsOfThree = chain.dropFirst().allSatisfy { count($0) == 3 } && count(first) <= 3
        if signs.count == 1 {
            if sign(first) == point { return lastCount }
            return groupsOfThree ? 0 : lastCount <= 2 ? lastCount : nil
        }
        if groupsOfThree, signs.allSatisfy({ sign($0) == sign(first) }) { return 0 }
        let thousands = chain.dropLast()
        guard sign(signs.upperBound - 1) != sign(first),
            signs.dropLast().allSatisfy({ sign($0) == sign(first) }),
            count(first) <= 3, thousands.dropFirst().allSatisfy({ count($0) == 3 })
        else { return nil }
        return lastCount
    }

    private static func scale(_ word: String) -> Double? {
        switch NumberWord.table[word] {
        case .hundred: 100
        case .scale(let value): value
        case .dozen: 12
        default: nil
        }
    }

    // MARK: Words

    /// Whether a spelled number counts things; a bare "one" may stand for a thing instead.
    private static func isMeant(_ number: SpelledNumber, _ words: UtteranceWords, from start: Int) -> Bool {
        guard number.end == start + 1, words[start] == "one" else { return true }
        let before = words[start - 1]
        if pronounLeads.contains(before) { return false }
        let next = words.endsClause(start) ? "" : words[start + 1]
        if start == 0 || countLeads.contains(before) { return !pronounFollowers.contains(next) }
        return !next.isEmpty && !pronounFollowers.contains(next) && !functionWords.contains(next)
            && !pronounLeads.contains(words[start - 2])
    }

    private static let pronounLeads: WordTable<Void> = [
        "that", "this", "the", "which", "any", "some", "no", "each", "every", "another", "other", "new",
        "last",
        "first", "second", "third", "next", "my", "your", "a", "right", "wrong", "what",
    ]
    private static let countLeads: WordTable<Void> = [
        "just", "only", "need", "want", "have", "had", "has", "order", "ordered", "buy", "bought", "get",
        "got", "for",
        "take", "add", "make", "number", "option", "exactly", "least", "most", "about", "than", "or", "and",
        "to",
        "quantity", "send", "received", "like",
    ]
    private static let pronounFollowers: WordTable<Void> = ["of", "that", "which", "who", "another", "with"]
    private static let functionWords: WordTable<Void> = [
        "is", "was", "has", "are", "and", "or", "but", "please", "i", "in", "on", "for", "to", "from", "you",
        "we",
        "they", "it", "not", "does", "did", "do", "can", "will", "would", "could", "at", "as", "so", "too",
        "instead",
    ]
}
