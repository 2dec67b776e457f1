import FrontdeskMatching
import Testing

@testable import FrontdeskDialogue

@Suite("How messages sound, case by case")
struct SentimentTableTests {
    @Test("English messages sound as they should", arguments: SentimentCases.cases(SentimentCases.english))
    func readsEnglish(one: SentimentCases.Case) {
        let sentiment = Sentiment(of: one.text, tokens: Tokenizer.tokenize(one.text))
        #expect(
            one.holds(sentiment.score),
            "\(sentiment.score) \(sentiment.evidence.map { ($0.text, $0.weight) })"
        )
    }

    @Test("Spanish messages sound as they should", arguments: SentimentCases.cases(SentimentCases.spanish))
    func readsSpanish(one: SentimentCases.Case) {
        let sentiment = Sentiment(of: one.text, tokens: Tokenizer.tokenize(one.text), in: .spanish)
        #expect(
            one.holds(sentiment.score),
            "\(sentiment.score) \(sentiment.evidence.map { ($0.text, $0.weight) })"
        )
    }

    @Test("The tables are as long as they are meant to be")
    func hasCases() {
        #expect(SentimentCases.cases(SentimentCases.english).count >= 60)
        #expect(SentimentCases.cases(SentimentCases.spanish).count >= 60)
        let pictures = Emoji.all.reduce(0) { $0 + $1.1.count }
        #expect(pictures >= 60)
    }

    @Test(
        "Pictures count with and without selectors and skin tones",
        arguments: [
            ("❤", "❤️"), ("👍", "👍🏻"), ("👎", "👎🏾"), ("☹", "☹️"), ("🖕", "🖕🏼"), ("🙏", "🙏🏽"), ("🤦", "🤦🏻‍♀️"),
        ]
    )
    func seesPictures(plain: String, dressed: String) {
        let one = Sentiment(of: plain, tokens: [])
        #expect(one.score != 0)
        #expect(Sentiment(of: dressed, tokens: []).score == one.score)
        #expect(Sentiment(of: "A-10021 \(dressed) ok?", tokens: []).score == one.score)
    }

    @Test("Evidence names the words that changed a word, and what else did")
    func explains() {
        func pieces(_ text: String) -> [Sentiment.Evidence] {
            Sentiment(of: text, tokens: Tokenizer.tokenize(text)).evidence
        }
        #expect(pieces("I am not very happy").map(\.text) == ["not … very happy"])
        #expect(pieces("so USELESS").first?.causes == [.capitals])
        #expect(pieces("sooo bad").first?.causes == [.drawnOut])
        #expect(pieces("great, broken again").first?.causes == [.ironic])
        #expect(pieces("I'm happy, not angry").first?.text == "happy")
    }

    @Test("A comma and a but end what a negation reaches")
    func endsScopes() {
        func score(_ text: String) -> Double {
            Sentiment(of: text, tokens: Tokenizer.tokenize(text)).score
        }
        #expect(score("no, this is terrible") < -0.5)
        #expect(score("not cheap but great") > 0.3)
        #expect(score("I did not say terrible") > -0.2)
    }

    @Test("An assistant's own words count, replace built-in ones, and 0 takes one out")
    func takesOwnWords() {
        let table = SentimentTable.of(.english).adding([
            .init(text: "lemon", weight: -0.6), .init(text: "terrible", weight: 0),
            .init(text: "Daylight robbery!", weight: -0.2), .init(text: "gravy train", weight: 0.5),
        ])
        func score(_ text: String) -> Double {
            Sentiment(of: text, tokens: Tokenizer.tokenize(text), by: table).score
        }
        #expect(score("what a lemon") == -0.6)
        #expect(score("the terrible towel") == 0)
        #expect(score("daylight robbery") == -0.2)
        #expect(score("a gravy train") == 0.5)
        #expect(score("useless") == -0.55)
    }

    @Test("The table says of every word what the lists say, and nothing of others")
    func findsWords() {
        let table = SentimentTable.of(.english)
        #expect(table.entry("furious")?.weight == -0.75)
        #expect(table.entry("late")?.isMishap == true)
        #expect(table.entry("parcel") == nil)
        #expect(table.entry("") == nil)
        let many = table.adding((0..<6000).map { .init(text: "word\($0)x", weight: -0.5) })
        #expect((0..<6000).allSatisfy { many.entry("word\($0)x")?.weight == -0.5 })
        #expect(many.entry("furious")?.weight == -0.75)
    }
}

@Suite("Mood over several messages")
struct MoodTests {
    @Test(
        "Displeasure that goes on weighs more than one word of anger",
        arguments: [
            ([-0.8], -0.32, 1), ([-0.5, -0.5, -0.5], -0.45, 3), ([-0.5, 0, -0.5], -0.3, 1), ([], 0, 0),
            ([-0.6, -0.6, 0.4], -0.14, 0), ([-1, -1, -1, -1, -1], -1, 5),
        ]
    )
    func weighs(sentiments: [Double], level: Double, unhappy: Int) {
        let mood = Mood(sentiments)
        #expect(abs(mood.level - level) < 1e-9)
        #expect(mood.unhappy == unhappy)
    }

    @Test("A mood falls and rises with the latest message")
    func hasTrend() {
        #expect(Mood([0, -0.5]).trend == .falling)
        #expect(!Mood([0, -0.5]).isFalling)
        #expect(Mood([-0.4, -0.5]).isFalling)
        #expect(Mood([-0.5, 0.4]).trend == .rising)
        #expect(Mood([0, 0]).trend == .steady)
    }
}
