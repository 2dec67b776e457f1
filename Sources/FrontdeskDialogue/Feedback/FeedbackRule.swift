/// When customers are asked about the service, and what a low score leads to.
public struct FeedbackRule: Sendable, Hashable, Codable {
    /// What is asked.
    public var kind: FeedbackKind
    /// How long nothing was said before, in seconds.
    public var after: Int
    /// Whether a low score brings in a human at once; otherwise the customer is asked what went wrong.
    public var lowHandsOff: Bool

    /// Makes a rule.
    public init(kind: FeedbackKind, after: Int = 600, lowHandsOff: Bool = false) {
        self.kind = kind
        self.after = after
        self.lowHandsOff = lowHandsOff
    }

    /// For so long nobody is asked again, in milliseconds: a day.
    public static let rest: Int64 = 86_400_000
}
