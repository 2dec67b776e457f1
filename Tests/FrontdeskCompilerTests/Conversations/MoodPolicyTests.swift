import Testing

@testable import FrontdeskCompiler
@testable import FrontdeskDialogue

@Suite("Regret, mood and urgency")
struct MoodPolicyTests {
    private static let topic = """
        intents:
          hours: {title: Opening hours, patterns: ["hours *"], answer: We are open.}
          sorry: {title: Broken, patterns: ["it is broken *"], answer: I'm sorry about that.}
          thanks: {title: Thanks, patterns: ["thank you *"], answer: Gladly.}
          late:
            title: Late
            patterns: ["late *"]
            flow: late
        flows:
          late: {states: {tell: {say: It is on its way., end: resolved}}}
        """

    private func origins(_ lines: [String], assistant: String = "") throws -> [[String]] {
        var play = try #require(FlowPlay(topic: Self.topic, assistant: assistant))
        return lines.map { line in
            let before = play.tracker.lines.count
            _ = play.play("> \(line)")
            return play.tracker.lines[before...].filter { $0.author == .desk && $0.kind != .greeting }
                .compactMap(\.origin)
        }
    }

    @Test("The desk is sorry first, and once for each trouble")
    func isSorryOnce() throws {
        let said = try origins(["hours", "hours, you useless lot", "hours, this is ridiculous"])
        #expect(said[0] == ["hours"])
        #expect(said[1] == ["acknowledge", "hours"])
        #expect(said[2].first == "hours")
    }

    @Test("What is sorry itself needs no regret before it, and what came to a good end may be regretted anew")
    func knowsOwnRegret() throws {
        #expect(try origins(["it is broken you useless lot"]) == [["sorry"]])
        let said = try origins(["late and useless", "late and useless", "late please", "late and useless"])
        #expect(said.map { $0.first == "acknowledge" } == [true, false, false, true])
        let thanked = try origins(["hours, useless", "thank you", "hours, useless"])
        #expect(thanked.map(\.first) == ["acknowledge", "thanks", "acknowledge"])
    }

    @Test("Regret has a limit of its own, or there is none")
    func hasLimit() throws {
        #expect(
            try origins(["hours, useless"], assistant: "sentiment: {acknowledge_below: never}") == [["hours"]]
        )
        #expect(
            try origins(["hours, useless"], assistant: "sentiment: {acknowledge_below: -0.9}") == [["hours"]]
        )
        #expect(
            try origins(["hours you lemon"], assistant: "sentiment: {words: {lemon: -0.6}}")
                == [["acknowledge", "hours"]]
        )
        #expect(try origins(["hours, useless"], assistant: "sentiment: {words: {useless: 0}}") == [["hours"]])
    }

    @Test(
        "A mood that goes on falling leads to a human, one angry word does not",
        arguments: [
            (["hours, this is useless"], "", nil),
            (
                ["hours, this is useless", "hours, so frustrating"], "sentiment: {mood_below: -0.3}",
                HandoffReason.sentiment
            ),
            (["hours, useless", "hours", "hours, useless"], "sentiment: {mood_below: -0.3}", nil),
            (["hours, useless", "hours, useless", "hours, useless"], "sentiment: {mood_below: never}", nil),
            (["hours, useless", "hours, terrible", "hours, ridiculous"], "", .sentiment),
        ] as [([String], String, HandoffReason?)]
    )
    func fallsToHuman(lines: [String], assistant: String, reason: HandoffReason?) throws {
        var play = try #require(FlowPlay(topic: Self.topic, assistant: assistant))
        for line in lines { _ = play.play("> \(line)") }
        #expect(play.tracker.handoffs.first?.reason == reason)
        if reason != nil {
            #expect(play.tracker.lines.contains { $0.turn == play.tracker.turn && $0.text == "We are open." })
        }
    }

    @Test("Confidence falls by its own figure when the mood has been falling")
    func lowersConfidence() throws {
        var play = try #require(
            FlowPlay(
                topic: Self.topic,
                assistant: "confidence: {falling: 0.07}\nsentiment: {mood_below: never}"
            )
        )
        _ = play.play("> hours, useless\n> hours, useless")
        let causes = play.events.compactMap { event -> ConfidenceCause? in
            if case .confidenceChanged(_, let cause) = event.fact { cause } else { nil }
        }
        #expect(causes.filter { $0 == .falling }.count == 1)
    }

    @Test("A ticket made in a low mood is more urgent, unless its reason says how urgent it is")
    func raisesPriority() throws {
        func priority(_ line: String, _ assistant: String) throws -> Int? {
            var play = try #require(
                FlowPlay(topic: Self.topic, assistant: "queues: {care: {priority: 3}}\n" + assistant)
            )
            _ = play.play("> hours, awful and useless\n> \(line)")
            return play.tracker.ticket?.priority
        }
        #expect(try priority("human", "") == 3)
        #expect(try priority("human, this is awful", "") == 4)
        #expect(try priority("human, this is awful", "sentiment: {urgency: 8}") == 9)
        #expect(
            try priority(
                "human, this is awful",
                "handoff: {reasons: {user_asked: {priority: 2}, sentiment: {priority: 2}}}"
            ) == 2
        )
    }

    @Test("Spanish words of an assistant's own stand in its translation")
    func takesSpanishWords() throws {
        let files = [
            SourceFile(
                path: "assistant.yaml",
                text: "assistant: a\nlanguages: [en, es]\nsentiment: {words: {lemon: -0.6}}"
            ),
            SourceFile(path: "a.es.yaml", text: "language: es\nsentiment: {words: {cutre: -0.5}}"),
            SourceFile(path: "a.yaml", text: "intents: {hours: {patterns: hours, answer: From nine.}}"),
        ]
        let policy = try #require(Compiler.compile(files).assistant?.sentiment)
        #expect(
            policy.words == [
                "en": [.init(text: "lemon", weight: -0.6)], "es": [.init(text: "cutre", weight: -0.5)],
            ]
        )
    }

    @Test(
        "What is wrong with 'sentiment' is told",
        arguments: [
            ("sentiment: {words: {a b c d e f g: -0.5}}", "FD0150"),
            ("sentiment: {words: {'!!': -0.5}}", "FD0150"),
            ("sentiment: {words: {bad: -2}}", "FD0035"), ("sentiment: {urgency: 12}", "FD0035"),
            ("sentiment: {mood_below: low}", "FD0035"), ("sentiment: {moods: 1}", "FD0008"),
            ("confidence: {falling: 2}", "FD0035"),
        ]
    )
    func refuses(_ text: String, _ code: String) {
        let files = [
            SourceFile(path: "assistant.yaml", text: "assistant: a\n" + text),
            SourceFile(path: "a.yaml", text: "intents: {hours: {patterns: hours, answer: From nine.}}"),
        ]
        #expect(Compiler.compile(files).diagnostics.contains { $0.code == code })
    }
}
