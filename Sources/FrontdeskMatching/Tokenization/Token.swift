/// One word of an utterance, as the matcher sees it.
public struct Token: Sendable, Hashable, Codable {
    /// The normalised word: folded, lower case, contractions expanded (`where's` gives `where` and `is`).
    public var text: String
    /// Where the word stands in the original utterance; words of one contraction share a span.
    public var span: SourceSpan

    /// Makes a token.
    public init(_ text: String, _ span: SourceSpan) {
        self.text = text
        self.span = span
    }
}
