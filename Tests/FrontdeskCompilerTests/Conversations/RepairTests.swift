import Testing

@testable import FrontdeskCompiler
@testable import FrontdeskDialogue

@Suite("Repair")
struct RepairTests {
    private static let topic = """
        entities:
          code: {regex: 'A-\\d{2}', example: A-11}
        actions:
          find: {takes: [code], gives: order, fields: [state], outcomes: [found, missing, failed], custom: true}
        intents:
          back: {title: Send it back, patterns: ["[i want to] (send|give) it back [{code}]"], flow: back}
          swap: {title: Exchange it, patterns: ["[actually] [i want to] (swap|exchange) (it|{code}) [instead|rather]"], flow: swap}
          hours: {title: Opening hours, patterns: ["hours"], answer: We are open.}
          fees: {title: Fees, patterns: ["the fees"], answer: Returns are free.}
        flows:
          back:
            title: your return
            slots:
              code: {ask: Which order?}
              day: {type: date, ask: Which day shall we come?}
              month: {value: "day + 30 days"}
            states:
              look: {do: find(code), on: {found: sure, missing: sure, failed: sure}}
              sure:
                ask: Fetch {{code}} on {{day|date}}, by {{month|date}} at the latest?
                on: {yes: {say: Done., end: resolved}, no: {say: All right., end: cancelled}}
          swap:
            title: your exchange
            slots:
              code: {ask: Which order shall I exchange?}
              size: {choices: [Small, Large], ask: Which size?}
            states: {done: {say: "{{code}} in {{size}}.", end: resolved}}
        """

    @Test(
        "A change of mind leads to the other flow and keeps what both know",
        arguments: [
            """
            > send it back A-11
            < Which day shall we come?
            > actually I want to exchange it instead
            < All right, then: your exchange.
            < Which size?
            > large
            < A-11 in Large.
            """,
            """
            > send it back A-11
            < Which day shall we come?
            > actually I want to swap A-12 instead
            < All right, then: your exchange.
            < Which size?
            > not the small one
            < A-12 in Large.
            """,
            """
            > send it back A-11
            < Which day shall we come?
            > swap it
            < Which size?
            """,
        ]
    )
    func changes(_ script: String) throws {
        var play = try #require(FlowPlay(topic: Self.topic))
        #expect(play.play(script) == script)
    }

    @Test(
        "Any earlier answer is corrected at any time, and what rests on it is worked out anew",
        arguments: [
            (
                "> send it back A-11\n> tomorrow\n> sorry, I meant A-12",
                "< Thanks for correcting that: A-12.\n< Fetch A-12 on Tuesday 24 November, by Thursday 24 December at the latest?"
            ),
            (
                "> send it back A-11\n> tomorrow\n> no, on Friday",
                "< Thanks for correcting that: Friday 27 November.\n< Fetch A-11 on Friday 27 November, by Sunday 27 December at the latest?"
            ),
            (
                "> send it back A-11\n> actually it is A-13",
                "< Thanks for correcting that: A-13.\n< Which day shall we come?"
            ),
            (
                "> send it back A-11\n> tomorrow\n> go back",
                "< Let's go one step back. Which day shall we come?"
            ),
        ]
    )
    func corrects(_ script: String, _ end: String) throws {
        var play = try #require(FlowPlay(topic: Self.topic))
        let played = play.play(script)
        #expect(played.hasSuffix(end), "\(played)")
    }

    @Test("A correction runs the look-up again")
    func runsAgain() throws {
        var play = try #require(FlowPlay(topic: Self.topic))
        _ = play.play("> send it back A-11\n> tomorrow\n> sorry, I meant A-12")
        #expect(play.tracker.flow?.actions == ["find", "find"])
    }

    @Test("Going round in a circle leads to a human, whatever is said on the way")
    func loops() throws {
        var play = try #require(FlowPlay(topic: Self.topic))
        for _ in 0..<4 { _ = play.play("> send it back A-11\n> never mind") }
        #expect(play.tracker.ticket == nil)
        _ = play.play("> send it back A-11")
        #expect(play.tracker.ticket?.reason == .loop)
        #expect(play.tracker.ticket?.detail == "back/slots")
    }

    @Test("Questions by the way are no circle, and an end in peace begins anew")
    func noLoop() throws {
        var play = try #require(FlowPlay(topic: Self.topic))
        _ = play.play("> send it back A-11")
        for _ in 0..<8 { _ = play.play("> hours") }
        #expect(play.tracker.ticket == nil)
        play = try #require(FlowPlay(topic: Self.topic))
        for _ in 0..<8 { _ = play.play("> send it back A-11\n> tomorrow\n> yes") }
        #expect(play.tracker.ticket == nil)
    }

