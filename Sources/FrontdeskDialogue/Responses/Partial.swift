/// A text that is written once and said in many places.
public struct Partial: Sendable, Hashable, Codable {
    /// The name that `{{>name}}` says it by.
    public var name: String
    /// What is said; of several wordings the first.
    public var response: Response

    /// Makes a partial.
    public init(name: String, response: Response) {
        self.name = name
        self.response = response
    }
}
