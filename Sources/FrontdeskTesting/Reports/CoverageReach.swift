import FrontdeskDialogue
import FrontdeskMatching

/// What conversations reached.
struct CoverageReach {
    private(set) var intents: Set<String> = []
    private(set) var states: Set<String> = []
    private(set) var transitions: Set<String> = []
    private(set) var responses: Set<String> = []
    private(set) var reasons: Set<HandoffReason> = []
    private(set) var decisions: Set<DecisionRule> = []
    /// The patterns that covered an utterance, by language and source.
    private(set) var patterns: Set<[String]> = []
    /// How conditions came out.
    private(set) var conditions: [ConditionWatch.Condition: Set<Bool>] = [:]
    private var lastEnded: (place: String, at: Int64)?

    mutating func add(_ result: TranscriptResult) {
        for (condition, ways) in result.conditions { conditions[condition, default: []].formUnion(ways) }
        add(result.events)
    }

    private mutating func add(_ events: [Event]) {
        /// The flows under way, each with its state.
        var stack: [(flow: String, state: String?)] = []
        for event in events {
            switch event.fact {
            case .understood(let understanding):
                if let intent = understanding.intent { intents.insert(intent) }
                decisions.insert(understanding.rule)
            case .decided(let record): decisions.insert(record.rule)
            case .said(let outbound): responses.insert(outbound.origin)
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
            case .handedOff(let handoff): reasons.insert(handoff.reason)
            default: break
            }
        }
        lastEnded = nil
    }

    /// The patterns that cover what customers wrote, whatever was made of it.
    mutating func addPatterns(of results: [TranscriptResult], _ assistant: Assistant, _ matcher: Matcher) {
        var seen: Set<[String]> = []
        for result in results {
            var text: String?
            for event in result.events {
                switch event.fact {
                case .received(let inbound): text = inbound.text
                case .understood(let understanding):
                    guard let said = text else { continue }
                    let language = understanding.language?.language ?? assistant.languages[0]
                    guard seen.insert([language, said]).inserted else { continue }
                    let own = matcher.translations[language] ?? matcher
                    for candidate in own.match(said, evidence: 1).candidates {
                        for evidence in candidate.evidence where evidence.kind == .pattern {
                            patterns.insert([language, candidate.intent, evidence.text])
                        }
                    }
                default: break
                }
            }
        }
    }
}
