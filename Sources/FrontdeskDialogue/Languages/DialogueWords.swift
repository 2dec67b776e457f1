import FrontdeskMatching

/// The words of a language that tell how an answer is meant, folded as the tokenizer writes them.
struct DialogueWords: Sendable {
    /// Words that begin a yes or a no with more behind it.
    var yes: Set<String>
    var no: Set<String>
    /// Words that contradict a "no" before them.
    var assent: Set<String>
    /// Words that set a condition, ask back or put off.
    var hesitation: Set<String>
    /// Words that begin something undecided.
    var perhaps: Set<String>
    /// Words that put something off.
    var later: Set<String>
    /// How somebody begins who has not decided: "no idea".
    var undecided: [String]
    /// How somebody says that something is wrong: "the address is not right".
    var wrong: [String]
    /// Words of courtesy that may stand before a yes or a no, with those that join them.
    var thanks: Set<String>
    /// Words with which a question begins that is no answer.
    var inverted: Set<String>
    /// Words that take something back.
    var correction: Set<String>
    /// Words between two values, the second of which is meant: "A-10022, sorry, I mean A-10025".
    var repair: Set<String>
    /// Words around the position of a choice: "the second one, please".
    var position: Set<String>
    /// Words that tell no choice from another.
    var empty: Set<String>

    /// The words of a language.
    static func of(_ language: Language) -> Shared<DialogueWords> {
        switch language {
        case .english: sharedEnglish
        case .spanish: sharedSpanish
        }
    }

    /// Whether a message says nothing but that its writer has not decided: "no idea, sorry".
    func isUndecided(_ tokens: [Token]) -> Bool {
        guard (1...6).contains(tokens.count) else { return false }
        let text = tokens.map(\.text).joined(separator: " ")
        return undecided.contains { phrase in
            text.hasPrefix(phrase) && tokens.count <= phrase.utf8.count { $0 == 0x20 } + 2
        }
    }

    /// Whether a few words say that something is wrong.
    func isWrong(_ tokens: [Token]) -> Bool {
        guard (2...10).contains(tokens.count) else { return false }
        let text = " \(tokens.map(\.text).joined(separator: " ")) "
        return wrong.contains { text.contains(" \($0) ") }
    }

    private static let sharedEnglish = Shared(wrappedValue: english)
    private static let sharedSpanish = Shared(wrappedValue: spanish)

    static func set(_ text: String) -> Set<String> {
        Set(text.split { $0 == " " || $0 == "\n" }.map(String.init))
    }
}
