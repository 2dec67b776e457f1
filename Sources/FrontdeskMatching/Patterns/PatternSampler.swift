/// Writes sentences that a pattern accepts: the way back from a pattern to utterances.
///
/// Entities are filled with their type's example, gaps with a few words. The same pattern always gives the same
/// sentences, the shortest choices first.
package struct PatternSampler: Sendable {
    private let rules: [String: PatternNode]
    private let synonyms: [String: SynonymTable.Members]
    private let examples: [String: String]
    /// The values of gazetteers: what else fills an entity.
    private let values: [String: [String]]
    /// What fills gaps.
    private let gapWords: [String]

    /// Makes a sampler for an assistant's rules, synonyms and entity types.
    ///
    /// - Parameter language: The language of the words that fill gaps.
    package init(
        rules: [String: PatternNode] = [:],
        synonyms: [SynonymSet] = [],
        entityTypes: [EntityType] = [],
        language: Language = .english
    ) {
        self.rules = rules
        gapWords =
            switch language {
            case .english: ["really", "just", "about", "that", "thing"]
            case .spanish: ["pues", "bueno", "sobre", "esa", "cosa"]
            }
        self.synonyms = SynonymTable(synonyms).members
        var examples = Self.builtInExamples
        for type in entityTypes { examples[type.name] = Self.example(of: type) }
        self.examples = examples
        var values: [String: [String]] = [:]
        for type in entityTypes {
            if let entries = type.recognition.entries { values[type.name] = entries.map(\.value) }
        }
        self.values = values
    }

    /// Sentences of one pattern, all different, at most `limit`.
    ///
    /// A part that cannot be filled, such as an entity type without an example, is left out where it is optional;
    /// where it is not, the pattern has no samples.
    package func samples(of pattern: Pattern, limit: Int) -> [String] {
        precondition(limit > 0, "the limit is a number of sentences, at least 1")
        return expand(pattern.root, limit, depth: 0).compactMap { words in
            words.isEmpty ? nil : words.joined(separator: " ")
        }
    }

    /// What fills an entity of this type, if anything is known.
    package func example(ofEntityType name: String) -> String? { examples[name] }

    /// Everything known that fills an entity of this type: the example, then a gazetteer's values.
    package func examples(ofEntityType name: String) -> [String] {
        let example = examples[name]
        return (example.map { [$0] } ?? []) + (values[name] ?? []).filter { $0 != example }
    }

    func rule(_ name: String) -> PatternNode? { rules[name] }

    func members(of set: String) -> [[String]] { synonyms[set]?.words ?? [] }

    private func expand(_ node: PatternNode, _ limit: Int, depth: Int) -> [[String]] {
        guard depth < PatternAutomaton.depthLimit else { return [] }
        switch node {
        case .word(let word), .exact(let word): return [[word]]
        case .synonyms(let name): return Array(members(of: name).prefix(limit))
        case .permutation(let nodes):
            return expand(.writtenOut(nodes), limit, depth: depth + 1)
        case .entity(let type, _): return examples[type].map { [[$0]] } ?? []
        case .gap(let min, let max): return fillings(min: min, max: max)
        case .rule(let name): return rules[name].map { expand($0, limit, depth: depth + 1) } ?? []
        case .optional(let inner): return distinct(expand(inner, limit, depth: depth + 1) + [[]], limit)
        case .alternatives(let nodes):
            return distinct(interleave(nodes.map { expand($0, limit, depth: depth + 1) }), limit)
        case .sequence(let nodes):
            return combine(nodes.map { expand($0, limit, depth: depth + 1) }, limit)
        }
    }

    /// Joins one choice of each part; when there are too many ways, spreads over all of them evenly.
    private func combine(_ parts: [[[String]]], _ limit: Int) -> [[String]] {
        guard parts.allSatisfy({ !$0.isEmpty }) else { return [] }
        var ways = 1
        for part in parts where ways <= limit * 64 { ways *= part.count }
        let isComplete = ways <= limit
        // A fixed linear congruence (Knuth, MMIX) spreads the choices without randomness.
        var state: UInt64 = 0x9E37_79B9_7F4A_7C15
        var sentences: [[String]] = []
        for number in 0..<(isComplete ? ways : limit * 4) {
            var rest = number
            var sentence: [String] = []
            for part in parts {
                if isComplete {
                    sentence += part[rest % part.count]
                    rest /= part.count
                } else {
                    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                    sentence += part[number == 0 ? 0 : Int((state >> 33) % UInt64(part.count))]
                }
            }
            sentences.append(sentence)
        }
        return distinct(sentences, limit)
    }

    /// Takes the first of each list, then the second of each, and so on.
    private func interleave(_ lists: [[[String]]]) -> [[String]] {
        let longest = lists.map(\.count).max() ?? 0
        return (0..<longest).flatMap { index in lists.compactMap { index < $0.count ? $0[index] : nil } }
    }

    func distinct(_ sentences: [[String]], _ limit: Int) -> [[String]] {
        var seen: Set<[String]> = []
        var kept: [[String]] = []
        for sentence in sentences where kept.count < limit && seen.insert(sentence).inserted {
            kept.append(sentence)
        }
        return kept
    }

    func fillings(min: Int, max: Int) -> [[String]] {
        let words = gapWords
        func filling(_ count: Int) -> [String] { (0..<count).map { words[$0 % words.count] } }
        let longer = Swift.min(Swift.max(min, 2), max)
        return longer > min ? [filling(min), filling(longer)] : [filling(min)]
    }

    private static func example(of type: EntityType) -> String? {
        if let example = type.example { return example }
        switch type.recognition {
        case .gazetteer(let entries), .fuzzyGazetteer(let entries): return entries.first?.value
        case .builtIn(let builtIn): return builtInExamples[builtIn.rawValue]
        case .phone: return builtInExamples[BuiltInEntity.phone.rawValue]
        case .regex: return nil
        }
    }

    private static let builtInExamples: [String: String] = {
        var examples: [String: String] = [:]
        for entity in BuiltInEntity.allCases { examples[entity.rawValue] = example(of: entity) }
        return examples
    }()

    private static func example(of entity: BuiltInEntity) -> String {
        switch entity {
        case .number: "42"
        case .ordinal: "second"
        case .date: "tomorrow"
        case .time: "10:30"
        case .money: "20 euros"
        case .email: "ada@example.com"
        case .phone: "+49 30 1234567"
        case .url: "https://example.com"
        case .personName: "Ada Byron"
        case .duration: "2 hours"
        case .percentage: "20%"
        case .weight: "5 kg"
        case .length: "80 cm"
        case .area: "60 m²"
        case .volume: "2 litres"
        case .temperature: "30 °C"
        case .dataSize: "5 GB"
        case .dateRange: "from Monday to Friday"
        case .timeRange: "from 3 pm to 5 pm"
        case .iban: "DE89 3704 0044 0532 0130 00"
        case .paymentCard: "[card]"
        case .address: "12 High Street"
        }
    }
}
