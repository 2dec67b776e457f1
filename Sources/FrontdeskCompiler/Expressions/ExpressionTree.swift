import FrontdeskDialogue

/// An expression as it was written, before its names are looked up and its types are checked.
struct ExpressionTree: Sendable {
    indirect enum Kind: Sendable {
        case constant(ExpressionValue)
        /// A slot, `record.field`, or a word such as `today`.
        case name(String)
        case list([ExpressionTree])
        case not(ExpressionTree)
        case negative(ExpressionTree)
        case isKnown(ExpressionTree)
        case operation(Expression.Operator, ExpressionTree, ExpressionTree)
        case between(ExpressionTree, ExpressionTree, ExpressionTree)
        case call(Name, [ExpressionTree])
        case choice(condition: ExpressionTree, then: ExpressionTree, otherwise: ExpressionTree)
    }

    var kind: Kind
    /// Everything of it.
    var place: Place
    /// The sign that joins its parts, for what is wrong with them together.
    var sign: Place

    init(_ kind: Kind, _ place: Place, sign: Place? = nil) {
        self.kind = kind
        self.place = place
        self.sign = sign ?? place
    }
}

/// An expression that a file declares, and where.
struct ExpressionDeclaration {
    var tree: ExpressionTree
    var place: Place

    /// The slots and records that it names, each once.
    var roots: [String] {
        var found: [String] = []
        for name in tree.names {
            let root = String(name.prefix { $0 != "." })
            if !found.contains(root) { found.append(root) }
        }
        return found
    }
}

extension ExpressionTree {
    /// The names in it, in order.
    var names: [String] {
        switch kind {
        case .constant: []
        case .name(let name): [name]
        case .list(let parts), .call(_, let parts): parts.flatMap(\.names)
        case .not(let part), .negative(let part), .isKnown(let part): part.names
        case .operation(_, let left, let right): left.names + right.names
        case .between(let part, let low, let high): part.names + low.names + high.names
        case .choice(let condition, let then, let otherwise):
            condition.names + then.names + otherwise.names
        }
    }
}
