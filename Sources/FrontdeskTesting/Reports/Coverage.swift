public import FrontdeskDialogue

/// How much of an assistant its transcripts reach.
public struct Coverage: Sendable, Hashable {
    /// One kind of thing: what there is, and what was reached.
    public struct Part: Sendable, Hashable {
        /// What is counted: `intents`, `states`, `transitions` or `responses`.
        public var name: String
        /// How many were reached.
        public var reached: Int
        /// How many there are.
        public var total: Int
        /// Those that were not, in the order of the assistant's files.
        public var missing: [String]

        init(_ name: String, all: [String], reached: Set<String>) {
            var seen: Set<String> = []
            let all = all.filter { seen.insert($0).inserted }
            self.name = name
            total = all.count
            missing = all.filter { !reached.contains($0) }
            self.reached = total - missing.count
        }
    }

    /// The parts, from the widest to the narrowest.
    public var parts: [Part]

    /// Measures conversations, each given by its events.
    public init(of assistant: Assistant, conversations: some Sequence<[Event]>) {
        var reach = Reach()
        for events in conversations { reach.add(events) }
        parts = [
            Part("intents", all: assistant.intents.map(\.name), reached: reach.intents),
            Part("states", all: Self.states(of: assistant), reached: reach.states),
            Part("transitions", all: Self.transitions(of: assistant), reached: reach.transitions),
            Part("responses", all: Self.responses(of: assistant), reached: reach.responses),
        ]
    }

    private static func states(of assistant: Assistant) -> [String] {
        assistant.flows.flatMap { flow in flow.states.map { "\(flow.name)/\($0.name)" } }
    }

    /// Where states lead by their own handlers; what flow and assistant add for all of them is not counted.
    private static func transitions(of assistant: Assistant) -> [String] {
        assistant.flows.flatMap { flow -> [String] in
            flow.states.flatMap { state -> [String] in
                var targets = state.handlers.map(\.transition.target).filter { $0 != .stay && $0 != .pass }
                if case .go(let transition) = state.step { targets.append(transition.target) }
                return targets.map { "\(flow.name)/\(state.name) → \(label($0, in: flow.name))" }
            }
        }
    }

    private static func label(_ target: Transition.Target, in flow: String) -> String {
        switch target {
        case .state(let state), .history(let state): "\(flow)/\(state)"
        case .stay, .pass: flow
        case .end(let outcome): outcome.rawValue
        case .handoff: "handoff"
        case .flow(let other): other
        }
    }

    /// What texts are made from, as ``Outbound/origin`` names it.
    private static func responses(of assistant: Assistant) -> [String] {
        var origins = assistant.intents.compactMap { intent -> String? in
            if case .answer = intent.effect { intent.name } else { nil }
        }
        for flow in assistant.flows {
            origins += flow.slots.filter(\.isAsked).map { "\(flow.name)/\($0.name)" }
            for state in flow.states {
                let place = "\(flow.name)/\(state.name)"
                if case .ask = state.step {
                    origins.append(place)
                } else if state.say != nil {
                    origins.append(place)
                }
                if state.handlers.contains(where: { $0.transition.say != nil }) {
                    origins.append("\(place)→")
                }
            }
        }
        return origins
    }
}

/// What the events of conversations reached.
private struct Reach {
    var intents: Set<String> = []
    var states: Set<String> = []
    var transitions: Set<String> = []
    var responses: Set<String> = []

    mutating func add(_ events: [Event]) {
        /// The flows under way, each with its state.
        var stack: [(flow: String, state: String?)] = []
        for event in events {
            switch event.fact {
            case .understood(let understanding):
                if let intent = understanding.intent { intents.insert(intent) }
            case .said(let outbound):
                responses.insert(outbound.origin)
            case .flowStarted(let flow, _):
                // A flow that takes another's place begins right after that one has ended.
                if let ended = lastEnded, ended.at == event.at {
                    transitions.insert("\(ended.place) → \(flow)")
                }
                stack.append((flow, nil))
            case .flowCalled(let call):
                stack.append((call.flow, nil))
            case .stateEntered(let flow, let state):
                guard let state, !stack.isEmpty else { continue }
                let place = "\(flow)/\(state)"
                states.insert(place)
                if let before = stack[stack.count - 1].state {
                    transitions.insert("\(flow)/\(before) → \(place)")
                }
                stack[stack.count - 1].state = state
            case .flowEnded(_, let outcome):
                guard let run = stack.popLast() else { continue }
                guard let state = run.state else { continue }
                transitions.insert("\(run.flow)/\(state) → \(outcome.rawValue)")
                lastEnded = ("\(run.flow)/\(state)", event.at)
            case .handoffRequested:
                if let run = stack.last, let state = run.state {
                    transitions.insert("\(run.flow)/\(state) → handoff")
                }
            default:
                break
            }
        }
        lastEnded = nil
    }

    private var lastEnded: (place: String, at: Int64)?
}
