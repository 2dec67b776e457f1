import FrontdeskMatching
import Glibc

/// What customers wrote that the desk did not understand, gathered by wording.
struct UnansweredQuestions: Sendable, Hashable {
    /// How many different wordings are kept; what comes later is only counted.
    static let limit = 20_000

    struct Wording: Sendable, Hashable {
        var count: Int
        var example: String
    }

    private(set) var wordings: [String: Wording] = [:]
    private(set) var notKept = 0

    var count: Int { wordings.values.reduce(notKept) { $0 + $1.count } }

    /// Takes one more message, already masked.
    mutating func add(_ text: String) {
        let key = Tokenizer.tokenize(text).map(\.text).joined(separator: " ")
        add(Wording(count: 1, example: MaskedText.excerpt(text)), key)
    }

    mutating func merge(_ other: UnansweredQuestions) {
        for (key, wording) in other.wordings.sorted(by: { $0.key < $1.key }) { add(wording, key) }
        notKept += other.notKept
    }

    private mutating func add(_ wording: Wording, _ key: String) {
        if let known = wordings[key] {
            wordings[key] = Wording(
                count: known.count + wording.count,
                example: min(known.example, wording.example)
            )
        } else if wordings.count < Self.limit {
            wordings[key] = wording
        } else {
            notKept += wording.count
        }
    }

    /// Groups of messages that share their telling words, the largest first.
    ///
    /// - Parameter limit: How many groups to give.
    func groups(limit: Int) -> [QuestionGroup] {
        var grouping = QuestionGrouping(wordings)
        return grouping.groups().prefix(limit).map { $0 }
    }
}

/// Messages that nobody answered and that seem to ask for the same.
public struct QuestionGroup: Sendable, Hashable, Codable {
    /// How many messages.
    public var count: Int
    /// The words that most of them share.
    public var words: [String]
    /// Some of them, the most frequent first, masked.
    public var examples: [String]
}
