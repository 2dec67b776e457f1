import FrontdeskCompiler
import FrontdeskDialogue
import Testing

@Suite("Flows as hierarchical state machines")
struct HierarchyTests {
    private static let nested = """
        flows:
          f:
            states:
              details:
                say: A few questions.
                on:
                  fees: {say: Nothing to pay., go: stay}
                  hours: aside
                states:
                  size:
                    ask: Which size?
                    on: {yes: colour, no: colour}
                  colour:
                    ask: Which colour?
                    on: {yes: sum_up, no: size, fees: {say: Colours cost nothing., go: stay}}
              aside:
                ask: Shall we go on?
                on: {yes: resume(details), no: {say: Bye., end: cancelled}}
              sum_up: {say: Done., end: resolved}
        """

    @Test(
        "Substates inherit, override, and are resumed",
        arguments: [
            ("> begin\n< A few questions.\n< Which size?\n=\n= f/details/size", "a state enters its start"),
            (
                "> begin\n< A few questions.\n< Which size?\n> fees\n< Nothing to pay.\n< Now, back to f. Which size?",
                "the handler of the state around holds"
            ),
            (
                "> begin\n< A few questions.\n< Which size?\n> yes\n< Which colour?\n> fees\n< Colours cost nothing.\n< Now, back to f. Which colour?",
                "the substate's own handler comes first"
            ),
            (
                "> begin\n< A few questions.\n< Which size?\n> yes\n< Which colour?\n> hours\n< Shall we go on?\n> yes\n< Which colour?\n=\n= f/details/colour",
                "history leads to the substate that was active last, without the text on entry"
            ),
            (
                "> begin\n< A few questions.\n< Which size?\n> yes\n< Which colour?\n> no\n< Which size?\n> yes\n< Which colour?\n> yes\n< Done.\n=\n= none",
                "names are looked up among the neighbours, then further out"
            ),
        ]
    )
    func substates(_ script: String, _ what: String) throws {
        var play = try #require(FlowPlay(Self.nested))
        let played = play.play(script)
        #expect(played == script, "\(what)")
        #expect(Tracker(conversation: "c", folding: play.events) == play.tracker)
    }

    private static let calling = """
        flows:
          f:
            title: your return
            slots:
              code:
            states:
              search:
                call: find_it(code)
                on:
                  resolved: tell
                  gone: {say: "It is gone.", end: unresolved}
              tell: {say: "{{code}} is {{result.word}}, {{code}}.", end: resolved}
          find_it:
            outcomes: gone
            gives: [code, word]
            slots:
              code: {ask: Which one?, otherwise: end(gone)}
              word: {type: text, ask: Which word?}
            states:
              look: {do: find(code), on: {found: end, missing: {say: "No {{code}}.", clear: code, go: look}, failed: end(gone)}}
        """

    @Test(
        "A called flow asks for what it lacks, and its caller goes on with its outcome",
        arguments: [
            (
                "> begin\n< Which one?\n=\n= f/search > find_it/slots\n> A-11\n< Which word?\n> blue\n< A-11 is blue, A-11.\n=\n= none",
                "found", "what it gives is known to the caller, in slots of the same names too"
            ),
            (
                "> begin with A-12\n< Which word?\n> red\n< A-12 is red, A-12.", "found",
                "what the customer said at the beginning is not asked for"
            ),
            (
                "> begin with A-12\n< Which word?\n> back\n< Let's go one step back. Which one?\n> A-13\n< Which word?\n> red\n< A-13 is red, A-13.",
                "found", "going back leads through the called flow"
            ),
            (
                "> begin with A-12\n< Which word?\n> red\n< It is gone.\n=\n= none", "failed",
                "its own outcome is handled"
            ),
            (
                "> begin\n< Which one?\n> hours\n< We are open.\n< Now, back to your return. Which one?\n=\n= f/search > find_it/slots",
                "found", "a digression comes back to the called flow, by its caller's name"
            ),
        ]
    )
    func calls(_ script: String, _ outcome: String, _ what: String) throws {
        var play = try #require(FlowPlay(Self.calling))
        play.outcomes = ["find": outcome]
        let texts = play.play(script)
        #expect(texts == script, "\(what)")
        #expect(Tracker(conversation: "c", folding: play.events) == play.tracker)
    }

