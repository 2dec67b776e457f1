import FrontdeskDialogue
import FrontdeskMatching
import Testing

@Suite("What the handoff packet shows of what is remembered")
struct HandoffPacketMemoryTests {
    @Test("It shows what is remembered, how old that is and on what consent; what is sensitive, in full only")
    func memory() throws {
        let day: Int64 = 86_400_000
        let at = HandoffPacketTests.now.milliseconds
        func value(_ name: String, _ text: String, days: Int64) -> RememberedValue {
            RememberedValue(name: name, value: .text(text), display: text, at: at - days * day)
        }
        let memory = CustomerMemory(
            customer: "u1",
            conversations: 3,
            lastAt: at - 12 * day,
            lastTopic: "order.status",
            lastOutcome: .resolved,
            consent: .init(isGiven: true, at: at - 40 * day),
            values: [
                value("order_number", "A-10022", days: 12), value("postcode", "10969", days: 31),
                value("secret", "hush", days: 1), value("later", "old", days: 400),
                value("gone", "x", days: 1),
            ]
        )
        var shop = HandoffPacketTests.assistant
        for place in shop.flows[0].slots.indices {
            shop.flows[0].slots[place].terms.remember = RememberRule(
                keptFor: 365 * 86_400,
                confirmAfter: 30 * 86_400
            )
        }
        func packet(isVerified: Bool) -> HandoffPacket {
            var events = HandoffPacketTests.events()
            let profile = CustomerProfile(id: "u1", name: "Ada Byron", isVerified: isVerified)
            events[1] = Event(at: at, turn: 0, fact: .profileChanged(profile))
            if isVerified { events.insert(Event(at: at, turn: 0, fact: .memory(.recalled(memory))), at: 2) }
            return HandoffPacket(
                tracker: Tracker(conversation: "c1", folding: events),
                handoff: HandoffPacketTests.handoff,
                assistant: shop,
                moment: HandoffPacketTests.now
            )
        }
        #expect(packet(isVerified: false).customer.memory == nil)
        let shown = packet(isVerified: true)
        let known = try #require(shown.customer.memory)
        #expect(known.values.map(\.name) == ["order_number", "postcode", "secret"])
        #expect(known.values.map(\.ageDays) == [12, 31, 1])
        #expect(known.values.map(\.isOld) == [false, true, false])
        #expect(known.values.map(\.isSensitive) == [false, false, true])
        #expect([known.consent, known.consentAt] == ["given", "2026-10-13T08:00:00Z"])
        #expect(known.lastTopic == "Where is my order")
        #expect(shown.card.contains("Remembered: order number A-10022 (12 days old); postcode 10969"))
        #expect(!shown.card.contains("hush"))
        #expect(shown.card.utf16.count <= 1500)
        #expect(shown.flat["remembered_order_number"] == .text("A-10022"))
        #expect(shown.flat["remembered_order_number_at"] == .text("2026-11-10T08:00:00Z"))
        #expect(shown.flat["memory_consent"] == .text("given"))
        #expect(shown.flat["remembered_secret"] == nil)
    }
}
