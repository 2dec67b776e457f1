import FrontdeskMatching
import Testing

@testable import FrontdeskCompiler
@testable import FrontdeskDialogue

@Suite("Several things in one message")
struct SeveralTests {
    static let topic = """
        entities:
          code: {regex: 'A-\\d{2}', example: A-11}
        intents:
          track: {title: Where it is, patterns: ["(track|where is) [my|that|the] [code|it|order] [{code}]"], flow: track}
          drop: {title: Cancel it, patterns: ["[can i|i want to] cancel [my|that|the] (order|it) [{code}]"], flow: drop}
          hours: {title: Opening hours, patterns: ["[what are] your (opening hours|hours)"], answer: We are open.}
          fees: {title: Fees, patterns: ["[what are] the fees"], answer: Returns are free.}
          both: {title: Both, patterns: ["the fees and the postage"], answer: Both are free.}
          hello: {title: Hello, courtesy: true, patterns: ["(nice to meet you|much obliged)"], answer: Likewise.}
          person: {title: Ask us, patterns: ["ask (a|the) boss"], handoff: support}
        flows:
          track:
            title: your parcel
            slots: {code: {ask: Which code?}}
            states:
              tell: {say: "{{code}} is on its way.", end: resolved}
          drop:
            title: cancelling
            slots: {code: {ask: Which one shall I cancel?}}
            states:
              sure:
                ask: Cancel {{code}}?
                on: {yes: {say: Cancelled., end: resolved}, no: {say: Kept., end: cancelled}}
        """

    @Test(
        "No part of a message is lost",
        arguments: [
            """
            > cancel my order A-11 and also what are your hours?
            < We are open.
            < Cancel A-11?
            > yes, and what are the fees?
            < Returns are free.
            < Cancelled.
            """,
            """
            > what are your hours? what are the fees?
            < We are open.
            < Returns are free.
            """,
            """
            > what are the fees, plus your hours and track A-12
            < Returns are free.
            < We are open.
            < A-12 is on its way.
            """,
            """
            > cancel my order A-11 and then track A-12
            < I'll take one after the other. First: Cancel it. Then: Where it is.
            < Cancel A-11?
            > no
            < Kept.
            < Now to the other thing you wanted: Where it is.
            < A-12 is on its way.
            """,
            """
            > track
            < Which code?
            > A-13, and what are your hours?
            < We are open.
            < A-13 is on its way.
            """,
            """
            > cancel my order
            < Which one shall I cancel?
            > what are your hours? It is A-14
            < We are open.
            < Cancel A-14?
            > yes and then track A-15
            < I've noted the other thing for right afterwards: Where it is.
            < Cancelled.
            < Now to the other thing you wanted: Where it is.
            < A-15 is on its way.
            """,
            """
            > track A-11 and track A-12
            < One after the other: first A-11, then A-12.
            < A-11 is on its way.
            < Now to A-12.
            < A-12 is on its way.
            """,
            """
            > cancel order A-11 and A-12
            < One after the other: first A-11, then A-12.
            < Cancel A-11?
            > yes
            < Cancelled.
            < Now to A-12.
            < Cancel A-12?
            """,
            """
            > track A-11, A-12 and order A-13
            < One after the other: first A-11, then A-12 and A-13.
            < A-11 is on its way.
            < Now to A-12.
            < A-12 is on its way.
            < Now to A-13.
            < A-13 is on its way.
            """,
            """
            > cancel order A-11 and A-12, and track A-13, and what are your hours
            < We are open.
            < One after the other: first A-11, then A-12.
            < I've noted the other thing for right afterwards: Where it is.
            < Cancel A-11?
            """,
            """
            > cancel my order
            < Which one shall I cancel?
            > A-14 and A-15
            < One after the other: first A-14, then A-15.
            < Cancel A-14?
            > no
            < Kept.
            < Now to A-15.
            < Cancel A-15?
            """,
            """
            > cancel order A-11, where is A-12 and what are your hours
            < We are open.
            < I'll take one after the other. First: Cancel it. Then: Where it is.
            < Cancel A-11?
            """,
            """
            > what are your hours, what are the fees, where is A-11
            < We are open.
            < Returns are free.
            < A-11 is on its way.
            """,
            """
            > track A-11 and where is my order A-11
            < A-11 is on its way.
            """,
            """
            > much obliged. what are your hours?
            < We are open.
            """,
            """
            > the fees and the postage
            < Both are free.
            """,
            """
            > cancel my order A-11 and also track A-12
            < I'll take one after the other. First: Cancel it. Then: Where it is.
            < Cancel A-11?
            > start over
            < Let's start afresh. How can I help?
            """,
            """
            > cancel my order A-11 and also track A-12
            < I'll take one after the other. First: Cancel it. Then: Where it is.
            < Cancel A-11?
            > never mind
            < All right, I've stopped that; nothing was changed. What else can I do for you?
            < Now to the other thing you wanted: Where it is.
            < A-12 is on its way.
            """,
        ]
    )
    func plays(_ script: String) throws {
        var play = try #require(FlowPlay(topic: Self.topic))
        #expect(play.play(script) == script)
    }

