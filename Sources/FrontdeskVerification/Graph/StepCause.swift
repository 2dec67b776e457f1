package import FrontdeskDialogue

/// What makes a step of a flow happen.
package struct StepCause: Hashable {
    package enum Kind: Hashable {
        /// The flow begins, or goes on with what it does not know yet.
        case begins
        /// What was asked for is known.
        case answered
        /// A state must know a slot first.
        case needs
        /// Answers that did not fit, as often as is allowed.
        case otherwise
        /// Nothing more: it goes on at once.
        case goesOn
        /// Another flow runs on top.
        case calls
        /// Something that is waited for.
        case handler(Handler.Trigger)
    }

    /// Where what decides stands.
    package enum Level: Hashable { case state, flow, assistant }

    package var kind: Kind
    package var level: Level
    /// The condition on which it happens; nil: always, or when no other condition holds.
    package var condition: Expression?
    /// Whether it is what happens when no condition before it holds.
    package var isAlternative = false
    /// Where it hands over to.
    package var handoff: HandoffTarget?
    /// Whether it stands for a promise that a human must keep.
    package var isPromise = false

    init(_ kind: Kind, level: Level = .state) {
        self.kind = kind
        self.level = level
    }
}
