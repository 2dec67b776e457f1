import FrontdeskDialogue

extension ActionDeclaration {
    /// The action with what is said while it runs.
    var lowered: ActionDefinition {
        var action = action
        action.patience?.notice = notice?.response
        return action
    }
}
