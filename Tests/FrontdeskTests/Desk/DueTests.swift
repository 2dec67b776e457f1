import Frontdesk
import FrontdeskCompiler
import FrontdeskDialogue
import FrontdeskMatching
import FrontdeskSQLite
import FrontdeskTesting
import Testing

@Suite("What time asks for")
struct DueTests {
    private static let files = """
        assistant: parcels
        timezone: Europe/Berlin
        quiet_hours: "21:00-08:00"
        queues:
          care: {title: our care team, priority: 3}
        anywhere:
          event(parcel.late): {consent: parcels, say: "Your parcel is late.", go: flow(late)}
        intents:
          trace:
            patterns: ["where is my parcel"]
            flow: trace
        flows:
          late:
            states:
              ask: {ask: Shall we search?, on: {yes: handoff, no: end}}
          trace:
            slots:
              email: {ask: Which address?}
            states:
              tell:
                promise: {text: The carrier's answer, within: 4h, to: email, kept_by: event(parcel.found)}
                say: You hear from us by {{promise.due}}.
                end: resolved
        """

    private static func assistant() throws -> Assistant {
        let source = SourceFile(path: "assistant.yaml", text: files)
        let result = Compiler.compile([source])
        return try #require(result.assistant, "\(result.diagnostics.map(\.message))")
    }

    private static let minute: Int64 = 60_000
    /// Monday 23 November 2026, 10:00 in Berlin.
    private static let start: Int64 = 1_795_424_400_000

    private func facts(_ store: any EventStore, _ id: String) async throws -> [Fact] {
        try await store.events(of: id, after: 0).map(\.fact)
    }

    private func changes(_ store: any EventStore, _ id: String) async throws -> [PromiseChange.Kind] {
        try await facts(store, id).compactMap { fact in
            if case .promiseChanged(let change) = fact { change.kind } else { nil }
        }
    }

    private func promise(_ desk: Desk, _ id: String) async throws {
        _ = try await desk.receive(Message("where is my parcel", conversation: id))
        let reply = try await desk.receive(Message("ada@example.com", conversation: id))
        #expect(reply.texts == ["You hear from us by today at 14:00."])
    }

