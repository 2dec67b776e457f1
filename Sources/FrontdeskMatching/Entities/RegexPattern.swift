/// A regular expression in the documented subset that runs in linear time and never backtracks.
public struct RegexPattern: Sendable, Hashable, Codable {
    /// The expression as its author wrote it.
    public let source: String

    /// Wraps an expression; ``RegexPattern`` gains its checks and its automaton in its own file.
    public init(_ source: String) throws(RegexError) {
        self.source = source
    }
}

/// Why a regular expression was refused.
public struct RegexError: Error, Sendable, Hashable {
    /// What is wrong, in a sentence without a full stop.
    public var message: String
    /// The byte offset in the expression.
    public var offset: Int
}
