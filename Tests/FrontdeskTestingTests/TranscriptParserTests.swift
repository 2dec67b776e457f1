import FrontdeskDialogue
import FrontdeskTesting
import Testing

@Suite("Reading transcripts")
struct TranscriptParserTests {
    static let file = """
        // Two conversations.
        # First
        assistant: shop
        clock: 2026-11-22T09:00:00+01:00
        customer: {name: Ada Byron, email: "a,b@example.com", verified: true}
        channel: web
        zone: Europe/London

        > where is http://my // order?
        < Hello ...
        // not counted
        < ...
          intent order.status >= 0.80
          no slot order_number
          slot size = extra large from customer
          state
          decision ask by fills_slot
          handoff orders user_asked
          event flow_ended track_order resolved
          promise An answer ... by {date} at {time}
          choice Something else
        >> Something else
        @ +1h30m
        @ 2026-11-23T18:30
        agent Robin Smith claims
        agent> It is stuck.
        agent Robin Smith returns needs_followup call back
        agent Robin closes
        event order.delayed {order: A-10021}

        # Second
        > hi
        """

    @Test("Every kind of line is read")
    func readsAll() throws {
        let transcripts = try TranscriptFile(path: "a/b/orders-late.transcript", text: Self.file)
            .transcripts()
        #expect(transcripts.map(\.title) == ["First", "Second"])
        #expect(transcripts.map(\.line) == [2, 31])
        let first = transcripts[0]
        #expect(first.assistant == "shop")
        #expect(first.channel == "web")
        #expect(first.clock == .at(CivilDate(year: 2026, month: 11, day: 22), minutes: 540, offset: 3600))
        let customer = CustomerProfile(
            name: "Ada Byron",
            email: "a,b@example.com",
            zone: "Europe/London",
            isVerified: true
        )
        #expect(first.customer == customer)
        #expect(
            first.steps.map(\.act) == [
                .says("where is http://my // order?"), .picks("Something else"), .clock(.later(5_400_000)),
                .clock(.at(CivilDate(year: 2026, month: 11, day: 23), minutes: 1110, offset: nil)),
                .claims(agent: "Robin Smith"), .agentSays("It is stuck."),
                .returns(AgentReturn(agent: "Robin Smith", outcome: .needsFollowUp, note: "call back")),
                .closes(agent: "Robin"),
                .reports(
                    ExternalEvent(name: "order.delayed", fields: Record([.init("order", .text("A-10021"))]))
                ),
            ]
        )
        #expect(first.steps[0].replies.map(\.line) == [10, 12])
        #expect(first.steps[0].replies.map { $0.pattern == nil } == [false, true])
        let promise = try LinePattern("An answer ... by {date} at {time}")
        #expect(
            first.steps[0].expectations.map(\.condition) == [
                .intent("order.status", atLeast: 0.8), .slot("order_number", value: nil, source: nil),
                .slot("size", value: "extra large", source: .customer), .state(nil),
                .decision(.ask, rule: .fillsSlot),
                .handoff(queue: "orders", reason: .userAsked),
                .event("flow_ended", words: ["track_order", "resolved"]),
                .promise(promise), .choice("Something else"),
            ]
        )
        #expect(
            first.steps[0].expectations.map(\.isNegated) == [false, true] + Array(repeating: false, count: 7)
        )
    }

    @Test("A thumb stands between the customer's lines", arguments: [("up", true), ("  down ", false)])
    func readsThumbs(word: String, isUp: Bool) throws {
        let file = TranscriptFile(
            path: "a",
            text: "# T\n\n> hi\n< yo\ncustomer rates \(word)\n  event rated 1"
        )
        let steps = try file.transcripts()[0].steps
        #expect(steps.map(\.act) == [.says("hi"), .rates(isUp: isUp)])
        #expect(steps[1].expectations.map(\.condition) == [.event("rated", words: ["1"])])
    }

    @Test("Line ends of Windows are the same")
    func readsCRLF() throws {
        let file = TranscriptFile(
            path: "a",
            text: "# T\r\nassistant: shop\r\n\r\n> hi\r\n< yo\r\n  state a/b\r\n"
        )
        let transcript = try file.transcripts()[0]
        #expect(transcript.assistant == "shop")
        #expect(transcript.steps[0].act == .says("hi"))
        #expect(transcript.steps[0].replies[0].source == "yo")
        #expect(transcript.steps[0].expectations[0].condition == .state("a/b"))
    }

    @Test(
        "A mistake is told with its line and what was expected",
        arguments: [
            ("> hi", 1, "opens with '# '"), ("# T\n\nhello", 3, "expected '>'"),
            ("# T\ncolour: red", 2, "unknown header 'colour'"),
            ("# T\nclock: noon", 2, "2026-11-23T18:30"), ("# T\ncustomer: Ada", 2, "{name: Ada Byron"),
            ("# T\ncustomer: {age: 36}", 2, "unknown field 'age: 36'"), ("# T\n\n< hi", 3, "begin with '>'"),
            ("# T\n\n  intent a", 3, "begin with '>'"),
            ("# T\n\n> a\n< {day}", 4, "'{day}' is no placeholder"),
            ("# T\n\n> a\n  intend a", 4, "unknown expectation"),
            ("# T\n\n> a\n  intent a > 3", 4, ">= 0.80"),
            ("# T\n\n> a\n  handoff q because", 4, "unknown reason 'because'"),
            ("# T\n\n> a\n  decision maybe", 4, "answer, ask"),
            ("# T\n\n> a\n  slot x from mars", 4, "customer, profile, agent or flow"),
            ("# T\n\n@ soon", 3, "+20m"),
            ("# T\n\nagent Robin naps", 3, "agent NAME claims"),
            ("# T\n\n> a\ncustomer rates badly", 4, "'customer rates up' or 'customer rates down'"),
            ("# T\n\n> a\n< b\ncustomer rates", 5, "'customer rates up' or 'customer rates down'"),
            ("# T\n\n> a\n\ncustomer ratesup now", 5, "'customer rates up' or 'customer rates down'"),
            ("# T\n\nagent R returns happy", 3, "resolved, needs_desk"),
            ("# T\nplain words", 2, "'key: value'"), ("# T\n\n> a\n  slot a b", 4, "= VALUE"),
        ]
    )
    func reportsMistakes(text: String, line: Int, part: String) {
        let file = TranscriptFile(path: "shop/x.transcript", text: text)
        let error = #expect(throws: TranscriptError.self) { try file.transcripts() }
        #expect(error?.line == line)
        #expect(error?.message.contains(part) == true)
        #expect(error?.description.hasPrefix("shop/x.transcript:\(line): error: ") == true)
    }

    @Test(
        "All mistakes of a file come out in one run, without those that only follow from them",
        arguments: [
            ("# T\ncolour: red\nclock: noon\n\n> a\n< {day}\n  intend a\n> b\n  slot a b", [2, 3, 6, 7, 9]),
            ("> hi\n< a\n  intent a\n# T\n\n> a\n  intend a", [1, 7]),
            ("# T\n\n@ soon\n< a\n  intent a\n> b\n  intend a", [3, 7]),
            ("# T\n\n> a\nagent Robin naps\n< hm\nhello\n", [4, 6]),
            ("# T\nplain words\n\nhello\n\n# U\ncolour: red\n\n< a\n< b", [2, 4, 7, 9]),
            ("# T\n\n> a\n< b", []),
        ]
    )
    func reportsAll(text: String, lines: [Int]) {
        let (transcripts, errors) = TranscriptFile(path: "x.transcript", text: text).reading()
        #expect(errors.map(\.line) == lines)
        #expect(!transcripts.isEmpty)
    }
}
