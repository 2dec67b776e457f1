/// Queues and business hours that are named exist.
enum QueueReferences: Check {
    static func run(_ program: Program, _ names: Names, _ report: Reporter) {
        for queue in program.allQueueNames where !names.queues.contains(queue.text) {
            report.reportUnknown(
                .unknownQueue,
                "queue",
                queue,
                known: names.queues,
                otherwise:
                    "declare it under 'queues' in assistant.yaml; known are \(Spelling.list(names.queues))"
            )
        }
        for hours in program.queues.compactMap(\.hours) where !names.calendars.contains(hours.text) {
            report.reportUnknown(
                .unknownHours,
                "business hours",
                hours,
                known: names.calendars,
                otherwise: "declare them under 'business_hours' in assistant.yaml"
            )
        }
    }
}

extension Program {
    /// Every place that names a queue.
    fileprivate var allQueueNames: [Name] {
        var queues = [assistant.handoffQueue] + assistant.routes.map(\.queue)
        for intent in intents {
            queues.append(intent.queue)
            if case .handoff(let handoff) = intent.effect { queues.append(handoff.queue) }
        }
        queues += flows.map(\.queue)
        for (_, transition) in transitions {
            if case .handoff(let handoff) = transition.target { queues.append(handoff.queue) }
        }
        queues += promises.map(\.queue)
        return queues.compactMap { $0 }
    }

    /// A transition with the flow it belongs to, nil for the assistant's own handlers.
    typealias Way = (flow: FlowDeclaration?, transition: TransitionDeclaration)

    /// Every transition; checks take them from ``FlowMemory``, which gathers them once.
    var transitions: [Way] {
        var result: [Way] = []
        for handler in handlers + anywhere { result += handler.transition.branches.map { (nil, $0) } }
        for flow in flows { result += flow.transitions.map { (flow, $0) } }
        return result
    }
}

extension FlowDeclaration {
    /// Every transition of the flow, in file order.
    var transitions: [TransitionDeclaration] {
        var result = slots.flatMap { slot in
            [slot.otherwise].compactMap { $0 } + slot.handlers.map(\.transition)
        }
        result += [confirmation?.question.otherwise].compactMap { $0 }
        for state in states {
            switch state.step {
            case .go(let transition): result.append(transition)
            case .ask(let question): result += [question.otherwise].compactMap { $0 }
            case .act, .call, .enclose, nil: break
            }
            result += state.handlers.map(\.transition)
        }
        return (result + handlers.map(\.transition)).flatMap(\.branches)
    }
}
