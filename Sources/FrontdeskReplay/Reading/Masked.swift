import FrontdeskDialogue

/// What stands for what was masked before it was stored.
enum Masked {
    /// A card number that is nobody's, with a right check digit, and a password.
    private static let card = "4111 1111 1111 1111"
    private static let password = "Tr0ub4dor-3"

    /// The text with something in each masked place that is masked in the same way again; the text itself where that
    /// cannot be.
    static func unmasked(_ text: String, _ kinds: [Redaction.Kind]) -> String {
        guard !kinds.isEmpty else { return text }
        let whole = text.replacing("[card]", with: card).replacing("[password]", with: password)
        let again = Redaction.mask(whole)
        return again.text == text && again.kinds == kinds ? whole : text
    }
}
