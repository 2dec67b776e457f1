/// In which tone the desk speaks.
public struct TonePolicy: Sendable, Hashable, Codable {
    /// When another tone than the usual one is spoken.
    public struct Rule: Sendable, Hashable, Codable {
        /// The tone.
        public var tone: String
        /// A condition that calls for it.
        public var when: Expression?
        /// The queues in whose matters it is spoken.
        public var queues: [String]
        /// The sentiment of the customer's latest message, -1…1, at and below which it is spoken.
        public var sentimentBelow: Double?

        /// Makes a rule; any of its reasons is enough.
        public init(
            tone: String,
            when: Expression? = nil,
            queues: [String] = [],
            sentimentBelow: Double? = nil
        ) {
            self.tone = tone
            self.when = when
            self.queues = queues
            self.sentimentBelow = sentimentBelow
        }
    }

    /// The tones there are.
    public var tones: [String]
    /// The one that is spoken when no rule calls for another.
    public var usual: String
    /// The first that calls for its tone decides.
    public var rules: [Rule]

    /// Makes a policy.
    public init(tones: [String], usual: String, rules: [Rule] = []) {
        self.tones = tones
        self.usual = usual
        self.rules = rules
    }

    /// The tone to speak in.
    ///
    /// - Parameters:
    ///   - queue: The queue that the matter at hand belongs to.
    ///   - sentiment: How the customer's latest message sounds.
    ///   - holds: Whether a condition holds now.
    func tone(queue: String?, sentiment: Double, _ holds: (Expression) -> Bool) -> String {
        let rule = rules.first { rule in
            if let when = rule.when, holds(when) { return true }
            if let queue, rule.queues.contains(queue) { return true }
            return rule.sentimentBelow.map { sentiment <= $0 } ?? false
        }
        return rule?.tone ?? usual
    }
}
