/// The meaning of a regular expression, over bytes.
indirect enum RegexNode: Sendable, Hashable {
    /// One byte of a set.
    case byte(ByteSet)
    /// One after the other; none at all is the empty text.
    case sequence([RegexNode])
    /// Any one of these, the earlier preferred where captures differ.
    case alternatives([RegexNode])
    /// So many times; `max` nil is without end.
    case repetition(RegexNode, min: Int, max: Int?)
    /// What `$number` of a template stands for.
    case capture(Int, RegexNode)
    /// A word begins or ends here (`\b`).
    case wordBoundary

    /// Whether the empty text is accepted.
    var acceptsEmpty: Bool {
        switch self {
        case .byte: false
        case .wordBoundary: true
        case .sequence(let parts): parts.allSatisfy(\.acceptsEmpty)
        case .alternatives(let parts): parts.contains(where: \.acceptsEmpty)
        case .repetition(let part, let min, _): min == 0 || part.acceptsEmpty
        case .capture(_, let part): part.acceptsEmpty
        }
    }

    /// Bytes of which every match holds at least one; nil when nothing is known.
    ///
    /// Of several such sets the rarest in everyday text is taken, so that a text without any of its bytes is
    /// dismissed at once.
    var required: ByteSet? {
        switch self {
        case .byte(let set):
            return set
        case .wordBoundary:
            return nil
        case .sequence(let parts):
            return parts.compactMap(\.required).min { $0.commonness < $1.commonness }
        case .alternatives(let parts):
            var union = ByteSet()
            for part in parts {
                guard let set = part.required else { return nil }
                union.formUnion(set)
            }
            return parts.isEmpty ? nil : union
        case .repetition(let part, let min, _):
            return min == 0 ? nil : part.required
        case .capture(_, let part):
            return part.required
        }
    }

    /// The same expression read from right to left.
    var reversed: RegexNode {
        switch self {
        case .byte, .wordBoundary: self
        case .sequence(let parts): .sequence(parts.reversed().map(\.reversed))
        case .alternatives(let parts): .alternatives(parts.map(\.reversed))
        case .repetition(let part, let min, let max): .repetition(part.reversed, min: min, max: max)
        case .capture(let number, let part): .capture(number, part.reversed)
        }
    }
}

extension ByteSet {
    /// A rough weight of how often a sentence holds any of these bytes; letters are everywhere, digits are not.
    fileprivate var commonness: Int {
        bytes.reduce(into: 0) { sum, byte in
            if ByteSet.digits.contains(byte) {
                sum += 1
            } else if ByteSet.letters.contains(byte) || ByteSet.spaces.contains(byte) {
                sum += 40
            } else {
                sum += 2
            }
        }
    }
}
