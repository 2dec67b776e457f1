import FrontdeskMatching

/// Collects the names of a file by going through it along the table of keys.
struct OutlineReader {
    let source: [UInt8]
    var uses: [NameUse] = []
    /// The flow that is being read.
    private var flow = ""
    private var depth = 0

    init(source: [UInt8]) {
        self.source = source
    }

    mutating func read(_ node: SyntaxNode, _ shape: Shape) {
        switch node.kind {
        case .text(let text): readText(node, text, shape)
        case .list(let items):
            guard let inner = shape.ofItems else { return }
            for item in items { read(item, inner) }
        case .keys(let entries):
            // A text that begins with '{{' and lacks its quotes is no part of anything.
            switch shape.ofEntries {
            case .part(let part):
                for entry in entries {
                    guard let key = entry.key.text else { continue }
                    if let known = part.key(key) { read(entry.value, known.shape) }
                }
            case .map(let rule, let inner): readEntries(entries, rule, inner)
            default: break
            }
        }
    }

    private mutating func readEntries(_ entries: [SyntaxNode.Entry], _ rule: KeyRule, _ shape: Shape) {
        for entry in entries {
            guard let name = entry.key.text else { continue }
            let outer = flow
            var isDeclared = false
            switch rule {
            case .declares(let kind):
                isDeclared = true
                add(kind, name, entry.key, isDeclaration: true, end: Self.end(of: entry.value))
                if kind == .flow { flow = name }
            case .refers(let kind):
                add(kind, name, entry.key)
                if kind == .flow { flow = name }
            case .triggers:
                add(.intent, name, entry.key)
                add(.entity, name, entry.key)
            default: break
            }
            depth += isDeclared ? 1 : 0
            read(entry.value, shape)
            depth -= isDeclared ? 1 : 0
            flow = outer
        }
    }

    private mutating func readText(_ node: SyntaxNode, _ text: String, _ shape: Shape) {
        switch shape {
        case .name(let kind): add(kind, text, node)
        case .declaration(let kind):
            add(kind, text, node, isDeclaration: true, end: node.place.span.end)
        case .template: readFound(TextNames.inTemplate(text), node)
        case .pattern: readFound(TextNames.inPattern(text), node)
        case .example: readFound(TextNames.inExample(text), node)
        case .expression: readFound(TextNames.inExpression(text), node)
        case .target: readFound(TextNames.inTarget(text), node)
        case .call(let kind): readFound(TextNames.inCall(text, of: kind), node)
        case .either(let shapes): for shape in shapes { readText(node, text, shape) }
        case .optional(let shape): readText(node, text, shape)
        default: break
        }
    }

    private mutating func readFound(_ found: [TextNames.Found], _ node: SyntaxNode) {
        guard !found.isEmpty, let offsets = WrittenText.offsets(of: node, in: source) else { return }
        for name in found where name.range.upperBound < offsets.count {
            add(
                name.kind,
                name.text,
                scope: name.flow,
                SourceSpan(offsets[name.range.lowerBound], offsets[name.range.upperBound])
            )
        }
    }

    private mutating func add(
        _ kind: NameKind,
        _ name: String,
        _ node: SyntaxNode,
        isDeclaration: Bool = false,
        end: Int = 0
    ) {
        var span = node.place.span
        if node.style == .singleQuoted || node.style == .doubleQuoted, span.end - span.start >= 2 {
            span = SourceSpan(span.start + 1, span.end - 1)
        }
        guard span.end - span.start == name.utf8.count else { return }
        add(kind, name, span, isDeclaration: isDeclaration, end: end)
    }

    private mutating func add(
        _ kind: NameKind,
        _ name: String,
        scope: String? = nil,
        _ span: SourceSpan,
        isDeclaration: Bool = false,
        end: Int = 0
    ) {
        let isLocal = kind == .slot || kind == .state
        let scope = isLocal ? scope ?? flow : ""
        guard !isLocal || !scope.isEmpty, !name.isEmpty else { return }
        uses.append(
            NameUse(
                kind: kind,
                name: name,
                scope: scope,
                span: span,
                isDeclaration: isDeclaration,
                end: max(end, span.end),
                depth: depth
            )
        )
    }

    /// The offset behind the last byte of a part.
    private static func end(of node: SyntaxNode) -> Int {
        let inner: Int =
            switch node.kind {
            case .text: node.place.span.end
            case .list(let items): items.map { end(of: $0) }.max() ?? 0
            case .keys(let entries): entries.map { max($0.key.place.span.end, end(of: $0.value)) }.max() ?? 0
            }
        return max(inner, node.style == .flow ? node.place.span.end : inner)
    }
}

extension Shape {
    /// What the items of a list are here; nil when no list may stand here.
    package var ofItems: Shape? {
        switch self {
        case .list(let shape): shape
        case .optional(let shape): shape.ofItems
        case .either(let shapes): shapes.lazy.compactMap(\.ofItems).first
        default: nil
        }
    }

    /// The part or map that stands here, when keys do.
    package var ofEntries: Shape? {
        switch self {
        case .part, .map: self
        case .optional(let shape): shape.ofEntries
        case .either(let shapes): shapes.lazy.compactMap(\.ofEntries).first
        default: nil
        }
    }
}
