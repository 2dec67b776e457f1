import FrontdeskDialogue
import FrontdeskMatching

// What the desk says: templates, variants, choices.
extension FileReader {
    /// A response: a text, a list of wordings, or keys.
    func response(_ node: SyntaxNode, _ what: String) -> ResponseDeclaration? {
        guard isKeys(node) else {
            return wordings(node, what).map { ResponseDeclaration(wordings: $0, place: node.place) }
        }
        guard var keys = keys(node, .response, what) else { return nil }
        let text = keys["text"]
        let pieces = pieces(&keys)
        let channels = channelForms(keys["channels"], what)
        keys.finish("in \(what)")
        guard let text else {
            missing("text", of: what, node.place, help: "write what is said as 'text:'")
            return nil
        }
        guard let wordings = wordings(text, what) else { return nil }
        var response = ResponseDeclaration(wordings: wordings, place: node.place)
        response.take(pieces)
        response.channels = channels
        return response
    }

    /// Whether a node has keys, and is not a text that YAML took for keys because of its braces.
    func isKeys(_ node: SyntaxNode) -> Bool {
        guard case .keys(let entries) = node.kind else { return false }
        return node.style != .flow || entries.contains { !$0.value.isAbsent }
    }

    /// What is said, in one or several wordings; nil, reported, when nothing is.
    func wordings(_ node: SyntaxNode, _ what: String) -> Wordings? {
        if case .list(let items) = node.kind, items.isEmpty {
            report.report(.emptyText, node.place, "\(what) is empty", help: "write at least one wording")
            return nil
        }
        var result = Wordings()
        for item in wordingNodes(node) {
            if isKeys(item) {
                readVariant(item, what, into: &result)
            } else if text(item, what) != nil {
                result.add(item, VariantDeclaration(place: item.place), self)
            }
        }
        if node.isAbsent {
            report.report(
                .emptyText,
                node.place,
                "\(what) is empty",
                help: "write something, or leave the key out"
            )
        }
        return result.variants.isEmpty ? nil : result
    }

    private func wordingNodes(_ node: SyntaxNode) -> [SyntaxNode] {
        if node.isAbsent { return [] }
        if case .list(let items) = node.kind { return items }
        return [node]
    }

    /// A wording with keys: `{tone: formal, text: …}`.
    private func readVariant(_ node: SyntaxNode, _ what: String, into wordings: inout Wordings) {
        guard var keys = keys(node, .wording, "a wording") else { return }
        let text = keys["text"]
        var variant = VariantDeclaration(place: node.place)
        variant.when = keys["when"].flatMap { expression($0, "'when'") }
        variant.tone = keys["tone"].flatMap { name($0, "a tone") }
        keys.finish("in a wording")
        guard let text else {
            missing("text", of: "this wording", node.place, help: "write what is said as 'text:'")
            return
        }
        if self.text(text, what) != nil { wordings.add(text, variant, self) }
    }

    /// A template with the values it uses.
    func template(_ node: SyntaxNode) -> (Template, [FieldUse])? {
        guard let text = node.text else { return nil }
        do {
            let template = try Template(parsing: text)
            return (template, uses(of: template, in: node))
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
    private func uses(of template: Template, in node: SyntaxNode) -> [FieldUse] {
        zip(places(of: template.fields, in: node), template.guarded).map { use, isGuarded in
            FieldUse(path: use.path, place: use.place, isGuarded: isGuarded)
        }
    }

    private func places(of fields: [FieldPath], in node: SyntaxNode) -> [FieldUse] {
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
            guard var keys = keys(node, .choice, "a choice") else { return nil }
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

extension Template {
    /// For each field, in order, whether one of its filters says what stands there when the value is missing.
    var guarded: [Bool] {
        segments.compactMap { segment in
            guard case .field(_, let filters) = segment else { return nil }
            return filters.contains { filter in
                switch filter {
                case .prefix, .suffix, .fallback: true
                default: false
                }
            }
        }
    }
}
