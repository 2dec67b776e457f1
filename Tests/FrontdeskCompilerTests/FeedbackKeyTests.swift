import FrontdeskCompiler
import FrontdeskDialogue
import Testing

@Suite("Feedback in assistant.yaml")
struct FeedbackKeyTests {
    private func compilation(_ lines: String) -> Compilation {
        Compiler.compile([SourceFile(path: "assistant.yaml", text: "assistant: a\n\(lines)\n")])
    }

    @Test(
        "Rules arrive as written",
        arguments: [
            ("feedback: {csat: {after: 10m}}", [FeedbackRule(kind: .csat)]),
            (
                "feedback: {nps: {after: 2h, low: handoff}, ces: {after: 1d}}",
                [
                    FeedbackRule(kind: .nps, after: 7200, lowHandsOff: true),
                    FeedbackRule(kind: .ces, after: 86_400),
                ]
            ),
        ]
    )
    func rules(_ lines: String, _ expected: [FeedbackRule]) throws {
        #expect(try #require(compilation(lines).assistant).feedback == expected)
        #expect(try #require(compilation("").assistant).feedback == nil)
    }

    @Test("Its texts are the engine's sentences in the assistant's words") func texts() throws {
        let assistant = try #require(
            compilation("feedback: {csat: {ask: How was it?, thanks: Thanks., low: What was wrong?}}")
                .assistant
        )
        #expect(assistant.texts[.csat].variants.map(\.source) == ["How was it?"])
        #expect(assistant.texts[.feedbackThanks].variants.map(\.source) == ["Thanks."])
        #expect(assistant.texts[.feedbackLow].variants.map(\.source) == ["What was wrong?"])
    }

    @Test(
        "What cannot be meant is refused, with the mend",
        arguments: [
            ("feedback: {scat: {after: 10m}}", "csat"), ("feedback: {csat: {after: soon}}", "10m"),
            ("feedback: {csat: {aks: How was it?}}", "ask"),
            ("feedback: {csat: {ask: '{{nobody.name}}'}}", "nobody"),
        ]
    )
    func refused(_ lines: String, _ word: String) {
        let found = compilation(lines).diagnostics.map { $0.message + ($0.help ?? "") }
        #expect(found.contains { $0.contains(word) })
        #expect(compilation(lines).assistant == nil)
    }
}
