import FrontdeskMatching

// Comparing: total within a type; amounts of different currencies cannot be compared.
extension ExpressionValue {
    /// Whether two values are equal; nil when they cannot be compared.
    func equals(_ other: ExpressionValue) -> Bool? {
        if case .money(let left) = self, case .money(let right) = other, left.currency != right.currency {
            return nil
        }
        // Case does not matter, as it does not to those who write "VIP".
        if case .text(let left) = self, case .text(let right) = other {
            return left == right || left.lowercased() == right.lowercased()
        }
        return self == other
    }

    /// Negative, zero or positive as the value is less than, equal to or greater than the other; nil when there is no
    /// order between them.
    func order(_ other: ExpressionValue) -> Int? {
        switch (self, other) {
        case (.number(let left), .number(let right)): Self.order(left, right)
        case (.date(let left), .date(let right)): Self.order(left, right)
        case (.time(let left), .time(let right)): Self.order(left, right)
        case (.moment(let left), .moment(let right)): Self.order(left, right)
        case (.duration(let left), .duration(let right)): Self.order(left, right)
        case (.money(let left), .money(let right)):
            left.currency == right.currency ? Self.order(left.minorUnits, right.minorUnits) : nil
        default: nil
        }
    }

    private static func order<Part: Comparable>(_ left: Part, _ right: Part) -> Int {
        left < right ? -1 : left == right ? 0 : 1
    }

    /// Whether the value is one of a list; missing when it cannot be compared with one of them and equals no other.
    func isWithin(_ list: ExpressionValue) -> ExpressionValue {
        guard case .list(let values) = list else { return .missing }
        let answers = values.map { equals($0) }
        if answers.contains(true) { return .boolean(true) }
        return answers.contains(nil) ? .missing : .boolean(false)
    }

    /// Whether a text holds another, or a list a value.
    func search(for sought: ExpressionValue, by sign: Expression.Operator) -> ExpressionValue {
        if case .list = self { return sought.isWithin(self) }
        guard case .text(let text) = self, case .text(let part) = sought else { return .missing }
        let (bytes, wanted) = (Array(text.lowercased().utf8), Array(part.lowercased().utf8))
        guard wanted.count <= bytes.count else { return .boolean(false) }
        switch sign {
        case .startsWith: return .boolean(bytes.starts(with: wanted))
        case .endsWith: return .boolean(bytes.suffix(wanted.count).elementsEqual(wanted))
        default:
            return .boolean(
                (0...(bytes.count - wanted.count)).contains { bytes[$0...].starts(with: wanted) }
            )
        }
    }
}
