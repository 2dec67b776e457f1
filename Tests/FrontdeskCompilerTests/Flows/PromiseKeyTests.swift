import FrontdeskCompiler
import FrontdeskDialogue
import FrontdeskMatching
import Testing

@Suite("The key 'promise'")
struct PromiseKeyTests {
    /// A flow that promises something in its only state.
    private static func files(_ promise: String, say: String = "Done.", more: String = "") -> String {
        """
        assistant: parcels
        \(more)
        intents:
          trace: {patterns: ["trace it"], flow: trace}
        flows:
          trace:
            slots:
              email: {ask: Which address?}
              day: {type: date, ask: By when?}
              note: {type: text, ask: Anything else?}
            states:
              tell:
                say: "\(say) {{note}} {{day|date}} {{email}}"
                promise: \(promise)
                end: resolved
        """
    }

    private static func compile(_ text: String) -> Compilation {
        Compiler.compile([SourceFile(path: "assistant.yaml", text: text)])
    }

    /// What stands behind `promise:`, and what is said of it.
    static let mistakes: [(String, String)] = [
        ("{text: An answer}", "'promise' has no 'within'"),
        ("{within: 2d}", "'promise' has no 'text'"),
        ("{text: An answer, within: soon}", "'soon' is not a length of time"),
        ("{text: An answer, within: 366d}", "'366d' is not a length of time"),
        ("{text: An answer, within: 2d, queue: nobody}", "unknown queue 'nobody'"),
        ("{text: An answer, within: 2d, to: customer.name}", "nobody can be reached at 'customer.name'"),
        ("{text: An answer, within: 2d, to: adress}", "unknown slot 'adress'"),
        (
            "{text: An answer, within: 2d, to: customer.phone}",
            "nobody may know 'customer.phone' here, so the promise could not reach the customer"
        ),
        (
            "{text: An answer, within: 2d, kept_by: found}",
            "'found' is no event that a promise could wait for"
        ),
        (
            "{text: An answer, within: 2d, by: note}",
            "'by' takes a slot that holds a day, but 'note' holds something else"
        ),
        ("{text: \"About {{promise.due}}\", within: 2d}", "unknown record 'promise'"),
        ("{text: An answer, within: 2d, about: [day, parcel]}", "unknown slot 'parcel'"),
        ("{text: An answer, within: 2d, late: \"{{note}}\"}", "unknown slot 'note'"),
        ("{text: An answer, within: 2d, unless: never}", "unknown key 'unless'"),
    ]

    @Test("is read strictly", arguments: mistakes)
    func mistake(_ promise: String, _ message: String) {
        #expect(Self.compile(Self.files(promise)).diagnostics.map(\.message) == [message])
    }

    static let lengths: [(String, PromiseLength)] = [
        ("30m", .minutes(30)), ("4h", .minutes(240)), ("2d", .days(2)), ("365d", .days(365)),
    ]

    @Test("becomes terms of the state", arguments: lengths)
    func terms(_ within: String, _ length: PromiseLength) throws {
        let promise =
            "{text: \"About {{note}}\", within: \(within), to: email, kept_by: [event(a.b), event(c)], moved_by: event(d), about: [email, day], by: day, late: Sorry}"
        let compilation = Self.compile(Self.files(promise, say: "By {{promise.due}}."))
        #expect(compilation.diagnostics.map(\.message) == [])
        let terms = try #require(compilation.assistant?.flows.first?.states.first?.promise)
        #expect(terms.length == length)
        #expect(terms.route == .path(FieldPath(root: "email")))
        #expect(terms.keptBy == ["a.b", "c"])
        #expect(terms.movedBy == ["d"])
        #expect(terms.about == ["email", "day"])
        #expect(terms.wantedBy == "day")
        #expect(terms.late != nil)
    }

    static let quiet: [(String, String?)] = [
        ("\"21:00-08:00\"", nil), ("\"13:00-14:30\"", nil),
        ("\"21:00\"", "'21:00' is not a time of day to be quiet in"),
        ("\"08:00-08:00\"", "'08:00-08:00' is not a time of day to be quiet in"),
        ("\"25:00-08:00\"", "'25:00-08:00' is not a time of day to be quiet in"),
    ]

    @Test("has quiet hours beside it", arguments: quiet)
    func quietHours(_ hours: String, _ message: String?) {
        let compilation = Self.compile(
            Self.files("{text: An answer, within: 2d}", more: "quiet_hours: \(hours)")
        )
        #expect(compilation.diagnostics.map(\.message) == [message].compactMap { $0 })
        #expect((compilation.assistant?.quietHours == nil) == (message != nil))
    }

    @Test("only an event that holds anywhere asks for consent")
    func consent() {
        let anywhere = "anywhere: {event(late): {consent: parcels, say: Late., go: flow(trace)}}"
        let good = Self.compile(Self.files("{text: An answer, within: 2d}", more: anywhere))
        #expect(good.diagnostics.map(\.message) == [])
        #expect(good.assistant?.anywhere.first?.transition.consent == "parcels")
        let inherited = "on: {trace: {consent: parcels, handoff: {}}}"
        let bad = Self.compile(Self.files("{text: An answer, within: 2d}", more: inherited))
        #expect(
            bad.diagnostics.map(\.message) == ["nothing here opens a conversation, so it needs no 'consent'"]
        )
    }

    // MARK: What is not promised

    private static let refusals: [(String, String, PromiseRefusal.Reason?)] = [
        // Hours, what the customer says, why nothing is promised.
        ("mon-fri: \"09:00-18:00\"", "next friday", nil),
        ("mon-fri: \"09:00-18:00\"", "today", .tooLate),
        ("holidays: [2026-12-25]", "next friday", .neverOpen),
    ]

    @Test("is refused and handed over where it could not be kept", arguments: refusals)
    func refused(_ hours: String, _ day: String, _ reason: PromiseRefusal.Reason?) throws {
        let more = """
            queues: {care: {hours: office}}
            business_hours: {office: {\(hours)}}
            """
        let promise = "{text: An answer, within: 2d, to: email, by: day}"
        let compilation = Self.compile(Self.files(promise, more: more))
        let assistant = try #require(compilation.assistant, "\(compilation.diagnostics.map(\.message))")
        let machine = DialogueMachine(assistant)
        let matcher = Matcher.training(assistant)
        var tracker = Tracker(conversation: "c")
        // Monday 23 November 2026, 10:00.
        let moment = Moment(milliseconds: 1_795_428_000_000)
        var facts: [Fact] = []
        for text in ["trace it", "ada@example.com", day, "the box is blue"] {
            let inbound = Inbound(text: text)
            let match = machine.match(inbound, in: tracker, with: matcher)
            var decision = machine.advance(&tracker, with: .message(inbound, match, waiting: nil), at: moment)
            facts += decision.events.map(\.fact)
            if case .readQueue? = decision.actions.first {
                decision = machine.advance(&tracker, with: .queueRead(QueueReading(position: 1)), at: moment)
                facts += decision.events.map(\.fact)
            }
        }
        let given = facts.compactMap { fact -> PromiseRefusal.Reason? in
            if case .promiseRefused(let refusal) = fact { refusal.reason } else { nil }
        }
        #expect(given == [reason].compactMap { $0 })
        let said = tracker.lines.contains {
            $0.text.contains("I won't promise you what I can't be sure to keep")
        }
        #expect(said == (reason != nil))
        #expect((tracker.ticket != nil) == (reason != nil))
        #expect(tracker.ledger.promises.contains { $0.promise.ticket == nil } == (reason == nil))
    }
}
