/// The sentences that are taken for something else, by what for.
public struct SentenceChanges: Sendable, Hashable {
    /// One of them.
    public struct Changed: Sendable, Hashable {
        /// What is written.
        public var sentence: Sentence
        /// What the first version takes it for.
        public var old: Reading
        /// What the second takes it for.
        public var new: Reading
    }

    /// Those that go from the same to the same.
    public struct Group: Sendable, Hashable {
        /// They were taken for this.
        public var old: Reading
        /// They are taken for this.
        public var new: Reading
        /// The sentences.
        public var sentences: [Changed]
    }

    /// The groups, the largest first.
    public let groups: [Group]
    /// How many sentences were tried, by where they come from.
    public let counts: [Sentence.Source: Int]

    /// How many sentences were tried.
    public var tried: Int { counts.values.reduce(0, +) }
    /// How many are taken for something else.
    public var changed: Int { groups.reduce(0) { $0 + $1.sentences.count } }

    /// Compares what two versions take sentences for.
    public init(_ sentences: [Sentence], _ old: [Reading], _ new: [Reading]) {
        counts = Dictionary(sentences.map { ($0.source, 1) }, uniquingKeysWith: +)
        var order: [[String]] = []
        var found: [[String]: [Changed]] = [:]
        for (sentence, readings) in zip(sentences, zip(old, new)) where !readings.0.isSame(as: readings.1) {
            let key =
                [readings.0.decision.rawValue] + readings.0.intents + ["→", readings.1.decision.rawValue]
                + readings.1.intents
            if found[key] == nil { order.append(key) }
            found[key, default: []].append(Changed(sentence: sentence, old: readings.0, new: readings.1))
        }
        groups = order.compactMap { key in
            guard let sentences = found[key], let first = sentences.first else { return nil }
            // What customers wrote says most.
            let sorted = sentences.enumerated().sorted { one, other in
                let first = (one.element.sentence.source == .transcript ? 0 : 1, one.offset)
                let second = (other.element.sentence.source == .transcript ? 0 : 1, other.offset)
                return first < second
            }.map(\.element)
            return Group(old: first.old, new: first.new, sentences: sorted)
        }.enumerated().sorted {
            ($1.element.sentences.count, $0.offset) < ($0.element.sentences.count, $1.offset)
        }.map(\.element)
    }
}

extension Reading {
    /// `order.status`, `order.status or delivery.time: asked which one is meant`, `not understood`.
    public var text: String {
        let names = intents.joined(separator: decision == .clarified ? " or " : " and ")
        guard !names.isEmpty else { return decision.title }
        return decision == .answered ? names : "\(names), \(decision.title)"
    }
}
