/// When a customer is told that an action takes a while.
public struct Patience: Sendable, Hashable, Codable {
    /// How long the action may take before that, in milliseconds.
    public var limit: Int
    /// What is said; nil: the desk's own words.
    public var notice: Response?

    /// Makes a rule.
    public init(limit: Int, notice: Response? = nil) {
        self.limit = limit
        self.notice = notice
    }
}
