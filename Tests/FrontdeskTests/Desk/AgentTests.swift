import Frontdesk
import FrontdeskDialogue
import FrontdeskMatching
import Testing

@Suite("Agents at a desk")
struct AgentTests {
    @Test("take, answer and give back a conversation, while the desk is silent")
    func wholeLife() async throws {
        let desk = try CornerShop.desk()
        _ = try await desk.receive(Message("human", conversation: "c1"))
        let start = try await desk.news("c1", after: 0).version
        let lease = try #require(try await desk.agent("c1", .claim(agent: "Robin")).lease)
        _ = try await desk.agent("c1", .say(agent: "Robin", text: "Hello"), token: lease.token)
        let relayed = try await desk.receive(Message("when are you open", conversation: "c1"))
        #expect(relayed.messages.isEmpty)
        #expect(relayed.turn.decision == .relay)
        #expect(relayed.turn.owner == "agent")
        let resolved = AgentReturn(agent: "Robin", outcome: .resolved)
        _ = try await desk.agent("c1", .giveBack(resolved), token: lease.token)
        let reply = try await desk.receive(Message("when are you open", conversation: "c1"))
        #expect(reply.messages.map(\.text) == ["We are open from nine to six."])
        let news = try await desk.news("c1", after: start)
        #expect(news.items.map(\.agent) == ["Robin"])
        #expect(news.items.map(\.text) == ["Hello"])
        #expect(try await desk.news("c1", after: news.version).items.isEmpty)
        #expect(try await desk.queue.ticket("c1/h1", at: desk.clock.milliseconds)?.state == .returned)
    }

    @Test("of 64 who claim at once, exactly one gets the conversation")
    func oneWins() async throws {
        let desk = try CornerShop.desk()
        _ = try await desk.receive(Message("human", conversation: "c1"))
        let winners = await withTaskGroup(of: String?.self, returning: [String].self) { group in
            for number in 0..<64 {
                group.addTask { try? await desk.agent("c1", .claim(agent: "agent \(number)")).lease?.agent }
            }
            var winners: [String] = []
            for await agent in group.compactMap(\.self) { winners.append(agent) }
            return winners
        }
        #expect(winners.count == 1)
        #expect(try await desk.tracker("c1").owner == .agent(winners.first ?? ""))
    }

    @Test("who are silent for too long lose the conversation, and can no longer write to it")
    func lostLease() async throws {
        let clock = TestClock()
        let desk = try CornerShop.desk(clock: clock)
        _ = try await desk.receive(Message("human", conversation: "c1"))
        let first = try #require(try await desk.agent("c1", .claim(agent: "Robin")).lease)
        clock.advance(minutes: 9)
        _ = try await desk.agent("c1", .say(agent: "Robin", text: "One moment"), token: first.token)
        clock.advance(minutes: 9)
        await #expect(throws: DeskError.self) { try await desk.agent("c1", .claim(agent: "Kim")) }
        clock.advance(minutes: 2)
        let second = try #require(try await desk.agent("c1", .claim(agent: "Kim")).lease)
        #expect(second.token > first.token)
        await #expect(
            throws: DeskError.queue(.staleToken(ticket: "c1/h1", given: first.token, latest: second.token))
        ) {
            try await desk.agent("c1", .say(agent: "Robin", text: "Back"), token: first.token)
        }
        #expect(try await desk.tracker("c1").owner == .agent("Kim"))
    }

    @Test("who are silent for too long leave the customer with the desk, at the old place in line")
    func silentAgent() async throws {
        let clock = TestClock()
        let desk = try CornerShop.desk(clock: clock)
        _ = try await desk.receive(Message("human", conversation: "c1"))
        _ = try await desk.agent("c1", .claim(agent: "Robin"))
        clock.advance(minutes: 5)
        let silent = try await desk.receive(Message("when are you open", conversation: "c1"))
        #expect(silent.messages.isEmpty)
        clock.advance(minutes: 6)
        let answered = try await desk.receive(Message("when are you open", conversation: "c1"))
        #expect(answered.texts == ["We are open from nine to six."])
        #expect(answered.turn.owner == "queue")
        #expect(try await desk.agent("c1", .claim(agent: "Kim")).lease?.agent == "Kim")
    }

    @Test("get a message that is too long as well, cut, and the desk stays silent")
    func oversized() async throws {
        let desk = try CornerShop.desk()
        _ = try await desk.receive(Message("human", conversation: "c1"))
        _ = try await desk.agent("c1", .claim(agent: "Robin"))
        let reply = try await desk.receive(
            Message(String(repeating: "long ", count: 1000), conversation: "c1")
        )
        #expect(reply.messages.isEmpty)
        #expect(reply.turn.decision == .relay)
        #expect(reply.problem == .tooLong(bytes: 5000, limit: 4096))
        let kept = try #require(try await desk.tracker("c1").lines.last)
        #expect(kept.author == .customer)
        #expect(kept.text.utf8.count == 4096)
    }

    @Test("keep their place in the news when they write between a customer's turns")
    func betweenTurns() async throws {
        let desk = try CornerShop.desk()
        _ = try await desk.receive(Message("human", conversation: "c1"))
        let seen = try await desk.news("c1", after: 0)
        #expect(seen.items.isEmpty)
        _ = try await desk.agent("c1", .claim(agent: "Robin"))
        _ = try await desk.agent("c1", .say(agent: "Robin", text: "Hello"))
        _ = try await desk.receive(Message("are you there", conversation: "c1"))
        let news = try await desk.news("c1", after: seen.version)
        #expect(news.items.map(\.text) == ["Hello"])
        #expect(try await desk.news("c1", after: news.version).items.isEmpty)
    }

    @Test("cannot take what does not wait, or does not exist")
    func nothingToTake() async throws {
        let desk = try CornerShop.desk()
        _ = try await desk.receive(Message("when are you open", conversation: "c1"))
        await #expect(throws: DeskError.noTicket(conversation: "c1")) {
            try await desk.agent("c1", .claim(agent: "Robin"))
        }
        await #expect(throws: DeskError.unknownConversation("c2")) {
            try await desk.agent("c2", .claim(agent: "Robin"))
        }
    }

    @Test("find no ticket of a customer who no longer waits")
    func withdrawn() async throws {
        let desk = try CornerShop.desk()
        _ = try await desk.receive(Message("human", conversation: "c1"))
        let reply = try await desk.receive(Message("cancel", conversation: "c1"))
        #expect(reply.turn.owner == "desk")
        #expect(try await desk.queue.tickets(in: nil, at: desk.clock.milliseconds).isEmpty)
    }

    @Test("write nothing that must not be stored")
    func masks() async throws {
        let desk = try CornerShop.desk()
        _ = try await desk.receive(Message("human", conversation: "c1"))
        _ = try await desk.agent("c1", .claim(agent: "Robin"))
        _ = try await desk.agent("c1", .say(agent: "Robin", text: "You wrote 4111 1111 1111 1111"))
        let news = try await desk.news("c1", after: 0)
        #expect(news.items.last?.text == "You wrote [card]")
    }
}
