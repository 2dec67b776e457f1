import FrontdeskDialogue
import FrontdeskMatching

// What the desk says: templates, variants, choices.
extension FileReader {
    /// A response: a text, a list of wordings, or `text` with `choices`.
    func response(_ node: SyntaxNode, _ what: String) -> ResponseDeclaration? {
        if case .keys = node.kind, node.style != .flow || isResponseKeys(node) {
            guard var keys = keys(node, what) else { return nil }
            let text = keys["text"]
            let choices = keys["choices"].map { self.choices($0) } ?? []
            keys.finish("in \(what)")
            guard let text else {
                missing("text", of: what, node.place, help: "write what is said as 'text:'")
                return nil
            }
            return wordings(text, what, choices: choices, place: node.place)
        }
        return wordings(node, what, choices: [], place: node.place)
    }

    private func isResponseKeys(_ node: SyntaxNode) -> Bool {
        guard case .keys(let entries) = node.kind else { return false }
        return entries.contains { !$0.value.isAbsent }
    }

    private func wordings(
        _ node: SyntaxNode,
        _ what: String,
        choices: [ChoiceDeclaration],
        place: Place
    ) -> ResponseDeclaration? {
        if case .list(let items) = node.kind, items.isEmpty {
            report.report(.emptyText, node.place, "\(what) is empty", help: "write at least one wording")
            return nil
        }
        var variants: [Template] = []
        var fields: [FieldUse] = []
        var partials: [Name] = []
        for text in texts(requiring(node), what) {
            guard let (template, uses) = template(text) else { continue }
            variants.append(template)
            fields += uses
            partials += partialUses(of: template, in: text)
        }
        if node.isAbsent {
            report.report(
                .emptyText,
                node.place,
                "\(what) is empty",
                help: "write something, or leave the key out"
            )
        }
        guard !variants.isEmpty else { return nil }
        return ResponseDeclaration(
            variants: variants,
            fields: fields,
            choices: choices,
            place: place,
            partials: partials
        )
    }

    private func requiring(_ node: SyntaxNode) -> SyntaxNode? { node.isAbsent ? nil : node }

    /// A template with the values it uses.
    func template(_ node: SyntaxNode) -> (Template, [FieldUse])? {
        guard let text = node.text else { return nil }
        do {
            let template = try Template(parsing: text)
            return (template, uses(of: template.fields, in: node))
        } catch {
            let place = inner(node, error.offset, error.offset + error.length)
            if let unknown = error.unknown {
                let name = Name(text: unknown, place: place)
                report.reportUnknown(.unknownFilter, "filter", name, known: error.known)
            } else {
                let kind: DiagnosticKind = error.lacksOther ? .missingForm : .badTemplate
                report.report(kind, place, error.message, help: error.help)
            }
            return nil
        }
    }

    /// The places of the fields of a template, which stand in it in this order.
    private func uses(of fields: [FieldPath], in node: SyntaxNode) -> [FieldUse] {
        guard !fields.isEmpty, let text = node.text else { return [] }
        let bytes = Array(text.utf8)
        let offsets = WrittenText.offsets(of: node, in: source)
        var position = 0
        return fields.map { path in
            let written = Array(path.written.utf8)
            while position + 1 < bytes.count {
                if bytes[position] == UInt8(ascii: "{"), bytes[position + 1] == UInt8(ascii: "{") {
                    var start = position + 2
                    while start < bytes.count, bytes[start] == 0x20 { start += 1 }
                    if bytes[start...].starts(with: written) {
                        position = start + written.count
                        guard let offsets else { return FieldUse(path: path, place: node.place) }
                        return FieldUse(path: path, place: Place(file, offsets[start], offsets[position]))
                    }
                }
                position += bytes[position] == UInt8(ascii: "\\") ? 2 : 1
            }
            return FieldUse(path: path, place: node.place)
        }
    }

    /// The place of some bytes of a text's value.
    func inner(_ node: SyntaxNode, _ start: Int, _ end: Int) -> Place {
        guard let offsets = WrittenText.offsets(of: node, in: source), start < offsets.count else {
            return node.place
        }
        return Place(file, offsets[start], offsets[min(end, offsets.count - 1)])
    }

    /// The choices of a response or a slot.
    func choices(_ node: SyntaxNode) -> [ChoiceDeclaration] {
        guard case .list(let items) = node.kind else {
            report.report(.wrongShape, node.place, "'choices' is a list, but here stands \(node.described)")
            return []
        }
        var result: [ChoiceDeclaration] = []
        for item in items {
            guard let choice = choice(item) else { continue }
            if let other = result.first(where: { $0.id.text == choice.id.text }) {
                report.report(
                    .sameChoice,
                    choice.id.place,
                    "two choices have the id '\(choice.id.text)'",
                    help: "give one of them another 'id'",
                    notes: [("the other one is here", other.id.place)]
                )
                continue
            }
            result.append(choice)
        }
        return result
    }

    private func choice(_ node: SyntaxNode) -> ChoiceDeclaration? {
        if case .keys = node.kind {
            guard var keys = keys(node, "a choice") else { return nil }
            let titleNode = keys["title"]
            let id = keys["id"].flatMap { name($0, "a choice's id") }
            let say = texts(keys["say"], "another word for a choice").compactMap(\.text)
            keys.finish("in a choice")
            guard let titleNode, let title = text(titleNode, "a choice's title") else {
                if titleNode == nil {
                    missing("title", of: "this choice", node.place, help: "write what customers read")
                }
                return nil
            }
            let slug = Name(text: Self.slug(title), place: titleNode.place)
            return ChoiceDeclaration(id: id ?? slug, title: title, synonyms: say)
        }
        guard let title = text(node, "a choice") else { return nil }
        return ChoiceDeclaration(
            id: Name(text: Self.slug(title), place: node.place),
            title: title,
            synonyms: []
        )
    }

    /// A title as an id: small letters and digits, everything else an underscore.
    static func slug(_ title: String) -> String {
        var bytes: [UInt8] = []
        for word in Tokenizer.tokenize(title) where !word.text.isEmpty {
            if !bytes.isEmpty { bytes.append(UInt8(ascii: "_")) }
            bytes += Array(word.text.utf8)
        }
        return bytes.isEmpty ? title : String(decoding: bytes, as: UTF8.self)
    }
}

extension FieldPath {
    /// The path as an author writes it.
    var written: String { field.map { "\(root).\($0)" } ?? root }
}