    @Test("How often is often is set by the files")
    func limit() throws {
        var play = try #require(FlowPlay(topic: Self.topic, assistant: "handoff: {loop_limit: 2}"))
        _ = play.play("> send it back A-11\n> never mind")
        #expect(play.tracker.ticket == nil)
        _ = play.play("> send it back A-11")
        #expect(play.tracker.ticket?.reason == .loop)
    }

    @Test(
        "Thanks, apologies and whether a program answers need not be written down",
        arguments: [
            ("are you a bot?", DeskText.bot), ("are you human", .bot), ("am I talking to a machine?", .bot),
            ("are you a real person?", .bot), ("is this a bot", .bot),
            ("thank you very much for your help", .welcome),
            ("much appreciated", .welcome), ("sorry about that", .noWorries), ("my bad", .noWorries),
        ]
    )
    func manners(_ text: String, _ answer: DeskText) throws {
        var play = try #require(FlowPlay(topic: Self.topic))
        _ = play.play("> \(text)")
        #expect(play.tracker.lines.last?.origin == answer.rawValue, "\(text)")
        #expect(play.tracker.understanding?.rule == .manners)
        // In the middle of something the question is asked again.
        play = try #require(FlowPlay(topic: Self.topic))
        _ = play.play("> send it back\n> \(text)")
        #expect(play.tracker.lines.last?.text.hasSuffix("Which order?") == true)
        #expect(play.tracker.flow?.attempts == [:])
    }

    @Test(
        "Spanish manners",
        arguments: [
            ("¿eres un robot?", DeskText.bot), ("hablo con una máquina", .bot), ("¿eres humano?", .bot),
            ("muchas gracias por todo", .welcome), ("lo siento mucho", .noWorries), ("callate", .calm),
            ("eres un inútil", .calm), ("vete a la mierda", .calm),
        ]
    )
    func spanish(_ text: String, _ answer: DeskText) throws {
        let topic = "intents:\n  hours: {patterns: \"horario\", answer: Abrimos.}"
        var play = try #require(FlowPlay(topic: topic, assistant: "languages: [es]"))
        _ = play.play("> \(text)")
        #expect(play.tracker.lines.last?.origin == answer.rawValue, "\(text)")
    }

    @Test("What an assistant says itself about bots comes first")
    func own() throws {
        let topic = "intents:\n  bot: {patterns: \"are you a bot\", answer: I am made of wool.}"
        var play = try #require(FlowPlay(topic: topic))
        #expect(play.play("> are you a bot?").hasSuffix("< I am made of wool."))
    }

    @Test("Insults are answered calmly once, then a human sees to it, and nobody is blamed")
    func abuse() throws {
        for insults in [
            ["you idiot", "shut up"], ["stupid bot", "fuck you"], ["you are useless and stupid", "idiot"],
        ] {
            var play = try #require(FlowPlay(topic: Self.topic))
            _ = play.play("> \(insults[0])")
            #expect(play.tracker.lines.last?.origin == DeskText.calm.rawValue)
            #expect(play.tracker.ticket == nil)
            _ = play.play("> \(insults[1])")
            #expect(play.tracker.ticket?.reason == .sentiment)
        }
    }

    @Test("An answer that was no help leads on, and never round in a circle")
    func unhelped() throws {
        var play = try #require(FlowPlay(topic: Self.topic))
        _ = play.play("> hours\n> that didn't help")
        #expect(play.tracker.understanding?.rule == .unhelped)
        let first = try #require(play.tracker.lines.last)
        #expect(first.choices.map(\.id).suffix(2) == ["control.human", "something_else"])
        #expect(!first.choices.contains { $0.id == "hours" })
        _ = play.play("> the fees\n> that's not what I asked")
        #expect(play.tracker.lines.last?.text != first.text)
        #expect(play.tracker.ticket == nil)
        _ = play.play("> not helpful")
        #expect(play.tracker.ticket?.reason == .negativeFeedback)
    }

    @Test("Events that were stored before still mean what they meant")
    func stored() throws {
        var play = try #require(FlowPlay(topic: Self.topic))
        _ = play.play("> send it back A-11\n> hours\n> tomorrow\n> yes")
        #expect(Tracker(conversation: "c", folding: play.events) == play.tracker)
    }
}
