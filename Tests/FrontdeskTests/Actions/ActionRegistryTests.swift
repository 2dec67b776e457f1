import Frontdesk
import FrontdeskDialogue
import Testing

@Suite("Actions in Swift")
struct ActionRegistryTests {
    private let request = ActionRequest(key: "c/1/1", action: "a", arguments: Record())
    private let definition = ActionDefinition(
        name: "a",
        kind: .custom,
        takes: [],
        outcomes: ["ok", "failed"]
    )

    @Test("run the closure registered for them")
    func registered() async {
        var actions = ActionRegistry()
        actions.register("a") { ActionResult(key: $0.key, outcome: "ok") }
        #expect(await actions.run(request, as: definition) == ActionResult(key: "c/1/1", outcome: "ok"))
    }

    @Test("fail when nothing is registered, and say so")
    func missing() async {
        let result = await ActionRegistry().run(request, as: definition)
        #expect(result.outcome == "failed")
        #expect(result.failure?.contains("'a'") == true)
    }

    @Test("fail when they take too long, and are cancelled")
    func tooLong() async {
        let (cancelled, continuation) = AsyncStream.makeStream(of: Bool.self)
        var actions = ActionRegistry(timeLimit: .milliseconds(20))
        actions.register("a") { request in
            try? await Task.sleep(for: .seconds(3600))
            continuation.yield(Task.isCancelled)
            return ActionResult(key: request.key, outcome: "ok")
        }
        let result = await actions.run(request, as: definition)
        #expect(result.outcome == "failed")
        for await isCancelled in cancelled {
            #expect(isCancelled)
            break
        }
    }
}
