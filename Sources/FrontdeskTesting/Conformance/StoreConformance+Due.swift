import Frontdesk
import FrontdeskDialogue

extension StoreConformance {
    /// What time asks for, and what has not left yet, is found without reading events.
    static let dueRules: [ConformanceRule<any EventStore>] = [
        ConformanceRule("what is due is found by its time, and no longer when it is done") {
            store,
            findings in
            func due(_ before: Int64) async throws -> [String] {
                try await store.conversations(.due(before: before)).map(\.conversation).sorted()
            }
            try await store.append([said("hi")], to: "nothing", after: 0)
            try await store.append([promised("a", dueAt: 40_000_000)], to: "a", after: 0)
            try await store.append([promised("b", dueAt: 80_000_000)], to: "b", after: 0)
            findings.same(try await due(29_999_999), [], "what is due before the first is near")
            findings.same(try await due(30_000_000), ["a"], "what is due when the first is near")
            try await store.append([changed("a", .dueSoon)], to: "a", after: 1)
            findings.same(try await due(39_999_999), [], "what is due once the queue knows")
            findings.same(try await due(60_000_000), ["a", "b"], "what is due later")
            try await store.append([changed("a", .kept)], to: "a", after: 2)
            findings.same(try await due(.max), ["b"], "what is due when one is kept")
            try await store.append([Event(at: 5, turn: 2, fact: .undone(turn: 2))], to: "a", after: 3)
            findings.same(try await due(.max), ["a", "b"], "what is due when that is taken back")
            try await store.erase(conversation: "b")
            findings.same(try await due(.max), ["a"], "what is due when one is erased")
        },
        ConformanceRule(
            "messages that wait for what follows are due at the end of their window, until they are read"
        ) {
            store,
            findings in
            func due(_ before: Int64) async throws -> [Int64?] {
                try await store.conversations(.due(before: before)).map(\.pending.heldUntil)
            }
            let said = Fact.said(Outbound(text: "yes", kind: .answer, origin: "i"))
            let decided = Fact.decided(DecisionRecord(kind: .answer, rule: .pattern))
            let read = Fact.received(Inbound(id: "b", text: "a b", burst: Burst(ids: ["a", "b"], count: 2)))
            try await store.append([held("a", until: 40), held("b", until: 50)], to: "c", after: 0)
            findings.same(try await due(49), [], "what is due while the customer may be writing")
            findings.same(try await due(50), [50], "what is due at the end of the window")
            try await store.append([event(read), event(said), event(decided)], to: "c", after: 2)
            findings.same(try await due(.max), [], "what is due once they are read")
            findings.same(
                try await store.conversations(.unheard).map(\.unheardFrom),
                [4],
                "the answer, which leaves by itself"
            )
            try await store.append([held("c", until: 60)], to: "c", after: 5)
            try await store.append([event(.undone(turn: 2))], to: "c", after: 6)
            findings.same(try await due(.max), [], "what is due when a held message is taken back")
        },
        ConformanceRule("events are written anew in their places, and nothing else changes") {
            store,
            findings in
            try await store.append([said("one"), said("two"), said("three")], to: "c", after: 0)
            try await store.append([said("two")], to: "other", after: 0)
            let heads = try await store.conversations(.latest(9))
            try await store.rewrite(["c", "unknown"]) { events in
                events.count == 3 ? [1: said("-")] : [:]
            }
            let events = try await store.events(of: "c", after: 0)
            findings.same(events, [said("one"), said("-"), said("three")], "the events")
            findings.same(try await store.events(of: "other", after: 0), [said("two")], "those of another")
            findings.same(try await store.conversations(.latest(9)), heads, "the heads")
            try await store.append([said("four")], to: "c", after: 3)
            findings.same(try await store.events(of: "unknown", after: 0), [], "an unknown conversation")
        },
        ConformanceRule("messages that have not left are known, and no longer when they have") {
            store,
            findings in
            let outbound = Outbound(text: "late", kind: .notice, origin: "promise_late")
            let decided = Fact.decided(DecisionRecord(kind: .answer, rule: .external))
            try await store.append([said("hi"), event(.said(outbound)), event(decided)], to: "c", after: 0)
            findings.same(try await store.conversations(.unheard).count, 0, "those unheard after an answer")
            try await store.append([event(.said(outbound)), event(.said(outbound))], to: "c", after: 3)
            findings.same(
                try await store.conversations(.unheard).map(\.unheardFrom),
                [4],
                "the first message that has not left"
            )
            try await store.append([event(.delivered(through: 5))], to: "c", after: 5)
            findings.same(try await store.conversations(.unheard).count, 0, "those unheard at the end")
        },
    ]

    private static func event(_ fact: Fact) -> Event { Event(at: 1, turn: 1, fact: fact) }

    private static func held(_ id: String, until: Int64) -> Event {
        event(.held(HeldMessage(inbound: Inbound(id: id, text: id), until: until)))
    }

    private static func promised(_ id: String, dueAt: Int64) -> Event {
        event(.promised(Promise(id: id, text: "It", dueAt: dueAt, route: "ada@example.com", madeAt: 0)))
    }

    private static func changed(_ id: String, _ kind: PromiseChange.Kind) -> Event {
        Event(at: 1, turn: 2, fact: .promiseChanged(PromiseChange(id: id, kind: kind)))
    }
}
