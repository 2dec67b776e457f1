public import Frontdesk
import FrontdeskDialogue

/// The rules that every ``EventStore`` keeps.
///
/// ```swift
/// @Test func conforms() async {
///     #expect(await StoreConformance.run { try MyStore(emptyDatabase()) } == [])
/// }
/// ```
public enum StoreConformance {
    /// Checks all rules.
    ///
    /// - Parameters:
    ///   - makeStore: Makes an empty store; called once for each rule.
    ///   - reopen: Opens what a store, which is closed by now, has kept; nil for one that keeps nothing.
    /// - Returns: The rules that are broken; none for a store that conforms.
    public static func run(
        _ makeStore: @Sendable () async throws -> any EventStore,
        reopen: (@Sendable (any EventStore) async throws -> any EventStore)? = nil
    ) async -> [ConformanceFailure] {
        var failures: [ConformanceFailure] = []
        for rule in rules + dueRules { failures += await rule.failures(makeStore) }
        if let reopen { failures += await durability(reopen).failures(makeStore) }
        return failures
    }

    private static let rules: [ConformanceRule<any EventStore>] = [
        ConformanceRule("events come back as they were, in order, from any version") { store, findings in
            let all = EventSamples.all
            try await store.append(Array(all[..<5]), to: "c", after: 0)
            try await store.append(Array(all[5...]), to: "c", after: 5)
            for version in [0, 1, 5, 6, all.count, all.count + 7] {
                let events = try await store.events(of: "c", after: version)
                findings.holds(
                    events == Array(all.dropFirst(version)),
                    "the events after version \(version) differ"
                )
            }
            findings.same(try await store.version(of: "c"), all.count, "the version")
        },
        ConformanceRule("an unknown conversation is empty") { store, findings in
            findings.same(try await store.version(of: "nobody"), 0, "the version")
            findings.same(try await store.events(of: "nobody", after: 0), [], "the events")
            findings.same(
                try await store.conversations(.conversation("nobody")).count,
                0,
                "the number of heads"
            )
            try await store.erase(conversation: "nobody")
        },
        ConformanceRule("appending nothing changes nothing") { store, findings in
            try await store.append([], to: "c", after: 0)
            findings.same(try await store.conversations(.latest(9)).count, 0, "the number of heads")
        },
        ConformanceRule("conversations do not mix, whatever their ids look like") { store, findings in
            let ids = ["c", "C", "c ", "", "c'", "c%", "ü", "u", "😀", "c/1", "c\u{1}d"]
            for (number, id) in ids.enumerated() {
                try await store.append([said("\(number)")], to: id, after: 0)
            }
            for (number, id) in ids.enumerated() {
                let events = try await store.events(of: id, after: 0)
                findings.holds(events == [said("\(number)")], "the events of '\(id)' differ")
            }
        },
        ConformanceRule("a writer who does not know the latest events is refused") { store, findings in
            try await store.append([said("a"), said("b")], to: "c", after: 0)
            for version in [0, 1, 3] {
                let error = await storeError { try await store.append([said("x")], to: "c", after: version) }
                let expected = StoreError.conflict(conversation: "c", expected: version, actual: 2)
                findings.holds(
                    error == expected,
                    "version \(version) gave \(error.map(\.description) ?? "no error")"
                )
            }
            findings.same(try await store.version(of: "c"), 2, "the version afterwards")
        },
        ConformanceRule("of many writers at one version one is let through") { store, findings in
            for version in 0..<5 {
                let winners = await count(of: 16) { number in
                    (try? await store.append([said("\(number)")], to: "c", after: version)) != nil
                }
                findings.same(winners, 1, "the number of winners at version \(version)")
            }
            findings.same(try await store.version(of: "c"), 5, "the version afterwards")
        },
        ConformanceRule("heads tell of channel, customer, ticket and time, the latest first") {
            store,
            findings in
            try await fillWithHeads(store)
            func ids(_ selection: ConversationSelection) async throws -> [String] {
                try await store.conversations(selection).map(\.conversation)
            }
            findings.same(try await ids(.latest(9)), ["late", "waiting", "early"], "all")
            findings.same(try await ids(.latest(2)), ["late", "waiting"], "the latest two")
            findings.same(try await ids(.page(after: nil, limit: 2)), ["early", "late"], "the first page")
            findings.same(try await ids(.page(after: "late", limit: 2)), ["waiting"], "the page behind it")
            findings.same(try await ids(.conversation("early")), ["early"], "the one asked for")
            findings.same(try await ids(.customer("7")), ["early"], "those of customer 7")
            findings.same(
                try await ids(.customer("ADA@example.com")),
                ["early"],
                "those of the e-mail address"
            )
            findings.same(try await ids(.unsettled), ["late", "waiting"], "the unsettled")
            for head in try await store.conversations(.latest(9)) {
                var expected = ConversationHead(conversation: head.conversation)
                for event in try await store.events(of: head.conversation, after: 0) { expected.apply(event) }
                findings.holds(
                    head == expected,
                    "the head of '\(head.conversation)' is not the fold of its events"
                )
            }
        },
        ConformanceRule("what is erased is gone, and its id can begin anew") { store, findings in
            try await fillWithHeads(store)
            try await store.erase(conversation: "early")
            findings.same(try await store.events(of: "early", after: 0), [], "the events")
            findings.same(
                try await store.conversations(.customer("7")).count,
                0,
                "the number of heads of the customer"
            )
            findings.same(
                try await store.conversations(.latest(9)).count,
                2,
                "the number of other conversations"
            )
            try await store.append([said("anew")], to: "early", after: 0)
            findings.same(try await store.events(of: "early", after: 0), [said("anew")], "the events anew")
        },
    ]

