/// Looking handlers up, from the inside out, and doing what they say.
extension Turn {
    /// The handler for what came of a state's own action, call or question: its own, that of the states around it,
    /// its flow's, or the assistant's.
    func handler(_ trigger: Handler.Trigger, in flow: FlowParts, state: String?) -> Transition? {
        for path in state.map({ StatePath($0).active }) ?? [] {
            if let found = flow.state(path)?.handlers.transition(for: trigger) { return unlessPassed(found) }
        }
        return (flow.handlers.transition(for: trigger) ?? assistant.handlers.transition(for: trigger))
            .flatMap(unlessPassed)
    }

    private func unlessPassed(_ transition: Transition) -> Transition? {
        taken(transition).target == .pass ? nil : transition
    }

    /// The innermost handler for what a customer wants, says or what happens, with the target that holds now; nil
    /// also when that is `pass`.
    func handler(_ trigger: Handler.Trigger, in levels: [HandlerLevel]) -> FoundHandler? {
        levels.handler(trigger).flatMap(resolved)
    }

    /// The handler with the one of its targets whose condition holds; nil when that is `pass`.
    func resolved(_ found: FoundHandler) -> FoundHandler? {
        var found = found
        found.transition = taken(found.transition, in: found.level.run)
        // Its condition was met where it stands; it is not asked again elsewhere.
        found.transition.when = nil
        return found.transition.target == .pass ? nil : found
    }

    /// Does what a handler says; flows that were called within what it belongs to are given up.
    mutating func take(_ found: FoundHandler, carrying slots: [SlotEntry] = []) {
        let (transition, level) = (found.transition, found.level)
        guard let run = level.run else { return takeAnywhere(found, carrying: slots) }
        if transition.target != .stay {
            while tracker.flows.count - 1 > run, let top = tracker.flow {
                record(.flowEnded(flow: top.flow, outcome: .cancelled))
            }
        }
        take(transition, from: level.place, reason: .policyRequired)
    }

    /// What holds anywhere belongs to no flow: one that it starts interrupts what is under way.
    private mutating func takeAnywhere(_ found: FoundHandler, carrying slots: [SlotEntry]) {
        if tracker.lines.isEmpty, !mayBegin(found.transition) { return }
        guard case .flow(let name) = found.transition.target else {
            if case .end = found.transition.target { leaveCalls() }
            return take(found.transition, from: found.level.place, reason: .policyRequired)
        }
        if let response = found.transition.say {
            say(response, kind: .answer, origin: "\(found.level.place)→")
        }
        start(name, intent: nil, nil, carrying: slots)
    }

    /// Stays where it is: a customer who said something is asked the open question again.
    mutating func stay(changing hasChanged: Bool) {
        guard tracker.flow != nil else { return }
        if hasChanged {
            closeQuestion()
            proceed()
        } else if !isProactive {
            resume()
        }
    }
}
