import FrontdeskCompiler

// What may be written at a place.
extension LanguageServer {
    mutating func completion(_ params: JSONValue) -> JSONValue {
        guard let cursor = cursor(params) else { return [] }
        let place = CursorPlace(cursor.document, at: cursor.offset)
        guard let (shape, flow) = place.shape(in: cursor.file) else { return [] }
        let offers = Offers(assistant: cursor.assistant, flow: flow)
        let items =
            place.isKey
            ? offers.keys(shape, besides: place.siblings) : offers.values(shape, after: place.prefix)
        let start = cursor.offset - Self.wordLength(before: cursor)
        let range = Self.range(start, cursor.offset, cursor.document)
        return .array(
            items.enumerated().map { number, item in
                var members: [String: JSONValue] = [
                    "label": .string(item.label), "kind": JSONValue(item.kind.rawValue),
                    "detail": .string(item.detail),
                    "sortText": .string(
                        String(repeating: "0", count: max(0, 4 - "\(number)".count)) + "\(number)"
                    ),
                    "textEdit": ["range": range, "newText": .string(item.text)],
                ]
                if !item.meaning.isEmpty { members["documentation"] = .string(item.meaning) }
                return .object(members)
            }
        )
    }

    /// How many bytes of a name stand before the cursor.
    private static func wordLength(before cursor: Cursor) -> Int {
        cursor.offset - min(Word(around: cursor.offset, in: cursor.document).start, cursor.offset)
    }
}

/// What can be offered at a place of a file.
struct Offers {
    enum Kind: Int {
        case variable = 6, function = 3, property = 10, value = 12, keyword = 14, reference = 18
    }

    struct Item: Equatable {
        var label: String
        var text: String
        var kind: Kind
        var detail = ""
        var meaning = ""
    }

    var assistant: OpenAssistant?
    var flow: String

    /// Keys, in the order in which they are told of.
    func keys(_ shape: Shape, besides siblings: [String]) -> [Item] {
        switch shape.ofEntries {
        case .part(let part):
            return part.table.keys.filter { !siblings.contains($0.name) }.map { key in
                Item(
                    label: key.name,
                    text: key.name + ":",
                    kind: .property,
                    detail: key.isRequired ? "must be there" : "",
                    meaning: key.meaning
                )
            }
        case .map(.refers(let kind), _): return named(kind).filter { !siblings.contains($0.label) }.map(asKey)
        case .map(.words(let words), _):
            return words.filter { !siblings.contains($0) }.map {
                asKey(Item(label: $0, text: $0, kind: .keyword))
            }
        case .map(.triggers, _):
            let words = ["yes", "no", "found", "missing", "done", "unchanged", "failed"]
            return (words.map { Item(label: $0, text: $0, kind: .keyword) } + named(.intent) + named(.entity))
                .filter { !siblings.contains($0.label) }.map(asKey)
        default: return []
        }
    }

    private func asKey(_ item: Item) -> Item {
        var item = item
        item.text += ":"
        return item
    }

    /// Values; within a text what may stand behind the sign that was typed last.
    func values(_ shape: Shape, after prefix: String) -> [Item] {
        switch shape {
        case .either(let shapes):
            var found: [Item] = []
            for item in shapes.flatMap({ values($0, after: prefix) }) where !found.contains(item) {
                found.append(item)
            }
            return found
        case .optional(let shape): return values(shape, after: prefix)
        case .word(let words): return words.map { Item(label: $0, text: $0, kind: .value) }
        case .flag: return ["true", "false"].map { Item(label: $0, text: $0, kind: .value) }
        case .name(.outcome): return outcomes
        case .name(let kind): return named(kind)
        case .call(let kind): return prefix.contains("(") ? named(.slot) : named(kind)
        case .target: return targets(after: prefix)
        case .expression: return named(.slot)
        case .template:
            switch Self.opening(prefix, ["{{>", "{{"]) {
            case "{{>": return named(.partial)
            case "{{": return named(.slot) + Self.roots
            default: return []
            }
        case .pattern:
            switch Self.opening(prefix, ["{", "<", "~"]) {
            case "{": return named(.entity)
            case "<": return named(.rule)
            case "~": return named(.synonyms)
            default: return []
            }
        case .example: return Self.opening(prefix, ["]("]) == nil ? [] : named(.entity)
        default: return []
        }
    }

    /// The sign behind which a name is being written, if there is one.
    private static func opening(_ prefix: String, _ signs: [String]) -> String? {
        var bytes = Array(prefix.utf8)
        while let last = bytes.last,
            (0x61...0x7A).contains(last | 0x20) || (0x30...0x39).contains(last)
                || [0x5F, 0x2E, 0x20].contains(last)
        {
            bytes.removeLast()
        }
        let rest = String(decoding: bytes, as: UTF8.self)
        return signs.first { rest.hasSuffix($0) }
    }

    private static let roots = ["customer", "assistant", "queue", "now", "event", "promise"].map {
        Item(label: $0, text: $0, kind: .keyword)
    }

    private var outcomes: [Item] {
        ["resolved", "unresolved", "cancelled"].map { Item(label: $0, text: $0, kind: .value) }
    }

    private func targets(after prefix: String) -> [Item] {
        if prefix.hasPrefix("handoff(") { return named(.queue) }
        if prefix.hasPrefix("flow(") { return named(.flow) }
        if prefix.hasPrefix("resume(") { return named(.state) }
        if prefix.hasPrefix("end(") { return outcomes }
        let words = [
            ("end", "Ends the flow as resolved."), ("end(unresolved)", "Ends the flow as not resolved."),
            ("handoff", "Hands over to a human."), ("stay", "What was asked stays open."),
            ("pass", "Switches off a handler further out."),
        ]
        return named(.state)
            + words.map { Item(label: $0.0, text: $0.0, kind: .keyword, meaning: $0.1) }
            + named(.queue).map {
                Item(label: "handoff(\($0.label))", text: "handoff(\($0.label))", kind: .function)
            }
            + named(.flow).map {
                Item(label: "flow(\($0.label))", text: "flow(\($0.label))", kind: .function)
            }
    }

    /// What is declared, and what is built in.
    private func named(_ kind: NameKind) -> [Item] {
        let isLocal = kind == .slot || kind == .state
        let declared = assistant?.declared(kind, in: isLocal ? flow : "") ?? []
        let icon: Kind = kind == .action || kind == .flow ? .function : isLocal ? .variable : .reference
        let builtIn = kind == .entity ? Part.builtInEntities + ["text", "yes_no"] : []
        return declared.map { Item(label: $0, text: $0, kind: icon, detail: kind.described) }
            + builtIn.map { Item(label: $0, text: $0, kind: .value, detail: "built-in entity type") }
    }
}