    @Test("Cancelling a called flow cancels what it was called for, unless the caller has a handler")
    func cancelling() throws {
        var play = try #require(FlowPlay(Self.calling))
        _ = play.play("> begin\n> cancel")
        #expect(play.stack == "none")
        #expect(play.tracker.endedFlows.map(\.outcome) == [.cancelled, .cancelled])
        let own = Self.calling.replacing(
            "          resolved: tell",
            with:
                "          resolved: tell\n          cancelled: {say: As you like., end: unresolved}"
        )
        var handled = try #require(FlowPlay(own))
        let played = handled.play("> begin\n> cancel")
        #expect(played.hasSuffix("< As you like."))
    }

    private static let waiting = """
        flows:
          f:
            after: {1h: {say: Write again at any time., end: unresolved}}
            states:
              question:
                ask: Shall I?
                on: {yes: {say: Done., end: resolved}, no: end(cancelled)}
                after:
                  3m: {say: Are you still there?, go: stay}
                  10m: later
              later:
                ask: Shall I keep it?
                on: {yes: end, no: end(cancelled)}
                after: {1h: pass}
        """

    @Test(
        "A silence ends once for each entry of a state, and a message begins it anew",
        arguments: [
            (
                "> begin\n< Shall I?\n@ 179\n@ 1\n< Are you still there?\n@ 300\n@ 119\n@ 1\n< Shall I keep it?",
                "in order"
            ),
            ("> begin\n< Shall I?\n@ 600\n< Shall I keep it?", "of several that are over, the last"),
            (
                "> begin\n< Shall I?\n@ 100\n> hours\n< We are open.\n< Now, back to f. Shall I?\n@ 100\n@ 80\n< Are you still there?",
                "a message begins it anew"
            ),
            (
                "> begin\n< Shall I?\n@ 180\n< Are you still there?\n> yes\n< Now, back to f. Shall I?\n> yes\n< Done.\n@ 7200\n=\n= none",
                "nothing waits when nothing is open"
            ),
            (
                "> begin\n< Shall I?\n@ 600\n< Shall I keep it?\n@ 7200\n=\n= f/later",
                "an inner one can switch an outer one off"
            ),
        ]
    )
    func silences(_ script: String, _ what: String) throws {
        var play = try #require(FlowPlay(Self.waiting))
        let played = play.play(script)
        #expect(played == script, "\(what)")
        #expect(Tracker(conversation: "c", folding: play.events) == play.tracker)
    }

    private static let happening = """
        flows:
          f:
            states:
              question:
                ask: Shall I?
                on:
                  yes: end
                  no: end(cancelled)
                  event(order.sent): {say: "{{event.code}} has just left., go on.", go: stay}
          news:
            takes: code
            slots: {code: {}}
            states:
              tell: {say: "{{code}} is late.", ask: Shall I look?, on: {yes: handoff, no: {say: All right., end: resolved}}}
        """

    @Test(
        "Events reach handlers from the state out to where no flow is open",
        arguments: [
            ("> begin\n< Shall I?\n! order.sent code=A-11\n< A-11 has just left., go on.", "a state's own"),
            (
                "> hours\n< We are open.\n! order.late code=A-12\n< A-12 is late.\n< Shall I look?\n> no\n< All right.",
                "anywhere, without a flow"
            ),
            (
                "> begin\n< Shall I?\n! order.late code=A-12\n< A-12 is late.\n< Shall I look?\n> no\n< All right.\n< Now, back to f. Shall I?",
                "anywhere, on top of a flow that goes on afterwards"
            ),
            ("> hours\n< We are open.\n! order.lost code=A-12", "one that nobody waits for is only kept"),
        ]
    )
    func events(_ script: String, _ what: String) throws {
        let assistant = "anywhere: {event(order.late): flow(news)}"
        var play = try #require(FlowPlay(Self.happening, assistant: assistant))
        #expect(play.play(script) == script, "\(what)")
        #expect(Tracker(conversation: "c", folding: play.events) == play.tracker)
    }

    @Test("Nothing happens by itself while a human has the conversation")
    func owners() throws {
        var play = try #require(FlowPlay(Self.waiting))
        _ = play.play("> begin\n> human")
        let lines = play.tracker.lines.count
        _ = play.play("@ 86400\n! order.sent")
        #expect(play.tracker.lines.count == lines)
        #expect(play.machine.nextTimer(play.tracker) == nil)
    }
}

extension String {
    fileprivate func replacing(_ old: String, with new: String) -> String {
        guard let range = self.firstRange(of: old) else { return self }
        var text = self
        text.replaceSubrange(range, with: new)
        return text
    }
}
