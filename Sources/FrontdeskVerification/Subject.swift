import FrontdeskDialogue
import FrontdeskMatching

/// The assistant that things are proved of, with what proofs look up in it.
final class Subject: Sendable {
    let assistant: Assistant
    let matcher: Matcher
    let machine: DialogueMachine
    let vocabulary: Vocabulary
    /// Whether some flow goes on where it was left before.
    let hasHistory: Bool
    private let flows: [String: Flow]

    init(_ assistant: Assistant, _ matcher: Matcher, zone: Zone) {
        self.assistant = assistant
        self.matcher = matcher
        machine = DialogueMachine(assistant, zone: zone)
        hasHistory = assistant.flows.flatMap(\.transitions).contains { transition in
            if case .history = transition.target { true } else { false }
        }
        vocabulary = Vocabulary(assistant, matcher)
        flows = Dictionary(assistant.flows.map { ($0.name, $0) }) { first, _ in first }
    }

    func flow(_ name: String) -> Flow? { flows[name] }
}

extension Flow {
    func slot(named name: String) -> Slot? { slots.first { $0.name == name } }
    func state(named path: String) -> State? { states.first { $0.name == path } }

    /// The paths that are active in a state, the innermost first.
    static func active(_ path: String) -> [String] {
        var paths = [path]
        while let slash = paths[paths.count - 1].lastIndex(of: "/") {
            paths.append(String(paths[paths.count - 1][..<slash]))
        }
        return paths
    }

    /// The handlers of a state and of those around it, the innermost first, then those of the flow.
    func handlers(in path: String?) -> [Handler] {
        (path.map(Self.active) ?? []).flatMap { state(named: $0)?.handlers ?? [] } + handlers
    }
}

/// Where something stands in the files, as keys from the outside in.
enum FilePlace {
    static func flow(_ flow: String) -> [String] { ["flows", flow] }
    static func slot(_ slot: String, of flow: String) -> [String] { ["flows", flow, "slots", slot] }
    static func intent(_ intent: String) -> [String] { ["intents", intent] }

    static func state(_ path: String, of flow: String) -> [String] {
        ["flows", flow] + path.split(separator: "/").flatMap { ["states", String($0)] }
    }

    /// The place of `flow/state` or `flow/slot`.
    static func named(_ place: String, in subject: Subject) -> [String] {
        guard let slash = place.firstIndex(of: "/") else { return ["assistant"] }
        let flow = String(place[..<slash])
        let rest = String(place[place.index(after: slash)...])
        guard let found = subject.flow(flow) else { return ["flows", flow] }
        if found.slot(named: rest) != nil, found.state(named: rest) == nil { return slot(rest, of: flow) }
        return found.state(named: rest) == nil ? ["flows", flow] : state(rest, of: flow)
    }
}