    private static func durability(
        _ reopen: @escaping @Sendable (any EventStore) async throws -> any EventStore
    ) -> ConformanceRule<any EventStore> {
        ConformanceRule("what was appended is there after the store is closed and opened again") {
            store,
            findings in
            try await store.append(EventSamples.all, to: "c", after: 0)
            let heads = try await store.conversations(.latest(9))
            try await store.close()
            let again = try await reopen(store)
            let events = try await again.events(of: "c", after: 0)
            findings.holds(events == EventSamples.all, "the events differ")
            findings.same(try await again.conversations(.latest(9)), heads, "the heads")
            try await again.close()
        }
    }

    private static func fillWithHeads(_ store: any EventStore) async throws {
        let opening = Fact.opened(Opening(conversation: "early", channel: "chat", assistant: "shop"))
        let profile = Fact.profileChanged(CustomerProfile(id: "7", email: "Ada@Example.com"))
        let handoff = Handoff(id: "h", queue: "q", reason: .vip, detail: "", priority: 1, told: "")
        let done = Fact.decided(DecisionRecord(kind: .handoff, rule: .humanAsked))
        try await store.append(
            [opening, profile].map { Event(at: 1, turn: 0, fact: $0) },
            to: "early",
            after: 0
        )
        let waiting = [Fact.handedOff(handoff), done].map { Event(at: 2, turn: 1, fact: $0) }
        try await store.append(waiting, to: "waiting", after: 0)
        try await store.append([said("late", at: 3)], to: "late", after: 0)
    }

    static func said(_ text: String, at: Int64 = 1) -> Event {
        Event(at: at, turn: 1, fact: .received(Inbound(text: text)))
    }

    private static func storeError(_ body: () async throws -> Void) async -> StoreError? {
        do {
            try await body()
            return nil
        } catch {
            return error as? StoreError
        }
    }
}

/// How many of so many tasks at once come out true.
func count(of tasks: Int, where body: @escaping @Sendable (Int) async -> Bool) async -> Int {
    await withTaskGroup(of: Bool.self, returning: Int.self) { group in
        for number in 0..<tasks { group.addTask { await body(number) } }
        var count = 0
        for await isTrue in group where isTrue { count += 1 }
        return count
    }
}
