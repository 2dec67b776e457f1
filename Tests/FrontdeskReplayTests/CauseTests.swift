import Frontdesk
import FrontdeskCompiler
import FrontdeskDialogue
import FrontdeskReplay
import FrontdeskTesting
import Testing

/// A small desk, as it was.
private let original = """
    assistant: tiny
    title: Tiny
    queues: {care: {title: Care}, billing: {title: Billing}}
    intents:
      hours:
        title: Opening hours
        patterns: ["when are you open", "opening hours"]
        answer: From nine to five.
      place:
        title: Where we are
        patterns: ["where are you"]
        answer: In Berlin.
        suggests: [hours]
      bill:
        title: A wrong bill
        patterns: ["my bill is wrong"]
        flow: bill
    flows:
      bill:
        title: your bill
        slots:
          number: {type: number, ask: Which bill?}
        states:
          check:
            ask: Shall a colleague look at bill {{number}}?
            on:
              yes: {handoff: {queue: billing, reason: policy_required, say: A colleague will look at it.}}
              no: {say: Very well., end: resolved}
    """

@Suite struct CauseTests {
    private func assistant(_ yaml: String) throws -> Assistant {
        let compilation = Compiler.compile([SourceFile(path: "assistant.yaml", text: yaml)])
        return try #require(compilation.assistant, "\(compilation.diagnostics)")
    }

    /// What a conversation at the original desk leaves in a store.
    private func log(_ lines: [String]) async throws -> RecordedLog {
        let text = "# A conversation\n\n" + lines.joined(separator: "\n") + "\n"
        let transcript = try #require(
            try TranscriptFile(path: "t.transcript", text: text).transcripts().first
        )
        let result = await TranscriptRunner(assistant: try assistant(original)).run(transcript)
        let last = try #require(result.events.last)
        let export = Export(
            at: last.at,
            conversations: [
                .init(
                    head: ConversationHead(conversation: TranscriptRunner.defaultConversation),
                    events: result.events
                )
            ]
        )
        return try RecordedLog(export.json(), path: "log.json")
    }

    private func report(_ log: RecordedLog, on yaml: String) async throws -> ReplayReport {
        let (played, unrecorded) = try await Replay(assistant: try assistant(yaml)).run(log)
        return ReplayReport(log, played, unrecorded: unrecorded)
    }

    struct Edit: Sendable {
        var was: String
        var now: String
        var said: [String]
        var causes: [String]
        var followUps = 0
    }

    static let bill = ["> my bill is wrong", "> 17", "> yes"]

    static let edits: [Edit] = [
        Edit(was: "", now: "", said: bill, causes: []),
        Edit(
            was: "From nine to five.",
            now: "From ten to four.",
            said: ["> opening hours"],
            causes: ["1x text of hours changed"]
        ),
        Edit(
            was: "patterns: [\"where are you\"]",
            now: "patterns: [\"your address\"]",
            said: ["> where are you"],
            causes: ["1x place is not understood any more"]
        ),
        Edit(
            was: "\"when are you open\", \"opening hours\"]",
            now: "\"your times\"]",
            said: ["> opening hours", "> opening hours"],
            causes: ["2x hours is not understood any more"]
        ),
        Edit(
            was: "patterns: [\"where are you\"]",
            now: "patterns: [\"where are you\", \"when do you close\"]",
            said: ["> when do you close"],
            causes: ["1x place is understood now"]
        ),
        Edit(
            was: "queue: billing",
            now: "queue: care",
            said: bill,
            causes: ["1x handoff to care (policy_required) instead of billing (policy_required)"]
        ),
        Edit(
            was: "{handoff: {queue: billing, reason: policy_required, say: A colleague will look at it.}}",
            now: "{say: A colleague will look at it., end: resolved}",
            said: bill + ["agent Robin claims"],
            causes: ["1x no handoff to billing (policy_required) any more"],
            followUps: 1
        ),
        Edit(
            was: "Which bill?",
            now: "What is the number of the bill?",
            said: bill,
            causes: ["1x text of bill/number changed"]
        ),
        Edit(
            was: "      check:\n        ask",
            now: "      look:\n        ask",
            said: bill,
            causes: ["1x goes to bill/look instead of bill/check"],
            followUps: 0
        ),
        Edit(
            was: "    suggests: [hours]\n",
            now: "",
            said: ["> where are you"],
            causes: ["1x buttons of place changed"]
        ),
    ]

    @Test("An edit shows as what it changes, grouped by cause", arguments: edits)
    func groups(_ edit: Edit) async throws {
        let yaml = edit.was.isEmpty ? original : original.replacing(edit.was, with: edit.now)
        #expect(edit.was.isEmpty || yaml != original)
        let report = try await report(try await log(edit.said), on: yaml)
        #expect(report.groups.map { "\($0.differences.count)x \($0.cause.title)" } == edit.causes)
        #expect(report.differences.count { $0.isFollowUp } == edit.followUps)
        #expect(report.isSame == edit.causes.isEmpty)
    }

    @Test("The terminal shows the counts, the place of the cause and the shortest example")
    func showsText() async throws {
        let yaml = original.replacing("From nine to five.", with: "From ten to four.")
        let report = try await report(try await log(["> where are you", "> opening hours"]), on: yaml)
        let text = ReplayText(report, sources: [SourceFile(path: "assistant.yaml", text: yaml)]).text
        #expect(
            text == """
                log.json: store export, 1 conversation, 2 steps
                  1 conversation would go otherwise: 1 answer, 0 states, 0 handoffs

                1x text of hours changed
                  assistant.yaml:8:5
                  conversation transcript
                    > opening hours
                  - < From nine to five.
                  + < From ten to four.

                1 difference of 1 cause.

                """
        )
        let sources = [SourceFile(path: "assistant.yaml", text: yaml)]
        let page = ReplayPage([report], assistant: "tiny", sources: sources).html
        #expect(page.contains("<span class=\"was\">- &lt; From nine to five.</span>"))
        #expect(page.contains("assistant.yaml:8:5"))
        let json = ReplayJSON([report], assistant: "tiny", sources: sources).text
        #expect(
            json.contains(
                "\"kind\":\"text\",\"title\":\"text of hours changed\",\"place\":\"assistant.yaml:8:5\""
            )
        )
    }

    @Test("Test stories are compared by intent and response, and what the assistant does not have is counted")
    func comparesStories() async throws {
        let text = """
            stories:
            - story: hours
              steps:
              - user: opening hours
                intent: hours
              - action: utter_hours
              - user: where are you
                intent: hours
              - action: utter_place
              - action: action_look
            """
        var log = try RecordedLog(Array(text.utf8), path: "stories.yml")
        let assistant = try assistant(original)
        log.resolveNames(in: assistant)
        #expect(
            log.losses.map(\.what) == ["action 'action_look', which the assistant does not have"]
        )
        let (played, _) = try await Replay(assistant: assistant).run(log)
        #expect(ReplayReport(log, played).groups.map(\.cause.title) == ["taken for place instead of hours"])
    }
}
