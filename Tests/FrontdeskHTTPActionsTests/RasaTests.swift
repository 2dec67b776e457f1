import Frontdesk
import FrontdeskCompiler
import FrontdeskDialogue
import FrontdeskMatching
import Logging
import Testing

@testable import FrontdeskHTTPActions

/// Whole conversations with a small action server on this machine.
struct RasaTests {
    private static let reply = """
        {"events":[{"event":"slot","timestamp":null,"name":"points","value":420},
        {"event":"slot","timestamp":null,"name":"tier","value":"Tree"},{"event":"slot","name":"other","value":1},
        {"event":"followup","name":"action_listen"}],
        "responses":[{"text":"You have <b>420</b> {{points}} points.","buttons":[{"title":"Spend them","payload":"/spend{\\"a\\":1}"}],
        "elements":[],"custom":{},"template":null,"response":null,"image":"https://example.com/p.png","attachment":null},
        {"text":null,"buttons":[],"template":"utter_bye","response":"utter_bye","image":null}]}
        """

    private static func assistant(_ address: String) throws -> Assistant {
        let text = """
            assistant: club
            actions:
              club.points:
                takes: [card]
                rasa:
                  url: \(address)/webhook
                  action: action_points
                  slots: {points: number, tier: text}
                  timeout: 20s
            intents:
              club.points:
                patterns: "how many points do I have"
                flow: points
            flows:
              points:
                slots:
                  card: {type: text, ask: What is your card's number?}
                  pin: {type: text, ask: And your secret word?, sensitive: true}
                  points: {type: number}
                  tier: {type: text}
                states:
                  count:
                    do: club.points(card)
                    on:
                      done: {say: 'That makes {{points|default "none"}}, {{tier|default "nobody"}}.', end: resolved}
                      rejected: {say: I may not look at that card., end: unresolved}
                      unavailable: {say: Nobody answers., end: unresolved}
                      failed: {say: Something broke., end: unresolved}
            """
        let compilation = Compiler.compile([SourceFile(path: "assistant.yaml", text: text)])
        #expect(compilation.diagnostics.filter { $0.severity == .error }.map(\.message) == [])
        return try #require(compilation.assistant)
    }

    private func talk(
        _ behaviour: @escaping LoopbackServer.Behaviour
    ) async throws -> (said: [Outbound], seen: [LoopbackServer.Seen], tracker: Tracker, log: [String]) {
        let server = try await LoopbackServer.start(behaviour)
        let assistant = try Self.assistant(server.address)
        let lines = Locked<[String]>([])
        let actions = HTTPActions(logger: Logger(label: "test") { _ in LineLog(lines: lines) })
        let desk = Desk(
            assistant: assistant,
            matcher: Matcher(assistant.matching, model: nil),
            actions: actions
        )
        for text in ["how many points do I have", "K-7 \"x\""] {
            _ = try await desk.receive(Message(text, conversation: "c1"))
        }
        let reply = try await desk.receive(Message("rosebud", conversation: "c1"))
        let seen = server.seen
        try await server.stop()
        return (reply.messages, seen, try await desk.tracker("c1"), lines.withLock { $0 })
    }

    @Test(
        "Slots are filled, what the server says is said as plain text, and what has no meaning here is told"
    )
    func success() async throws {
        let (said, seen, tracker, log) = try await talk { _ in LoopbackServer.Answer(body: Self.reply) }
        #expect(said.map(\.text) == ["You have <b>420</b> {{points}} points.", "That makes 420, Tree."])
        #expect(said.first?.choices == [Choice(id: "spend", title: "Spend them")])
        #expect(said.first?.content?.images.map(\.url) == ["https://example.com/p.png"])
        #expect(tracker.endedFlows.last?.slots.first { $0.name == "points" }?.value == .number(420))
        #expect(seen.count == 1)
        #expect(seen.first?.path == "/webhook")
        let told = log.joined(separator: "\n")
        #expect(told.contains("the slot 'other' was left out: it is not among the action's 'slots'"))
        #expect(told.contains("the event 'followup' was left out: the flow says what comes next"))
        #expect(told.contains("the response 'utter_bye' was left out: it stands in another system's domain"))
    }

