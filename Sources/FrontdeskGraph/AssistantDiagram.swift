public import FrontdeskDialogue
import FrontdeskVerification

/// The picture of a whole assistant: a box for each flow, an arrow for each way from one to another.
public enum AssistantDiagram {
    /// Lays out all flows, from the same steps that `frontdesk verify` proves things of.
    public static func of(_ assistant: Assistant) -> Diagram {
        let wording = Wording(assistant: assistant)
        var starts: [String: Int] = [:]
        for intent in assistant.intents {
            if case .flow(let name) = intent.effect { starts[name, default: 0] += 1 }
        }
        let answers = assistant.intents.count { if case .answer = $0.effect { true } else { false } }
        var diagram = Diagram(
            title: assistant.title,
            summary:
                "\(assistant.flows.count) flows and the ways between them; \(answers) more topics are answered at once."
        )
        var numbers: [String: Int] = [:]
        var allSteps: [(flow: String, steps: [FlowSteps.Step])] = []
        for flow in assistant.flows {
            var steps = FlowSteps(flow: flow, assistant: assistant)
            steps.build()
            allSteps.append((flow.name, steps.steps))
            numbers[flow.name] = diagram.add(
                .init(
                    .flow,
                    flow.name,
                    lines: lines(of: flow, steps.steps, startedBy: starts[flow.name] ?? 0)
                )
            )
        }
        for (name, steps) in allSteps {
            guard let from = numbers[name] else { continue }
            for step in steps where step.cause.level != .assistant {
                guard case .start(let other) = step.to, step.cause.kind != .answered, let to = numbers[other]
                else { continue }
                let isCall = step.cause.kind == .calls
                guard other != name || isCall else { continue }
                diagram.connect(
                    from,
                    to,
                    isCall ? "calls" : "goes on: " + wording.cause(step.cause, attempts: nil)
                )
            }
        }
        return diagram
    }

    private static func lines(of flow: Flow, _ steps: [FlowSteps.Step], startedBy intents: Int) -> [String] {
        var queues: [String] = []
        for step in steps where step.to == .human && step.cause.level != .assistant {
            let queue = step.cause.handoff?.queue ?? flow.queue ?? "the usual queue"
            if !queues.contains(queue) { queues.append(queue) }
        }
        let asked = flow.slots.count { $0.isAsked && $0.terms.value == nil }
        var lines = [flow.title]
        lines.append(
            "\(counted(intents, "intent")), \(counted(asked, "slot")), \(counted(flow.states.count, "state"))"
        )
        if !queues.isEmpty { lines.append("human: " + queues.joined(separator: ", ")) }
        return lines
    }

    private static func counted(_ count: Int, _ word: String) -> String {
        "\(count) \(word)\(count == 1 ? "" : "s")"
    }
}
