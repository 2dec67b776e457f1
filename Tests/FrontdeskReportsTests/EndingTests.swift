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
            "a low score", ["> hours", "< answer", "asked csat", "> = 1", "csat 1"],
            .unresolved(.negativeFeedback)
        ),
        ("a high score", ["> hours", "< answer", "asked csat", "> = 5", "csat 5"], .confirmedByCustomer),
        ("a score in the middle", ["> hours", "< answer", "asked csat", "> = 3", "csat 3"], .answered),
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
            in: Scene(["> hours", "< answer", "asked csat", "+48h", "> = 4", "csat 4 desk"]).events,
            rules
        )
        #expect(late.count == 1)
        #expect(late.first?.feedback.map(\.score) == [4])
    }

    @Test(
        "What is said about the service belongs to the contact it is about, also when the customer goes on with another",
        arguments: [
            (
                [
                    "> hours", "< answer", "asked csat", "+48h", "> = 1", "csat 1 desk too slow", "> order",
                    "< answer",
                ],
                [Ending.unresolved(.negativeFeedback), .answered], [[1], []]
            ),
            (
                ["> hours", "< answer", "asked csat", "+48h", "> = 5", "csat 5 desk"],
                [.confirmedByCustomer], [[5]]
            ),
            (
                ["> hours", "< answer", "asked csat", "+48h", "> order", "< answer", "> = 5", "csat 5 desk"],
                [.confirmedByCustomer, .answered], [[5], []]
            ),
            (
                [
                    "> hours", "< answer", "asked csat", "+48h", "> = 1", "csat 1", "asked csat", "> = slow",
                    "csat 1 desk slow", "+48h", "> order", "< answer", "> smalltalk.thanks", "< answer",
                ],
                [.unresolved(.negativeFeedback), .confirmedByCustomer], [[1], []]
            ),
            (
                ["> hours", "< answer", "+48h", "> order", "< answer", "down 1", "up 2"],
                [.unresolved(.negativeFeedback), .confirmedByCustomer], [[], []]
            ),
            // A no is no contact, and no message.
            (
                ["> hours", "< answer", "asked csat", "+48h", "> = no", "closed", "< answer"], [.answered],
                [[]]
            ),
            // A low score that brings a human is one.
            (
                [
                    "> hours", "< answer", "asked csat", "+48h", "> = 1", "csat 1",
                    "handoff care negative_feedback", "join",
                ],
                [.unresolved(.negativeFeedback), .withHuman], [[1], []]
            ),
        ]
    )
    func late(lines: [String], endings: [Ending], scores: [[Int]]) {
        let rules = MeasureRules(asOf: Scene.start + 30 * Scene.day)
        let contacts = ContactReader.contacts(in: Scene(lines).events, rules)
        #expect(contacts.map(\.ending) == endings)
        #expect(contacts.map { $0.feedback.map(\.score) } == scores)
    }

    @Test("A contact that begins with an answer about the last one begins with what is wanted then")
    func lateBegin() {
        let rules = MeasureRules(asOf: Scene.start + 30 * Scene.day)
        let lines = [
            "> hours", "< answer", "asked csat", "+48h", "> = 5", "csat 5 desk", "+1h", "> order", "< answer",
        ]
        let contacts = ContactReader.contacts(in: Scene(lines).events, rules)
        #expect(contacts.map(\.begin) == [Scene.start, Scene.start + 49 * Scene.hour])
        #expect(contacts.map(\.messages) == [1, 1])
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
