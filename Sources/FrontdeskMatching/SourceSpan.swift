/// A half-open range of UTF-8 byte offsets in the text a person wrote.
public struct SourceSpan: Sendable, Hashable, Codable {
    /// The offset of the first byte, from 0.
    public var start: Int
    /// The offset behind the last byte; never below `start`.
    public var end: Int

    /// Makes a span from its two byte offsets.
    public init(_ start: Int, _ end: Int) {
        precondition(start <= end, "a span cannot end before it starts")
        self.start = start
        self.end = end
    }

    /// Whether the two spans share at least one byte.
    public func overlaps(_ other: SourceSpan) -> Bool {
        start < other.end && other.start < end
    }

    /// Whether all of another span lies in this one.
    public func contains(_ other: SourceSpan) -> Bool {
        start <= other.start && other.end <= end
    }
}
