/// Something that an action of another system wants said.
///
/// It is shown as plain text: what looks like a template or markup in it is neither.
public struct ActionMessage: Sendable, Hashable, Codable {
    /// What is said.
    public var text: String
    /// What can be picked in answer.
    public var choices: [Choice]
    /// The address of a picture.
    public var image: String?

    /// Makes a message.
    public init(text: String, choices: [Choice] = [], image: String? = nil) {
        self.text = text
        self.choices = choices
        self.image = image
    }
}
