import FrontdeskDialogue
import FrontdeskMatching

/// What customers wrote, fit to be shown to people who did not talk with them.
enum MaskedText {
    /// The text with card numbers, passwords, e-mail and web addresses, longer numbers and the customer's name replaced by
    /// what they are.
    static func masking(_ text: String, name: String?) -> String {
        let names = Set((name ?? "").split(separator: " ").map { folded($0) }.filter { $0.count > 1 })
        var words: [String] = []
        for word in Redaction.mask(text).text.split(whereSeparator: \.isWhitespace) {
            let (before, middle, after) = parts(word)
            guard let mask = mask(middle, names, after: words.last) else {
                words.append(String(word))
                continue
            }
            // A number written in groups is one number.
            if mask == "[number]", words.last == "[number]" { words.removeLast() }
            words.append(before + mask + after)
        }
        return words.joined(separator: " ")
    }

    private static func mask(_ word: Substring, _ names: Set<String>, after: String?) -> String? {
        if word.contains("@") { return "[e-mail]" }
        if word.contains("://") || word.hasPrefix("www.") { return "[link]" }
        let digits = word.filter(\.isNumber).count
        if digits >= 3 || digits > 0 && after == "[number]" && !word.contains(where: \.isLetter) {
            return "[number]"
        }
        if word.split(whereSeparator: { "-'’".contains($0) }).contains(where: { names.contains(folded($0)) })
        {
            return "[name]"
        }
        return nil
    }

    private static func parts(_ word: Substring) -> (String, Substring, String) {
        func isEdge(_ character: Character) -> Bool { ",.;:!?()\"“”¿¡".contains(character) }
        let rest = word.drop(while: isEdge)
        let before = String(word.prefix(word.count - rest.count))
        var middle = rest
        while let last = middle.last, isEdge(last) { middle.removeLast() }
        return (before, middle, String(rest.suffix(rest.count - middle.count)))
    }

    private static func folded(_ word: some StringProtocol) -> String { NormalizedText(String(word)).text }
}
