import Frontdesk
import FrontdeskDialogue

/// Gives what a transcript declares of an action, and hands all others to another runner.
final class StubbedActions: ActionRunner {
    private let stubs = Locked<[String: ActionStub]>([:])
    private let others: any ActionRunner
    private let clock: ManualClock

    init(others: any ActionRunner, clock: ManualClock) {
        self.others = others
        self.clock = clock
    }

    func set(_ stub: ActionStub) {
        stubs.withLock { $0[stub.action] = stub }
    }

    func run(_ request: ActionRequest, as definition: ActionDefinition) async -> ActionResult {
        guard let stub = stubs.withLock({ $0[request.action] }) else {
            return await others.run(request, as: definition)
        }
        clock.advance(by: stub.milliseconds)
        if case .rasa = definition.kind {
            return ActionResult(key: request.key, outcome: stub.outcome, slots: stub.record?.fields)
        }
        let isSetback = stub.outcome == "failed" || stub.outcome == "unavailable"
        return ActionResult(
            key: request.key,
            outcome: stub.outcome,
            record: stub.record,
            failure: isSetback ? "as the transcript has it" : nil
        )
    }

    func run(
        _ request: ActionRequest,
        as definition: ActionDefinition,
        in context: ActionContext
    ) async -> ActionResult {
        if stubs.withLock({ $0[request.action] != nil }) { return await run(request, as: definition) }
        return await others.run(request, as: definition, in: context)
    }

    func forget(conversation: String) async {
        await others.forget(conversation: conversation)
    }
}
