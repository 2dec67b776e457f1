/// What earlier conversations told of the customer, and what is remembered.
extension HandoffPacket {
    /// What the desk knows of a customer who has proved who it is from earlier conversations.
    public struct Memory: Sendable, Hashable, Codable {
        /// How many conversations there were before this one.
        public var conversations: Int
        /// When the customer wrote last before this one, in UTC.
        public var lastContact: String?
        /// What the latest one was about, as a human reads it.
        public var lastTopic: String?
        /// How the latest one came out.
        public var lastOutcome: CustomerMemory.Outcome?
        /// `given`, `refused` or `not_asked`: whether values may be kept.
        public var consent: String
        /// When the customer said so, in UTC.
        public var consentAt: String?
        /// What is remembered and not too old to be used, by name.
        public var values: [Remembered]

        private enum CodingKeys: String, CodingKey {
            case conversations
            case lastContact = "last_contact"
            case lastTopic = "last_topic"
            case lastOutcome = "last_outcome"
            case consent
            case consentAt = "consent_at"
            case values
        }
    }

    /// A value that is remembered from one conversation to the next.
    public struct Remembered: Sendable, Hashable, Codable {
        /// The slot's name.
        public var name: String
        /// The value.
        public var value: FlatFields.Scalar
        /// The value as people read it.
        public var display: String
        /// When the customer gave or confirmed it, in UTC.
        public var learntAt: String
        /// How many whole days ago that was.
        public var ageDays: Int
        /// Whether the desk would ask whether it still holds.
        public var isOld: Bool
        /// Whether it must not be shown to others than the customer and the agent.
        public var isSensitive: Bool

        private enum CodingKeys: String, CodingKey {
            case name
            case value
            case display
            case learntAt = "learnt_at"
            case ageDays = "age_days"
            case isOld = "old"
            case isSensitive = "sensitive"
        }
    }
}

extension PacketMaker {
    private static let day: Int64 = 86_400_000

    /// The memory as the desk itself would use it: nothing that was forgotten, refused or has grown too old.
    var memory: HandoffPacket.Memory? {
        guard let memory = tracker.memory, tracker.customer.isVerified else { return nil }
        let slots = assistant.flows.flatMap(\.slots)
        let values = memory.values.compactMap { known -> HandoffPacket.Remembered? in
            let named = slots.filter { $0.name == known.name }
            guard let value = known.value, let rule = named.compactMap(\.terms.remember).first else {
                return nil
            }
            let age = max(0, moment.milliseconds - known.at)
            guard age / 1000 <= Int64(rule.keptFor) else { return nil }
            return HandoffPacket.Remembered(
                name: known.name,
                value: FlatFields.Scalar(value),
                display: known.display,
                learntAt: StampText.utc(known.at),
                ageDays: Int(age / Self.day),
                isOld: age / 1000 > Int64(rule.confirmAfter),
                isSensitive: named.contains(where: \.isSensitive)
            )
        }
        return HandoffPacket.Memory(
            conversations: memory.conversations,
            lastContact: memory.lastAt.map(StampText.utc),
            lastTopic: memory.lastTopic.map(title(ofIntent:)),
            lastOutcome: memory.lastOutcome,
            consent: consent(memory),
            consentAt: memory.consent.map { StampText.utc($0.at) },
            values: values
        )
    }

    private func consent(_ memory: CustomerMemory) -> String {
        if let said = memory.consent { return said.isGiven ? "given" : "refused" }
        let isInProfile = tracker.customer.consent?.contains(MemoryPolicy.consentWord) == true
        return isInProfile ? "given" : "not_asked"
    }
}

extension PacketText {
    /// "size M (12 days old); …".
    var remembered: String {
        (packet.customer.memory?.values ?? []).map { known in
            let display = known.isSensitive ? "(see the packet)" : Self.clip(known.display, to: 40)
            let age =
                known.ageDays == 0 ? "today" : "\(known.ageDays) day\(known.ageDays == 1 ? "" : "s") old"
            return "\(Self.spaced(known.name)) \(display) (\(age))"
        }.joined(separator: "; ")
    }
}

extension FlatFields {
    /// The memory as plain fields; what is sensitive stays in the full packet.
    static func fields(of memory: HandoffPacket.Memory) -> [Field] {
        var fields: [Field] = [
            Field("conversations_before", .number(Double(memory.conversations))),
            Field("memory_consent", .text(memory.consent)),
        ]
        if let at = memory.lastContact { fields.append(Field("last_contact", .text(at))) }
        for known in memory.values where !known.isSensitive {
            let text = PacketText.clip(known.display, to: 100)
            fields.append(Field("remembered_\(known.name)", .text(text)))
            fields.append(Field("remembered_\(known.name)_at", .text(known.learntAt)))
        }
        return fields
    }
}
