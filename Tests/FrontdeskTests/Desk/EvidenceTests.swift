import Frontdesk
import FrontdeskCompiler
import FrontdeskDialogue
import FrontdeskMatching
import Testing

@Suite("Evidence for a turn that is over")
struct EvidenceTests {
    private static let files = """
        assistant: corner
        intents:
          hours:
            title: Opening hours
            examples: [when do you open, what are your hours, are you open on sunday, opening times please]
            answer: From nine to six.
          parking:
            title: Parking
            examples: [where can i park, is there a car park, parking for visitors, can i leave my car there]
            answer: Behind the house.
        """

    private static func assistant(_ text: String = files) throws -> Assistant {
        try #require(Compiler.compile([SourceFile(path: "assistant.yaml", text: text)]).assistant)
    }

    private static func understanding(_ text: String, _ desk: Desk) async throws -> Understanding {
        _ = try await desk.receive(Message(text, conversation: "c1"))
        let events = try await desk.store.events(of: "c1", after: 0)
        for case .understood(let understanding) in events.map(\.fact) { return understanding }
        throw StoreError.closed(place: "c1")
    }

    @Test("is not stored, and adds up to the score of each candidate when it is asked for")
    func addsUp() async throws {
        let desk = Desk(assistant: try Self.assistant(), settings: DeskSettings(evidence: 100))
        let text = "do you open on sunday"
        let stored = try await Self.understanding(text, desk)
        #expect(stored.candidates.map(\.evidence) == stored.candidates.map { _ in [] })
        let explained = desk.explained(stored, of: text)
        #expect(explained.candidates.map(\.intent) == stored.candidates.map(\.intent))
        for candidate in explained.candidates {
            let score = try #require(candidate.score)
            let sum = candidate.evidence.reduce(0) { $0 + $1.weight }
            #expect(abs(sum - score) < 1e-4, "\(candidate.intent): \(sum) instead of \(score)")
            #expect(candidate.evidence.contains { $0.kind == .words })
        }
    }

    @Test("is left out when the assistant has changed since and would no longer say the same")
    func changed() async throws {
        let desk = Desk(assistant: try Self.assistant())
        let text = "do you open on sunday"
        let stored = try await Self.understanding(text, desk)
        desk.replace(
            with: try Self.assistant(
                Self.files.replacing("are you open on sunday", with: "is it sunday hours today")
            )
        )
        let explained = desk.explained(stored, of: text)
        #expect(explained.candidates.map(\.confidence) == stored.candidates.map(\.confidence))
        #expect(explained.candidates.flatMap(\.evidence).isEmpty)
    }
}
