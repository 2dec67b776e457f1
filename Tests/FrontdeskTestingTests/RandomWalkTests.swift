import Frontdesk
import FrontdeskDialogue
import FrontdeskMatching
@testable import FrontdeskTesting
import Testing

@Suite("Random walks")
struct RandomWalkTests {
    @Test("a sound assistant holds, comes to each of its flows, and walks the same way again")
    func holds() async throws {
        let walk = RandomWalk(assistant: try TestShop.assistant())
        let report = try await walk.run(turns: 300, seed: 1)
        #expect(report.held, "\(report.text)")
        #expect(report.turns >= 300)
        #expect(report.missedFlows.isEmpty)
        #expect(report.handoffs > 0)
        #expect(try await walk.run(turns: 300, seed: 1).text == report.text)
        #expect(try await walk.run(turns: 300, seed: 2).text != report.text)
    }

    @Test("an assistant in which nobody can ask for a human is found out, with the conversation")
    func unreachable() async throws {
        var assistant = try TestShop.assistant()
        assistant.matching.intents.removeAll { $0.name == Control.human.intentName }
        assistant.intents = IntentList(assistant.intents.filter { $0.name != Control.human.intentName })
        let report = try await RandomWalk(assistant: assistant).run(turns: 100, seed: 1)
        let violation = try #require(report.violation)
        #expect(violation.invariant == .human)
        #expect(violation.lines.count == 1)
        #expect(report.text.contains("broken: a human is reachable within two messages"))
        #expect(report.text.contains("in conversation 0 of seed 1:\n\n  > "))
    }

    // MARK: What each check finds

    private static func check() throws -> WalkCheck {
        let assistant = try TestShop.assistant()
        return WalkCheck(assistant, .training(assistant))
    }

    private static func tracker(_ facts: [(turn: Int, fact: Fact)]) -> (Tracker, [Event]) {
        let opening = Opening(conversation: "c", channel: "walk", assistant: "shop")
        let events = ([(0, .opened(opening))] + facts).map { Event(at: 0, turn: $0.0, fact: $0.1) }
        return (Tracker(conversation: "c", folding: events), events)
    }

    private static func said(_ text: String, _ kind: Outbound.Kind) -> Fact {
        .said(Outbound(text: text, kind: kind, origin: "test"))
    }

    @Test(
        "replies that must not be",
        arguments: [
            ([], "hi", WalkInvariant.answered), ([" \n"], "hi", .answered), (["Fine.", ""], "hi", .answered),
            (["It costs {{order.total}}."], "hi", .filled), (["Fine."], "hi", nil),
            (["I can't see {{x}}."], "is it {{x}}", nil),
        ] as [([String], String, WalkInvariant?)]
    )
    func replies(texts: [String], said: String, broken: WalkInvariant?) throws {
        var facts: [(turn: Int, fact: Fact)] = [(1, .received(Inbound(text: said)))]
        facts += texts.map { (1, Self.said($0, .answer)) }
        let record = DecisionRecord(
            kind: .answer,
            rule: .confident,
            intent: nil,
            confidence: nil,
            stateBefore: nil,
            stateAfter: nil,
            resumed: false,
            owner: "desk"
        )
        facts.append((1, .decided(record)))
        let (tracker, events) = Self.tracker(facts)
        let turn = try #require(TurnSummary(of: events[...], turn: 1))
        let reply = Reply(conversation: "c", inReplyTo: nil, turn: turn)
        #expect(try Self.check().broken(by: reply, tracker)?.0 == broken)
    }

    @Test(
        "the same reprompt twice in a row",
        arguments: [
            ("Which order is it?", "Which order is it?", true),
            ("Which order is it?", "which  ORDER is it", false),
            ("Which order is it?", "WHICH ORDER is it?", true),
            ("Which order is it?", "The number, please.", false),
        ]
    )
    func reprompts(first: String, second: String, isBroken: Bool) throws {
        let (tracker, events) = Self.tracker([
            (1, .received(Inbound(text: "x"))), (1, Self.said(first, .reprompt)),
            (2, .received(Inbound(text: "y"))), (2, Self.said(second, .reprompt)),
        ])
        #expect(try Self.check().broken(tracker, events: events, at: 0)?.0 == (isBroken ? .varied : nil))
    }

    @Test("a slot that is asked for although it is filled")
    func known() throws {
        let entry = SlotEntry(
            name: "order_number",
            value: .text("A-10021"),
            display: "A-10021",
            source: .customer,
            turn: 1
        )
        let (tracker, events) = Self.tracker([
            (1, .received(Inbound(text: "x"))), (1, .flowStarted(flow: "track_order", intent: nil)),
            (1, .slotSet(entry)), (1, .questionOpened(.slot("order_number"))),
        ])
        #expect(try Self.check().broken(tracker, events: events, at: 0)?.0 == .known)
    }

    @Test("a state that its events do not give")
    func folded() throws {
        let (tracker, events) = Self.tracker([(1, .received(Inbound(text: "x")))])
        #expect(try Self.check().broken(tracker, events: Array(events.dropLast()), at: 0)?.0 == .folded)
    }

    @Test("a ticket that is over in the queue alone, and another answer to the same message")
    func outside() async throws {
        var stage = WalkStage("c", try Self.check(), actions: ActionRegistry(), clock: 1_795_428_000_000)
        #expect(await stage.play(.says("I want to talk to a human")) == nil)
        let ticket = try #require(await stage.tracker()?.ticket)
        stage.latest?.reply.turn.messages = []
        #expect(await stage.play(.redelivers)?.0 == .once)
        try await stage.queue.finish(ticket.id, as: .closed, at: 1_795_428_060_000)
        #expect(await stage.play(.waits(60_000))?.0 == .queued)
    }
}
