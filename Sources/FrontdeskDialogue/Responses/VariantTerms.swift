/// When one of the wordings of a response is said.
public struct VariantTerms: Sendable, Hashable, Codable {
    /// The condition that must hold; nil: none.
    public var when: Expression?
    /// The tone it speaks in; nil: it fits every tone.
    public var tone: String?

    /// Makes terms.
    public init(when: Expression? = nil, tone: String? = nil) {
        self.when = when
        self.tone = tone
    }
}

extension Response {
    /// The wordings that fit now.
    ///
    /// First the condition: wordings with the same one belong together, and the first such group whose condition holds
    /// counts; those without a condition come last. Then the tone: of the group, those in the tone that is spoken; else
    /// those that fit every tone; a group that has neither is passed over.
    ///
    /// - Parameters:
    ///   - tone: The tone that is spoken; nil when the assistant has none.
    ///   - holds: Whether a condition holds now.
    /// - Returns: Indices into ``variants``; never empty.
    func suitable(tone: String?, _ holds: (Expression) -> Bool) -> [Int] {
        guard let terms, terms.count == variants.count else { return Array(variants.indices) }
        for place in terms.indices {
            guard let when = terms[place].when, !terms[..<place].contains(where: { $0.when == when }),
                holds(when)
            else { continue }
            let group = terms.indices.filter { terms[$0].when == when }
            if let fitting = Self.fitting(group, terms, tone) { return fitting }
        }
        let rest = terms.indices.filter { terms[$0].when == nil }
        return Self.fitting(rest, terms, tone) ?? (rest.isEmpty ? Array(variants.indices) : rest)
    }

    private static func fitting(_ group: [Int], _ terms: [VariantTerms], _ tone: String?) -> [Int]? {
        let spoken = group.filter { tone != nil && terms[$0].tone == tone }
        if !spoken.isEmpty { return spoken }
        let plain = group.filter { terms[$0].tone == nil }
        return plain.isEmpty ? nil : plain
    }
}
