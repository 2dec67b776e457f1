import FrontdeskDialogue
import FrontdeskMatching

/// What customers wrote, fit to be shown to people who did not talk with them.
enum MaskedText {
    /// The text with card numbers, passwords, e-mail and web addresses, longer numbers, account numbers and the customer's name
    /// replaced by what they are.
    static func masking(_ text: String, name: String?) -> String {
        let names = Set((name ?? "").split(separator: " ").map { folded($0) }.filter { $0.count > 1 })
        let words = Redaction.mask(InsertedText.clean(text)).text.split(whereSeparator: \.isWhitespace)
        var masked: [String] = []
        var index = 0
        while index < words.count {
            if let count = groupedNumber(words[index...]) {
                let before = parts(words[index]).0
                let after = parts(words[index + count - 1]).2
                masked.append(before + "[number]" + after)
                index += count
                continue
            }
            let (before, middle, after) = parts(words[index])
            masked.append(mask(middle, names).map { before + $0 + after } ?? String(words[index]))
            index += 1
        }
        return masked.joined(separator: " ")
    }

    /// The text, or its beginning where it is long.
    static func excerpt(_ text: String) -> String {
        text.count > 120 ? String(text.prefix(119)) + "…" : text
    }

    private static func mask(_ word: Substring, _ names: Set<String>) -> String? {
        if word.contains("@") { return "[e-mail]" }
        if word.contains("://") || word.hasPrefix("www.") { return "[link]" }
        if word.filter(\.isNumber).count >= 3 { return "[number]" }
        if word.split(whereSeparator: { "-'’".contains($0) }).contains(where: { names.contains(folded($0)) })
        {
            return "[name]"
        }
        return nil
    }

    /// How many words make a number written in groups, as telephone and account numbers (ISO 13616) are; nil when they
    /// make none.
    private static func groupedNumber(_ words: ArraySlice<Substring>) -> Int? {
        let first = words.first.map { parts($0).1 } ?? ""
        let isAccount =
            first.count == 4 && first.prefix(2).allSatisfy(isCapital)
            && first.suffix(2).allSatisfy(\.isNumber)
        var digits = 0
        var count = 0
        for word in words {
            let (_, middle, after) = parts(word)
            let own = middle.filter(\.isNumber).count
            let isGroup =
                own > 0 && !middle.contains(where: \.isLetter)
                || isAccount && middle.count <= 4 && middle.allSatisfy { $0.isNumber || isCapital($0) }
            guard isGroup else { break }
            digits += own
            count += 1
            // A sentence ends, and a list goes on.
            if after.contains(where: { ",;!?".contains($0) }) { break }
        }
        return count > 1 && digits >= 5 ? count : nil
    }

    private static func isCapital(_ character: Character) -> Bool { ("A"..."Z").contains(character) }

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
