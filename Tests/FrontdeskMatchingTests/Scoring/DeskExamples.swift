@testable import FrontdeskMatching

/// A small desk to train on: six intents, some of them alike, with background and a counterexample.
enum DeskExamples {
    static let sentences: [(intent: String, examples: [String])] = [
        (
            "order.status",
            [
                "where is my order", "my parcel has not arrived", "when will my package come",
                "track my delivery please", "any news on my order", "is my parcel on its way",
                "my stuff still hasn't shown up", "the delivery is late",
            ]
        ),
        (
            "order.cancel",
            [
                "cancel my order", "I don't want the order any more", "stop the delivery please",
                "can I cancel what I bought", "please don't send it", "I ordered by mistake",
                "undo my purchase", "call off my order",
            ]
        ),
        (
            "return.start",
            [
                "I want to send this back", "how do I return a jacket", "return label please",
                "the shoes don't fit, I'd like to return them", "start a return", "send it back to you",
                "I changed my mind about the bag", "where do I drop off a return",
            ]
        ),
        (
            "refund.status",
            [
                "where is my refund", "when do I get my money back", "my refund has not arrived",
                "you still owe me money", "has my return been paid out", "how long does a refund take",
                "the money is not on my account yet", "refund status please",
            ]
        ),
        (
            "opening.hours",
            [
                "when are you open", "what are your opening hours", "are you open on Sunday",
                "what time does the shop close", "do you open on holidays", "opening times please",
                "until when can I come by", "is the store open today",
            ]
        ),
        (
            "account.password",
            [
                "I forgot my password", "reset my password", "I can't log in", "my account is locked",
                "log in does not work", "send me a new password", "the login code never came",
                "how do I change my password",
            ]
        ),
    ]

    static let background = ["what is the weather like", "tell me a joke", "who won the game", "sing a song"]

    static let definition: MatcherDefinition = {
        var intents = sentences.map { intent, examples in
            IntentDefinition(name: intent, title: intent, examples: examples.map { Example($0) })
        }
        intents[0].counterexamples = [Example("how long does delivery usually take")]
        return MatcherDefinition(intents: intents, background: background.map { Example($0) })
    }()

    /// Utterances that were not trained on, in scope and out, short and long, plain and odd.
    static let utterances = [
        "where is my parcel", "please cancel the order", "I'd like to return a bag",
        "when is my money coming",
        "are you open on Saturday", "password forgotten", "where where where is is my my order order",
        "order", "zebra quantum flux", "", "ÄÖÜ straße naïve café", "my return has not arrived yet",
        "can I cancel my return and get the money for the parcel that is late", "日本語 テスト", "🙂",
    ]

    /// Trained once: training takes longer than any test.
    static let model = IntentModel.train(definition)

    /// Trained as if there were many examples of each intent.
    static let rich = TrainingSet(definition, isRich: true).map {
        IntentModel.train($0, trainer: IntentModel.trainer(for: $0))
    }
}
