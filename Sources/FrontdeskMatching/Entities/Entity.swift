/// A typed value found in an utterance.
public struct Entity: Sendable, Hashable, Codable {
    /// The entity type's name, as declared in an intent file or built in (`number`, `date`, `email` …).
    public var type: String
    /// The role a pattern or an annotation gave it (`{city:from}`), if any.
    public var role: String?
    /// Where it stands in the original utterance.
    public var span: SourceSpan
    /// The tokens it covers, as indices into ``MatchResult/tokens``.
    public var tokens: Range<Int>
    /// The words as the customer wrote them.
    public var text: String
    /// What they mean.
    public var value: EntityValue

    /// Makes an entity.
    public init(
        type: String,
        role: String? = nil,
        span: SourceSpan,
        tokens: Range<Int>,
        text: String,
        value: EntityValue
    ) {
        self.type = type
        self.role = role
        self.span = span
        self.tokens = tokens
        self.text = text
        self.value = value
    }
}
