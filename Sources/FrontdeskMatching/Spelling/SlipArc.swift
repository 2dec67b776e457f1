/// One way to read a word, or two words at once.
struct SlipArc {
    private enum Reading {
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

    /// What it changes, by place.
    func corrections(at place: Int, _ tokens: [Token], _ spelling: SpellingIndex) -> [Correction] {
        func text(_ letters: ArraySlice<UInt8>) -> String { String(decoding: letters, as: UTF8.self) }
        let typed = tokens[place].text
        switch reading {
        case .same: return []
        case .word(let number): return [Correction(token: place, typed: typed, read: spelling.words[number])]
        case .split(let end, let start):
            let letters = Array(typed.utf8)
            let read = text(letters[..<end]) + " " + text(letters[start...])
            return [Correction(token: place, typed: typed, read: read)]
        case .shifted(let end):
            let other = tokens[place + 1].text
            let letters = Array(typed.utf8) + Array(other.utf8)
            return [
                Correction(token: place, typed: typed, read: text(letters[..<end])),
                Correction(token: place + 1, typed: other, read: text(letters[end...])),
            ]
        }
    }
}
