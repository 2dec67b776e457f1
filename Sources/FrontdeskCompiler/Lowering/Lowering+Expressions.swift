import FrontdeskDialogue

extension Lowering {
    /// The lowering of what belongs to a flow.
    func within(_ flow: FlowDeclaration) -> Lowering {
        var lowering = self
        lowering.context = ExpressionContext(flow, program, names).lenient
        return lowering
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
