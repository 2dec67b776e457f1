import FrontdeskDialogue
import FrontdeskVerification

/// The shortest way through each flow: what a customer is asked at the least, and how it ends.
struct FlowWays {
    private(set) var changes: [Change] = []

    init(_ old: Assistant, _ new: Assistant) throws {
        let before = Dictionary(old.flows.map { ($0.name, $0) }) { first, _ in first }
        for flow in new.flows {
            guard let was = before[flow.name], was != flow else { continue }
            let one = ShortestWay(was, old)
            let other = ShortestWay(flow, new)
            guard one.questions != other.questions else { continue }
            changes.append(
                Change(
                    group: .dialogue,
                    kind: .changed,
                    subject: "flow \(flow.name)",
                    part: "shortest way to its end",
                    old: one.text,
                    new: other.text,
                    keys: ["flows", flow.name]
                )
            )
        }
    }
}

/// The fewest questions with which a flow ends.
struct ShortestWay {
    /// How many situations are looked at: far more than flows that people write have.
    static let limit = 20_000

    /// What is asked, in order; nil: no end was found.
    private(set) var questions: [String]?

    private struct Situation: Hashable {
        var state: String
        var known: Set<String>
    }

    init(_ flow: Flow, _ assistant: Assistant) {
        let asked = flow.slots.filter { $0.isAsked && $0.terms.value == nil }
        // What is filled from what is known, or asked on a condition, need not be asked.
        let first = asked.filter {
            !$0.isDeferred && $0.prefill == nil && $0.terms.when == nil && $0.terms.initial == nil
        }
        var start = first.map(\.name)
        if flow.confirmation != nil { start.append("confirmation") }
        guard let entry = flow.states.first else {
            questions = start
            return
        }
        var builder = FlowSteps(flow: flow, assistant: assistant)
        builder.build()
        var steps: [String: [StateGraph.Place]] = [:]
        for step in builder.steps {
            guard case .state(let from, _) = step.from, step.cause.level != .assistant else { continue }
            if case .handler(let trigger) = step.cause.kind, case .after = trigger { continue }
            steps[from, default: []].append(step.to)
        }
        let deferred = Set(asked.filter(\.isDeferred).map(\.name))
        let states = Dictionary(flow.states.map { ($0.name, $0) }) { one, _ in one }
        func questionsOf(_ name: String, _ known: Set<String>) -> [String] {
            guard let state = states[name] else { return [] }
            let needs = state.needs.filter { deferred.contains($0) && !known.contains($0) }
            if case .ask = state.step { return needs + [name] }
            return needs
        }
        // By count of questions, then in the order in which they were found.
        var open: [[(Situation, [String])]] = []
        func add(_ name: String, _ known: Set<String>, _ before: [String]) {
            let now = before + questionsOf(name, known)
            while open.count <= now.count { open.append([]) }
            open[now.count].append((Situation(state: name, known: known.union(now)), now))
        }
        add(entry.name, [], start)
        var seen: Set<Situation> = []
        var count = 0
        while count < open.count {
            guard !open[count].isEmpty else {
                count += 1
                continue
            }
            let (situation, before) = open[count].removeFirst()
            guard seen.insert(situation).inserted, seen.count < Self.limit else { continue }
            for place in steps[situation.state] ?? [] {
                switch place {
                case .end(.resolved, _):
                    questions = before
                    return
                case .state(let next, _): add(next, situation.known, before)
                default: continue
                }
            }
        }
    }

    /// `2 questions (order_number, reason)`.
    var text: String {
        guard let questions else { return "it never ends by itself" }
        guard !questions.isEmpty else { return "no question" }
        return
            "\(questions.count) question\(questions.count == 1 ? "" : "s") (\(questions.joined(separator: ", ")))"
    }
}
