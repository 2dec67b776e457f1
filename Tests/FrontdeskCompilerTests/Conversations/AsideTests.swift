import Testing

@testable import FrontdeskCompiler
@testable import FrontdeskDialogue

@Suite("What is wanted among what is felt")
struct AsideTests {
    private static let topic = """
        entities:
          code: {regex: 'A-\\d{2}', example: A-11}
        intents:
          where: {title: Where it is, patterns: ["where is [my] (parcel|order|it) [{code}]"], flow: where}
          hours: {title: Opening hours, patterns: ["when are you open"], answer: From nine.}
          fees: {title: Fees, patterns: ["what does it cost"], answer: Nothing.}
          hello: {title: Hello, patterns: ["hello"], courtesy: true, answer: Hello.}
        flows:
          where:
            slots: {code: {ask: Which one?}}
            states: {tell: {say: "{{code}} comes.", end: resolved}}
        """

    @Test(
        "The sentence that asks is answered, and what is felt or told beside it is no hindrance",
        arguments: [
            ("where is my parcel A-11? this is sooo annoying", "A-11 comes."),
            ("This is so annoying!! Where is my parcel A-11?", "A-11 comes."),
            ("My order is A-11. I have been waiting for ages. Where is it?", "A-11 comes."),
            ("Hello. I hope you are well. My late husband chose it for me. When are you open?", "From nine."),
            ("😡😡 useless people! when are you open?", "From nine."),
            ("Are you kidding me?! Where is my parcel A-11?", "A-11 comes."),
        ]
    )
    func answers(text: String, answer: String) throws {
        var play = try #require(FlowPlay(topic: Self.topic))
        _ = play.play("> \(text)")
        #expect(
            play.tracker.lines.last { $0.author == .desk }?.text.hasSuffix(answer) == true,
            "\(play.tracker.lines.map(\.text))"
        )
    }

    @Test(
        "A question that nobody understands is not passed over, and neither is a second request",
        arguments: ["When are you open? Can my dog come along?", "Does the moon shine? When are you open?"]
    )
    func keepsQuestions(text: String) throws {
        var play = try #require(FlowPlay(topic: Self.topic))
        _ = play.play("> \(text)")
        #expect(play.tracker.understanding?.parts == nil)
    }

    @Test("Several clear sentences among others are all answered")
    func answersAll() throws {
        var play = try #require(FlowPlay(topic: Self.topic))
        _ = play.play(
            "> I am so fed up with this. When are you open? My aunt told me about you. What does it cost?"
        )
        let said = play.tracker.lines.filter { $0.kind == .answer }.map(\.text)
        #expect(said == ["From nine.", "Nothing."])
    }

    @Test("The events say which sentence was read")
    func recordsPart() throws {
        var play = try #require(FlowPlay(topic: Self.topic))
        _ = play.play("> this is so annoying. when are you open?")
        #expect(play.tracker.understanding?.parts?.map(\.text) == ["when are you open?"])
        #expect(play.tracker.understanding?.intent == "hours")
    }

    @Test("Nobody who is unhappy is taken to praise")
    func offersNoPraise() throws {
        let topic = """
            intents:
              praise: {title: Praise, courtesy: true, examples: [you are great, this is so good, lovely service], answer: Thanks.}
              hours: {title: Opening hours, examples: [when are you open, what are your hours], answer: From nine.}
            """
        var play = try #require(FlowPlay(topic: topic))
        _ = play.play("> your service is a bit useless\n> this is so bad, not lovely at all")
        let offered = play.tracker.lines.flatMap(\.choices).map(\.id)
        #expect(!offered.contains("praise"))
        #expect(!play.tracker.topics.contains("praise"))
    }

    @Test("What the story tells holds for each of the requests in it")
    func tellsAll() throws {
        var play = try #require(FlowPlay(topic: Self.topic))
        _ = play.play("> So I ordered A-11 for my sister. When are you open? And where is my parcel?")
        let said = play.tracker.lines.filter { $0.author == .desk }.map(\.text)
        #expect(said.contains("From nine."))
        #expect(said.contains("A-11 comes."))
    }

    @Test("Who is only unhappy is answered calmly, and the next time by a human")
    func answersVenting() throws {
        var play = try #require(FlowPlay(topic: Self.topic))
        _ = play.play("> do you even read this")
        #expect(play.tracker.lines.last?.origin == DeskText.calm.rawValue)
        #expect(play.tracker.ticket == nil)
        _ = play.play("> this is so frustrating")
        #expect(play.tracker.ticket?.reason == .sentiment)
    }

    @Test("Nobody is asked whether a greeting was meant")
    func offersNoCourtesy() throws {
        let topic = """
            intents:
              hello: {title: Say hello, courtesy: true, examples: [hello there my friends, good day to you all, hi hi everybody], answer: Hello.}
              back: {title: Return it, examples: [I want to send it back, take it back please, return this], answer: Free.}
              hours: {title: Opening hours, examples: [when are you open, what are your hours, opening times], answer: From nine.}
            """
        var play = try #require(FlowPlay(topic: topic))
        for text in ["hello back friends", "good day return hours", "hi times", "friends open"] {
            _ = play.play("> \(text)")
        }
        #expect(!play.tracker.lines.flatMap(\.choices).map(\.id).contains("hello"))
    }
}
