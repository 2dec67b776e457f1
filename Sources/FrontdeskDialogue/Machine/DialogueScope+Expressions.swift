extension DialogueScope: ExpressionScope {
    var flowName: String? { run?.flow }

    func isOpen(queue: String) -> Bool {
        guard let calendar = index.calendar(of: index.queue(queue)) else { return true }
        return calendar.isOpen(at: Moment(milliseconds: moment.milliseconds, zone: deskZone))
    }
}

extension Turn {
    /// The transition itself, or the first of its alternatives whose condition holds; the last one has none.
    ///
    /// - Parameter run: The place of the flow's run among the open ones in which the condition is meant; nil: the
    ///   active one.
    func taken(_ transition: Transition, in run: Int? = nil) -> Transition {
        guard transition.when != nil else { return transition }
        var scope = scope()
        if let run { scope.run = tracker.flows[run] }
        let branches = [transition] + transition.alternatives
        return branches.first { $0.when?.holds(in: scope) ?? true } ?? branches[branches.count - 1]
    }

    /// Puts a value that was worked out into a slot of the flow; nothing takes the slot's value away.
    mutating func assign(_ value: Value?, to slot: String) {
        guard let value else {
            if tracker.slot(slot) != nil { record(.slotCleared(slot)) }
            return
        }
        let known = tracker.slot(slot)
        guard known?.value != value || known?.source != .flow else { return }
        record(
            .slotSet(
                SlotEntry(
                    name: slot,
                    value: value,
                    display: display(value, in: slot),
                    source: .flow,
                    turn: number
                )
            )
        )
    }

    /// A value as people read it; a choice by its title.
    private func display(_ value: Value, in slot: String) -> String {
        if let flow = tracker.flow.flatMap({ index.flow($0.flow) }),
            case .choice(let choices)? = flow.slot(slot)?.kind,
            case .text(let id) = value, let choice = choices.first(where: { $0.id == id })
        {
            return choice.title
        }
        return Renderer(moment: moment).text(of: value)
    }
}
