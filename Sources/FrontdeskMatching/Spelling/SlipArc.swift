/// One way to read a word, or two words at once.
struct SlipArc: Sendable {
    private enum Reading: Sendable {
        case same
        case word(Int)
        case split(end: Int, start: Int)
        case shifted(end: Int)
    }

    private let reading: Reading
    /// How many words it takes.
    let width: Int
    /// What they are read as.
    let first: WordContext.Word
    let second: WordContext.Word?
    /// The logarithm of the probability of the slips, or that an unknown word is one that training didn't see.
    let score: Double

    /// How probable a word of the language is among those that training didn't see.
    static let novelWord = -8.0
    /// How probable a string is there that is no word of the language: a name, or a code.
    static let noWord = -18.0
    /// The same of up to three letters: initials and short names are many.
    static let noShortWord = -13.0
    /// What one slip inside a word costs.
    static let slip = 5.0
    /// What a space costs that was left out, that another key was hit for, and that slipped by a letter.
    static let join = 5.0
    static let lostSpace = 7.0
    static let shift = 6.0

    /// The logarithm of the probability that a word which training didn't see is just this one.
    static func novelty(isOfLanguage: Bool, length: Int) -> Double {
        isOfLanguage ? novelWord : length <= 3 ? noShortWord : noWord
    }

    static func same(_ word: WordContext.Word, score: Double) -> SlipArc {
        SlipArc(reading: .same, width: 1, first: word, second: nil, score: score)
    }

    static func word(_ number: Int, _ word: WordContext.Word, cost: Double) -> SlipArc {
        SlipArc(reading: .word(number), width: 1, first: word, second: nil, score: -slip * cost)
    }

    static func split(_ first: WordContext.Word, _ second: WordContext.Word, end: Int, start: Int) -> SlipArc
    {
        let score = end == start ? -join : -lostSpace
        return SlipArc(
            reading: .split(end: end, start: start),
            width: 1,
            first: first,
            second: second,
            score: score
        )
    }

    static func shifted(_ first: WordContext.Word, _ second: WordContext.Word, end: Int) -> SlipArc {
        SlipArc(reading: .shifted(end: end), width: 2, first: first, second: second, score: -shift)
    }

    /// Appends what it changes, the later place first.
    func appendCorrections(
        at place: Int,
        _ tokens: [Token],
        _ spelling: SpellingIndex,
        to corrections: inout [Correction]
    ) {
        let typed = tokens[place].text
        switch reading {
        case .same: return
        case .word(let number):
            corrections.append(Correction(token: place, typed: typed, read: spelling.words[number]))
        case .split(let end, let start):
            let read = String(unsafeUninitializedCapacity: end + 1 + typed.utf8.count - start) { target in
                var next = 0
                for (index, letter) in typed.utf8.enumerated() where index < end || index >= start {
                    if index == start {
                        target.initializeElement(at: next, to: UInt8(ascii: " "))
                        next += 1
                    }
                    target.initializeElement(at: next, to: letter)
                    next += 1
                }
                return next
            }
            corrections.append(Correction(token: place, typed: typed, read: read))
        case .shifted(let end):
            let other = tokens[place + 1].text
            let count = typed.utf8.count + other.utf8.count
            let first = Self.part(0..<end, of: typed, other)
            let second = Self.part(end..<count, of: typed, other)
            corrections.append(Correction(token: place + 1, typed: other, read: second))
            corrections.append(Correction(token: place, typed: typed, read: first))
        }
    }

    /// A stretch of two words' letters behind one another.
    private static func part(_ range: Range<Int>, of left: String, _ right: String) -> String {
        String(unsafeUninitializedCapacity: range.count) { target in
            var (index, next) = (0, 0)
            func take(_ word: String) {
                for letter in word.utf8 {
                    if range.contains(index) {
                        target.initializeElement(at: next, to: letter)
                        next += 1
                    }
                    index += 1
                }
            }
            take(left)
            take(right)
            return next
        }
    }
}
