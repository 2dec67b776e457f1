import FrontdeskDialogue
import FrontdeskMatching

// Entity types.
extension FileReader {
    func readEntity(_ name: Name, _ node: SyntaxNode) -> EntityDeclaration {
        var declaration = EntityDeclaration(name: name)
        if BuiltInEntity(rawValue: name.text) != nil || ["text", "yes_no"].contains(name.text) {
            report.report(
                .badName,
                name.place,
                "'\(name.text)' is built in and cannot be declared again",
                help: "use it as it is, or choose another name"
            )
            return declaration
        }
        if let text = node.text, !node.isAbsent {
            if let builtIn = word(
                Name(text: text, place: node.place),
                "built-in entity type",
                as: BuiltInEntity.self
            ) {
                declaration.type = EntityType(name: name.text, recognition: .builtIn(builtIn))
            }
            return declaration
        }
        guard var keys = keys(node, .entity, "an entity type") else { return declaration }
        let regex = keys.take("regex")
        let values = keys.take("values")
        let normalise = keys["normalise"]
        let mistyped = keys["mistyped"].flatMap { flag($0, "mistyped") } ?? false
        let exampleNode = keys["example"]
        let example = exampleNode.flatMap { text($0, "'example'") }
        keys.finish("in an entity type")
        guard (regex == nil) != (values == nil) else {
            report.report(
                .chooseOne,
                name.place,
                "the entity type '\(name.text)' needs exactly one of 'regex' and 'values'",
                help:
                    "'regex' describes its form, 'values' lists its values; 'name: number' renames a built-in type"
            )
            return declaration
        }
        if let values {
            let entries = gazetteer(values.value, &declaration)
            declaration.type = EntityType(
                name: name.text,
                recognition: mistyped ? .fuzzyGazetteer(entries) : .gazetteer(entries),
                example: example
            )
        } else if let regex, let pattern = regexPattern(regex.value) {
            let form = normalise.flatMap { normalForm($0, groups: pattern.captureCount) }
            declaration.type = EntityType(
                name: name.text,
                recognition: .regex(pattern, normalise: form),
                example: example
            )
            if let exampleNode, let example { check(example, exampleNode, against: pattern) }
        }
        return declaration
    }

    private func regexPattern(_ node: SyntaxNode) -> RegexPattern? {
        guard let text = text(node, "'regex'") else { return nil }
        do {
            return try RegexPattern(text)
        } catch {
            report.report(
                .badRegex,
                inner(node, error.offset, error.offset + 1),
                "this expression cannot be used: \(error.message)",
                help: node.style == .singleQuoted
                    ? nil : "put it in single quotes, in which '\\' is an ordinary character"
            )
            return nil
        }
    }

    private func check(_ example: String, _ node: SyntaxNode, against pattern: RegexPattern) {
        guard !pattern.matchesWhole(NormalizedText(example).bytes) else { return }
        report.report(
            .badExample,
            node.place,
            "the example '\(example)' does not fit the expression '\(pattern.source)'",
            help: "customers are shown this example: mend it, or the expression"
        )
    }

    private func normalForm(_ node: SyntaxNode, groups: Int) -> String? {
        guard let text = text(node, "'normalise'") else { return nil }
        let bytes = Array(text.utf8)
        for index in bytes.indices where bytes[index] == UInt8(ascii: "$") {
            if bytes[(index + 1)...].starts(with: "digits".utf8) { continue }
            let digits = bytes[(index + 1)...].prefix { (0x30...0x39).contains($0) }
            let number = Int(String(decoding: digits, as: UTF8.self))
            if let number, number <= groups { continue }
            report.report(
                .badNormalise,
                inner(node, index, index + 1 + digits.count),
                number.map { "there is no group \($0) in the expression, which has \(groups)" }
                    ?? "this '$' stands for nothing",
                help: "write $0 for the whole text, $1 for the first ( ) group, or $digits for its digits"
            )
        }
        return text
    }

    private func gazetteer(_ node: SyntaxNode, _ declaration: inout EntityDeclaration) -> [GazetteerEntry] {
        var entries: [GazetteerEntry] = []
        for (value, synonyms) in gazetteerEntries(node) {
            entries.append(GazetteerEntry(value: value.text, synonyms: synonyms.map(\.text)))
            for word in [value] + synonyms { declaration.values.append((word, value.text)) }
        }
        if entries.isEmpty {
            report.report(.emptyText, node.place, "'values' is empty", help: "list at least one value")
        }
        return entries
    }

    private func gazetteerEntries(_ node: SyntaxNode) -> [(Name, [Name])] {
        switch node.kind {
        case .keys(let entries):
            return entries.compactMap { entry in
                guard entry.key.text != nil else { return nil }
                return (entry.name, names(entry.value, "another word for a value"))
            }
        case .list(let items):
            return items.compactMap { item in
                guard case .keys = item.kind else { return name(item, "a value").map { ($0, []) } }
                guard var keys = keys(item, .entityValue, "a value") else { return nil }
                let value = keys["value"].flatMap { name($0, "a value") }
                let say = names(keys["say"], "another word for a value")
                keys.finish("in a value")
                if value == nil {
                    missing("value", of: "this entry", item.place, help: "write the value itself")
                }
                return value.map { ($0, say) }
            }
        case .text:
            return name(node, "'values'").map { [($0, [])] } ?? []
        }
    }
}
