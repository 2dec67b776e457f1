import Testing

@testable import FrontdeskCompiler
@testable import FrontdeskDialogue

@Suite("Pointing back, and shutting out")
struct PointingTests {
    private static let topic = """
        entities:
          code: {regex: 'A-\\d{2}', example: A-11}
        intents:
          track: {title: Where it is, patterns: ["(track|where is) * [{code}]"], flow: track}
          drop: {title: Cancel it, patterns: ["[can i|i want to] (cancel|annul) *"], flow: drop}
          paint: {title: Paint it, patterns: ["paint"], flow: paint}
          send: {title: Send it, patterns: ["send"], flow: send}
          resend: {title: Send it again, patterns: ["resend"], flow: resend}
        flows:
          track:
            title: your parcel
            slots: {code: {ask: Which order is it?}}
            states: {tell: {say: "{{code}} is on its way.", end: resolved}}
          drop:
            title: cancelling
            slots: {code: {ask: Which order shall I cancel?}}
            states:
              sure:
                ask: Cancel {{code}}?
                on: {yes: {say: Cancelled., end: resolved}, no: {say: Kept., end: cancelled}}
          paint:
            title: painting
            slots:
              colour: {choices: [Red, Blue, Dark green], ask: Which colour?}
            states: {tell: {say: "{{colour}} it is.", end: resolved}}
          send:
            title: sending
            slots: {address: {type: text, ask: Where to?}}
            states: {tell: {say: "To {{address}}.", end: resolved}}
          resend:
            title: sending again
            slots: {address: {type: text, ask: Where to this time?}}
            states: {tell: {say: "Again to {{address}}.", end: resolved}}
        """

    @Test(
        "What was named before need not be named again",
        arguments: [
            ("> cancel that order", "< Cancel A-11?"),
            ("> can I cancel it?", "< Cancel A-11?"),
            ("> cancel the same order", "< Cancel A-11?"),
            ("> cancel that parcel", "< Cancel A-11?"),
            ("> cancel one\n< Which order shall I cancel?\n> that one", "< Cancel A-11?"),
            ("> cancel one\n< Which order shall I cancel?\n> the same one as before", "< Cancel A-11?"),
            ("> cancel one\n< Which order shall I cancel?\n> I already told you", "< Cancel A-11?"),
            ("> cancel something that came yesterday", "< Which order shall I cancel?"),
            ("> cancel the same subscription", "< Which order shall I cancel?"),
            ("> cancel that order A-12", "< Cancel A-12?"),
        ]
    )
    func points(_ script: String, _ reply: String) throws {
        var play = try #require(FlowPlay(topic: Self.topic))
        _ = play.play("> track A-11")
        let lines = play.play(script).split(separator: "\n")
        #expect(lines.last.map(String.init) == reply)
    }

    @Test("Nothing is pointed at where nothing was named")
    func nothing() throws {
        var play = try #require(FlowPlay(topic: Self.topic))
        #expect(play.play("> can I cancel it?").hasSuffix("< Which order shall I cancel?"))
    }

    @Test("A value that was pointed at says in which turn it was given")
    func source() throws {
        var play = try #require(FlowPlay(topic: Self.topic))
        _ = play.play("> track A-11\n> cancel that order")
        let entry = try #require(play.tracker.flow?.slot("code"))
        #expect(entry.source == .customer)
        #expect(entry.refersTo == 1)
        #expect(entry.turn == 2)
    }

    @Test("A text is the same as before when a text of that name was given before")
    func text() throws {
        let script = """
            > send
            < Where to?
            > Mill Lane 4
            < To Mill Lane 4.
            > resend
            < Where to this time?
            > the same address as before
            < Again to Mill Lane 4.
            """
        var play = try #require(FlowPlay(topic: Self.topic))
        #expect(play.play(script) == script)
    }

    @Test(
        "What is shut out is never taken",
        arguments: [
            ("the blue one", "Blue it is."), ("not red or blue", "Dark green it is."),
            ("neither red nor blue", "Dark green it is."), ("anything but red", ""),
            ("not the blue one", ""), ("I don't want the blue one", ""), ("not the second one", ""),
            ("not the red one, the blue one", "Blue it is."), ("not red but blue", "Blue it is."),
            ("no, the blue one", "Blue it is."), ("blue rather than red", "Blue it is."),
            ("everything except green", ""),
        ]
    )
    func shutsOut(_ answer: String, _ reply: String) throws {
        var play = try #require(FlowPlay(topic: Self.topic))
        let lines = play.play("> paint\n> \(answer)").split(separator: "\n").map(String.init)
        let expected = reply.isEmpty ? "All right, not that. Which of these is it?" : reply
        #expect(lines.last == "< \(expected)", "\(answer)")
    }

