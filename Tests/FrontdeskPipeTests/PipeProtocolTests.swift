import Frontdesk
import FrontdeskCompiler
import FrontdeskDialogue
import Testing

@testable import FrontdeskPipe

@Suite("The pipe protocol with a desk")
struct PipeProtocolTests {
    /// A request line, and what its answer and the lines behind it must hold, in order.
    struct Exchange: Sendable, CustomTestStringConvertible {
        var name: String
        var requests: [String]
        /// One list of parts for each line that must come out.
        var lines: [[String]]

        var testDescription: String { name }
    }

    static let exchanges: [Exchange] = [
        Exchange(
            name: "the first reply comes behind the greeting",
            requests: [
                #"{"conversation":"c","id":"m1","text":"opening hours","customer":{"name":"Ada Byron"}}"#
            ],
            lines: [
                [
                    #"{"type":"reply","conversation":"c","in_reply_to":"m1","messages":[{"text":"Hello Ada"#,
                    #"{"text":"We are open from nine to five.","choices":[]}],"turn":{"n":1,"decision":"answer","#,
                    #""intent":"hours","confidence":"#, #""state":null,"owner":"desk"}}"#,
                ]
            ]
        ),
        Exchange(
            name: "the same id gets the same reply, and no second handoff",
            requests: [
                #"{"conversation":"c","id":"m1","text":"human"}"#,
                #"{"conversation":"c","id":"m1","text":"human"}"#,
            ],
            lines: [
                [#""type":"reply""#, #""n":1,"decision":"handoff""#, #""owner":"queue""#],
                [
                    #"{"type":"handoff","conversation":"c","packet":{"#, #""packet_id":"c/h1""#,
                    #""schema":"handoff/1""#,
                ],
                [#""type":"reply""#, #""n":1,"decision":"handoff""#],
            ]
        ),
        Exchange(
            name: "a message too long gets an error that carries the polite reply",
            requests: [#"{"conversation":"c","id":"m1","text":"\#(String(repeating: "a", count: 5000))"}"#],
            lines: [
                [
                    #"{"type":"error","conversation":"c","in_reply_to":"m1","line":1,"code":"too_long","#,
                    "5000 bytes, the limit is 4096", #""messages":[{"text":""#, #""turn":{"n":1"#,
                ]
            ]
        ),
        Exchange(
            name: "an agent claims, writes and returns",
            requests: [
                #"{"conversation":"c","text":"human"}"#,
                #"{"type":"agent","conversation":"c","id":"a1","agent":"Robin","do":"claim"}"#,
                #"{"type":"agent","conversation":"c","agent":"Robin","do":"say","text":"Hello.","token":1}"#,
                #"{"conversation":"c","id":"m2","text":"thank you Robin"}"#,
                #"{"type":"agent","conversation":"c","agent":"Robin","do":"return","token":1}"#,
                #"{"conversation":"c","text":"opening hours"}"#,
            ],
            lines: [
                [#""type":"reply""#], [#""type":"handoff""#],
                [
                    #"{"type":"ok","conversation":"c","in_reply_to":"a1","result":{"ticket":"c/h1","token":1,"until":""#
                ],
                [#""type":"ok""#],
                [
                    #"{"type":"agent_message","conversation":"c","event":"#,
                    #""agent":"Robin","text":"Hello."}"#,
                ],
                [#""in_reply_to":"m2","messages":[],"turn":{"n":2,"decision":"relay""#, #""owner":"agent""#],
                [#""type":"ok""#, #""result":{}"#],
                [#""type":"reply""#, "nine to five", #""owner":"desk""#],
            ]
        ),
        Exchange(
            name: "of two agents one gets the ticket, and an old token is refused",
            requests: [
                #"{"conversation":"c","text":"human"}"#,
                #"{"type":"agent","conversation":"c","agent":"Robin","do":"claim"}"#,
                #"{"type":"agent","conversation":"c","id":"a2","agent":"Kim","do":"claim"}"#,
                #"{"type":"agent","conversation":"c","agent":"Robin","do":"claim"}"#,
                #"{"type":"agent","conversation":"c","agent":"Robin","do":"say","text":"Hi","token":1}"#,
            ],
            lines: [
                [#""type":"reply""#], [#""type":"handoff""#], [#""token":1"#],
                [#""in_reply_to":"a2","line":3,"code":"already_claimed""#, "Robin"], [#""token":2"#],
                [#""code":"stale_claim""#],
            ]
        ),
        Exchange(
            name: "what an agent did is not done again for the same id, and the line is the same",
            requests: [
                #"{"conversation":"c","text":"human"}"#,
                #"{"type":"agent","conversation":"c","id":"a1","agent":"Robin","do":"claim"}"#,
                #"{"type":"agent","conversation":"c","id":"a2","agent":"Robin","do":"say","text":"Hello.","token":1}"#,
                #"{"type":"agent","conversation":"c","id":"a2","agent":"Robin","do":"say","text":"Hello.","token":1}"#,
                #"{"type":"agent","conversation":"c","id":"a1","agent":"Robin","do":"claim"}"#,
                #"{"type":"agent","conversation":"c","id":"a3","agent":"Robin","do":"return","token":1}"#,
                #"{"type":"agent","conversation":"c","id":"a3","agent":"Robin","do":"return","token":1}"#,
            ],
            lines: [
                [#""type":"reply""#], [#""type":"handoff""#],
                [#""in_reply_to":"a1","result":{"ticket":"c/h1","token":1"#],
                [#""type":"ok","conversation":"c","in_reply_to":"a2""#],
                [#""type":"agent_message""#, #""text":"Hello.""#],
                [#""type":"ok","conversation":"c","in_reply_to":"a2""#],
                [#""in_reply_to":"a1","result":{"ticket":"c/h1","token":1"#],
                [#""type":"ok","conversation":"c","in_reply_to":"a3""#],
                [#""type":"ok","conversation":"c","in_reply_to":"a3""#],
            ]
        ),
        Exchange(
            name: "a message too long that comes again, cut by the gateway, gets the same error line",
            requests: [
                #"{"conversation":"c","id":"m1","text":"\#(String(repeating: "a", count: 5000))"}"#,
                #"{"conversation":"c","id":"m1","text":"\#(String(repeating: "a", count: 4000))"}"#,
                #"{"type":"erase","conversation":"c"}"#,
                #"{"conversation":"c","id":"m1","text":"opening hours"}"#,
            ],
            lines: [
                [#""in_reply_to":"m1","line":1,"code":"too_long""#, #""turn":{"n":1"#],
                [#""in_reply_to":"m1","line":1,"code":"too_long""#, #""turn":{"n":1"#],
                [#""erased":["c"]"#], [#""type":"reply""#, "nine to five"],
            ]
        ),
        Exchange(
            name: "what does not exist is named",
            requests: [
                #"{"type":"export","conversation":"x"}"#, #"{"type":"erase","conversation":"x"}"#,
                #"{"type":"explain","conversation":"x"}"#, #"{"type":"event","conversation":"x","name":"e"}"#,
                #"{"type":"agent","conversation":"x","agent":"Robin","do":"claim"}"#,
            ],
            lines: Array(
                repeating: [#""type":"error","conversation":"x""#, #""code":"unknown_conversation""#],
                count: 5
            )
        ),
        Exchange(
            name: "a turn is explained, exported and erased",
            requests: [
                #"{"conversation":"c","text":"opening hours"}"#,
                #"{"type":"explain","conversation":"c","turn":1}"#,
                #"{"type":"explain","conversation":"c","turn":9}"#, #"{"type":"export","conversation":"c"}"#,
                #"{"type":"erase","conversation":"c"}"#, #"{"type":"export","conversation":"c"}"#,
            ],
            lines: [
                [#""type":"reply""#],
                [#""tokens":["opening","hours"]"#, #""rule":"pattern""#, #""thresholds":{"answer":"#],
                [#""code":"bad_field""#, "no turn 9"], [#""conversations":[{"events":["#],
                [#""result":{"erased":["c"]}"#], [#""code":"unknown_conversation""#],
            ]
        ),
        Exchange(
            name: "a button may be pressed without words, and a file may come alone",
            requests: [
                #"{"conversation":"c","choice":"hours"}"#,
                #"{"conversation":"c","attachments":[{"name":"photo.jpg","media_type":"image/jpeg"}]}"#,
            ],
            lines: [[#""type":"reply""#, #""n":1"#], [#""type":"reply""#, #""n":2"#]]
        ),
        Exchange(
            name: "what is written in a burst waits, a button ends the wait, the end of the input, too",
            requests: [
                #"{"conversation":"c","id":"m1","text":"opening","channel":"sms","at":"2026-11-22T09:00:00Z"}"#,
                #"{"conversation":"c","id":"m1","text":"opening","at":"2026-11-22T09:00:00Z"}"#,
                #"{"conversation":"c","id":"m2","text":"hours","at":"2026-11-22T09:00:01Z"}"#,
                #"{"conversation":"c","id":"m3","choice":"hours","at":"2026-11-22T09:00:02Z"}"#,
                #"{"conversation":"c","id":"m4","text":"opening hours","at":"2026-11-22T09:00:03Z"}"#,
            ],
            lines: [
                [
                    #"{"type":"reply","conversation":"c","in_reply_to":"m1","messages":[],"turn":{"n":1,"#,
                    #""decision":"hold""#, #""held_until":"2026-11-22T09:00:02Z"}"#,
                ],
                [
                    #""in_reply_to":"m1","messages":[],"turn":{"n":1,"#,
                    #""held_until":"2026-11-22T09:00:02Z"}"#,
                ],
                [
                    #""in_reply_to":"m2","messages":[],"turn":{"n":1,"#,
                    #""held_until":"2026-11-22T09:00:03Z"}"#,
                ],
                [#""type":"proactive""#, #""id":"c/"#, #""in_reply_to":["m1","m2"]"#, #""text":"Hello"#],
                [#""type":"proactive""#, #""in_reply_to":["m1","m2"]"#, "nine to five"],
                [#""in_reply_to":"m3""#, #""n":2,"#],
                [#""in_reply_to":"m4","messages":[],"turn":{"n":3,"#, #""held_until""#],
                [#""type":"proactive""#, #""in_reply_to":["m4"]"#, "nine to five"],
            ]
        ),
        Exchange(
            name: "ping answers, and reload is refused where nothing can be read again",
            requests: [#"{"type":"ping","id":"p"}"#, #"{"type":"reload","id":"r"}"#],
            lines: [
                [#"{"type":"ok","in_reply_to":"p","result":{"assistant":"tiny"}}"#],
                [#"{"type":"error","in_reply_to":"r","line":2,"code":"reload_failed","#],
            ]
        ),
    ]

    @Test("Requests get their lines", arguments: exchanges)
    func exchange(_ exchange: Exchange) async throws {
        let lines = try await converse(exchange.requests)
        #expect(lines.count == exchange.lines.count, "\(lines.joined(separator: "\n"))")
        for (line, parts) in zip(lines, exchange.lines) {
            for part in parts { #expect(line.contains(part)) }
        }
    }

    @Test("A turn that was taken back is not explained, and the one before it is")
    func explainAfterUndo() async throws {
        let desk = try Self.desk(store: InMemoryStore(), queue: InMemoryQueue())
        func explained() async throws -> [String] {
            let events = try await desk.store.events(of: "c", after: 0)
            let explanation = TurnExplanation(events, turn: nil, desk: desk)
            return explanation.map { ["\($0.turn)", $0.text, $0.understanding?.intent ?? ""] } ?? []
        }
        _ = try await desk.receive(Message("opening hours", conversation: "c"))
        _ = try await desk.receive(Message("what about the moon", conversation: "c"))
        #expect(try await explained().prefix(2) == ["2", "what about the moon"])
        _ = try await desk.undo("c")
        #expect(try await explained() == ["1", "opening hours", "hours"])
        _ = try await desk.receive(Message("hours please", conversation: "c"))
        #expect(try await explained().prefix(2) == ["2", "hours please"])
        _ = try await desk.undo("c")
        _ = try await desk.undo("c")
        #expect(try await explained().isEmpty)
    }

    @Test("The same input gives the same bytes")
    func sameBytes() async throws {
        let requests = ["opening hours", "human", "what about the moon", "opening hours"].enumerated().map {
            #"{"conversation":"c","id":"m\#($0)","text":"\#($1)","at":"2026-11-22T09:0\#($0):00Z"}"#
        }
        #expect(try await converse(requests) == (try await converse(requests)))
    }

    @Test("What another desk on the same store writes is told without being asked for")
    func fromElsewhere() async throws {
        let (store, queue) = (InMemoryStore(), InMemoryQueue())
        let desk = try Self.desk(store: store, queue: queue)
        let (source, sink) = (try Descriptors(), try Descriptors())
        let session = try PipeSession(desk, input: source.readEnd, output: sink.writeEnd)
        async let ending = session.run()
        source.write(#"{"conversation":"c","text":"human"}"# + "\n", closing: false)
        #expect(await blocking { sink.readLine() }.contains(#""owner":"queue""#))
        #expect(await blocking { sink.readLine() }.contains(#""type":"handoff""#))
        let other = try Self.desk(store: store, queue: queue)
        _ = try await other.agent("c", .claim(agent: "Robin"))
        _ = try await other.agent("c", .say(agent: "Robin", text: "Hello from afar."))
        var line = await blocking { sink.readLine() }
        while line.contains(#""type":"proactive""#) { line = await blocking { sink.readLine() } }
        #expect(line.contains(#""type":"agent_message""#))
        #expect(line.contains("Hello from afar."))
        source.closeWriteEnd()
        #expect(await ending == .endOfInput)
    }

    @Test("What has left does not come again after a restart, and what has not does")
    func delivered() async throws {
        let store = InMemoryStore()
        let desk = try Self.desk(store: store, queue: InMemoryQueue())
        _ = try await desk.receive(Message("human", conversation: "c", channel: "pipe"))
        _ = try await desk.agent("c", .claim(agent: "Robin"))
        _ = try await desk.agent("c", .say(agent: "Robin", text: "Hello."))
        func news() async throws -> [String] {
            let outbox = Outbox(store)
            try await outbox.resume(channels: ["pipe"], only: nil)
            return await outbox.news(of: "c").map(\.message.text)
        }
        #expect(try await news() == ["Hello."])
        try await desk.noteDelivery(in: "c", through: try await store.version(of: "c"))
        #expect(try await news() == [])
        _ = try await desk.agent("c", .say(agent: "Robin", text: "It is on its way."))
        #expect(try await news() == ["It is on its way."])
    }

    @Test(
        "Plain text speaks one conversation: a message a line, choices numbered, an empty line behind a reply"
    )
    func plain() async throws {
        let lines = try await converse(
            ["opening hours", "", "\u{1}what about the moon", "opening hours"],
            form: .plain(conversation: "c", at: 1_795_334_400_000)
        )
        let replies = lines.split(separator: "", omittingEmptySubsequences: true)
        #expect(replies.count == 3)
        #expect(replies.first?.count == 2)
        #expect(replies.first?.last == "We are open from nine to five.")
        #expect(lines.last == "")
    }

    /// The lines that come out for the lines that go in.
    private func converse(_ requests: [String], form: PipeSession.Form = .json) async throws -> [String] {
        let (source, sink) = (try Descriptors(), try Descriptors())
        let session = try PipeSession(
            try Self.desk(store: InMemoryStore(), queue: InMemoryQueue()),
            input: source.readEnd,
            output: sink.writeEnd,
            form: form
        )
        async let writing: Void = blocking { source.write(requests.map { $0 + "\n" }.joined()) }
        async let reading = blocking { sink.readAll() }
        _ = await session.run()
        sink.closeWriteEnd()
        await writing
        let text = await reading
        return text.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(String.init)
    }

    private static func desk(store: InMemoryStore, queue: InMemoryQueue) throws -> Desk {
        let source = SourceFile(
            path: "assistant.yaml",
            text: """
                assistant: tiny
                title: Tiny Shop
                channels: {sms: {burst: 2s}}
                greeting: 'Hello{{customer.first_name|prefix " "}}, I am the assistant.'
                intents:
                  hours:
                    title: Opening hours
                    patterns: ["when (are you|do you) open", "opening hours"]
                    answer: We are open from nine to five.
                """
        )
        let compilation = Compiler.compile([source])
        let assistant = try #require(compilation.assistant, "\(compilation.diagnostics)")
        return Desk(assistant: assistant, store: store, queue: queue)
    }
}
