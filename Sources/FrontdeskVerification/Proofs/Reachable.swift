import FrontdeskDialogue
import FrontdeskMatching

/// Every intent, flow, state, handler and wording can come up.
struct Reachable: Proof {
    private let subject: Subject

    init(_ subject: Subject) { self.subject = subject }

    func report(_ evidence: Evidence) -> ProofReport {
        let assistant = subject.assistant
        var findings: [Finding] = []
        func add(_ place: [String], _ message: String, _ mend: String) {
            findings.append(
                Finding(
                    proof: "reachable",
                    place: place,
                    message: message,
                    mend: mend,
                    unshown: "nothing leads there"
                )
            )
        }
        var count = 0
        let offered = Set(assistant.intents.flatMap(\.suggests) + assistant.texts.offered)
        for intent in assistant.matching.intents where !intent.name.hasPrefix("control.") {
            count += 1
            guard intent.patterns.isEmpty, intent.examples.isEmpty, !offered.contains(intent.name),
                !isUnderstoodByTitle(intent)
            else { continue }
            findings.append(unreached(intent))
        }
        let reached = evidence.graph.reached(from: evidence.graph.entries)
        for (number, place) in evidence.graph.places.enumerated() {
            switch place {
            case .state(let path, let flow):
                count += 1
                guard !reached.contains(number) else { continue }
                add(
                    FilePlace.state(path, of: flow),
                    "nothing leads to the state \(flow)/\(path)",
                    "let something lead there, or take it out"
                )
            case .start(let flow):
                count += 1
                guard !reached.contains(number) else { continue }
                add(
                    ["flows", flow],
                    "nothing starts the flow \(flow)",
                    "let an intent start it, or take it out"
                )
            default: continue
            }
        }
        for (place, response) in responses {
            count += response.variants.count
            for variant in response.hidden(tones: assistant.tone != nil) {
                add(
                    place,
                    "the wording '\(response.variants[variant].source)' is never said",
                    "mend its 'when' or 'tone', or take it out"
                )
            }
        }
        for (place, handlers) in handlerLists {
            var seen: Set<Handler.Trigger> = []
            for handler in handlers {
                count += 1
                if !seen.insert(handler.trigger).inserted {
                    add(place, "a handler stands behind another one for the same", "take one of them out")
                }
            }
        }
        return ProofReport(
            name: "reachable",
            claim: "every intent, state and response reachable",
            count: count,
            unit: "parts",
            findings: findings
        )
    }

    /// An intent without words of its own may still be understood by its title, from which its classifier learns.
    private func isUnderstoodByTitle(_ intent: IntentDefinition) -> Bool {
        var stage = Stage(subject)
        let opened = stage.opened(Beginning(customer: nil))
        let now = stage.start(of: Beginning(customer: nil))
        let played = stage.play(.says(intent.title), in: opened, at: now).first
        return played?.tracker.understanding?.intent == intent.name
    }

    private func unreached(_ intent: IntentDefinition) -> Finding {
        FirstMessage(
            text: intent.title,
            beginning: Beginning(customer: nil),
            demand: "intent \(intent.name)"
        ).finding(
            proof: "reachable",
            intent: intent.name,
            message: "nothing that customers say or press leads to \(intent.name), not even its title",
            mend: "give it patterns or examples, or let another intent suggest it",
            in: subject
        )
    }

    private var handlerLists: [([String], [Handler])] {
        let assistant = subject.assistant
        var lists: [([String], [Handler])] = [
            (["on"], assistant.handlers), (["anywhere"], assistant.anywhere),
        ]
        for flow in assistant.flows {
            lists.append((FilePlace.flow(flow.name), flow.handlers))
            lists += flow.slots.map { (FilePlace.slot($0.name, of: flow.name), $0.handlers) }
            lists += flow.states.map { (FilePlace.state($0.name, of: flow.name), $0.handlers) }
        }
        return lists
    }

    private var responses: [([String], Response)] {
        let assistant = subject.assistant
        var all: [([String], Response)] = [(["greeting"], assistant.greeting)]
        for intent in assistant.intents {
            switch intent.effect {
            case .answer(let response): all.append((FilePlace.intent(intent.name), response))
            case .handoff(let target):
                if let say = target.say { all.append((FilePlace.intent(intent.name), say)) }
            case .flow, .control: break
            }
        }
        for flow in assistant.flows {
            for slot in flow.slots where slot.isAsked {
                all.append((FilePlace.slot(slot.name, of: flow.name), slot.ask))
            }
            for state in flow.states {
                if let say = state.say { all.append((FilePlace.state(state.name, of: flow.name), say)) }
                if case .ask(let question) = state.step {
                    all.append((FilePlace.state(state.name, of: flow.name), question.ask))
                }
            }
        }
        return all
    }
}

extension Response {
    /// The wordings that no condition and no tone ever lets be said.
    fileprivate func hidden(tones hasTones: Bool) -> [Int] {
        guard let terms, terms.count == variants.count else { return [] }
        return terms.indices.filter { place in
            if case .constant(.boolean(false))? = terms[place].when { return true }
            return !hasTones && terms[place].tone != nil
        }
    }
}

extension DeskTexts {
    /// The intents that the engine's own texts offer.
    fileprivate var offered: [String] {
        DeskText.allCases.flatMap { self[$0].choices.map(\.id) }
    }
}
