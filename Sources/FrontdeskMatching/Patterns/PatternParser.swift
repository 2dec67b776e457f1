/// Reads the pattern notation.
///
/// | notation | meaning |
/// |---|---|
/// | `where is my order` | these words; contractions count as their words (`where's` is `where is`) |
/// | `(track\|find my)` | one of these |
/// | `[my\|the]` | one of these or nothing |
/// | `(my order;please)` | all of these, in any order |
/// | `{city}`, `{city:from}` | an entity of this type, with a role |
/// | `<ask_for>` | a named rule |
/// | `~parcel` | the name of a set of synonyms, or any of its members |
/// | `=ur` | the word as it is typed: contractions and short forms are not expanded |
/// | `*`, `*3`, `*2-5` | any words, 0 to 8, or as many as the numbers say |
/// | `+`, `+3`, `+2-5` | any words, at least 1 |
/// | `\(` | the character itself |
///
/// Punctuation means nothing. A pattern covers the whole utterance; politeness at its ends is skipped.
public enum PatternParser {
    /// How deep brackets may nest.
    public static let nestingLimit = 20
    /// The most parts that `;` puts in any order.
    public static let permutationLimit = 4
    /// The most words that a gap may stand for.
    public static let gapLimit = 50
    /// The most words that `*` and `+` stand for without a number.
    public static let defaultGap = 8

    /// Parses one pattern.
    ///
    /// - Returns: The pattern, its words normalised as utterances are.
    /// - Throws: ``PatternError`` with the place of the first mistake.
    public static func parse(_ source: String) throws(PatternError) -> Pattern {
        var reader = PatternReader(source)
        return Pattern(source: source, root: try reader.readPattern())
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