    @Test(
        "The server gets the action, the slots but the sensitive ones, the message and what was said before"
    )
    func request() async throws {
        let (_, seen, _, _) = try await talk { _ in
            LoopbackServer.Answer(body: #"{"events":[],"responses":[]}"#)
        }
        let first = try #require(seen.first)
        let sent = try #require(JSONDocument(Array(first.body.utf8)))
        func at(_ path: String) throws -> JSONDocument? {
            let path = try #require(JSONPath(path))
            return sent[path]
        }
        #expect(try at("next_action") == .text("action_points"))
        #expect(try at("sender_id") == .text("c1"))
        #expect(try at("tracker.slots") == .object(["card": .text("K-7 \"x\"")]))
        #expect(try at("tracker.latest_message.text") == .text("(hidden)"))
        #expect(!String(decoding: first.body.utf8, as: UTF8.self).contains("rosebud"))
        #expect(try at("tracker.latest_input_channel") == .text("library"))
        #expect(try at("tracker.paused") == .boolean(false))
        #expect(try at("tracker.events[0].event") == .text("user"))
        #expect(try at("tracker.events[0].text") == .text("how many points do I have"))
        #expect(try at("tracker.events[1].event") == .text("bot"))
        #expect(try at("domain.actions[0]") == .text("action_points"))
        #expect(try at("version") == .text("3.6.21"))
    }

    @Test(
        "Every way it can go wrong is handled once",
        arguments: [
            (200, "nonsense", "Something broke."), (200, "[]", "Something broke."),
            (200, "{}", "Something broke."),
            (200, #"{"error":"down for maintenance","code":503}"#, "Something broke."),
            (200, #"{"events":null,"responses":null}"#, "Something broke."),
            (200, #"{"events":"x","responses":[]}"#, "Something broke."),
            (
                200,
                #"{"events":[{"event":"slot","name":"points","value":"many"}],"responses":[{"text":"x"}]}"#,
                "Something broke."
            ),
            (200, #"{"events":[{"event":"slot","name":"tier","value":{}}]}"#, "Something broke."),
            (400, #"{"error":"not today","action_name":"action_points"}"#, "I may not look at that card."),
            (404, #"{"error":"No registered action found"}"#, "Something broke."),
            (449, "", "Something broke."),
            (500, #"{"error":"boom"}"#, "Something broke."), (503, "", "Nobody answers."),
            (302, "", "Something broke."),
        ]
    )
    func setbacks(status: Int, body: String, said: String) async throws {
        let got = try await talk { _ in LoopbackServer.Answer(status: status, body: body) }
        #expect(got.said.map(\.text) == [said])
        #expect(got.seen.count == 1)
        #expect(got.log.count == 1)
        #expect(!got.log.joined().contains("boom"))
    }

    @Test("An empty value empties a slot, and reset_slots empties all of them")
    func emptying() throws {
        let declared = [TypedField(name: "a", type: .text), TypedField(name: "b", type: .any)]
        let body =
            #"{"events":[{"event":"slot","name":"a","value":null},{"event":"reset_slots"},{"event":"user"}]}"#
        let document = try #require(JSONDocument(Array(body.utf8)))
        let read = try RasaAnswer(document, slots: declared)
        let answer = try #require(read)
        #expect(answer.slots == ["a", "a", "b"].map { Record.Field($0, .none) })
        #expect(answer.notes == [])
    }

    @Test("What controls screens is taken out of what the server says, and unsafe pictures are left out")
    func cleaning() throws {
        let body =
            #"{"responses":[{"text":"a\u001b[2J\u202eb\nc","image":"javascript:x"},{"text":"x","custom":{"a":1}}]}"#
        let document = try #require(JSONDocument(Array(body.utf8)))
        let read = try RasaAnswer(document, slots: [])
        let answer = try #require(read)
        #expect(answer.messages == [ActionMessage(text: "a[2Jb\nc"), ActionMessage(text: "x")])
        #expect(answer.notes.count == 2)
    }
}