    @Test("two desks on one file record each thing once, however they poll")
    func twoDesks() async throws {
        let folder = try TemporaryFolder()
        let assistant = try Self.assistant()
        let matcher = Matcher.training(assistant)
        let path = folder.path("desk.sqlite")
        let files = [try DeskFile(path), try DeskFile(path)]
        let clock = ManualClock(Self.start)
        let desks = files.map { file in
            Desk(
                assistant: assistant,
                matcher: matcher,
                store: SQLiteStore(file),
                queue: SQLiteQueue(file),
                clock: clock
            )
        }
        let ids = (0..<6).map { "c\($0)" }
        for (number, id) in ids.enumerated() { try await promise(desks[number % 2], id) }
        for step in [0, 179, 1, 59, 1, 120, 60, 60, 240, 600] {
            clock.set(clock.milliseconds + Int64(step) * Self.minute)
            await withTaskGroup { group in
                for desk in desks + desks {
                    group.addTask {
                        for due in (try? await desk.dueConversations()) ?? [] {
                            _ = try? await desk.attend(to: due.conversation)
                        }
                    }
                }
            }
        }
        let store = desks[0].store
        for id in ids {
            #expect(
                try await changes(store, id) == [.dueSoon, .missed, .moved, .dueSoon, .missed, .givenUp]
            )
            let said = try await facts(store, id).compactMap { fact in
                if case .said(let outbound) = fact { outbound.route?.address } else { nil }
            }
            #expect(said == ["ada@example.com", "ada@example.com"])
            let tickets = try await desks[1].queue.tickets(of: id)
            #expect(tickets.map(\.reason) == [.promiseDue])
            #expect(tickets.map(\.priority) == [9])
        }
        #expect(try await store.conversations(.due(before: .max)).isEmpty)
    }

    @Test("a desk that starts finds what an earlier one promised, without being told of it")
    func restart() async throws {
        let assistant = try Self.assistant()
        let store = InMemoryStore()
        let clock = ManualClock(Self.start)
        try await promise(Desk(assistant: assistant, store: store, clock: clock), "c")
        clock.set(Self.start + 240 * Self.minute)
        let desk = Desk(assistant: assistant, store: store, clock: clock)
        #expect(try await desk.dueConversations().map(\.conversation) == ["c"])
        let notice = try await desk.attend(to: "c")
        #expect(notice.messages.map(\.route) == [MessageRoute(address: "ada@example.com")])
        #expect(notice.handoff?.reason == .promiseDue)
        #expect(try await desk.dueConversations().isEmpty)
        #expect(try await desk.attend(to: "c").messages.isEmpty)
    }

    @Test("an event keeps the promise that waits for it")
    func kept() async throws {
        let clock = ManualClock(Self.start)
        let desk = Desk(assistant: try Self.assistant(), clock: clock)
        try await promise(desk, "c")
        _ = try await desk.report(ExternalEvent(name: "parcel.found"), to: "c")
        clock.set(Self.start + 5000 * Self.minute)
        #expect(try await desk.dueConversations().isEmpty)
        #expect(try await changes(desk.store, "c") == [.kept])
    }

    @Test("an event opens a conversation only with consent, and only with a customer")
    func consent() async throws {
        let desk = Desk(assistant: try Self.assistant(), clock: ManualClock(Self.start))
        let event = ExternalEvent(name: "parcel.late")
        await #expect(throws: DeskError.unknownConversation("c0")) { try await desk.report(event, to: "c0") }
        let stranger = CustomerProfile(email: "ben@example.com")
        #expect(try await desk.report(event, to: "c1", about: stranger).messages.isEmpty)
        let ada = CustomerProfile(email: "ada@example.com", consent: ["parcels"])
        let notice = try await desk.report(event, to: "c2", about: ada)
        #expect(notice.messages.count == 3)
        #expect(notice.messages.first?.kind == .greeting)
        let other = ExternalEvent(name: "parcel.found")
        await #expect(throws: DeskError.unknownConversation("c3")) {
            try await desk.report(other, to: "c3", about: ada)
        }
    }

    @Test("an event that comes again after a restart changes nothing, and another of its kind does")
    func repeated() async throws {
        let store = InMemoryStore()
        let ada = CustomerProfile(email: "ada@example.com", consent: ["parcels"])
        var said: [Int] = []
        for id in ["e1", "e1", "e2", nil, nil] {
            let desk = Desk(assistant: try Self.assistant(), store: store, clock: ManualClock(Self.start))
            _ = try await desk.receive(Message("no", conversation: "c"))
            let event = ExternalEvent(name: "parcel.late", id: id)
            said.append(try await desk.report(event, to: "c", about: ada).messages.count)
        }
        #expect(said == [2, 0, 2, 2, 2])
    }

    @Test("an event without what its flow takes is refused, and says what is missing")
    func missingField() async throws {
        let files = Self.files.replacing(
            "late:\n    states",
            with: "late:\n    takes: email\n    slots: {email: {}}\n    states"
        )
        .replacing("Shall we search?", with: "\"Shall we search, and write to {{email}}?\"")
        let compilation = Compiler.compile([SourceFile(path: "assistant.yaml", text: files)])
        let assistant = try #require(compilation.assistant, "\(compilation.diagnostics.map(\.message))")
        let desk = Desk(assistant: assistant, clock: ManualClock(Self.start))
        let ada = CustomerProfile(email: "ada@example.com", consent: ["parcels"])
        await #expect(throws: DeskError.missingField(event: "parcel.late", field: "email")) {
            try await desk.report(ExternalEvent(name: "parcel.late"), to: "c", about: ada)
        }
        await #expect(throws: DeskError.unknownConversation("c")) { try await desk.tracker("c") }
        let event = ExternalEvent(
            name: "parcel.late",
            fields: Record([.init("email", .text("a@example.com"))])
        )
        #expect(try await desk.report(event, to: "c", about: ada).messages.count == 3)
    }

    @Test("what happens at night is told in the morning, once")
    func night() async throws {
        let clock = ManualClock(Self.start + 12 * 60 * Self.minute)
        let assistant = try Self.assistant()
        let store = InMemoryStore()
        let desk = Desk(assistant: assistant, store: store, clock: clock)
        let ada = CustomerProfile(email: "ada@example.com", consent: ["parcels"])
        let report = try await desk.report(ExternalEvent(name: "parcel.late"), to: "c", about: ada)
        #expect(report.messages.isEmpty)
        let other = Desk(assistant: assistant, store: store, clock: clock)
        #expect(try await other.nextCheck(of: "c") == Self.start + 22 * 60 * Self.minute)
        clock.set(Self.start + 22 * 60 * Self.minute)
        for desk in [desk, other] {
            for due in try await desk.dueConversations() { _ = try await desk.attend(to: due.conversation) }
        }
        let said = try await facts(store, "c").count { fact in
            if case .said = fact { true } else { false }
        }
        #expect(said == 3)
    }
}
