import Frontdesk
import FrontdeskCompiler
import FrontdeskDialogue
import FrontdeskMatching
@testable import FrontdeskTesting
import Synchronization
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

    /// Actions that end as this says.
    private struct Ending: ActionRunner {
        var outcome: String

        func run(_ request: ActionRequest, as definition: ActionDefinition) async -> ActionResult {
            ActionResult(key: request.key, outcome: outcome)
        }
    }

    @Test("what goes another way when it is played again is found out, with the conversation")
    func unsteady() async throws {
        let runs = Mutex(0)
        let walk = RandomWalk(assistant: try TestShop.assistant()) {
            let number = runs.withLock { count in
                count += 1
                return count
            }
            return Ending(outcome: number % 2 == 1 ? "failed" : "missing")
        }
        let violation = try #require(try await walk.run(turns: 300, seed: 1).violation)
        #expect(violation.invariant == .same)
        #expect(violation.detail.hasSuffix("went another way when it was played again"))
        #expect(violation.lines.contains { $0.hasPrefix("> ") })
    }

    @Test("customers of transcripts come with what their channel knows of them")
    func known() async throws {
        let file = TranscriptFile(
            path: "a.transcript",
            text: """
                # Somebody
                customer: {name: Ada Byron, tier: gold}
                > thanks
                < You're welcome, Ada.

                """
        )
        var assistant = try TestShop.assistant()
        let transcripts = file.reading().transcripts
        let report = try await RandomWalk(assistant: assistant, transcripts: transcripts).run(
            turns: 300,
            seed: 1
        )
        #expect(report.held && report.known > 0 && report.known < report.conversations)
        #expect(try await RandomWalk(assistant: assistant).run(turns: 300, seed: 1).known == 0)

        // What is broken for those alone who are known is shown with what is known of them.
        let sources = TestShop.sources.map { source in
            let text = String(decoding: source.bytes, as: UTF8.self)
            return SourceFile(
                path: source.path,
                text: text.replacing(
                    #"customer.first_name|prefix \", \""#,
                    with: #"customer.tier|prefix \"  \""#
                )
            )
        }
        assistant = try #require(Compiler.compile(sources).assistant)
        let violation = try await RandomWalk(assistant: assistant, transcripts: transcripts)
            .run(turns: 300, seed: 1).violation
        #expect(violation?.lines.first == "customer: {name: Ada Byron, tier: gold}\n")
        #expect(violation?.invariant == .filled)
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
            (["I can't see {{x}}."], "is it {{x}}", nil), (["\u{200B}\u{FEFF}"], "hi", .answered),
            (["Order A-1, is late."], "hi", nil), (["Order , is late."], "hi", .filled),
            (["It comes on ."], "hi", .filled), (["Hello  Ada."], "hi", .filled),
            (["You wrote \"a , b\"."], "a , b", nil), (["Order () is late."], "hi", .filled),
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
