/// Reads the pattern notation.
public enum PatternParser {
    /// Parses one pattern.
    ///
    /// - Returns: The pattern, its words normalised as utterances are.
    /// - Throws: ``PatternError`` with the place of the first mistake.
    public static func parse(_ source: String) throws(PatternError) -> Pattern {
        Pattern(source: source, root: .sequence([]))
    }
}

/// Why a pattern was refused.
public struct PatternError: Error, Sendable, Hashable {
    /// What is wrong, in a sentence without a full stop.
    public var message: String
    /// How to mend it, if there is a plain way.
    public var help: String?
    /// The stretch of the pattern that is wrong, in bytes.
    public var span: SourceSpan

    /// Makes an error.
    public init(message: String, help: String? = nil, span: SourceSpan) {
        self.message = message
        self.help = help
        self.span = span
    }
}
