import Frontdesk
import FrontdeskDialogue
import FrontdeskTesting
import Testing

@Suite("Transcripts that ask other systems")
struct NetworkTests {
    static let text = """
        # T
        actions: real

        > where is my parcel A-10021?
        < ...
        < Your order A-10021 is far away; ...
        """

    private func report(
        _ text: String,
        network: TranscriptRunner.NetworkActions?
    ) async throws -> SuiteReport {
        await TranscriptSuite(
            assistant: try TestShop.assistant(),
            actions: TestShop.actions,
            network: network
        )
        .run([TranscriptFile(path: "a", text: text)])
    }

    /// Another system, which knows where everything is.
    private struct Elsewhere: ActionRunner {
        func run(_ request: ActionRequest, as definition: ActionDefinition) async -> ActionResult {
            let record = Record([.init("status", .text("far away")), .init("eta", .text("2026-11-25"))])
            return ActionResult(key: request.key, outcome: "found", record: record)
        }
    }

    @Test("They fail where it is not allowed, and say how to allow it")
    func refused() async throws {
        let report = try await report(Self.text, network: nil)
        #expect(report.text.contains("line 2: this transcript asks other systems, which is not allowed here"))
        #expect(report.text.contains("--allow-network"))
    }

    @Test("They ask where it is allowed, but for what a line of theirs gives")
    func allowed() async throws {
        #expect(try await report(Self.text, network: { _ in Elsewhere() }).succeeded)
        let stubbed = Self.text.replacing(
            "> where",
            with: "action orders.find gives found {status: here, eta: 2026-11-25}\n> where"
        ).replacing("far away", with: "here")
        #expect(try await report(stubbed, network: { _ in Elsewhere() }).succeeded)
    }

    @Test("Others never ask")
    func others() async throws {
        let text = Self.text.replacing("actions: real\n", with: "").replacing("far away", with: "on its way")
        #expect(try await report(text, network: { _ in Elsewhere() }).succeeded)
    }

    @Test("Actions are real, or nothing is said of them")
    func mistake() {
        let errors = TranscriptFile(path: "a", text: "# T\nactions: fake\n\n> a\n").reading().errors
        #expect(errors.map(\.message) == ["'actions' is real, or left out, not 'fake'"])
    }
}
