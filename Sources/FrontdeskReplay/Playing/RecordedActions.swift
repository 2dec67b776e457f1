import Frontdesk
import FrontdeskDialogue
import FrontdeskTesting

/// Gives what actions gave when they were asked the same, and hands all else to another runner.
final class RecordedActions: ActionRunner {
    private struct Memory {
        /// What is left of each conversation's actions.
        var left: [String: [RecordedAction]] = [:]
        var others: Set<String> = []
    }

    private let memory: Locked<Memory>
    private let runner: any ActionRunner
    private let clock: ManualClock

    init(_ conversations: [RecordedConversation], others runner: any ActionRunner, clock: ManualClock) {
        memory = Locked(
            Memory(left: Dictionary(conversations.map { ($0.id, $0.actions) }) { first, _ in first })
        )
        self.runner = runner
        self.clock = clock
    }

    /// The actions that were asked for something that is not recorded, by name.
    var unrecorded: Set<String> { memory.withLock { $0.others } }

    func run(_ request: ActionRequest, as definition: ActionDefinition) async -> ActionResult {
        guard let result = recorded(request, definition) else {
            return await runner.run(request, as: definition)
        }
        return result
    }

    func run(
        _ request: ActionRequest,
        as definition: ActionDefinition,
        in context: ActionContext
    ) async -> ActionResult {
        guard let result = recorded(request, definition) else {
            return await runner.run(request, as: definition, in: context)
        }
        return result
    }

    func forget(conversation: String) async {
        await runner.forget(conversation: conversation)
    }

    private func recorded(_ request: ActionRequest, _ definition: ActionDefinition) -> ActionResult? {
        // `conversation/turn/step/store`; a conversation's id may hold slashes itself.
        let conversation = request.key.split(separator: "/", omittingEmptySubsequences: false).dropLast(3)
            .joined(separator: "/")
        let found = memory.withLock { memory -> RecordedAction? in
            let place = memory.left[conversation]?.firstIndex {
                $0.request.action == request.action && $0.request.arguments == request.arguments
            }
            guard let place else {
                memory.others.insert(request.action)
                return nil
            }
            return memory.left[conversation]?.remove(at: place)
        }
        guard let found, definition.outcomes.contains(found.result.outcome) else { return nil }
        if found.isSlow, let patience = definition.patience {
            clock.advance(by: Int64(patience.limit) + 1000)
        }
        var result = found.result
        result.key = request.key
        return result
    }
}
