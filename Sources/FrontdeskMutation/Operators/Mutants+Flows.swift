import FrontdeskDialogue
import FrontdeskTesting

/// Flows ask, check and remember otherwise.
extension Mutants {
    mutating func changeFlows() {
        for (f, flow) in assistant.flows.enumerated() {
            for (s, slot) in flow.slots.enumerated() { change(slot, s, of: flow, f) }
            for (s, state) in flow.states.enumerated() { change(state, s, of: flow, f) }
            if flow.confirmation != nil {
                add(
                    .dropConfirmation,
                    "\(flow.name) asks for no confirmation",
                    at: ["flows", flow.name, "confirm"],
                    reach: .flow(flow.name),
                    .dialogue { $0.flows[f].confirmation = nil }
                )
            }
            if flow.needs != nil {
                add(
                    .dropNeed,
                    "\(flow.name) needs nothing of the customer",
                    at: ["flows", flow.name, "needs"],
                    reach: .flow(flow.name),
                    .dialogue { $0.flows[f].needs = nil }
                )
            }
        }
        for spot in spots.questions {
            let edit = spot.edit
            let attempts = spot.part.attempts
            changeLimit("\(spot.name) allows", attempts, at: spot.place, spot.reach) { assistant, limit in
                edit(&assistant) { $0.attempts = limit }
            }
            for (number, choice) in spot.part.choices.enumerated() {
                add(
                    .dropChoice,
                    "\(spot.name) does not know the choice \(choice.id)",
                    at: spot.place,
                    reach: spot.reach,
                    .dialogue { edit(&$0) { $0.choices.remove(at: number) } }
                )
            }
        }
    }

    private mutating func change(_ slot: Slot, _ s: Int, of flow: Flow, _ f: Int) {
        let place = ["flows", flow.name, "slots", slot.name]
        let name = "\(flow.name)/\(slot.name)"
        func add(
            _ kind: MutationOperator,
            _ summary: String,
            _ key: String,
            _ change: @escaping @Sendable (inout Slot) -> Void
        ) {
            self.add(
                kind,
                summary,
                at: place + [key],
                reach: .flow(flow.name),
                .dialogue { change(&$0.flows[f].slots[s]) }
            )
        }
        if slot.prefill != nil {
            add(.dropPrefill, "\(name) is not filled from what is known", "from") { $0.prefill = nil }
        }
        if let when = slot.terms.when {
            add(.negateGuard, "the guard of \(name) is turned round", "when") { $0.terms.when = .not(when) }
            add(.dropGuard, "\(name) is asked for without a condition", "when") { $0.terms.when = nil }
        }
        for (number, rule) in slot.terms.rules.enumerated() {
            add(.dropRule, "\(name) takes values that break a rule", "must") {
                $0.terms.rules.remove(at: number)
            }
            add(.negateGuard, "a rule of \(name) is turned round", "must") {
                $0.terms.rules[number].condition = .not(rule.condition)
            }
        }
        if slot.terms.remember != nil {
            add(.dropSet, "\(name) is not remembered", "remember") { $0.terms.remember = nil }
        }
        if slot.terms.initial != nil {
            add(.dropSet, "\(name) has no value to begin with", "default") { $0.terms.initial = nil }
        }
        guard slot.isAsked, slot.terms.value == nil else { return exclude(.neverAsked) }
        changeLimit("\(name) allows", slot.attempts, at: place + ["attempts"], .flow(flow.name)) {
            $0.flows[f].slots[s].attempts = $1
        }
        if case .choice(let choices) = slot.kind {
            for choice in choices.indices {
                add(.dropChoice, "\(name) does not know \(choices[choice].id)", "choices") { slot in
                    var rest = choices
                    rest.remove(at: choice)
                    slot.kind = .choice(rest)
                }
            }
        }
    }

    private mutating func change(_ state: State, _ s: Int, of flow: Flow, _ f: Int) {
        let name = "\(flow.name)/\(state.name)"
        func add(
            _ kind: MutationOperator,
            _ summary: String,
            _ key: String,
            reach: Reach? = nil,
            _ change: @escaping @Sendable (inout State) -> Void
        ) {
            self.add(
                kind,
                summary,
                at: Spots.place(state.name, of: flow.name) + [key],
                reach: reach ?? .state(state.name, of: flow.name),
                .dialogue { change(&$0.flows[f].states[s]) }
            )
        }
        if state.say != nil { add(.dropSay, "\(name) says nothing", "say") { $0.say = nil } }
        for slot in state.clear {
            add(.dropClear, "\(name) does not forget \(slot)", "clear") { $0.clear.removeAll { $0 == slot } }
        }
        for (number, assignment) in state.set.enumerated() {
            add(.dropSet, "\(name) does not set \(assignment.slot)", "set") { $0.set.remove(at: number) }
        }
        if state.promise != nil {
            add(.dropPromise, "\(name) promises nothing", "promise") { $0.promise = nil }
        }
        for slot in state.needs {
            add(.dropNeed, "\(name) does not need \(slot)", "needs", reach: .flow(flow.name)) {
                $0.needs.removeAll { $0 == slot }
            }
        }
    }

    /// One attempt more, and one less.
    private mutating func changeLimit(
        _ text: String,
        _ limit: Int,
        at place: [String],
        _ reach: Reach,
        _ change: @escaping @Sendable (inout Assistant, Int) -> Void
    ) {
        for (kind, other) in [(MutationOperator.lowerThreshold, limit - 1), (.raiseThreshold, limit + 1)]
        where other > 0 {
            add(
                kind,
                "\(text) \(other) \(other == 1 ? "attempt" : "attempts") in place of \(limit)",
                at: place,
                reach: reach,
                .dialogue { change(&$0, other) }
            )
        }
    }
}
