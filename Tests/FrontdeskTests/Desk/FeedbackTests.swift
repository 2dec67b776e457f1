import Frontdesk
import FrontdeskCompiler
import FrontdeskDialogue
import FrontdeskTesting
import Testing

@Suite("Questions about the service")
struct FeedbackTests {
    private static let files = """
        assistant: tiny
        feedback: {csat: {after: 10m}, nps: {after: 10m, low: handoff}}
        """
    private static let topics = """
        intents:
          hours: {patterns: ["when are you open"], answer: From nine to six.}
          hello: {patterns: ["hello"], answer: Hello., courtesy: true}
        """

    private let clock = ManualClock(1_795_000_000_000)
    private let desk: Desk

    init() throws {
        let sources = [
            SourceFile(path: "assistant.yaml", text: Self.files),
            SourceFile(path: "topics.yaml", text: Self.topics),
        ]
        desk = Desk(assistant: try #require(Compiler.compile(sources).assistant), clock: clock)
    }

    private func say(_ text: String, _ conversation: String = "c", _ email: String? = nil) async throws {
        _ = try await desk.receive(
            Message(text, conversation: conversation, customer: email.map { CustomerProfile(email: $0) })
        )
    }

    /// What the desk says by itself after so many minutes.
    private func wait(_ minutes: Int64, _ conversation: String = "c") async throws -> [String] {
        clock.advance(by: minutes * 60_000)
        return try await desk.attend(to: conversation).messages.map(\.origin)
    }

    @Test("Who was helped is asked after the quiet time, once a day, the kinds in turn") func rhythm()
        async throws
    {
        try await say("when are you open")
        #expect(try await wait(9) == [])
        #expect(try await wait(1) == ["csat"])
        try await say("4")
        try await say("when are you open")
        #expect(try await wait(60) == [])
        clock.advance(by: 24 * 3_600_000)
        try await say("when are you open")
        #expect(try await wait(10) == ["nps"])
        try await say("1")
        let tracker = try await desk.tracker("c")
        #expect(tracker.feedback.map(\.score) == [4, 1])
        #expect(tracker.handoffs.map(\.reason) == [.negativeFeedback])
    }

    @Test("Nobody is asked who only said hello, or was not understood") func notHelped() async throws {
        try await say("hello")
        #expect(try await wait(10) == [])
        try await say("when are you open")
        try await say("blorp fnord")
        #expect(try await wait(10) == [])
    }

    @Test("Who served is read off the day before the question") func served() async throws {
        try await say("I want to talk to a human")
        _ = try await desk.agent("c", .claim(agent: "Robin"))
        _ = try await desk.agent("c", .say(agent: "Robin", text: "All done."))
        _ = try await desk.agent("c", .close(agent: "Robin"))
        #expect(try await wait(10) == ["csat"])
        try await say("5")
        clock.advance(by: 3 * 24 * 3_600_000)
        try await say("when are you open")
        #expect(try await wait(10) == ["nps"])
        try await say("9")
        #expect(try await desk.tracker("c").feedback.map(\.servedBy) == [.agent, .desk])
    }

    @Test("A customer is asked in one conversation a day") func elsewhere() async throws {
        try await say("when are you open", "a", "ada@example.com")
        try await say("when are you open", "b", "ada@example.com")
        try await say("when are you open", "d", "bob@example.com")
        #expect(try await wait(10, "a") == ["csat"])
        #expect(try await wait(0, "b") == [])
        #expect(try await wait(60, "b") == [])
        #expect(try await wait(0, "d") == ["csat"])
    }

    @Test("A turn is rated by its number, its message or as the latest; the last thumb counts") func rating()
        async throws
    {
        _ = try await desk.receive(Message("when are you open", conversation: "c", id: "m1"))
        try await say("hello")
        #expect(try await desk.rate("c", isUp: true) == 2)
        #expect(try await desk.rate("c", message: "m1", isUp: true) == 1)
        #expect(try await desk.rate("c", turn: 1, isUp: false) == 1)
        #expect(
            try await desk.tracker("c").ratings == [
                Rating(turn: 1, isUp: false), Rating(turn: 2, isUp: true),
            ]
        )
        await #expect(throws: DeskError.noSuchTurn(conversation: "c", turns: 2)) {
            try await desk.rate("c", turn: 3, isUp: true)
        }
        await #expect(throws: DeskError.unknownConversation("x")) { try await desk.rate("x", isUp: true) }
    }
}
