import Frontdesk
import FrontdeskDialogue
import FrontdeskMatching
import Testing

@Suite("A desk")
struct DeskTests {
    @Test("answers a message, greeting the customer first")
    func answers() async throws {
        let desk = try CornerShop.desk()
        let reply = try await desk.receive(Message("when are you open", conversation: "c1", id: "m1"))
        #expect(reply.messages.map(\.kind) == [.greeting, .answer])
        #expect(reply.messages.last?.text == "We are open from nine to six.")
        #expect(reply.turn.number == 1)
        #expect(reply.turn.decision == .answer)
        #expect(reply.inReplyTo == "m1")
    }

    @Test("runs an action and tells what came of it")
    func looksUp() async throws {
        let desk = try CornerShop.desk()
        let reply = try await desk.receive(Message("where is my order A-10021", conversation: "c1"))
        #expect(reply.messages.last?.text == "Order A-10021 is open.")
    }

    @Test("gives a message that is delivered again the same reply, and announces no second handoff")
    func redelivery() async throws {
        let queue = InMemoryQueue()
        let desk = try CornerShop.desk(queue: queue)
        let first = try await desk.receive(Message("human", conversation: "c1", id: "m1"))
        #expect(first.handoff?.id == "c1/h1")
        let version = try await desk.tracker("c1").version
        let second = try await desk.receive(Message("human", conversation: "c1", id: "m1"))
        #expect(second.isRedelivery)
        #expect(second.turn == first.turn)
        #expect(second.handoff == nil)
        #expect(try await desk.tracker("c1").version == version)
        #expect(try await queue.tickets(in: nil, at: desk.clock.milliseconds).map(\.id) == ["c1/h1"])
    }

    @Test("gives the reply of a turn alone, whatever was said after it")
    func redeliveryAfterAgent() async throws {
        let desk = try CornerShop.desk()
        let first = try await desk.receive(Message("human", conversation: "c1", id: "m1"))
        _ = try await desk.agent("c1", .claim(agent: "Robin"))
        _ = try await desk.agent("c1", .giveBack(AgentReturn(agent: "Robin", outcome: .needsDesk)))
        let again = try await desk.receive(Message("human", conversation: "c1", id: "m1"))
        #expect(again.turn == first.turn)
    }

    @Test("keeps the messages of one conversation in the order in which they came")
    func order() async throws {
        let store = InMemoryStore()
        let desk = try CornerShop.desk(store: store)
        try await withThrowingTaskGroup(of: Void.self) { group in
            for conversation in 0..<20 {
                group.addTask {
                    for number in 0..<20 {
                        _ = try await desk.receive(
                            Message("when are you open", conversation: "c\(conversation)", id: "m\(number)")
                        )
                    }
                }
            }
            try await group.waitForAll()
        }
        for conversation in 0..<20 {
            let ids = try await store.events(of: "c\(conversation)", after: 0).compactMap { event in
                if case .received(let inbound) = event.fact { inbound.id } else { String?.none }
            }
            #expect(ids == (0..<20).map { "m\($0)" })
        }
    }

    @Test("answers a message that is too long, and keeps only its beginning")
    func oversized() async throws {
        let store = InMemoryStore()
        let desk = try CornerShop.desk(store: store)
        let text = String(repeating: "é", count: 3000)
        let reply = try await desk.receive(Message(text, conversation: "c1"))
        #expect(reply.problem == .tooLong(bytes: 6000, limit: 4096))
        #expect(reply.turn.rule == .tooLong)
        let kept = try await store.events(of: "c1", after: 0).compactMap { event in
            if case .received(let inbound) = event.fact { inbound.text } else { String?.none }
        }
        #expect(kept == [String(repeating: "é", count: 2048)])
    }

    @Test("never stores a card number, not even one that lies across the cut", arguments: [2, 2040, 2044])
    func masks(words: Int) async throws {
        let text = String(repeating: "x ", count: words) + "4111 1111 1111 1111 yes"
        let store = InMemoryStore()
        let desk = try CornerShop.desk(store: store)
        _ = try await desk.receive(Message(text, conversation: "c1"))
        let kept = "\(try await store.events(of: "c1", after: 0))"
        #expect(!kept.contains("1111"))
        #expect(kept.contains("received"))
    }

    @Test("never stores a card number that comes beside the text, nor an endless choice")
    func masksTheRest() async throws {
        let card = "4111 1111 1111 1111"
        let store = InMemoryStore()
        let desk = try CornerShop.desk(store: store)
        let customer = CustomerProfile(
            id: "7",
            name: "Ada \(card)",
            email: "\(card)@example.com",
            phone: card,
            language: card,
            zone: card,
            tier: card
        )
        let attachment = Attachment(name: "\(card).png", mediaType: card, url: "https://example.com/\(card)")
        for choice in [
            "card \(card)", String(repeating: "z", count: 257), String(repeating: "y", count: 256),
        ] {
            _ = try await desk.receive(
                Message(
                    "when are you open",
                    conversation: "c1",
                    choice: choice,
                    customer: customer,
                    attachments: [attachment],
                    language: card
                )
            )
        }
        let events = try await store.events(of: "c1", after: 0)
        let kept = "\(events)"
        #expect(!kept.contains("1111"))
        #expect(kept.contains("Ada [card]"))
        #expect(kept.contains("https://example.com/[card]"))
        let choices = events.compactMap { event in
            if case .received(let inbound) = event.fact { inbound.choice ?? "none" } else { String?.none }
        }
        #expect(choices == ["card [card]", "none", String(repeating: "y", count: 256)])
    }

