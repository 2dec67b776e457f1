import Frontdesk
import FrontdeskDialogue
import FrontdeskMatching

/// Looks at a conversation after a step.
struct WalkCheck {
    let assistant: Assistant
    let matcher: Matcher
    let machine: DialogueMachine
    /// How a customer asks for a human, in each language of the assistant.
    private let calls: [String: String]

    init(_ assistant: Assistant, _ matcher: Matcher) {
        self.assistant = assistant
        self.matcher = matcher
        machine = DialogueMachine(assistant, zone: Zone.named(assistant.zone, around: 0) ?? .utc)
        var calls: [String: String] = [:]
        for language in assistant.languages {
            let definition = assistant.matching(in: language)
            guard let human = definition.intents.first(where: { $0.name == Control.human.intentName }) else {
                continue
            }
            calls[language] = IntentSampler(definition).shortest(of: human, limit: 1).first
        }
        self.calls = calls
    }

    /// What a reply broke; nil when all is well.
    func broken(by reply: Reply, _ tracker: Tracker) -> (WalkInvariant, String)? {
        if case .agent = tracker.owner {
        } else if reply.messages.isEmpty {
            return (.answered, "nothing was said")
        }
        return broken(by: reply.messages, tracker)
    }

    /// What messages of the desk broke.
    func broken(by messages: [Outbound], _ tracker: Tracker) -> (WalkInvariant, String)? {
        for message in messages {
            if message.readableText.unicodeScalars.allSatisfy(\.isInvisible) {
                return (.answered, "an empty text, made from \(message.origin)")
            }
            // Customers' own words come back; what they wrote is not the desk's.
            let text = message.text.hasSuffix(" .") ? message.text + " " : message.text
            for trace in Self.tracesOfPlaces where text.contains(trace) {
                guard !tracker.lines.contains(where: { $0.author != .desk && $0.text.contains(trace) }) else {
                    continue
                }
                return (.filled, "\(message.origin): \(message.text)")
            }
        }
        return nil
    }

    /// What a place leaves behind that nothing was filled into: itself, or the gap where its value belongs.
    private static let tracesOfPlaces = ["{{", "}}", "  ", " ,", " . ", "()", "\"\"", "«»", "“”"]

    /// What is wrong with the state.
    func broken(_ tracker: Tracker, events: [Event], at now: Int64) -> (WalkInvariant, String)? {
        if Tracker(conversation: tracker.conversation, folding: events) != tracker {
            return (.folded, "the fold of \(events.count) events is another state")
        }
        if let text = repeatedReprompt(tracker, events) { return (.varied, text) }
        if let name = knownButAsked(tracker) { return (.known, name) }
        if let problem = unreachableHuman(tracker, at: now) { return (.human, problem) }
        return nil
    }

    /// A reprompt that says what the one in the turn before it said.
    ///
    /// Who asks to hear it again hears it again; and where an agent came between, the desk begins anew.
    private func repeatedReprompt(_ tracker: Tracker, _ events: [Event]) -> String? {
        guard tracker.understanding?.intent != Control.repeat.intentName,
            !events.contains(where: { $0.turn == tracker.turn - 1 && $0.isByAgent })
        else { return nil }
        func reprompts(of turn: Int) -> [String] {
            tracker.lines.reversed().prefix { $0.turn >= turn }
                .filter { $0.turn == turn && ($0.kind == .reprompt || $0.kind == .fallback) }
                .map { NormalizedText($0.text).text }
        }
        let before = reprompts(of: tracker.turn - 1)
        return reprompts(of: tracker.turn).first(where: before.contains)
    }

    /// What is asked for although it is known.
    private func knownButAsked(_ tracker: Tracker) -> String? {
        switch tracker.question {
        case .slot(let name)?:
            guard let entry = tracker.flow?.slot(name) else { return nil }
            return "\(tracker.flow?.flow ?? "")/\(name) is \(entry.display)"
        case .customer(let fact)?:
            return fact.need.isMet(by: tracker.customer) ? "\(fact.need.rawValue) is known" : nil
        default: return nil
        }
    }

    /// Asks for a human, twice if need be, on a copy of the state; nil when there is a ticket then.
    private func unreachableHuman(_ tracker: Tracker, at now: Int64) -> String? {
        guard tracker.owner == .desk else { return nil }
        let language = tracker.language ?? assistant.languages[0]
        guard let call = calls[language] else { return "nothing asks for a human in \(language)" }
        var copy = tracker
        let moment = Moment(milliseconds: now, zone: machine.zone)
        for _ in 0..<2 {
            let inbound = Inbound(text: call)
            let match = machine.match(inbound, in: copy, with: matcher)
            var decision = machine.advance(&copy, with: .message(inbound, match, waiting: nil), at: moment)
            while let next = decision.actions.first {
                switch next {
                case .readQueue:
                    decision = machine.advance(&copy, with: .queueRead(QueueReading(position: 1)), at: moment)
                case .run(let request):
                    let failure = ActionResult(key: request.key, outcome: "failed", failure: "not run")
                    decision = machine.advance(&copy, with: .actionFinished(failure), at: moment)
                case .enqueue, .withdraw, .raise:
                    decision.actions.removeFirst()
                }
            }
            if copy.ticket != nil { return nil }
        }
        return "'\(call)', said twice, makes no ticket"
    }
}

extension Unicode.Scalar {
    /// Whether nobody sees it: white space, joiners, marks of direction, control characters.
    fileprivate var isInvisible: Bool {
        properties.isWhitespace || properties.isDefaultIgnorableCodePoint
            || [.control, .format].contains(properties.generalCategory)
    }
}

extension Event {
    fileprivate var isByAgent: Bool {
        switch fact {
        case .agentJoined, .agentSaid, .agentReturned, .agentClosed: true
        default: false
        }
    }
}
