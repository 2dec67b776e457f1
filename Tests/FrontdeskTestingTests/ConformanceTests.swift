import Frontdesk
import FrontdeskDialogue
import FrontdeskMatching
import FrontdeskTesting
import Testing

@Suite("The conformance suites")
struct ConformanceTests {
    @Test("The store in memory keeps every rule")
    func storeConforms() async {
        #expect(await StoreConformance.run { InMemoryStore() } == [])
    }

    @Test("The queue in memory keeps every rule")
    func queueConforms() async {
        #expect(await QueueConformance.run { InMemoryQueue() } == [])
    }

    /// A store that breaks one rule.
    struct BrokenStore: EventStore {
        enum Flaw: CaseIterable {
            case ignoresVersions, losesEvents, forgetsToErase, listsBackwards, rewritesNothing
        }

        let flaw: Flaw
        let store = InMemoryStore()
        var identity: String { store.identity }

        func append(_ events: [Event], to id: String, after version: Int) async throws(StoreError) {
            let known = try await store.version(of: id)
            try await store.append(events, to: id, after: flaw == .ignoresVersions ? known : version)
        }

        func events(of id: String, after version: Int) async throws(StoreError) -> [Event] {
            let events = try await store.events(of: id, after: version)
            return flaw == .losesEvents ? Array(events.dropLast(events.count > 20 ? 1 : 0)) : events
        }

        func version(of id: String) async throws(StoreError) -> Int { try await store.version(of: id) }

        func conversations(_ selection: ConversationSelection) async throws(StoreError) -> [ConversationHead]
        {
            let heads = try await store.conversations(selection)
            return flaw == .listsBackwards ? heads.reversed() : heads
        }

        func rewrite(
            _ ids: [String],
            _ change: @escaping @Sendable ([Event]) -> [Int: Event]
        ) async throws(StoreError) {
            if flaw != .rewritesNothing { try await store.rewrite(ids, change) }
        }

        func erase(conversation: String) async throws(StoreError) {
            if flaw != .forgetsToErase { try await store.erase(conversation: conversation) }
        }

        func close() async throws(StoreError) {}
    }

    @Test("A store with a flaw is found out", arguments: BrokenStore.Flaw.allCases)
    func findsFlaws(flaw: BrokenStore.Flaw) async {
        let failures = await StoreConformance.run { BrokenStore(flaw: flaw) }
        let rule =
            switch flaw {
            case .ignoresVersions: "a writer who does not know the latest events is refused"
            case .losesEvents: "events come back as they were, in order, from any version"
            case .forgetsToErase: "what is erased is gone, and its id can begin anew"
            case .rewritesNothing: "events are written anew in their places, and nothing else changes"
            case .listsBackwards: "heads tell of channel, customer, ticket and time, the latest first"
            }
        #expect(failures.contains { $0.rule == rule })
    }

    @Test("A store that loses what it held is found out when it is opened again")
    func findsForgetfulness() async {
        let failures = await StoreConformance.run({ InMemoryStore() }, reopen: { _ in InMemoryStore() })
        #expect(
            failures.map(\.rule).contains(
                "what was appended is there after the store is closed and opened again"
            )
        )
    }

    @Test("A store that cannot be made breaks every rule, and says why")
    func reportsErrors() async {
        let failures = await StoreConformance.run { throw StoreError.closed(place: "x") }
        #expect(failures.count > 5)
        #expect(failures.allSatisfy { $0.found.hasPrefix("it threw: the store x is closed") })
    }
}

@Suite("The clock that stands still")
struct ManualClockTests {
    @Test("It shows what it was set to, and moves only when it is told")
    func moves() {
        let clock = ManualClock()
        #expect(
            clock.milliseconds
                == Zone.utc.milliseconds(
                    of: CivilDate(year: 2026, month: 11, day: 23),
                    at: .init(hour: 10, minute: 0)
                )
        )
        clock.advance(by: 60_000)
        #expect(clock.milliseconds == 1_795_428_060_000)
        clock.set(5)
        #expect(clock.milliseconds == 5)
    }
}
