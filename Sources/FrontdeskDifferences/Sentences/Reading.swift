public import FrontdeskDialogue
public import FrontdeskMatching

/// What an assistant takes a sentence for when a conversation begins with it.
public struct Reading: Sendable, Hashable {
    /// What it does about it.
    public enum Decision: String, Sendable, Hashable {
        case answered, clarified
        case notUnderstood = "not_understood"
        case handedOver = "handed_over"

        /// In words.
        public var title: String {
            switch self {
            case .answered: "answered"
            case .clarified: "asked which one is meant"
            case .notUnderstood: "not understood"
            case .handedOver: "handed over"
            }
        }
    }

    /// What it does about it.
    public var decision: Decision
    /// The intents that it acts on, in order; of what is too close to choose between, those that are offered.
    public var intents: [String]
    /// How sure it is of the first of them, 0…1.
    public var confidence: Double?

    /// Whether customers see the same: how sure the assistant is does not matter by itself.
    public func isSame(as other: Reading) -> Bool {
        decision == other.decision && intents == other.intents
    }
}

/// Reads sentences as the first message of a conversation.
public struct SentenceReader: Sendable {
    private static let conversation = "diff"

    private let machine: DialogueMachine
    private let matcher: Matcher
    private let renames: [String: String]
    private let moment: Moment

    /// Makes a reader.
    ///
    /// - Parameters:
    ///   - assistant: The assistant, with all of its definitions.
    ///   - matcher: Its matcher.
    ///   - zone: Its time zone.
    ///   - renames: Intents that go by another name in what is compared with it.
    public init(
        _ assistant: Assistant,
        _ matcher: Matcher,
        zone: Zone,
        renames: [AssistantDifferences.Renamed] = []
    ) {
        machine = DialogueMachine(assistant, zone: zone)
        self.matcher = matcher
        self.renames = Dictionary(renames.map { ($0.old, $0.new) }) { first, _ in first }
        // A Monday morning, when everybody is at work; the same in both versions.
        let monday = CivilDate(year: 2026, month: 11, day: 23)
        let morning = zone.milliseconds(of: monday, at: TimeOfDay(hour: 10, minute: 0))
        moment = Moment(milliseconds: morning, zone: zone)
    }

    /// What each of some sentences is taken for.
    public func readings(of sentences: some Collection<Sentence>) -> [Reading] {
        var opened: [String?: Tracker] = [:]
        return sentences.map { sentence in
            let start = opened[sentence.language] ?? self.opened(sentence.language)
            opened[sentence.language] = start
            return reading(of: sentence, start)
        }
    }

    private func opened(_ language: String?) -> Tracker {
        var tracker = Tracker(conversation: Self.conversation)
        let opening = Opening(
            conversation: Self.conversation,
            channel: "chat",
            assistant: machine.assistant.name
        )
        _ = machine.advance(&tracker, with: .opening(opening), at: moment)
        if let language {
            _ = machine.advance(&tracker, with: .profile(CustomerProfile(language: language)), at: moment)
        }
        return tracker
    }

    private func reading(of sentence: Sentence, _ start: Tracker) -> Reading {
        var tracker = start
        let inbound = Inbound(text: sentence.text)
        let match = machine.match(inbound, in: tracker, with: matcher)
        let events = machine.advance(&tracker, with: .message(inbound, match, waiting: nil), at: moment)
            .events
        var understanding: Understanding?
        var decision: Reading.Decision?
        var offered: [String] = []
        for event in events {
            switch event.fact {
            case .understood(let found): understanding = understanding ?? found
            case .handoffRequested, .handedOff: decision = .handedOver
            case .questionOpened(.clarification(let choices)): offered = choices.map(\.id)
            default: continue
            }
        }
        var intents = understanding?.parts?.compactMap(\.intent) ?? []
        if intents.isEmpty { intents = understanding?.intent.map { [$0] } ?? [] }
        let decided = decision ?? Self.decision(understanding?.rule)
        if decided == .clarified { intents = offered.filter { machine.assistant.intents.named($0) != nil } }
        if decided == .notUnderstood { intents = [] }
        return Reading(
            decision: decided,
            intents: intents.map { renames[$0] ?? $0 },
            confidence: understanding?.candidates.first?.confidence
        )
    }

    private static func decision(_ rule: DecisionRule?) -> Reading.Decision {
        switch rule {
        case .ambiguous: .clarified
        case .noFit, .noMatch, nil: .notUnderstood
        case .humanAsked, .sentiment, .abuse: .handedOver
        default: .answered
        }
    }
}