    @Test("Of two choices the one that is not shut out is left, and numbers count what is offered")
    func left() throws {
        var play = try #require(FlowPlay(topic: Self.topic))
        #expect(play.play("> paint\n> not blue\n> not the red one").hasSuffix("< Dark green it is."))
        play = try #require(FlowPlay(topic: Self.topic))
        #expect(play.play("> paint\n> not blue\n> the second one").hasSuffix("< Dark green it is."))
        play = try #require(FlowPlay(topic: Self.topic))
        #expect(play.play("> paint\n> not blue\n> ok blue then").hasSuffix("< Blue it is."))
    }

    @Test(
        "Of two values the one that is not shut out fills",
        arguments: [
            ("not A-11, A-12", "A-12 is on its way."), ("not A-11 but A-12", "A-12 is on its way."),
            ("A-12, not A-11", "A-12 is on its way."), ("it isn't A-11, it's A-12", "A-12 is on its way."),
            ("I did not get A-11", "A-11 is on its way."), ("no, A-12", "A-12 is on its way."),
        ]
    )
    func values(_ answer: String, _ reply: String) throws {
        var play = try #require(FlowPlay(topic: Self.topic))
        #expect(play.play("> track\n> \(answer)").hasSuffix("< \(reply)"), "\(answer)")
    }

    @Test("A value that is shut out alone fills nothing")
    func alone() throws {
        var play = try #require(FlowPlay(topic: Self.topic))
        _ = play.play("> track\n> not A-11")
        #expect(play.tracker.flow?.slot("code") == nil)
    }

    private static let spanishTopic = """
        entities:
          code: {regex: 'A-\\d{2}', example: A-11}
        intents:
          track: {title: Dónde está, patterns: ["dónde está [{code}]"], flow: track}
          drop: {title: Cancelar, patterns: ["(cancela|anula) *", "[quiero] cancelarlo ya"], flow: drop}
          paint: {title: Pintar, patterns: ["pintar"], flow: paint}
        flows:
          track:
            title: tu pedido
            slots: {code: {ask: ¿Qué pedido es?}}
            states: {tell: {say: "{{code}} está en camino.", end: resolved}}
          drop:
            title: cancelar
            slots: {code: {ask: ¿Qué pedido cancelo?}}
            states:
              sure:
                ask: ¿Cancelo {{code}}?
                on: {yes: {say: Hecho., end: resolved}, no: {say: Nada., end: cancelled}}
          paint:
            title: pintar
            slots:
              colour: {choices: [Rojo, Azul, Verde], ask: ¿Qué color?}
            states: {tell: {say: "Será {{colour}}.", end: resolved}}
        """

    @Test(
        "Spanish points and shuts out too",
        arguments: [
            ("> dónde está A-11\n> cancela ese pedido", "¿Cancelo A-11?"),
            ("> dónde está A-11\n> quiero cancelarlo ya", "¿Cancelo A-11?"),
            ("> dónde está A-11\n> anula el mismo pedido", "¿Cancelo A-11?"),
            ("> dónde está A-11\n> cancela uno\n> el mismo", "¿Cancelo A-11?"),
            ("> pintar\n> no quiero el azul", "De acuerdo, eso no. ¿Cuál de estas opciones es?"),
            ("> pintar\n> cualquiera menos el rojo", "De acuerdo, eso no. ¿Cuál de estas opciones es?"),
            ("> pintar\n> ni rojo ni azul", "Será Verde."), ("> pintar\n> no, el azul", "Será Azul."),
            ("> pintar\n> no el rojo sino el azul", "Será Azul."),
            ("> pintar\n> la opción dos", "Será Azul."),
            ("> pintar\n> número tres", "Será Verde."), ("> pintar\n> el primero", "Será Rojo."),
            ("> pintar\n> la última", "Será Verde."),
            ("> dónde está\n> no es A-11 sino A-12", "A-12 está en camino."),
        ]
    )
    func spanish(_ script: String, _ reply: String) throws {
        var play = try #require(FlowPlay(topic: Self.spanishTopic, assistant: "languages: [es]"))
        #expect(play.play(script).hasSuffix("< \(reply)"), "\(script)")
    }
}
