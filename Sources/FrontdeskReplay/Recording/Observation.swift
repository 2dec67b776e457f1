public import FrontdeskDialogue

/// What can be compared of a step.
public enum Facet: String, Sendable, Hashable, Codable, CaseIterable {
    case intent, handoff, state, slots, decision, choices, answers, responses
}

/// What came of a step: what the desk said and decided.
public struct Observation: Sendable, Hashable {
    /// One message of the desk.
    public struct Said: Sendable, Hashable {
        /// What was said, or what it must hold.
        public var text: String
        /// The titles of the buttons.
        public var choices: [String]
        /// What it was made from; nil: not known.
        public var origin: String?
        /// When, in milliseconds since 1970; nil: not known.
        public var at: Int64?
        /// Whether it is enough that the text is within the message, in letters of any case.
        public var isPart = false
        /// Whether it must not be said.
        public var isNegated = false
    }

    /// A handoff to a queue.
    public struct Handover: Sendable, Hashable {
        /// The queue.
        public var queue: String
        /// Why.
        public var reason: String
    }

    /// A slot that got a value, or lost it.
    public struct Slot: Sendable, Hashable {
        /// Its name.
        public var name: String
        /// Its value as people read it; nil: it has none.
        public var value: String?
    }

    /// A response of another program.
    public struct Response: Sendable, Hashable {
        /// Its name there.
        public var name: String
        /// What says the same here; any of them will do.
        public var origins: [String] = []
    }

    /// What is known of the step; the rest is not compared.
    public var known: Set<Facet>
    /// What the desk said, in order.
    public var said: [Said] = []
    /// The intent that was acted on.
    public var intent: String?
    /// How sure the desk was of the top candidate, 0…1.
    public var confidence: Double?
    /// `flow/state` after the turn.
    public var state: String?
    /// What kind of turn it was.
    public var decision: String?
    /// The rule that decided.
    public var rule: String?
    /// The handoffs, in order.
    public var handoffs: [Handover] = []
    /// The slots that changed, by name.
    public var slots: [Slot] = []
    /// The responses that were said, as another program calls them.
    public var responses: [Response] = []
    /// Why the step could not be taken at all.
    public var failure: String?

    /// Makes an observation of nothing.
    ///
    /// - Parameter known: What is known of the step.
    public init(known: Set<Facet> = []) {
        self.known = known
    }

    /// What the events of a step come to.
    public init(of events: some Sequence<Event>) {
        self.init(known: Set(Facet.allCases).subtracting([.responses]))
        var slots: [String: String?] = [:]
        var isDecided = false
        for event in events {
            switch event.fact {
            case .said(let outbound):
                said.append(
                    Said(
                        text: outbound.text,
                        choices: outbound.choices.map(\.title),
                        origin: outbound.origin,
                        at: event.at
                    )
                )
            case .decided(let record) where !isDecided:
                isDecided = true
                intent = record.intent
                confidence = record.confidence
                state = record.stateAfter
                decision = record.kind.rawValue
                rule = record.rule.rawValue
            case .handedOff(let handoff):
                handoffs.append(Handover(queue: handoff.queue, reason: handoff.reason.rawValue))
            case .slotSet(let entry): slots[entry.name] = .some(entry.display)
            case .slotCleared(let name): slots[name] = .some(nil)
            default: break
            }
        }
        self.slots = slots.sorted { $0.key < $1.key }.map { Slot(name: $0.key, value: $0.value) }
    }
}
