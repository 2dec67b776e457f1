import FrontdeskDialogue
import FrontdeskMatching
import Testing

@Suite("What was promised, as a fold over events")
struct PromiseLedgerTests {
    private static let facts: [Fact] = {
        var facts: [Fact] = []
        for number in 1...3 {
            let id = "p\(number)"
            let promise = Promise(id: id, text: id, dueAt: Int64(number) * 50_000_000, route: nil, madeAt: 0)
            facts.append(.promised(promise))
            facts += PromiseChange.Kind.allCases.map {
                .promiseChanged(PromiseChange(id: id, kind: $0, by: "x", until: 90_000_000))
            }
            let report = ExternalEvent(name: "e\(number)")
            facts.append(.reportDeferred(DeferredReport(report: report, until: Int64(number))))
            facts.append(.reported(report))
        }
        return facts
    }()

    /// The naive way: what counts is folded, what was taken back is left out first.
    private func counted(_ events: [Event]) -> PromiseLedger {
        var kept: [Event] = []
        for event in events {
            if case .undone(let turn) = event.fact {
                kept.removeAll { $0.turn >= turn }
            } else {
                kept.append(event)
            }
        }
        var ledger = PromiseLedger()
        for event in kept { ledger.apply(event) }
        return ledger
    }

    @Test("says the same as if turns that were taken back had never been", arguments: 0..<200)
    func undo(_ seed: Int) {
        var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 &+ 1
        func draw(_ count: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % count
        }
        var events: [Event] = []
        var ledger = PromiseLedger()
        var turn = 0
        for at in 0..<60 {
            var fact = Self.facts[draw(Self.facts.count)]
            if draw(4) == 0 { turn += 1 }
            if turn > 0, draw(12) == 0 {
                fact = .undone(turn: turn)
            }
            // A promise and a report come but once.
            if case .undone = fact {} else if events.contains(where: { $0.fact == fact }) { continue }
            let event = Event(at: Int64(at), turn: turn, fact: fact)
            events.append(event)
            ledger.apply(event)
            if case .undone = fact { turn -= 1 }
            let naive = counted(events)
            #expect(ledger == naive)
            #expect(ledger.nextCheck == naive.nextCheck)
            #expect(ledger.withoutWords.nextCheck == naive.nextCheck)
            #expect(Tracker(conversation: "c", folding: events).ledger == naive)
        }
    }

    @Test("goes from open to kept, missed, moved and given up")
    func life() throws {
        let promise = Promise(id: "p", text: "It", dueAt: 1000, route: nil, madeAt: 0)
        var ledger = PromiseLedger()
        func apply(_ fact: Fact, at: Int64) { ledger.apply(Event(at: at, turn: 1, fact: fact)) }
        func change(_ kind: PromiseChange.Kind, at: Int64, until: Int64? = nil) {
            apply(.promiseChanged(PromiseChange(id: "p", kind: kind, until: until)), at: at)
        }
        apply(.promised(promise), at: 0)
        #expect(ledger["p"]?.state == .open)
        change(.dueSoon, at: 500)
        #expect(ledger.nextCheck == 1000)
        change(.missed, at: 1000, until: 1500)
        #expect(ledger["p"]?.state == .missed)
        #expect(ledger.nextCheck == 1500)
        change(.moved, at: 1500, until: 3500)
        #expect(ledger["p"]?.state == .open)
        #expect(ledger["p"]?.dueAt == 3500)
        #expect(ledger.nextCheck == 2500)
        change(.missed, at: 3500, until: 3500)
        change(.givenUp, at: 3500)
        #expect(ledger["p"]?.misses == 2)
        #expect(ledger["p"]?.state == .givenUp)
        #expect(ledger.nextCheck == nil)
        change(.kept, at: 4000)
        #expect(ledger["p"]?.state == .kept)
    }

    @Test("leaves alone what a version promised that did not look after promises")
    func old() {
        var ledger = PromiseLedger()
        let promise = Promise(id: "p", text: "It", dueAt: 1000, route: nil)
        ledger.apply(Event(at: 0, turn: 1, fact: .promised(promise)))
        #expect(ledger.nextCheck == nil)
    }
}
