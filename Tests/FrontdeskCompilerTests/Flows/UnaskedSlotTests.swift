import FrontdeskCompiler
import FrontdeskDialogue
import Testing

@Suite("Slots that nobody is asked for")
struct UnaskedSlotTests {
    private static let topic = """
        entities:
          code: {regex: 'A-\\d{2}', example: A-11}
        intents:
          begin: {patterns: "begin [with {code}]", flow: f}
          due: {patterns: "i want {code:wish}", answer: Noted.}
        flows:
          f:
            slots:
              wish: {type: code}
            states:
              a:
                ask: Right?
                on: {yes: told, no: a, due: b}
              b:
                say: [{when: wish is known, text: "So {{wish}}."}, So none.]
                ask: Sure?
                on: {yes: told, no: a, due: b}
              told:
                say: [{when: wish is known, text: "Wish: {{wish}}."}, "Wish: none."]
                end: resolved
        """

    @Test(
        "Only a pattern that names such a slot fills it",
        arguments: [
            ("> begin with A-11\n< Right?\n> yes\n< Wish: none.", "words of the opening do not"),
            ("> begin\n< Right?\n> yes, A-11 came\n< Wish: none.", "words beside an answer do not"),
            ("> begin\n< Right?\n> i want A-11\n< So A-11.\n< Sure?\n> yes\n< Wish: A-11.", "its role does"),
            (
                "> begin\n< Right?\n> i want A-11\n< So A-11.\n< Sure?\n> yes, A-12 came\n< Wish: A-11.",
                "nor are they a correction"
            ),
            (
                "> begin\n< Right?\n> i want A-11\n< So A-11.\n< Sure?\n> i want A-12\n< So A-12.\n< Sure?\n> yes\n< Wish: A-12.",
                "named once more, it changes"
            ),
        ]
    )
    func named(_ script: String, _ what: String) throws {
        var play = try #require(FlowPlay(topic: Self.topic))
        let played = play.play(script)
        #expect(played == script, "\(what)")
        #expect(Tracker(conversation: "c", folding: play.events) == play.tracker)
    }

    @Test("A slot that a pattern or a marked example names needs no question; another role does not help")
    func allowed() {
        func remarks(_ intent: String) -> [String] {
            FlowPlay.remarks(
                """
                  due: \(intent)
                flows:
                  f:
                    slots: {wish: {type: code}}
                    states:
                      a:
                        say: [{when: wish is known, text: "{{wish}}"}, None.]
                        end: resolved
                """
            ).filter { $0.hasPrefix("FD0022") }
        }
        #expect(remarks("{patterns: \"i want {code:wish}\", answer: Noted.}").isEmpty)
        #expect(remarks("{patterns: \"so\", examples: \"i want [A-11](code:wish)\", answer: Noted.}").isEmpty)
        #expect(
            remarks("{patterns: \"i want {code:other}\", answer: Noted.}")
                == ["FD0022 the slot 'wish' has no 'ask'"]
        )
    }
}
