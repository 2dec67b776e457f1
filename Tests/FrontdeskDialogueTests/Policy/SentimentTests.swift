import FrontdeskDialogue
import FrontdeskMatching
import Testing

@Suite("Sentiment by lexicon")
struct SentimentTests {
    private func score(_ text: String) -> Double {
        Sentiment(of: text, tokens: Tokenizer.tokenize(text)).score
    }

    @Test(
        "Anger is heard",
        arguments: [
            "this is useless, I'm furious", "You are useless!!", "this is fucking ridiculous",
            "I am very angry", "I'm sick and tired of this", "absolutely disgusting service",
            "what a waste of time, I'm fed up",
            "THIS IS THE WORST SERVICE EVER", "thanks for nothing", "🤬", "you people are idiots",
            "I am not happy and I am furious with you 😡", "fuck off", "this bot is a complete joke, terrible",
            "utterly useless",
        ]
    )
    func hearsAnger(text: String) {
        #expect(score(text) <= -0.6)
    }

    @Test(
        "A complaint about a parcel is only mildly negative",
        arguments: [
            "my order is late", "my parcel still hasn't arrived", "the mug is broken and the box was damaged",
            "there is a problem with my order, it is late, damaged, incomplete and wrong",
            "my parcel is lost!", "you sent the wrong item", "MY ORDER IS LATE", "it is still not here!!",
        ]
    )
    func takesComplaintsCalmly(text: String) {
        #expect(score(text) < 0)
        #expect(score(text) > -0.5)
    }

    @Test(
        "Displeasure counts as negative without being anger",
        arguments: [
            "I'm disappointed", "this is really frustrating", "I am not happy with this",
            "not good enough", "that is no help", "I have had a very poor experience",
        ]
    )
    func hearsDispleasure(text: String) {
        let sentiment = Sentiment(of: text, tokens: Tokenizer.tokenize(text))
        #expect(sentiment.isNegative)
        #expect(sentiment.score > -0.8)
    }

    @Test(
        "Neutral messages score nothing",
        arguments: [
            "where is my parcel A-10021?", "I want to return a mug", "yes", "can I change my address", "",
            "it's the 25th", "talk to a human", "what are your opening hours?", "Nothing else, please",
            "ada@example.com", "is there a return policy (for mugs)?", "ORDER A-10021",
        ]
    )
    func staysNeutral(text: String) {
        #expect(score(text) == 0)
    }

    @Test(
        "Thanks and praise are positive",
        arguments: [
            "thanks", "thank you, that was great", "perfect", "you're amazing 🙂", "👍", "no problem",
            "great service :)",
        ]
    )
    func hearsPraise(text: String) {
        #expect(score(text) > 0.1)
    }

    @Test("A negation turns praise, and takes the edge off blame")
    func negates() {
        #expect(score("I'm happy") > 0.3)
        #expect(score("I'm not happy") < -0.3)
        #expect(score("not bad") > 0)
        #expect(score("I am not angry") > -0.1)
    }

    @Test("Degrees, capitals and exclamation marks strengthen")
    func strengthens() {
        #expect(score("very disappointed") < score("disappointed"))
        #expect(score("a bit disappointed") > score("disappointed"))
        #expect(score("disappointed!!") < score("disappointed"))
        #expect(score("I AM DISAPPOINTED") < score("I am disappointed"))
    }

    @Test("The score stays within its range whatever is piled up")
    func staysInRange() {
        let rage = Array(repeating: "fucking useless furious 😡🤬!!", count: 50).joined(separator: " ")
        #expect(score(rage) >= -1)
        #expect(score(rage) < -0.95)
        let joy = Array(repeating: "absolutely amazing love 🎉", count: 50).joined(separator: " ")
        #expect(score(joy) <= 1)
        #expect(score(joy) > 0.95)
    }

    @Test("The words that counted are given")
    func givesEvidence() {
        let text = "this is useless, I'm furious"
        let sentiment = Sentiment(of: text, tokens: Tokenizer.tokenize(text))
        #expect(sentiment.evidence.map(\.text) == ["useless", "furious"])
        #expect(sentiment.evidence.allSatisfy { $0.weight < 0 })
    }
}
