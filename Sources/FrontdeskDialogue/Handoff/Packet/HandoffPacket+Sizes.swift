/// The packet for people in a hurry, and for desks with little room.
extension HandoffPacket {
    /// What an agent reads in ten seconds: plain text without control characters, at most 1,500 characters.
    public var card: String { PacketText(packet: self).card }

    /// How many bytes of JSON ``flat`` has at most.
    public static let flatLimit = 4096

    /// The packet as plain fields, at most 4 KB of JSON; what is less important is left out first.
    public var flat: FlatFields {
        var fields: [FlatFields.Field] = []
        func add(_ key: String, _ text: String?, limit: Int = 200) {
            guard let text, !text.isEmpty else { return }
            fields.append(.init(key, .text(PacketText.clip(PacketText.oneLine(text), to: limit))))
        }
        func add(_ key: String, _ number: Double?) {
            if let number { fields.append(.init(key, .number(number))) }
        }
        add("schema", schema)
        add("packet_id", packetID)
        add("conversation_id", conversationID)
        add("reason", reason.code.rawValue)
        add("queue", routing.queue)
        add("priority", Double(routing.priority))
        add("summary", summary, limit: 600)
        add("customer_name", customer.name, limit: 80)
        add("customer_id", customer.id, limit: 80)
        fields.append(.init("customer_verified", .boolean(customer.isVerified)))
        add("contact", customer.contactRoutes.first?.address, limit: 120)
        add("customer_ask", customerAsk)
        add("topic", topics.last?.id, limit: 80)
        add("state", state, limit: 80)
        for slot in slots where !slot.isSensitive {
            switch slot.value {
            case .text(let text): add("slot_\(slot.name)", text, limit: 100)
            default: fields.append(.init("slot_\(slot.name)", slot.value))
            }
        }
        add("news", PacketText(packet: self).news, limit: 100)
        add("missing", missing.joined(separator: ","))
        add("first_response_due", sla.firstResponseDue)
        add("promise", promises.last?.text, limit: 100)
        add("promise_due", promises.last?.dueAt)
        add("next", suggested.first, limit: 100)
        add("intent", intent.top.first?.id, limit: 80)
        add("intent_confidence", intent.top.first?.confidence)
        add("sentiment", sentiment.score)
        add("told_customer", wait.told, limit: 200)
        add("language", routing.language, limit: 40)
        add("tier", customer.tier, limit: 40)
        add("channel", channel, limit: 40)
        add("handoff_seq", Double(sequence))
        add("reason_detail", reason.detail, limit: 100)
        add("assistant", assistant, limit: 80)
        add("created_at", createdAt)
        if let memory = customer.memory { fields += FlatFields.fields(of: memory) }
        for finding in findings {
            for field in finding.fields.fields {
                switch field.value {
                case .text(let text): add("\(finding.name)_\(field.key)", text, limit: 100)
                default: fields.append(.init("\(finding.name)_\(field.key)", field.value))
                }
            }
        }
        return FlatFields(fields).prefix(jsonBytes: Self.flatLimit)
    }
}
