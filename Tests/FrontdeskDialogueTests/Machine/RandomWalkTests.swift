import FrontdeskDialogue
import FrontdeskMatching
import Testing

@Suite("Random conversations")
struct RandomWalkTests {
    private static let sentences = [
        "where is my order", "where is my parcel A-10021", "A-10022", "A-99999", "return A-10021",
        "i want to return because too small", "too big", "it is broken", "2", "the last one", "yes", "no",
        "no, A-10023", "actually A-10024", "what is your return policy", "your hours", "tell me about twins",
        "second twin", "something else", "cancel", "back", "repeat", "help", "start over", "stop", "human",
        "i am a journalist", "xyzzy", "???", "", "this is useless, I am furious!!", "thanks",
        "my name is Ada",
        "ada@example.com", "wherre iz my oder", "return", "A-1", "{{customer.email}}", "😀", "<b>hi</b>",
    ]

    private static let outcomes = ["found", "missing", "failed", "done"]

    @Test("hold what every customer may rely on, after each turn", arguments: [1, 2, 3, 4, 5] as [UInt64])
    func invariants(seed: UInt64) throws {
        var random = SplitMix(state: seed)
        let assistant = try SmallShop.make()
        for _ in 0..<20 {
            var script = Script(assistant)
            for _ in 0..<30 {
                randomise(&script, &random)
                let sentence = Self.sentences[random.next(below: Self.sentences.count)]
                let owner = script.tracker.owner
                let before = script.tracker.lines.last { $0.author == .desk }
                let said = script.say(sentence)
                try check(script, said, owner, before, sentence)
                if case .queue = script.tracker.owner, random.next(below: 3) == 0 {
                    script.run(.agent(.claim(agent: "Robin")))
                    script.say("are you there")
                    let outcome = AgentReturn.Outcome.allCases[random.next(below: 3)]
                    script.run(.agent(.giveBack(AgentReturn(agent: "Robin", outcome: outcome))))
                }
            }
            #expect(Tracker(conversation: "c1", folding: script.events) == script.tracker)
        }
    }

    private func randomise(_ script: inout Script, _ random: inout SplitMix) {
        let row = Record([.init("status", .text("on its way"))])
        script.outcomes = [
            "orders.find": [(Self.outcomes[random.next(below: 3)], row)],
            "returns.create": [(Self.outcomes[2 + random.next(below: 2)], nil)],
        ]
        script.moment.milliseconds += Int64(random.next(below: 7_200_000))
        script.reading = QueueReading(
            position: 1 + random.next(below: 5),
            waitMinutes: random.next(below: 2) * 7
        )
    }

    private func check(
        _ script: Script,
        _ said: [String],
        _ owner: Tracker.Owner,
        _ before: TranscriptLine?,
        _ sentence: String
    ) throws {
        let decision = try #require(script.decision, "no decision on '\(sentence)'")
        #expect(!said.isEmpty || decision.kind == .relay, "silence on '\(sentence)'")
        #expect(!said.contains { $0.isEmpty || $0.contains("{{") && sentence != "{{customer.email}}" })
        let last = script.tracker.lines.last { $0.author == .desk }
        if let last, let before, Self.repeats.contains(last.kind), Self.repeats.contains(before.kind),
            decision.kind == .reprompt
        {
            #expect(last.text != before.text, "the same text twice on '\(sentence)'")
        }
        let handoffs =
            said.isEmpty
            ? 0 : script.tracker.lines.filter { $0.turn == script.tracker.turn && $0.kind == .handoff }.count
        #expect(handoffs <= 1, "two handoff texts on '\(sentence)'")
        #expect((0...1).contains(script.tracker.confidence ?? 1))
        if case .desk = script.tracker.owner {
            var asking = script
            asking.say("human")
            #expect(asking.tracker.owner == .queue, "no human after '\(sentence)'")
        }
    }

    private static let repeats: [Outbound.Kind?] = [.reprompt, .fallback]
}

/// A small seeded generator (Steele, Lea and Flood, "Fast splittable pseudorandom number generators", 2014).
struct SplitMix {
    var state: UInt64

    mutating func next(below bound: Int) -> Int {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return Int((mixed ^ (mixed >> 31)) % UInt64(bound))
    }
}
