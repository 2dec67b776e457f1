import FrontdeskDialogue
import Testing

@testable import FrontdeskReports

@Suite("How a contact ended")
struct EndingTests {
    static let table: [(name: String, lines: [String], ending: Ending)] = [
        ("an answer and silence", ["> hours", "< answer"], .answered),
        ("thanks", ["> hours", "< answer", "> smalltalk.thanks", "< answer"], .confirmedByCustomer),
        (
            "thanks for nothing yet",
            ["> ? blah", "< reprompt no_match", "> smalltalk.thanks", "< answer"],
            .abandoned(.leftAfterFallback)
        ),
        ("a greeting alone", ["> smalltalk.greeting", "< answer"], .abandoned(.noRequest)),
        ("not understood", ["> ? blah", "< reprompt no_match"], .abandoned(.leftAfterFallback)),
        ("a clarification left", ["> - hm", "< clarify ambiguous"], .abandoned(.leftAfterFallback)),
        ("a flow left", ["> order", "flow f", "ask size", "< ask"], .abandoned(.leftMidForm)),
        (
            "a flow ended by silence",
            ["> order", "flow f", "ask size", "< ask", "+30m", "timer", "closed", "end f unresolved"],
            .abandoned(.leftMidForm)
        ),
        (
            "a flow that could not help", ["> order", "flow f", "end f unresolved", "< answer"],
            .unresolved(.notDone)
        ),
        ("a flow that did", ["> order", "flow f", "end f resolved", "< control"], .answered),
        ("an offer left open", ["> hours", "offer more", "< answer"], .answered),
        ("stopped", ["> order", "flow f", "end f cancelled", "< control"], .abandoned(.cancelled)),
        ("an unhappy end", ["> hours", "< answer", "> sad", "< control"], .unresolved(.negativeEnd)),
        ("a human asked for in vain", ["> human", "< ask"], .unresolved(.askedHumanNotServed)),
        ("waiting", ["> human", "handoff care user_asked", "< handoff"], .withHuman),
        (
            "given up", ["> human", "handoff care user_asked", "< handoff", "withdraw"],
            .abandoned(.leftQueue)
        ),
        (
            "done by an agent", ["> human", "handoff care user_asked", "join", "word", "return resolved"],
            .confirmedByAgent
        ),
        ("closed by an agent", ["> human", "handoff care user_asked", "join", "close"], .confirmedByAgent),
        (
            "more to be done", ["> human", "handoff care user_asked", "join", "return needs_followup"],
            .unresolved(.needsFollowUp)
        ),
        (
            "a low score", ["> hours", "< answer", "asked csat", "> - 1", "csat 1"],
            .unresolved(.negativeFeedback)
        ),
        ("a high score", ["> hours", "< answer", "asked csat", "> - 5", "csat 5"], .confirmedByCustomer),
        ("a score in the middle", ["> hours", "< answer", "asked csat", "> - 3", "csat 3"], .answered),
        ("asked how it was, and silence", ["> hours", "< answer", "asked csat"], .answered),
        (
            "thanks, asked how it was, and silence",
            ["> hours", "< answer", "> smalltalk.thanks", "< answer", "asked csat"], .confirmedByCustomer
        ),
        ("a thumb down", ["> hours", "< answer", "down 1"], .unresolved(.negativeFeedback)),
        ("a thumb down taken back", ["> hours", "< answer", "down 1", "up 1"], .confirmedByCustomer),
        (
            "a turn taken back", ["> hours", "< answer", "> ? blah", "< reprompt no_match", "undo 2"],
            .answered
        ),
    ]

    @Test("A contact ends as its last events say", arguments: table)
    func ending(_ row: (name: String, lines: [String], ending: Ending)) {
        let rules = MeasureRules(asOf: Scene.start + 30 * Scene.day)
        let contacts = ContactReader.contacts(in: Scene(row.lines).events, rules)
        #expect(contacts.map(\.ending) == [row.ending])
    }

    @Test(
        "What is younger than a day is judged only when somebody said how it was",
        arguments: [
            (["> hours", "< answer"], Ending.tooEarly),
            (["> ? blah", "< reprompt no_match"], .tooEarly),
            (["> hours", "< answer", "> smalltalk.thanks", "< answer"], .confirmedByCustomer),
            (["> human", "handoff care user_asked"], .withHuman),
        ]
    )
    func young(lines: [String], ending: Ending) {
        let rules = MeasureRules(asOf: Scene.start + 23 * Scene.hour)
        #expect(ContactReader.contacts(in: Scene(lines).events, rules).map(\.ending) == [ending])
    }

    @Test("A day of silence ends a contact, but not while a human is waited for")
    func contacts() {
        let rules = MeasureRules(asOf: Scene.start + 30 * Scene.day)
        func count(_ lines: [String]) -> Int { ContactReader.contacts(in: Scene(lines).events, rules).count }
        #expect(count(["> hours", "< answer", "+23h", "> hours", "< answer"]) == 1)
        #expect(count(["> hours", "< answer", "+24h", "> hours", "< answer"]) == 2)
        #expect(count(["> human", "handoff care user_asked", "+48h", "> hours", "< answer"]) == 1)
        // Feedback a day later belongs to what it is about.
        let late = ContactReader.contacts(
            in: Scene(["> hours", "< answer", "asked csat", "+48h", "> - 4", "csat 4 desk"]).events,
            rules
        )
        #expect(late.count == 1)
        #expect(late.first?.feedback.map(\.score) == [4])
    }

    @Test("Steps of a flow run from the message that began it to the one that ended it")
    func steps() {
        let rules = MeasureRules(asOf: Scene.start + 30 * Scene.day)
        let lines = [
            "> smalltalk.greeting", "< answer", "> order", "flow f", "ask a", "< ask", "> - 1", "call g",
            "ask b", "< ask",
            "> - 2", "end g resolved", "closed", "end f resolved", "< answer",
        ]
        let contact = ContactReader.contacts(in: Scene(lines).events, rules).first
        #expect(contact?.flows == [FlowSteps(flow: "f", steps: 3)])
        #expect(contact?.steps == 4)
        #expect(contact?.messages == 4)
    }
}