    @Test("takes a turn back, and refuses when it changed something outside")
    func undo() async throws {
        let book = OrderBook()
        let desk = try CornerShop.desk(actions: book)
        _ = try await desk.receive(Message("cancel my order A-10021", conversation: "c1", id: "m1"))
        let before = try await desk.tracker("c1")
        _ = try await desk.receive(Message("when are you open", conversation: "c1", id: "m2"))
        let after = try await desk.undo("c1")
        #expect(after.state == before.state)
        #expect(after.lines == before.lines)
        #expect(after.version > before.version)
        let done = try await desk.receive(Message("yes", conversation: "c1", id: "m2"))
        #expect(done.messages.last?.text == "Order A-10021 is cancelled.")
        #expect(!done.isRedelivery)
        await #expect(throws: DeskError.self) { try await desk.undo("c1") }
        #expect(book.changes == 1)
    }

    @Test("takes a handoff back, and makes it again under the same ticket")
    func undoHandoff() async throws {
        let queue = InMemoryQueue()
        let desk = try CornerShop.desk(queue: queue)
        _ = try await desk.receive(Message("human", conversation: "c1"))
        _ = try await desk.undo("c1")
        #expect(try await queue.tickets(in: nil, at: desk.clock.milliseconds).isEmpty)
        _ = try await desk.receive(Message("human", conversation: "c1"))
        #expect(try await queue.tickets(in: nil, at: desk.clock.milliseconds).map(\.id) == ["c1/h1"])
    }

    @Test("goes on with another assistant, and ends what that one does not have")
    func replace() async throws {
        let desk = try CornerShop.desk()
        _ = try await desk.receive(Message("where is my order", conversation: "c1"))
        _ = try await desk.receive(Message("cancel my order", conversation: "c2"))
        var smaller = try CornerShop.compiled()
        smaller.flows.removeAll { $0.name == "cancel" }
        smaller.intents.removeAll { $0.name == "order.cancel" }
        smaller.matching.intents.removeAll { $0.name == "order.cancel" }
        desk.replace(with: smaller, matcher: Matcher(smaller.matching, model: nil))
        let kept = try await desk.receive(Message("A-10021", conversation: "c1"))
        #expect(kept.messages.last?.text == "Order A-10021 is open.")
        let ended = try await desk.receive(Message("when are you open", conversation: "c2"))
        #expect(ended.messages.map(\.text) == ["We are open from nine to six."])
        #expect(try await desk.tracker("c2").endedFlows.map(\.outcome) == [.cancelled])
    }

    @Test("forgets idle conversations, and reads them again when they go on")
    func eviction() async throws {
        let desk = try CornerShop.desk(settings: DeskSettings(residentLimit: 10))
        for number in 0..<50 {
            _ = try await desk.receive(Message("where is my order", conversation: "c\(number)"))
        }
        #expect(desk.residentCount <= 10)
        let reply = try await desk.receive(Message("A-10022", conversation: "c0"))
        #expect(reply.messages.last?.text == "Order A-10022 is sent.")
    }

    @Test("exports and erases a customer's records, and keeps everybody else's")
    func records() async throws {
        let queue = InMemoryQueue()
        let desk = try CornerShop.desk(queue: queue)
        let ada = CustomerProfile(id: "7", email: "ada@example.com")
        _ = try await desk.receive(Message("human", conversation: "a1", customer: ada))
        _ = try await desk.receive(Message("when are you open", conversation: "a2", customer: ada))
        _ = try await desk.receive(Message("human", conversation: "b1", customer: CustomerProfile(id: "8")))
        let export = try await desk.export(.customer("ADA@example.com"))
        #expect(Set(export.conversations.map(\.head.conversation)) == ["a1", "a2"])
        #expect(export.conversations.flatMap(\.tickets).map(\.id) == ["a1/h1"])
        #expect(Set(try await desk.erase(.customer("7"))) == ["a1", "a2"])
        #expect(try await desk.export(.customer("7")).conversations.isEmpty)
        #expect(try await queue.tickets(in: nil, at: desk.clock.milliseconds).map(\.id) == ["b1/h1"])
        await #expect(throws: DeskError.unknownConversation("a1")) {
            try await desk.erase(.conversation("a1"))
        }
        await #expect(throws: DeskError.unknownConversation("a1")) { try await desk.tracker("a1") }
    }
}
