import FrontdeskCompiler
import FrontdeskDialogue
import FrontdeskMatching
import Testing

@Suite("Entity types of an assistant")
struct EntityTypeTests {
    /// What the desk says when one slot of a type is filled; Monday 23 November 2026.
    private static func said(_ text: String, type: String, _ words: String) throws -> [String] {
        var shop = try SpokenShop(
            """
            intents:
              begin: {patterns: "begin", flow: asking}
            flows:
              asking:
                slots:
                  thing: {type: \(type), ask: Which?, again: Which indeed?}
                states:
                  tell: {say: "\(words)", end: resolved}
            """
        )
        return (shop.say("begin") + shop.say(text)).map(\.text)
    }

    @Test(
        "A slot takes a value of its type and says it",
        arguments: [
            ("duration", "an hour and a half", "1 hour 30 minutes"),
            ("duration", "30s", "30 s"),
            ("duration", "two months", "60 days"),
            ("percentage", "12.5%", "12.5"),
            ("weight", "half a kilo", "0.5 kg"),
            ("temperature", "-5 °C", "-5 °C"),
            ("data_size", "10 gigs", "10 GB"),
            ("date_range", "from Tuesday to Friday", "Tuesday 24 November – Friday 27 November"),
            ("time_range", "between 3 and 5 pm", "15:00–17:00"),
            ("iban", "DE89 3704 0044 0532 0130 00", "DE89370400440532013000"),
            ("payment_card", "[card]", "card"),
            ("address", "12 High Street", "12 High Street"),
        ]
    )
    func fills(type: String, text: String, shown: String) throws {
        #expect(try Self.said(text, type: type, "It is {{thing}}.") == ["Which?", "It is \(shown)."])
    }

    @Test(
        "What is no such value is asked for again",
        arguments: ["duration", "weight", "iban", "date_range"]
    )
    func refuses(type: String) throws {
        #expect(try Self.said("A-10021", type: type, "It is {{thing}}.") == ["Which?", "Which indeed?"])
    }

    @Test("Expressions know the types: lengths of time, numbers in their own units, lists of two days")
    func expressions() throws {
        var shop = try SpokenShop(
            """
            intents:
              begin: {patterns: "begin", flow: asking}
            flows:
              asking:
                slots:
                  stay: {type: date_range, ask: When?}
                  parcel: {type: weight, ask: How heavy?, valid: {if: parcel < 30, say: Too heavy.}}
                  wait: {type: duration, ask: How long?, valid: {if: wait < 3 days, say: Too long.}}
                  share: {type: percentage, ask: How much?, valid: {if: share <= 100, say: Too much.}}
                  arrival: {value: min(stay)}
                  departure: {value: max(stay)}
                states:
                  tell: {say: "{{arrival|date}} to {{departure|date}}.", end: resolved}
            """
        )
        var said: [String] = []
        for text in [
            "begin", "from Tuesday to Friday", "100 lb", "20 pounds", "a week", "2 days", "120%", "20%",
        ] {
            said += shop.say(text).map(\.text)
        }
        #expect(
            said == [
                "When?", "How heavy?", "Too heavy. How heavy?", "How long?", "Too long. How long?",
                "How much?",
                "Too much. How much?", "Tuesday 24 November to Friday 27 November.",
            ]
        )
    }

    @Test("A built-in type may have another name")
    func renamed() throws {
        var shop = try SpokenShop(
            """
            entities:
              size: length
              guests: number
            intents:
              begin: {patterns: ["begin", "a table for {guests}"], flow: asking}
            flows:
              asking:
                slots:
                  guests: {ask: How many?, valid: {if: guests < 9, say: Too many.}}
                  size: {ask: How long?}
                states:
                  tell: {say: "{{guests}} at {{size}}.", end: resolved}
            """
        )
        #expect(shop.say("a table for 4").map(\.text) == ["How long?"])
        #expect(shop.say("80cm").map(\.text) == ["4 at 80 cm."])
    }

    @Test("An assistant's country makes its phone numbers whole")
    func country() throws {
        var shop = try SpokenShop(
            """
            intents:
              begin: {patterns: "begin", flow: asking}
            flows:
              asking:
                slots:
                  phone: {ask: Which?}
                states:
                  tell: {say: "{{phone}}.", end: resolved}
            """,
            assistant: "country: ES\n"
        )
        #expect((shop.say("begin") + shop.say("612 345 678")).map(\.text) == ["Which?", "+34612345678."])
        let unknown = Compiler.compile([
            SourceFile(path: "assistant.yaml", text: "assistant: a\ncountry: EZ\n")
        ])
        #expect(unknown.diagnostics.map(\.message) == ["unknown country 'EZ'"])
    }

    @Test("A list of values may take mistyped ones")
    func mistyped() throws {
        var shop = try SpokenShop(
            """
            entities:
              city: {values: {Leipzig: [Leipsic], Berlin: []}, mistyped: true}
              colour: {values: [purple, yellow]}
            intents:
              begin: {patterns: ["begin", "ship it to {city}"], flow: asking}
            flows:
              asking:
                slots:
                  city: {ask: Where?}
                  colour: {ask: Which colour?}
                states:
                  tell: {say: "{{colour}} to {{city}}.", end: resolved}
            """
        )
        #expect(shop.say("ship it to Lepizig").map(\.text) == ["Which colour?"])
        #expect(shop.say("purpel").map(\.text) != ["purple to Leipzig."])
        #expect(shop.say("purple").map(\.text) == ["purple to Leipzig."])
    }

    @Test("Only what the files use is looked for")
    func requested() throws {
        let files = [
            SourceFile(path: "assistant.yaml", text: "assistant: a\n"),
            SourceFile(
                path: "a.yaml",
                text: "intents: {heavy: {patterns: 'a parcel of {weight}', answer: Fine.}}\n"
            ),
        ]
        let assistant = try #require(Compiler.compile(files).assistant)
        #expect(
            assistant.matching.entityTypes == [EntityType(name: "weight", recognition: .builtIn(.weight))]
        )
    }
}
