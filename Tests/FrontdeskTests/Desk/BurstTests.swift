import Frontdesk
import FrontdeskCompiler
import FrontdeskDialogue
import FrontdeskMatching
import FrontdeskTesting
import Testing

@Suite("Several messages in a row are one turn")
struct BurstTests {
    private static let files = """
        assistant: bursts
        channels:
          sms: {shows: [], burst: 2s}
        greeting: Hello.
        queues:
          care: {title: our care team, priority: 3}
        handoff: {queue: care}
        entities:
          order_number: {regex: 'A-?\\d{5}', normalise: 'A-$digits', example: A-10021}
        anywhere:
          event(parcel.late): {say: "Your parcel is late.", go: stay}
        intents:
          hours:
            title: Opening hours
            patterns: ["[and] when are you open"]
            answer: Nine to six.
            suggests: [map]
          map:
            title: The way to us
            patterns: ["the way"]
            answer: Loomhof 12.
          order:
            title: Where is my order
            patterns: ["where is [my] order [{order_number}]"]
            flow: track
        flows:
          track:
            slots:
              order_number: {ask: Which order is it?}
            states:
              tell: {say: "{{order_number}} is on its way.", end: resolved}
        """

    /// What happens in the test's conversation, so many tenths of a second after its beginning.
    enum Act: Sendable {
        case says(String)
        /// Message number `n` of the conversation comes again.
        case again(Int)
        case presses(String)
        case sendsFile
        case reports
        case looks
        case undoes
        case drains
    }

    struct Case: Sendable, CustomTestStringConvertible {
        var testDescription: String
        var acts: [(Int, Act)]
        /// What comes of each act.
        var outcomes: [[String]]

        init(_ name: String, _ acts: [(Int, Act)], _ outcomes: [[String]]) {
            testDescription = name
            self.acts = acts
            self.outcomes = outcomes
        }
    }

    static let cases: [Case] = [
        Case(
            "a message alone is answered when its window ends",
            [(0, .says("when are you open")), (19, .looks), (20, .looks), (40, .looks)],
            [["held until 20"], [], ["Hello.", "Nine to six."], []]
        ),
        Case(
            "each message gives the next one a window, and together they are one question",
            [
                (0, .says("where is")), (15, .says("my order")), (30, .says("A-10021")), (49, .looks),
                (50, .looks),
            ],
            [
                ["held until 20"], ["held until 35"], ["held until 50"], [],
                ["Hello.", "A-10021 is on its way."],
            ]
        ),
        Case(
            "who types on is answered three windows after the first message",
            [
                (0, .says("where is")), (18, .says("my")), (36, .says("order")), (54, .says("A-10021")),
                (60, .looks),
            ],
            [
                ["held until 20"], ["held until 38"], ["held until 56"], ["held until 60"],
                ["Hello.", "A-10021 is on its way."],
            ]
        ),
        Case(
            "what comes after the window is another turn, though nobody has looked yet",
            [(0, .says("when are you open")), (21, .says("the way")), (41, .looks)],
            [["held until 20"], ["Hello.", "Nine to six.", "held until 41"], ["Loomhof 12."]]
        ),
        Case(
            "a button is answered at once, behind what waited",
            [(0, .says("when are you open")), (5, .presses("map")), (30, .looks)],
            [["held until 20"], ["Hello.", "Nine to six.", "Loomhof 12."], []]
        ),
        Case(
            "the number of a choice counts as its button",
            [(0, .says("when are you open")), (20, .looks), (30, .says("1")), (31, .says("12"))],
            [["held until 20"], ["Hello.", "Nine to six."], ["Loomhof 12."], ["held until 51"]]
        ),
        Case(
            "a file is answered at once, behind what waited",
            [(0, .says("when are you open")), (5, .sendsFile)],
            [
                ["held until 20"],
                [
                    "Hello.", "Nine to six.",
                    "attachment",
                ],
            ]
        ),
        Case(
            "a call for a human waits for nothing",
            [(0, .says("when are you open")), (5, .says("human"))],
            [["held until 20"], ["Hello.", "Nine to six.", "handoff"]]
        ),
        Case(
            "what happens elsewhere is told behind what waited",
            [(0, .says("when are you open")), (5, .reports)],
            [["held until 20"], ["Hello.", "Nine to six.", "Your parcel is late."]]
        ),
        Case(
            "a message delivered twice counts once, while it waits and when it is answered",
            [
                (0, .says("where is my order")), (5, .again(1)), (6, .says("A-10021")), (26, .looks),
                (27, .again(1)),
            ],
            [
                ["held until 20"], ["again until 20"], ["held until 26"],
                ["Hello.", "A-10021 is on its way."],
                ["again"],
            ]
        ),
        Case(
            "what waits is taken back before any turn is",
            [
                (0, .says("the way")), (20, .looks), (30, .says("where is my order")), (31, .undoes),
                (60, .looks),
                (61, .again(2)), (81, .looks),
            ],
            [
                ["held until 20"], ["Hello.", "Loomhof 12."], ["held until 50"], [], [], ["held until 81"],
                ["Which order is it?"],
            ]
        ),
        Case(
            "the end of the program waits for nothing",
            [(0, .says("when are you")), (1, .says("open")), (2, .drains), (40, .looks)],
            [["held until 20"], ["held until 21"], ["Hello.", "Nine to six."], []]
        ),
        Case(
            "two halves of a card number are masked when they stand together",
            [(0, .says("4111 1111")), (1, .says("1111 1111")), (2, .drains)],
            [["held until 20"], ["held until 21"], ["Hello.", "masked", "…"]]
        ),
    ]

