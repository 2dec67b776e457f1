import FrontdeskDialogue
import FrontdeskMatching

/// Values as people read them.
enum NodeText {
    /// The text of a value; nil when it holds nothing.
    static func text(_ node: Node?) -> String? {
        guard let node else { return nil }
        let text = whole(node)
        return text.isEmpty ? nil : text
    }

    private static func whole(_ node: Node) -> String {
        switch node {
        case .null: ""
        case .word(let word): word
        case .part(let part): text(part)
        case .list(let elements): elements.map(element).filter { !$0.isEmpty }.joined(separator: ", ")
        case .map(let entries): map(entries)
        }
    }

    /// Several things within one of several need brackets.
    private static func nested(_ node: Node) -> String {
        let text = whole(node)
        guard case .map = node, text.contains("; ") else { return text }
        return "(\(text))"
    }

    private static func element(_ element: Node.Element) -> String {
        guard let name = element.name, case .map = element.node else { return whole(element.node) }
        return name
    }

    private static func map(_ entries: [String: Node]) -> String {
        if entries.count == 1, let (key, value) = entries.first, case .map(let inner) = value,
            inner.keys.allSatisfy({ $0.hasPrefix("_") })
        {
            // A case of an enumeration.
            let rest = inner.sorted { $0.key < $1.key }.map { whole($0.value) }.filter { !$0.isEmpty }
            return ([Phrases.words(of: key)] + rest).joined(separator: " ")
        }
        let order = Phrases.order
        let keys = entries.keys.sorted {
            (order.firstIndex(of: $0) ?? order.count, $0) < (order.firstIndex(of: $1) ?? order.count, $1)
        }
        return keys.compactMap { key in
            guard let value = entries[key].map(nested), !value.isEmpty, !Phrases.isPlain(key, value) else {
                return nil
            }
            let words = Phrases.words(of: key)
            return value == "yes" ? words : "\(words): \(value)"
        }.joined(separator: "; ")
    }

    private static func text(_ part: Part) -> String {
        switch part {
        case .response(let response): "“\(text(response))”"
        case .template(let template): template.source
        case .expression(let expression): expression.description
        case .pattern(let pattern): pattern.source
        case .rule(let rule): "\(rule)"
        case .example(let example): example.text
        case .field(let path): path.field.map { "\(path.root).\($0)" } ?? path.root
        case .action(let call):
            "\(call.action)(\(call.arguments.map { text(.field($0)) }.joined(separator: ", ")))"
        case .detector(let detector): detector.languages.joined(separator: ", ")
        }
    }

    /// All wordings of a response.
    static func text(_ response: Response) -> String {
        response.variants.map(\.source).joined(separator: " / ")
    }
}
