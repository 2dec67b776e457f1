public import FrontdeskDialogue
import FrontdeskVerification

/// The picture of one flow, from the same steps that `frontdesk verify` proves things of.
public enum FlowDiagram {
    /// Lays out a flow's slots, states and steps; nil when the assistant has no flow of that name.
    ///
    /// Slots stand in the order they are asked for. Ends, humans and other flows have a box for each place that leads to
    /// them. What holds in every state of the flow leaves from one box; what holds in every flow is part of no flow's picture.
    public static func of(_ name: String, in assistant: Assistant) -> Diagram? {
        guard let flow = assistant.flows.first(where: { $0.name == name }) else { return nil }
        var drawing = FlowDrawing(flow: flow, assistant: assistant)
        drawing.draw()
        return drawing.diagram
    }
}

private struct FlowDrawing {
    /// A box of its own for each place that leads there.
    struct Exit: Hashable {
        var from: Int
        var title: String
    }

    let flow: Flow
    let assistant: Assistant
    let wording: Wording
    var diagram: Diagram
    private var numbers: [StateGraph.Place: Int] = [:]
    private var exits: [Exit: Int] = [:]
    private var anywhere: Int?

    init(flow: Flow, assistant: Assistant) {
        self.flow = flow
        self.assistant = assistant
        wording = Wording(assistant: assistant)
        let asked = flow.slots.count { $0.isAsked && $0.terms.value == nil }
        diagram = Diagram(
            title: "\(flow.name): \(flow.title)",
            summary:
                "The flow \(flow.name) of \(assistant.title): \(asked == 1 ? "1 slot" : "\(asked) slots"), "
                + "\(flow.states.count == 1 ? "1 state" : "\(flow.states.count) states")."
        )
    }

    mutating func draw() {
        addNodes()
        var steps = FlowSteps(flow: flow, assistant: assistant)
        steps.build()
        connectSlots()
        for step in steps.steps { connect(step) }
    }

    private var asked: [Slot] { flow.slots.filter { $0.isAsked && $0.terms.value == nil } }

    private mutating func addNodes() {
        let starting = assistant.intents.filter { intent in
            if case .flow(let name) = intent.effect { name == flow.name } else { false }
        }
        numbers[.start(flow: flow.name)] = diagram.add(
            .init(.start, flow.title, lines: starting.map { "asks: \($0.title)" })
        )
        for slot in asked {
            var lines = [wording.text(slot.ask)].compactMap { $0 }
            if let when = slot.terms.when { lines.append("only if \(when.description)") }
            if let known = slot.prefill {
                lines.append("unless known: " + known.root + (known.field.map { ".\($0)" } ?? ""))
            }
            numbers[.slot(slot.name, flow: flow.name)] = diagram.add(.init(.slot, slot.name, lines: lines))
        }
        if let confirmation = flow.confirmation {
            let text = wording.text(confirmation.question.ask).map { [$0] } ?? []
            numbers[.confirmation(flow: flow.name)] = diagram.add(.init(.slot, "confirmation", lines: text))
        }
        for state in flow.states {
            numbers[.state(state.name, flow: flow.name)] = diagram.add(
                .init(.state, state.name, lines: lines(of: state))
            )
        }
    }

    private func lines(of state: State) -> [String] {
        var lines = [wording.text(state.say)].compactMap { $0 }
        switch state.step {
        case .ask(let question): lines += [wording.text(question.ask)].compactMap { $0 }
        case .act(let call): lines.append("does \(call.action)")
        case .call(let call): lines.append("calls \(call.flow)")
        case .go: break
        }
        if state.promise != nil { lines.append("promises an answer") }
        return lines
    }

    /// Slots are asked for one after the other, then the first state runs.
    private mutating func connectSlots() {
        var row = asked.filter { !$0.isDeferred }.compactMap { numbers[.slot($0.name, flow: flow.name)] }
        if let confirmation = numbers[.confirmation(flow: flow.name)] { row.append(confirmation) }
        if let first = flow.states.first, let number = numbers[.state(first.name, flow: flow.name)] {
            row.append(number)
        }
        var before = numbers[.start(flow: flow.name)]
        for number in row {
            guard let from = before else { break }
            diagram.connect(from, number, diagram.nodes[from].shape == .slot ? "answered" : "")
            before = number
        }
    }

    private mutating func connect(_ step: FlowSteps.Step) {
        if step.cause.level == .assistant || step.cause.isPromise { return }
        // The order of slots was drawn already.
        if step.cause.kind == .begins { return }
        if step.cause.kind == .answered, step.to == .start(flow: flow.name) { return }
        if !isDeferred(step) { return }
        guard let own = numbers[step.from] else { return }
        let from = step.cause.level == .flow ? everywhere() : own
        let label = wording.cause(step.cause, attempts: attempts(at: step.from))
        if step.to == step.from {
            diagram.connect(from, from, label)
        } else if let to = numbers[step.to], step.cause.kind != .calls {
            diagram.connect(from, to, label)
        } else {
            diagram.connect(from, exit(from, step), label)
        }
    }

    /// Whether a state's way to a slot and back is one of its own: slots of the start are known by then.
    private func isDeferred(_ step: FlowSteps.Step) -> Bool {
        let slot: String
        switch (step.cause.kind, step.from, step.to) {
        case (.needs, _, .slot(let name, _)), (.answered, .slot(let name, _), .state): slot = name
        default: return true
        }
        return asked.contains { $0.name == slot && $0.isDeferred }
    }

    private func attempts(at place: StateGraph.Place) -> Int? {
        switch place {
        case .slot(let name, _): return flow.slots.first { $0.name == name }?.attempts
        case .confirmation: return flow.confirmation?.question.attempts
        case .state(let name, _):
            if case .ask(let question)? = flow.states.first(where: { $0.name == name })?.step {
                return question.attempts
            }
            return nil
        case .start, .end, .human: return nil
        }
    }

    private mutating func everywhere() -> Int {
        if let anywhere { return anywhere }
        let number = diagram.add(.init(.anywhere, "in every state"))
        anywhere = number
        return number
    }

    private mutating func exit(_ from: Int, _ step: FlowSteps.Step) -> Int {
        let node: Diagram.Node
        switch step.to {
        case .end(let outcome, _): node = .init(.end, outcome.rawValue)
        case .human:
            let queue = step.cause.handoff?.queue ?? flow.queue
            node = .init(.handoff, "human" + (queue.map { ": \($0)" } ?? ""))
        case .start(let name), .slot(_, let name), .confirmation(let name), .state(_, let name):
            let title = assistant.flows.first { $0.name == name }?.title ?? name
            node = .init(.flow, name, lines: [title])
        }
        let exit = Exit(from: from, title: "\(node.shape) \(node.title)")
        if let number = exits[exit] { return number }
        let number = diagram.add(node)
        exits[exit] = number
        return number
    }
}
