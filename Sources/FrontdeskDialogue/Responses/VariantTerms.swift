/// When one of the wordings of a response is said.
public struct VariantTerms: Sendable, Hashable, Codable {
    /// The tone it speaks in; nil: it fits every tone.
    public var tone: String?

    /// Makes terms.
    public init(tone: String? = nil) {
        self.tone = tone
    }
}

extension Response {
    /// The wordings that fit now: those in the tone that is spoken, else those that fit every tone.
    ///
    /// - Returns: Indices into ``variants``; never empty.
    func suitable(tone: String?) -> [Int] {
        guard let terms, terms.count == variants.count else { return Array(variants.indices) }
        let all = Array(variants.indices)
        return Self.fitting(all, terms, tone) ?? all
    }

    private static func fitting(_ group: [Int], _ terms: [VariantTerms], _ tone: String?) -> [Int]? {
        let spoken = group.filter { tone != nil && terms[$0].tone == tone }
        if !spoken.isEmpty { return spoken }
        let plain = group.filter { terms[$0].tone == nil }
        return plain.isEmpty ? nil : plain
    }
}
