public import FrontdeskDialogue

/// Runs what flows `do`.
public protocol ActionRunner: Sendable {
    /// Runs an action once.
    ///
    /// A request with a key, `conversation/turn/step/store`, that was run before must have no second effect. What goes wrong is an outcome, `failed`,
    /// with the reason in ``ActionResult/failure``.
    func run(_ request: ActionRequest, as definition: ActionDefinition) async -> ActionResult

    /// Runs an action that is told of the conversation, once; others are run without.
    ///
    /// By default it is run without, too.
    func run(
        _ request: ActionRequest,
        as definition: ActionDefinition,
        in context: ActionContext
    ) async -> ActionResult

    /// Forgets what was kept of a conversation's runs.
    func forget(conversation: String) async
}

extension ActionRunner {
    /// Runs the action without telling it of the conversation.
    public func run(
        _ request: ActionRequest,
        as definition: ActionDefinition,
        in context: ActionContext
    ) async -> ActionResult {
        await run(request, as: definition)
    }

    /// Does nothing: for runners that keep nothing.
    public func forget(conversation: String) async {}
}

extension ActionResult {
    /// The result of an action that could not be run.
    public static func failed(_ request: ActionRequest, _ reason: String) -> ActionResult {
        ActionResult(key: request.key, outcome: "failed", failure: reason)
    }
}
