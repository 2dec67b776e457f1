extension Expression {
    /// The value, when it is the same in every conversation; nil when it depends on something.
    package var constantValue: ExpressionValue? {
        dependsOnSomething ? nil : evaluate(in: Nothing())
    }

    private var dependsOnSomething: Bool {
        switch self {
        case .constant: false
        case .field, .circumstance, .isOpen: true
        case .converted(let inner, _), .not(let inner), .negative(let inner), .isKnown(let inner):
            inner.dependsOnSomething
        case .operation(_, let left, let right): left.dependsOnSomething || right.dependsOnSomething
        case .between(let inner, let low, let high):
            inner.dependsOnSomething || low.dependsOnSomething || high.dependsOnSomething
        case .list(let parts), .call(_, let parts): parts.contains(where: \.dependsOnSomething)
        case .choice(let condition, let then, let otherwise):
            condition.dependsOnSomething || then.dependsOnSomething || otherwise.dependsOnSomething
        }
    }

    /// The slots and records it depends on, each once, in order.
    package var fields: [FieldPath] {
        var found: [FieldPath] = []
        collect(&found)
        return found
    }

    private func collect(_ found: inout [FieldPath]) {
        switch self {
        case .constant, .circumstance, .isOpen: break
        case .field(let path): if !found.contains(path) { found.append(path) }
        case .converted(let inner, _), .not(let inner), .negative(let inner), .isKnown(let inner):
            inner.collect(&found)
        case .operation(_, let left, let right):
            left.collect(&found)
            right.collect(&found)
        case .between(let inner, let low, let high):
            for part in [inner, low, high] { part.collect(&found) }
        case .list(let parts), .call(_, let parts):
            for part in parts { part.collect(&found) }
        case .choice(let condition, let then, let otherwise):
            for part in [condition, then, otherwise] { part.collect(&found) }
        }
    }
}

/// A scope in which nothing is known.
private struct Nothing: ExpressionScope {
    var moment: Moment { Moment(milliseconds: 0) }
    var channel: String { "" }
    var language: String { "" }
    var turns: Int { 0 }
    func isOpen(queue: String) -> Bool { false }
    func value(of path: FieldPath) -> Value? { nil }
}
