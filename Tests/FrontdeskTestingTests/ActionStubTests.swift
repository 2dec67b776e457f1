import FrontdeskDialogue
import Testing

@testable import FrontdeskTesting

@Suite("What actions give in a transcript")
struct ActionStubTests {
    private func steps(_ line: String) throws(TranscriptError) -> [Transcript.Act] {
        try TranscriptFile(path: "x", text: "# T\n\n\(line)\n").transcripts().flatMap(\.steps).map(\.act)
    }

    @Test(
        "is one line",
        arguments: [
            ("action a.b gives found", ActionStub(action: "a.b", outcome: "found")),
            (
                "action a.b gives found after 250ms",
                ActionStub(action: "a.b", outcome: "found", milliseconds: 250)
            ),
            (
                "action a.b gives found after 4s",
                ActionStub(action: "a.b", outcome: "found", milliseconds: 4000)
            ),
            (
                "action a.b gives found after 1m {place: Leipzig, at: \"10:00, or so\", none: }",
                ActionStub(
                    action: "a.b",
                    outcome: "found",
                    milliseconds: 60_000,
                    record: Record([
                        Record.Field("place", .text("Leipzig")), Record.Field("at", .text("10:00, or so")),
                        Record.Field("none", .none),
                    ])
                )
            ),
        ]
    )
    func read(line: String, stub: ActionStub) throws {
        #expect(try steps(line) == [.stubs(stub)])
    }

    @Test(
        "says what is wrong with it",
        arguments: [
            "action a.b", "action a.b gives", "action a.b gives found after",
            "action a.b gives found after 4",
            "action a.b gives found after soon", "action a.b found", "action a.b gives found {a}",
        ]
    )
    func wrong(line: String) {
        #expect(throws: TranscriptError.self) { try steps(line) }
    }
}
