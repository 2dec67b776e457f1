import Testing

@testable import FrontdeskDialogue

@Suite("What agents write before they answer")
struct AgentWordsTests {
    @Test(
        "Greetings, putting off and questions tell nothing",
        arguments: [
            "One moment, please.", "Hello Ada, this is Robin. Let me check that for you.",
            "I'll be right back with you in 5 minutes!", "Thank you for waiting. I am looking into it now…",
            "Which of the mugs is broken?", "Hi Ada! What can I do for you?", "",
            "Un momento, por favor.", "Hola Ada, soy Robin. Voy a mirarlo ahora mismo.",
            "Enseguida estoy contigo", "Gracias por tu paciencia, lo estoy comprobando.",
        ]
    )
    func nothing(_ text: String) {
        #expect(AgentWords.tellNothing(text, customer: "Ada Byron", agent: "Robin"))
    }

    @Test(
        "Anything more is an answer",
        arguments: [
            "Hello Ada, six new mugs leave today.", "One moment. The carrier found your parcel.", "Yes.",
            "We send a new one. Is that fine with you?", "Hola Ada, hoy sale una taza nueva.",
            "Ja, das geht.",
            "Un momento. El paquete ha aparecido.",
        ]
    )
    func answer(_ text: String) {
        #expect(!AgentWords.tellNothing(text, customer: "Ada Byron", agent: "Robin"))
    }
}