    @Test("Who cannot follow a part asks about the whole, and says none of it twice")
    func unclear() throws {
        var play = try #require(FlowPlay(topic: Self.topic))
        _ = play.play("> what are your hours and what is the airspeed of a swallow")
        #expect(play.tracker.understanding?.parts == nil)
        #expect(play.tracker.decision?.rule == .noMatch)
    }

    @Test("What was understood of each part is kept with the message")
    func parts() throws {
        var play = try #require(FlowPlay(topic: Self.topic))
        _ = play.play("> cancel my order A-11 and also what are your hours?")
        let understanding = try #require(play.tracker.understanding)
        #expect(understanding.rule == .several)
        #expect(understanding.intent == "drop")
        #expect(understanding.parts?.map(\.text) == ["cancel my order A-11", "what are your hours?"])
        #expect(understanding.parts?.map(\.intent) == ["drop", "hours"])
        #expect(play.tracker.topics == ["drop", "hours"])
    }

    @Test(
        "A human is not kept waiting for; what else was asked is taken up meanwhile, and the ticket says how far it is"
    )
    func human() throws {
        var play = try #require(FlowPlay(topic: Self.topic))
        _ = play.play("> track A-11 and also ask the boss")
        #expect(play.tracker.next.map(\.intent) == [])
        #expect(play.tracker.ticket != nil)
        play = try #require(FlowPlay(topic: Self.topic))
        _ = play.play("> ask the boss and also cancel my order A-11")
        #expect(play.tracker.next.isEmpty)
        #expect(play.tracker.owner == .queue)
        let ticket = try #require(play.tracker.ticket)
        let packet = HandoffPacket(
            tracker: play.tracker,
            handoff: ticket,
            assistant: play.machine.assistant,
            moment: play.moment
        )
        #expect(packet.suggested.first == "Go on with drop/sure.")
    }

    @Test("A message in Spanish is cut at Spanish words")
    func spanish() throws {
        let topic = """
            intents:
              hours: {patterns: ["[qué] horario [tenéis]"], answer: Abrimos a las diez.}
              fees: {patterns: ["cuánto cuesta el envío"], answer: El envío es gratis.}
            """
        for joint in [" y ", ", y además ", ". También, ", "? Otra cosa: ", " y por cierto, "] {
            var play = try #require(FlowPlay(topic: topic, assistant: "languages: [es]"))
            let text = "qué horario tenéis\(joint)¿cuánto cuesta el envío?"
            #expect(
                play.play("> \(text)") == "> \(text)\n< Abrimos a las diez.\n< El envío es gratis.",
                "\(joint)"
            )
        }
    }

    @Test("Only messages with a joint are matched again")
    func cost() throws {
        let machine = try #require(FlowPlay(topic: Self.topic)).machine
        let matcher = try #require(FlowPlay(topic: Self.topic)).matcher
        for (text, count) in [
            ("what are your hours", 0), ("track A-11", 0), ("the code is A-11, thank you", 0),
            ("what are your hours and the fees", 2), ("what are your hours, what are the fees", 0),
        ] {
            let whole = matcher.match(text)
            var calls = 0
            _ = machine.parted(whole, of: Inbound(text: text), in: Tracker(conversation: "c")) { part in
                calls += 1
                return matcher.match(part)
            }
            #expect(calls == count, "\(text)")
        }
    }
}
