public import FrontdeskDialogue

/// Runs `custom` actions as Swift closures, and hands all others to another runner.
///
/// ```swift
/// var actions = ActionRegistry()
/// actions.register("payments.check") { request in
///     ActionResult(key: request.key, outcome: "paid")
/// }
/// ```
public struct ActionRegistry: ActionRunner {
    /// What runs for one action.
    public typealias Handler = @Sendable (ActionRequest) async -> ActionResult

    private var handlers: [String: Handler] = [:]
    private let others: (any ActionRunner)?

    /// Makes a registry without closures.
    ///
    /// - Parameter others: Runs what has no closure, such as `sql` actions; nil: those fail.
    public init(others: (any ActionRunner)? = nil) {
        self.others = others
    }

    /// Sets the closure that runs for an action.
    public mutating func register(_ action: String, _ handler: @escaping Handler) {
        handlers[action] = handler
    }

    /// Runs an action once.
    public func run(_ request: ActionRequest, as definition: ActionDefinition) async -> ActionResult {
        if let handler = handlers[request.action] { return await handler(request) }
        if let others { return await others.run(request, as: definition) }
        return .failed(request, "nothing runs the action '\(request.action)': register a closure for it")
    }

    /// Forgets what was kept of a conversation's runs.
    public func forget(conversation: String) async {
        await others?.forget(conversation: conversation)
    }
}
