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

    /// How long a closure may take before the action counts as failed.
    public let timeLimit: Duration
    private var handlers: [String: Handler] = [:]
    private let others: (any ActionRunner)?

    /// Makes a registry without closures.
    ///
    /// - Parameters:
    ///   - timeLimit: How long a closure may take; it is cancelled then, and the action has failed.
    ///   - others: Runs what has no closure, such as `sql` actions; nil: those fail.
    public init(timeLimit: Duration = .seconds(10), others: (any ActionRunner)? = nil) {
        self.timeLimit = timeLimit
        self.others = others
    }

    /// Sets the closure that runs for an action.
    public mutating func register(_ action: String, _ handler: @escaping Handler) {
        handlers[action] = handler
    }

    /// Runs an action once.
    public func run(_ request: ActionRequest, as definition: ActionDefinition) async -> ActionResult {
        if let handler = handlers[request.action] { return await run(handler, request) }
        if let others { return await others.run(request, as: definition) }
        return .failed(request, "nothing runs the action '\(request.action)': register a closure for it")
    }

    /// Runs an action once; a closure is not told of the conversation.
    public func run(
        _ request: ActionRequest,
        as definition: ActionDefinition,
        in context: ActionContext
    ) async -> ActionResult {
        if handlers[request.action] == nil, let others {
            return await others.run(request, as: definition, in: context)
        }
        return await run(request, as: definition)
    }

    /// Gives up on a closure that takes too long; what it still does then has no effect on the conversation.
    private func run(_ handler: @escaping Handler, _ request: ActionRequest) async -> ActionResult {
        let (results, continuation) = AsyncStream.makeStream(of: ActionResult.self)
        let limit = timeLimit
        let work = Task { continuation.yield(await handler(request)) }
        let alarm = Task {
            try await Task.sleep(for: limit)
            continuation.yield(.failed(request, "the action took longer than \(limit)"))
        }
        defer {
            work.cancel()
            alarm.cancel()
        }
        for await result in results { return result }
        return .failed(request, "the action was cancelled")
    }

    /// Forgets what was kept of a conversation's runs.
    public func forget(conversation: String) async {
        await others?.forget(conversation: conversation)
    }
}
