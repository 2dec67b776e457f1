import FrontdeskDialogue

extension Lowering {
    /// The lowering of what belongs to a flow.
    func within(_ flow: FlowDeclaration) -> Lowering {
        var lowering = self
        lowering.context = ExpressionContext(flow, program, names).lenient
        return lowering
    }

    /// What the expressions of a slot say about it.
    func terms(of slot: SlotDeclaration) -> SlotTerms {
        let type = context.slots[slot.name.text]
        return SlotTerms(
            title: slot.terms.title?.response,
            value: slot.terms.value.flatMap { expression($0, expecting: type) },
            initial: slot.terms.initial.flatMap { expression($0, expecting: type) },
            when: slot.terms.when.flatMap { expression($0) },
            rules: slot.terms.rules.compactMap { rule in
                expression(rule.condition).map {
                    SlotTerms.Rule(condition: $0, say: rule.say.response)
                }
            },
            remember: slot.terms.remember
        )
    }

    /// An expression that has been checked.
    func expression(
        _ declaration: ExpressionDeclaration,
        expecting type: ExpressionType? = .boolean
    ) -> Expression? {
        TypeCheck.check(declaration, expecting: type, in: context, allowsMissing: true, nil)?.expression
    }
}

extension ExpressionContext {
    /// The same, but what may be missing is no error.
    var lenient: ExpressionContext {
        var context = self
        context.isLenient = true
        return context
    }
}
