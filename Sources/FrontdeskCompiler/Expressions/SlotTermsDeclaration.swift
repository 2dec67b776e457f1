import FrontdeskDialogue

/// What a slot's expressions say about it.
struct SlotTermsDeclaration {
    /// A condition that a value must meet, and what is said of one that does not.
    struct Rule {
        var condition: ExpressionDeclaration
        var say: ResponseDeclaration
    }

    /// What it is, when it is never asked for.
    var value: ExpressionDeclaration?
    /// What it is unless the customer says otherwise.
    var initial: ExpressionDeclaration?
    /// On what condition it is asked for.
    var when: ExpressionDeclaration?
    /// What a value must satisfy.
    var rules: [Rule] = []
    /// What a customer reads for its name.
    var title: ResponseDeclaration?
    /// How long its value is remembered.
    var remember: RememberRule?

    /// All expressions, in the order of the keys.
    var expressions: [ExpressionDeclaration] {
        [value, initial, when].compactMap { $0 } + rules.map(\.condition)
    }

    /// Whether it is surely asked for, or has a default, when the flow asks for its slots.
    var isAlwaysFilled: Bool { value == nil && when == nil }
}

/// Slots that the customer confirms together.
struct ConfirmationDeclaration {
    var slots: [Name]
    var question: QuestionDeclaration
}

extension TransitionDeclaration {
    /// This and what is tried when its condition does not hold.
    var branches: [TransitionDeclaration] { [self] + alternatives }

    /// The expressions of this branch.
    var expressions: [ExpressionDeclaration] { [when].compactMap { $0 } + set.compactMap(\.value) }
}