    @Test("A burst", arguments: cases, [false, true])
    func burst(_ test: Case, restarting: Bool) async throws {
        var player = try Player(Self.files)
        for (act, wanted) in zip(test.acts, test.outcomes) {
            if restarting { try await player.restart() }
            let found = try await player.play(act.1, at: act.0)
            #expect(found == wanted, "\(act)")
            try await player.checkFold()
        }
        #expect(test.acts.count == test.outcomes.count)
    }

    @Test("Without a window nothing is held")
    func off() async throws {
        var player = try Player(Self.files, channel: "web")
        #expect(try await player.play(.says("when are you open"), at: 0) == ["Hello.", "Nine to six."])
        #expect(
            try await player.desk.store.events(of: "c", after: 0).allSatisfy { event in
                if case .held = event.fact { false } else { true }
            }
        )
    }

    @Test("What is said to a burst leaves by itself, until it is recorded as delivered")
    func leaves() async throws {
        var player = try Player(Self.files)
        _ = try await player.play(.says("when are you open"), at: 0)
        _ = try await player.play(.looks, at: 20)
        let news = try await player.desk.news("c", after: 0)
        #expect(news.items.map(\.text) == ["Hello.", "Nine to six.\n1) The way to us"])
        #expect(try await player.desk.store.conversations(.unheard).map(\.conversation) == ["c"])
        try await player.desk.noteDelivery(in: "c", through: news.version)
        #expect(try await player.desk.store.conversations(.unheard).isEmpty)
    }
}

/// Plays acts against a desk with a clock that stands still.
private struct Player {
    private(set) var desk: Desk
    private let clock = ManualClock(1_795_424_400_000)
    private let start: Int64 = 1_795_424_400_000
    private let channel: String
    private var sent: [Message] = []

    init(_ files: String, channel: String = "sms") throws {
        let compilation = Compiler.compile([SourceFile(path: "assistant.yaml", text: files)])
        let assistant = try #require(compilation.assistant, "\(compilation.diagnostics.map(\.message))")
        desk = Desk(assistant: assistant, matcher: Matcher(assistant.matching, model: nil), clock: clock)
        self.channel = channel
    }

    mutating func restart() async throws {
        desk = Desk(
            assistant: desk.assistant,
            matcher: desk.matcher,
            store: desk.store,
            queue: desk.queue,
            clock: clock
        )
        try await desk.recover()
    }

    mutating func play(_ act: BurstTests.Act, at tenths: Int) async throws -> [String] {
        clock.set(start + Int64(tenths) * 100)
        switch act {
        case .says(let text): return try await send(message(text))
        case .presses(let choice): return try await send(message("The way to us", choice: choice))
        case .sendsFile:
            return try await send(message("", files: [FrontdeskDialogue.Attachment(name: "photo.jpg")]))
        case .again(let number): return try await send(sent[number - 1])
        case .reports:
            return shown(try await desk.report(ExternalEvent(name: "parcel.late"), to: "c").messages)
        case .undoes:
            _ = try await desk.undo("c")
            return []
        case .drains:
            return try await desk.holdingConversations.isEmpty ? [] : shown(desk.answerHeld(in: "c").messages)
        case .looks:
            var said: [Outbound] = []
            for due in try await desk.dueConversations() {
                said += try await desk.attend(to: due.conversation).messages
            }
            return shown(said)
        }
    }

    func checkFold() async throws {
        let events = try await desk.store.events(of: "c", after: 0)
        #expect(try await desk.tracker("c") == Tracker(conversation: "c", folding: events))
    }

    private mutating func message(
        _ text: String,
        choice: String? = nil,
        files: [FrontdeskDialogue.Attachment] = []
    ) -> Message {
        let message = Message(
            text,
            conversation: "c",
            id: "m\(sent.count + 1)",
            choice: choice,
            attachments: files,
            channel: channel
        )
        sent.append(message)
        return message
    }

    private func send(_ message: Message) async throws -> [String] {
        let reply = try await desk.receive(message)
        let before = shown(reply.released?.messages ?? [])
        guard reply.isHeld else { return before + shown(reply.messages) }
        let until = reply.heldUntil.map { " until \(($0 - start) / 100)" } ?? ""
        #expect(reply.messages.isEmpty)
        return before + [(reply.isRedelivery ? "again" : "held") + until]
    }

    private func shown(_ messages: [Outbound]) -> [String] {
        messages.map { message in
            // What the desk says in words of its own is not what is looked at here.
            switch message.kind {
            case .handoff: return "handoff"
            case .reprompt, .fallback: return "…"
            case .notice where ["masked", "attachment"].contains(message.origin): return message.origin
            default: return message.text.split(separator: "\n").first.map(String.init) ?? ""
            }
        }
    }
}
