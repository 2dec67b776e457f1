/// Where two trees differ, in the order of the second.
struct TreeComparison {
    /// A key of a map, or the name of an element of a list.
    enum Step: Hashable {
        case key(String)
        case item(String)

        var text: String {
            switch self {
            case .key(let text), .item(let text): text
            }
        }
    }

    /// One place at which they differ.
    struct Difference: Hashable {
        enum Kind: Hashable {
            /// Other values; nil: there is none.
            case values(Node?, Node?)
            /// The same elements in another order.
            case order([String], [String])
        }

        var path: [Step]
        var kind: Kind
    }

    private(set) var found: [Difference] = []

    init(_ old: Node, _ new: Node) { compare(old, new, []) }

    private mutating func add(_ old: Node?, _ new: Node?, _ path: [Step]) {
        found.append(Difference(path: path, kind: .values(old, new)))
    }

    private mutating func compare(_ old: Node, _ new: Node, _ path: [Step]) {
        guard old != new else { return }
        switch (old, new) {
        case (.map(let first), .map(let second)) where !Self.areOtherCases(first, second):
            for key in Set(first.keys).union(second.keys).sorted() {
                let path = path + [.key(key)]
                guard let one = first[key], let other = second[key] else {
                    add(first[key], second[key], path)
                    continue
                }
                compare(one, other, path)
            }
        case (.list(let first), .list(let second)): compare(first, second, path, old, new)
        default: add(old, new, path)
        }
    }

    /// Whether two maps are different cases of an enumeration: what one stores says nothing about the other.
    private static func areOtherCases(_ old: [String: Node], _ new: [String: Node]) -> Bool {
        guard old.count == 1, new.count == 1, let one = old.first, let other = new.first else { return false }
        return one.key != other.key && isCase(one.value) && isCase(other.value)
    }

    private static func isCase(_ node: Node) -> Bool {
        guard case .map(let entries) = node else { return false }
        return entries.keys.allSatisfy { $0.hasPrefix("_") }
    }

    // MARK: Lists

    private mutating func compare(
        _ old: [Node.Element],
        _ new: [Node.Element],
        _ path: [Step],
        _ oldList: Node,
        _ newList: Node
    ) {
        guard let first = Self.named(old), let second = Self.named(new), !(old + new).isEmpty else {
            return compareUnnamed(old, new, path, oldList, newList)
        }
        let before = Dictionary(first) { one, _ in one }
        let after = Dictionary(second) { one, _ in one }
        for (name, node) in second {
            let path = path + [.item(name)]
            if let was = before[name] { compare(was, node, path) } else { add(nil, node, path) }
        }
        for (name, node) in first where after[name] == nil { add(node, nil, path + [.item(name)]) }
        let kept = first.map(\.0).filter { after[$0] != nil }
        let now = second.map(\.0).filter { before[$0] != nil }
        if kept != now { found.append(Difference(path: path, kind: .order(kept, now))) }
    }

    /// Elements by name, each name once: those that come again are numbered.
    private static func named(_ elements: [Node.Element]) -> [(String, Node)]? {
        var counts: [String: Int] = [:]
        var named: [(String, Node)] = []
        for element in elements {
            guard let name = element.name else { return nil }
            let count = (counts[name] ?? 0) + 1
            counts[name] = count
            named.append((count == 1 ? name : "\(name) (\(count))", element.node))
        }
        return named
    }

    private mutating func compareUnnamed(
        _ old: [Node.Element],
        _ new: [Node.Element],
        _ path: [Step],
        _ oldList: Node,
        _ newList: Node
    ) {
        // Lists of words read better as a whole.
        guard old.count == new.count, !old.contains(where: \.isWord), !new.contains(where: \.isWord) else {
            let words = old.compactMap(\.word).sorted()
            if words.count == old.count, words == new.compactMap(\.word).sorted(), words.count == new.count {
                found.append(
                    Difference(path: path, kind: .order(old.compactMap(\.word), new.compactMap(\.word)))
                )
            } else {
                add(oldList, newList, path)
            }
            return
        }
        for place in old.indices {
            compare(old[place].node, new[place].node, path + [.item("\(place + 1)")])
        }
    }
}

extension Node.Element {
    fileprivate var word: String? {
        if case .word(let word) = node { word } else { nil }
    }

    fileprivate var isWord: Bool { word != nil }
}
