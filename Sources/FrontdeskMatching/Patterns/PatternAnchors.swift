/// Chooses the words and entity types that lead to a pattern: every match of the pattern contains one of them.
struct PatternAnchors {
    enum Anchor: Hashable {
        case word(Int32)
        case entity(Int32)
    }

    /// A set of anchors and how many places of patterns hold them: the rarer, the fewer useless runs.
    private struct Choice {
        var anchors: [Anchor]
        var cost: Int
    }

    let rules: [String: PatternNode]
    let vocabulary: PatternVocabulary
    /// How many positions of all patterns hold each word and entity type, by number.
    let wordUses: [Int]
    let entityUses: [Int]

    /// The cheapest set; nil when the pattern has matches without any fixed word or entity.
    func anchors(of root: PatternNode) -> [Anchor]? {
        choose(root)?.anchors
    }

    private func choose(_ node: PatternNode) -> Choice? {
        switch node {
        case .word(let word):
            let number = vocabulary.number(ofWord: word)
            return Choice(anchors: [.word(number)], cost: wordUses[Int(number)])
        case .entity(let type, _):
            let number = vocabulary.number(ofEntityType: type)
            return Choice(anchors: [.entity(number)], cost: entityUses[Int(number)])
        case .gap, .optional: return nil
        case .rule(let name):
            guard let rule = rules[name] else { return Choice(anchors: [], cost: 0) }
            return choose(rule)
        case .sequence(let nodes):
            return nodes.compactMap(choose).min { $0.cost < $1.cost }
        case .alternatives(let nodes):
            var whole = Choice(anchors: [], cost: 0)
            for node in nodes {
                guard let choice = choose(node) else { return nil }
                whole.anchors += choice.anchors.filter { !whole.anchors.contains($0) }
                whole.cost += choice.cost
            }
            return whole
        }
    }
}
