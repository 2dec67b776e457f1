import FrontdeskCompiler
import FrontdeskMatching

// Where names are declared and used, and which a file has.
extension LanguageServer {
    mutating func definition(_ params: JSONValue) -> JSONValue {
        guard let cursor = cursor(params), let assistant = cursor.assistant,
            let name = assistant.name(at: cursor.offset, in: cursor.name, cursor.document)
        else { return .null }
        return .array(assistant.declarations(of: name).map { location($0.path, $0.use, assistant) })
    }

    mutating func references(_ params: JSONValue) -> JSONValue {
        guard let cursor = cursor(params), let assistant = cursor.assistant,
            let name = assistant.name(at: cursor.offset, in: cursor.name, cursor.document)
        else { return [] }
        let withDeclaration = params["context"]["includeDeclaration"].boolean ?? true
        let uses = assistant.uses(of: name).filter { withDeclaration || !$0.use.isDeclaration }
        return .array(uses.map { location($0.path, $0.use, assistant) })
    }

    mutating func symbols(_ params: JSONValue) -> JSONValue {
        guard let cursor = cursor(params), let assistant = cursor.assistant,
            let document = assistant.document(cursor.name),
            let outline = assistant.names.first(where: { $0.path == cursor.name })?.outline
        else { return [] }
        let declared = outline.uses.filter { $0.isDeclaration || (outline.language != nil && $0.depth == 0) }
        var index = 0
        return .array(Self.tree(declared, at: 0, &index, document))
    }

    private static func tree(_ uses: [NameUse], at depth: Int, _ index: inout Int, _ document: TextDocument)
        -> [JSONValue]
    {
        var result: [JSONValue] = []
        while index < uses.count, uses[index].depth >= depth {
            let use = uses[index]
            index += 1
            let children = tree(uses, at: use.depth + 1, &index, document)
            result.append([
                "name": .string(use.name), "detail": .string(use.kind.described),
                "kind": JSONValue(symbolKind(use.kind)),
                "range": range(use.span.start, use.end, document),
                "selectionRange": range(use.span.start, use.span.end, document),
                "children": .array(children),
            ])
        }
        return result
    }

    /// The protocol's numbers for what comes nearest.
    private static func symbolKind(_ kind: NameKind) -> Int {
        switch kind {
        case .intent: 24
        case .flow: 12
        case .slot: 13
        case .state: 6
        case .entity: 10
        case .action: 9
        case .queue, .hours, .channel: 2
        case .rule, .synonyms, .partial, .tone, .outcome: 15
        }
    }
}
