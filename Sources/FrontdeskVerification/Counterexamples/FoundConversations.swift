import FrontdeskDialogue
import FrontdeskMatching

/// Conversations that lead into an assistant's flows and states, found by trying.
package struct FoundConversations: Sendable {
    /// The conversations that get somewhere, the shortest first, as transcripts without the desk's lines.
    private let texts: [String: [String]]

    /// Those that enter a flow, or a state of it.
    package func leading(to flow: String, state: String?) -> [String] {
        texts[Self.label(flow, state)] ?? []
    }

    /// Those that are in a state when an action gives this, or when a customer's message is taken for this.
    package func leading(to flow: String, state: String, by happening: String) -> [String] {
        texts["\(Self.label(flow, state)) \(happening)"] ?? []
    }

    /// Those that end with the question for a slot.
    package func leading(to flow: String, asking slot: String) -> [String] {
        texts["\(flow)?\(slot)"] ?? []
    }

    fileprivate init(texts: [String: [String]]) { self.texts = texts }

    fileprivate static func label(_ flow: String, _ state: String?) -> String {
        state.map { "\(flow)/\($0)" } ?? flow
    }
}

extension Verification {
    /// Leads conversations into every situation, and keeps some of those that get to each flow and each state.
    ///
    /// - Parameter limit: How many are kept for each, of those that get there with their last move and of those that got there
    ///   before.
    package func conversations(limit: Int) -> FoundConversations {
        /// A turn that was tried: the situation it began in, and what was done.
        struct End { var from: Int; var move: Move }
        var ends: [String: [End]] = [:]
        var later: [String: [End]] = [:]
        var passed: [Int: Set<String>] = [:]
        let exploration = explore { turn in
            let here = Self.labels(of: turn.events)
            let before = passed[turn.from] ?? []
            if turn.isNew { passed[turn.to] = before.union(here) }
            let end = End(from: turn.from, move: turn.move)
            let now = here.union([turn.before.state].compactMap { $0 })
            var happenings = Self.happenings(of: turn.events, turn.move, in: now)
            if case .slot(let slot)? = turn.after.question, let flow = turn.after.flow?.flow {
                happenings.insert("\(flow)?\(slot)")
            }
            for label in here.union(happenings) where ends[label, default: []].count < limit {
                ends[label, default: []].append(end)
            }
            for label in before.subtracting(here) where later[label, default: []].count < limit {
                later[label, default: []].append(end)
            }
        }
        var texts: [String: [String]] = [:]
        for label in Set(ends.keys).union(later.keys) {
            let all = (ends[label] ?? []) + (later[label] ?? [])
            texts[label] = all.map { end in
                let conversation = ShownConversation(
                    title: "Found",
                    beginning: exploration.nodes[end.from].beginning,
                    moves: exploration.way(to: end.from) + [end.move],
                    demands: []
                )
                return conversation.text(assistant: exploration.subject.assistant.name)
                    .replacing("< ...\n", with: "")
            }
        }
        return FoundConversations(texts: texts)
    }

    /// What happened in the states of a turn.
    private static func happenings(of events: [Event], _ move: Move, in states: Set<String>) -> Set<String> {
        var names = Set(move.given.map(\.outcome))
        for event in events {
            if case .understood(let understanding) = event.fact, let intent = understanding.intent {
                names.insert(intent)
            }
        }
        if case .presses(let choice) = move.act { names.insert(choice.id) }
        return Set(states.flatMap { state in names.map { "\(state) \($0)" } })
    }

    /// The flows and states that events show.
    private static func labels(of events: [Event]) -> Set<String> {
        var labels: Set<String> = []
        for event in events {
            switch event.fact {
            case .flowStarted(let flow, _): labels.insert(flow)
            case .flowCalled(let call): labels.insert(call.flow)
            case .stateEntered(let flow, let state?): labels.insert("\(flow)/\(state)")
            default: break
            }
        }
        return labels
    }
}
