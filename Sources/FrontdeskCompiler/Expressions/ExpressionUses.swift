import FrontdeskDialogue

/// Where an expression stands: what is known there, and what its value must be.
struct ExpressionUse {
    var declaration: ExpressionDeclaration
    var expecting: ExpressionType?
    var context: ExpressionContext
    var allowsMissing = false
    /// Whether it is a condition that should not come to the same every time.
    var isCondition = false
    /// Whether a slot takes its value.
    var isForSlot = false
}

/// Walks over everything in which expressions stand.
struct ExpressionUses {
    let program: Program
    let names: Names

    /// The expressions of transitions of a flow, or of those that all flows inherit.
    func all(in flow: FlowDeclaration?) -> [ExpressionUse] {
        let context = ExpressionContext(flow, program, names)
        guard let flow else {
            return (program.handlers + program.anywhere).flatMap { uses(of: $0.transition, context) }
        }
        let knowledge = FlowKnowledge.of(flow, program, names)
        var result: [ExpressionUse] = flow.slots.flatMap { uses(of: $0, in: flow, context, knowledge) }
        if let otherwise = flow.confirmation?.question.otherwise { result += uses(of: otherwise, context) }
        result += flow.handlers.flatMap { uses(of: $0.transition, context) }
        for (index, state) in flow.states.enumerated() {
            let entry = context.knowing(knowledge.entries[index] ?? knowledge.always)
            result += state.set.compactMap { use(of: $0, entry) }
            let after = context.knowing(knowledge.after(index))
            switch state.step {
            case .go(let transition), .enclose(let transition): result += uses(of: transition, after)
            case .ask(let question): result += question.otherwise.map { uses(of: $0, after) } ?? []
            case .act, .call, nil: break
            }
            for handler in state.handlers {
                let known = knowledge.after(index, handler: handler.key.text)
                result += uses(of: handler.transition, context.knowing(known))
            }
        }
        return result
    }

    /// The expressions of a transition and its alternatives; what an earlier guard has ruled out is known later.
    func uses(of transition: TransitionDeclaration, _ context: ExpressionContext) -> [ExpressionUse] {
        var context = context
        var result: [ExpressionUse] = []
        for branch in transition.branches {
            var inside = context
            if let when = branch.when {
                result.append(
                    ExpressionUse(
                        declaration: when,
                        expecting: .boolean,
                        context: context,
                        isCondition: true
                    )
                )
                let typed = TypeCheck.check(when, expecting: .boolean, in: context, nil)
                inside = context.knowing(typed?.knownWhenTrue ?? [])
                context = context.knowing(typed?.knownWhenFalse ?? [])
            }
            inside.known.subtract(branch.clear.map { FieldPath(root: $0.text) })
            result += branch.set.compactMap { use(of: $0, inside) }
        }
        return result
    }

    private func use(of assignment: AssignmentDeclaration, _ context: ExpressionContext) -> ExpressionUse? {
        assignment.value.map {
            ExpressionUse(
                declaration: $0,
                expecting: context.slots[assignment.slot.text],
                context: context,
                isForSlot: true
            )
        }
    }

    private func uses(
        of slot: SlotDeclaration,
        in flow: FlowDeclaration,
        _ context: ExpressionContext,
        _ knowledge: FlowKnowledge
    ) -> [ExpressionUse] {
        let type = context.slots[slot.name.text]
        var result: [ExpressionUse] = slot.otherwise.map { uses(of: $0, context) } ?? []
        result += slot.handlers.flatMap { uses(of: $0.transition, context) }
        if let value = slot.terms.value {
            var lenient = context
            lenient.isLenient = true
            result.append(
                ExpressionUse(
                    declaration: value,
                    expecting: type,
                    context: lenient,
                    allowsMissing: true,
                    isForSlot: true
                )
            )
        }
        // Slots are asked for in file order: those before it are known when its turn comes.
        let before = flow.slots.prefix { $0.name.text != slot.name.text }.map {
            FieldPath(root: $0.name.text)
        }
        let asked = context.knowing(knowledge.always.intersection(before))
        if let when = slot.terms.when {
            result.append(
                ExpressionUse(declaration: when, expecting: .boolean, context: asked, isCondition: true)
            )
        }
        if let initial = slot.terms.initial {
            result.append(
                ExpressionUse(declaration: initial, expecting: type, context: asked, isForSlot: true)
            )
        }
        let valid = context.knowing([FieldPath(root: slot.name.text)])
        for rule in slot.terms.rules {
            result.append(
                ExpressionUse(
                    declaration: rule.condition,
                    expecting: .boolean,
                    context: valid,
                    isCondition: true
                )
            )
        }
        return result
    }
}
