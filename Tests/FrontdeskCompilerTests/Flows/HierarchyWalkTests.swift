import FrontdeskDialogue
import FrontdeskMatching
import Testing

@Suite("Random conversations with flows within flows")
struct HierarchyWalkTests {
    private static let flows = """
        flows:
          f:
            after: {20m: {say: Bye for now., end: unresolved}}
            slots:
              code:
              why: {type: text, ask: Why?, after: {1m: {say: No hurry., go: stay}}, on: {fees: {say: Nothing., go: stay}}}
            states:
              search:
                call: find_it(code)
                on: {resolved: details, gone: {say: It is gone., end: unresolved}}
              details:
                on: {hours: aside, event(order.sent): {say: It has left., go: stay}}
                states:
                  size: {ask: Which size?, on: {yes: colour, no: colour}}
                  colour:
                    needs: why
                    ask: Which colour?
                    on: {yes: last, no: size}
                    after: {3m: {say: Still there?, go: stay}, 10m: aside}
              aside: {ask: Shall we go on?, on: {yes: resume(details), no: end(cancelled)}}
              last: {say: "{{code}}, {{result.word}}.", end: resolved}
          find_it:
            outcomes: gone
            gives: [code, word]
            slots:
              code: {ask: Which one?, otherwise: end(gone)}
              word: {type: text, ask: Which word?}
            states:
              look: {do: find(code), on: {found: check, missing: {say: "No {{code}}.", clear: code, go: look}, failed: end(gone)}}
              check: {call: sure, on: {resolved: end, unresolved: {clear: word, go: look}}}
          sure:
            states:
              ask: {ask: Sure?, otherwise: end(unresolved), on: {yes: end, no: end(unresolved)}}
          news:
            takes: code
            slots: {code: {}}
            states:
              tell: {say: "{{code}} is late.", ask: Shall I look?, on: {yes: handoff, no: {say: All right., end: resolved}}}
        """

    private static let sentences = [
        "begin", "begin with A-12", "A-11", "A-13", "blue", "yes", "no", "fees", "hours", "cancel", "back",
        "repeat",
        "help", "start over", "stop", "human", "xyzzy", "because it is too small", "no, A-14", "",
    ]

    @Test(
        "hold what every customer may rely on, after each thing that happens",
        arguments: [1, 2, 3, 4, 5, 6] as [UInt64]
    )
    func invariants(seed: UInt64) throws {
        var random = Walk(state: seed)
        for _ in 0..<15 {
            var play = try #require(
                FlowPlay(Self.flows, assistant: "anywhere: {event(order.late): flow(news)}")
            )
            for _ in 0..<40 {
                play.outcomes = ["find": ["found", "found", "missing", "failed"][random.next(below: 4)]]
                step(&play, &random)
                check(play)
            }
            #expect(Tracker(conversation: "c", folding: play.events) == play.tracker)
        }
    }

    private func step(_ play: inout FlowPlay, _ random: inout Walk) {
        switch random.next(below: 8) {
        case 0:
            let before = play.tracker.lines.count
            let due = play.machine.nextTimer(play.tracker)?.dueAt
            play.moment.milliseconds += Int64(random.next(below: 900) * 1000)
            play.run(.silence)
            let isOver = due.map { $0 <= play.moment.milliseconds } ?? false
            #expect(isOver || play.tracker.lines.count == before, "spoke before a silence was over")
        case 1:
            let name = ["order.sent", "order.late", "order.lost"][random.next(below: 3)]
            play.run(.reported(ExternalEvent(name: name, fields: Record([.init("code", .text("A-12"))]))))
        case 2 where play.tracker.owner == .queue:
            play.run(.agent(.claim(agent: "Robin")))
            let outcome = AgentReturn.Outcome.allCases[random.next(below: 3)]
            play.run(.agent(.giveBack(AgentReturn(agent: "Robin", outcome: outcome))))
        default:
            let sentence = Self.sentences[random.next(below: Self.sentences.count)]
            let before = play.tracker.lines.count
            play.run(
                .message(
                    Inbound(text: sentence),
                    play.matcher.match(sentence),
                    waiting: QueueReading(position: 1)
                )
            )
            #expect(play.tracker.lines.count > before + 1, "silence on '\(sentence)' in \(play.stack)")
        }
    }

    private func check(_ play: FlowPlay) {
        let tracker = play.tracker
        #expect(tracker.runningAction == nil && tracker.requestedHandoff == nil)
        // No promises, bursts or late reports here: what comes next is the first silence of all that are waited for.
        #expect(play.machine.nextCheck(tracker) == play.machine.nextTimer(tracker)?.dueAt)
        #expect(tracker.flows.count { $0.call == nil } <= DialogueMachine.interruptionLimit)
        #expect(tracker.flows.first?.call == nil, "a called flow without its caller: \(play.stack)")
        for (caller, called) in zip(tracker.flows, tracker.flows.dropFirst()) where called.call != nil {
            let flow = play.machine.assistant.flows.first { $0.name == caller.flow }
            let state = flow?.states.first { $0.name == caller.state }
            guard case .call(let call)? = state?.step, call.flow == called.flow else {
                Issue.record("\(called.flow) runs, but its caller is in \(caller.place)")
                continue
            }
        }
        if tracker.owner != .desk {
            #expect(play.machine.nextTimer(tracker) == nil)
            return
        }
        if let flow = tracker.flow, case .slot(let name)? = tracker.question {
            #expect(
                play.machine.assistant.flows.first { $0.name == flow.flow }?.slots.contains {
                    $0.name == name
                } == true
            )
        }
        var asking = play
        asking.run(.message(Inbound(text: "human"), play.matcher.match("human"), waiting: nil))
        #expect(asking.tracker.owner == .queue, "no human from \(play.stack)")
    }
}

/// A small seeded generator (Steele, Lea and Flood, "Fast splittable pseudorandom number generators", 2014).
private struct Walk {
    var state: UInt64

    mutating func next(below bound: Int) -> Int {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return Int((mixed ^ (mixed >> 31)) % UInt64(bound))
    }
}
