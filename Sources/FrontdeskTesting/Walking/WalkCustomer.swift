import FrontdeskDialogue
import FrontdeskMatching

/// A customer of a random walk, and the agents who meet them: says what comes next.
///
/// Most customers answer what they are asked; some mistype, some change their mind, some do not mean well.
struct WalkCustomer {
    let vocabulary: WalkVocabulary
    /// Who it is, where the channel knows; nil: a stranger.
    let profile: CustomerProfile?
    var random: SeededGenerator
    /// How many of a hundred answers have a slip of the finger in them, and how many are hostile.
    private let slips: Int
    private let hostility: Int

    init(_ vocabulary: WalkVocabulary, seed: UInt64) {
        self.vocabulary = vocabulary
        var random = SeededGenerator(seed: seed)
        slips = [0, 5, 25][random.next(below: 3)]
        hostility = [0, 2, 20][random.next(below: 3)]
        let isStranger = vocabulary.profiles.isEmpty || random.next(below: 2) == 0
        profile = isStranger ? nil : vocabulary.profiles[random.next(below: vocabulary.profiles.count)]
        self.random = random
    }

    /// What happens next.
    ///
    /// - Parameters:
    ///   - tracker: The conversation's state; nil before its first message.
    ///   - choices: What was offered last.
    ///   - flows: The assistant's flows.
    mutating func next(_ tracker: Tracker?, choices: [Choice], in assistant: Assistant) -> WalkStep {
        guard let tracker else { return .says(text(nil, choices, assistant)) }
        let draw = random.next(below: 100)
        switch tracker.owner {
        case .agent(let name) where draw < 60: return .agent(act(of: name))
        case .queue where draw < 20: return .agent(.claim(agent: "Robin"))
        default: break
        }
        switch draw {
        case 94: return .redelivers
        case 95: return .restarts
        case 96, 97: return .waits(Int64(1 + random.next(below: 90)) * 60_000)
        case 98, 99:
            guard !vocabulary.events.isEmpty else { break }
            return .reports(vocabulary.events[random.next(below: vocabulary.events.count)])
        default: break
        }
        if !choices.isEmpty, random.next(below: 3) == 0 {
            return .presses(choices[random.next(below: choices.count)])
        }
        return .says(text(tracker, choices, assistant))
    }

    private mutating func act(of agent: String) -> AgentAct {
        switch random.next(below: 4) {
        case 0, 1: .say(agent: agent, text: "I am looking into it.")
        case 2:
            .giveBack(
                AgentReturn(
                    agent: agent,
                    outcome: AgentReturn.Outcome.allCases[
                        random.next(below: AgentReturn.Outcome.allCases.count)
                    ]
                )
            )
        default: .close(agent: agent)
        }
    }

    private mutating func text(_ tracker: Tracker?, _ choices: [Choice], _ assistant: Assistant) -> String {
        if random.next(below: 100) < hostility {
            return WalkVocabulary.hostile[random.next(below: WalkVocabulary.hostile.count)]
        }
        var text: String
        if let tracker, let question = tracker.question, random.next(below: 100) < 65 {
            text = answer(question, tracker, choices, assistant)
        } else {
            text = remark()
        }
        if random.next(below: 100) < slips { text = RandomEdits.edited(text, using: &random) }
        return text
    }

    /// Something that nobody asked about.
    private mutating func remark() -> String {
        switch random.next(below: 10) {
        case 0..<5: sentence(of: vocabulary.intents)
        case 5..<9 where !vocabulary.lines.isEmpty:
            vocabulary.lines[random.next(below: vocabulary.lines.count)]
        default: sentence(of: vocabulary.controls)
        }
    }

    private mutating func sentence(of lists: [[String]]) -> String {
        guard !lists.isEmpty else { return "hello" }
        let list = lists[random.next(below: lists.count)]
        return list[random.next(below: list.count)]
    }

    private mutating func answer(
        _ question: OpenQuestion,
        _ tracker: Tracker,
        _ choices: [Choice],
        _ assistant: Assistant
    ) -> String {
        if !choices.isEmpty, random.next(below: 2) == 0 {
            let place = random.next(below: choices.count)
            return random.next(below: 2) == 0 ? "\(place + 1)" : choices[place].title
        }
        switch question {
        case .slot(let name):
            let flow = assistant.flows.first { $0.name == tracker.flow?.flow }
            switch flow?.slots.first(where: { $0.name == name })?.kind {
            case .entity(let type)?:
                let value = vocabulary.value(of: type, &random) ?? "42"
                return random.next(below: 3) == 0 ? "it's \(value)" : value
            case .boolean?: return yesOrNo()
            case .choice(let choices)? where !choices.isEmpty:
                return choices[random.next(below: choices.count)].title
            case .choice?, .text?, nil: return remark()
            }
        case .feedback(let kind):
            return String(kind.scale.lowerBound + random.next(below: kind.scale.count))
        case .feedbackComment: return remark()
        case .contact, .customer:
            return ["ada@example.com", "Ada Byron", "+49 30 1234567"][random.next(below: 3)]
        case .remembered, .remembering, .state, .confirmation, .suggestion, .clarification, .change:
            return yesOrNo()
        }
    }

    private mutating func yesOrNo() -> String {
        let words = [
            "yes", "no", "yes please", "no thanks", "ok", "nope", "no, tomorrow", "sí", "yes, that's right",
        ]
        return words[random.next(below: words.count)]
    }
}
