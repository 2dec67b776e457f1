public import FrontdeskDialogue

/// Runs what flows `do`.
public protocol ActionRunner: Sendable {
    /// Runs an action once.
    ///
    /// A request with a key, `conversation/turn/step/store`, that was run before must have no second effect. What goes wrong is an outcome, `failed`,
    /// with the reason in ``ActionResult/failure``.
    func run(_ request: ActionRequest, as definition: ActionDefinition) async -> ActionResult

    /// Forgets what was kept of a conversation's runs.
    func forget(conversation: String) async
}

extension ActionRunner {
    /// Does nothing: for runners that keep nothing.
    public func forget(conversation: String) async {}
}

extension ActionResult {
    /// The result of an action that could not be run.
    public static func failed(_ request: ActionRequest, _ reason: String) -> ActionResult {
        ActionResult(key: request.key, outcome: "failed", failure: reason)
    }
}
