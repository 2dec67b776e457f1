public import Frontdesk
import FrontdeskDialogue

/// The rules that every ``TicketQueue`` keeps.
public enum QueueConformance {
    /// Checks all rules.
    ///
    /// - Parameter makeQueue: Makes an empty queue; called once for each rule.
    /// - Returns: The rules that are broken; none for a queue that conforms.
    public static func run(
        _ makeQueue: @Sendable () async throws -> any TicketQueue
    ) async -> [ConformanceFailure] {
        var failures: [ConformanceFailure] = []
        for rule in orderRules + claimRules + endRules { failures += await rule.failures(makeQueue) }
        return failures
    }

    private static let start: Int64 = 1_795_000_000_000
    private static let minute: Int64 = 60_000

    /// Hard on quoting and encoding; a queue need not keep what lies behind a zero byte.
    private static let text = "ü '\"\\ {{x}} \u{7F} \u{1F600} %s ;-- \n\t 好"

    private static func ticket(
        _ id: String,
        priority: Int = 3,
        minute: Int64 = 0,
        queue: String = "care"
    ) -> Ticket {
        Ticket(
            id: id,
            conversation: "of \(id)",
            queue: queue,
            reason: .userAsked,
            detail: text,
            priority: priority,
            enqueuedAt: start + minute * Self.minute,
            subject: text,
            ask: text,
            customer: text
        )
    }

    private static func refusal(_ body: () async throws -> Void) async -> QueueError? {
        do {
            try await body()
            return nil
        } catch {
            return error as? QueueError
        }
    }

    // MARK: Order

    private static let orderRules: [ConformanceRule<any TicketQueue>] = [
        ConformanceRule("a ticket comes back as it was put in") { queue, findings in
            try await queue.enqueue(ticket("t"))
            findings.holds(try await queue.ticket("t", at: start) == ticket("t"), "the ticket differs")
            findings.holds(
                try await queue.tickets(of: "of t") == [ticket("t")],
                "the conversation's ticket differs"
            )
            findings.holds(
                try await queue.ticket("u", at: start) == nil,
                "there is a ticket that was never put in"
            )
        },
        ConformanceRule("the urgent come first, then the oldest, and waiting makes urgent") {
            queue,
            findings in
            for number in 0..<24 {
                let name = number % 5 == 0 ? "orders" : "care"
                let waits = Int64(number * 13 % 40)
                try await queue.enqueue(
                    ticket("t\(number)", priority: number * 7 % 4, minute: waits, queue: name)
                )
            }
            let now = start + 45 * minute
            let all = try await queue.tickets(in: nil, at: now)
            let sorted = all.sorted { queue.rule.isBefore($0, $1, at: now) }
            findings.same(all.map(\.id), sorted.map(\.id), "the order")
            findings.same(all.count, 24, "the number of tickets")
            let own = try await queue.tickets(in: "care", at: now)
            findings.same(
                own.map(\.id),
                all.filter { $0.queue == "care" }.map(\.id),
                "the order in one queue"
            )
        },
        ConformanceRule("each waiting ticket is told its place in that order") { queue, findings in
            for number in 0..<12 {
                try await queue.enqueue(
                    ticket("t\(number)", priority: number % 3, minute: Int64(number * 5 % 7))
                )
            }
            let now = start + 9 * minute
            _ = try await queue.claim("t4", by: "Robin", at: now)
            let waiting = try await queue.tickets(in: "care", at: now).filter { $0.state == .waiting }
            findings.same(waiting.count, 11, "the number that wait")
            for (index, ticket) in waiting.enumerated() {
                let reading = try await queue.reading(of: "care", ticket: ticket.id, priority: 0, at: now)
                findings.same(reading.position, index + 1, "the position of \(ticket.id)")
            }
            let first = try await queue.reading(of: "care", ticket: nil, priority: 9, at: now)
            findings.same(first.position, 1, "the position of an urgent newcomer")
            let last = try await queue.reading(of: "empty", ticket: nil, priority: 0, at: now)
            findings.same(last, QueueReading(position: 1), "the reading of an empty queue")
        },
        ConformanceRule("nothing is said of the wait before it is known, and then what people waited") {
            queue,
            findings in
            try await queue.enqueue(ticket("a"))
            let before = try await queue.reading(of: "care", ticket: nil, priority: 3, at: start)
            findings.same(before.waitMinutes, nil, "the wait before")
            _ = try await queue.claim("a", by: "Robin", at: start + 10 * minute)
            let after = try await queue.reading(of: "care", ticket: nil, priority: 3, at: start)
            findings.same(after.waitMinutes, 10, "the wait after")
        },
    ]

    // MARK: Claims

    private static let claimRules: [ConformanceRule<any TicketQueue>] = [
        ConformanceRule("of many agents at once one gets the ticket") { queue, findings in
            try await queue.enqueue(ticket("t"))
            let winners = await count(of: 64) { number in
                (try? await queue.claim("t", by: "agent \(number)", at: start)) != nil
            }
            findings.same(winners, 1, "the number of winners")
        },
        ConformanceRule("a taken ticket is refused to others and says who has it") { queue, findings in
            try await queue.enqueue(ticket("t"))
            let lease = try await queue.claim("t", by: "Robin", at: start)
            findings.same(lease.until, start + queue.rule.leaseLength, "the end of the lease")
            findings.same(lease.conversation, "of t", "the lease's conversation")
            let error = await refusal { _ = try await queue.claim("t", by: "Kim", at: start + 1) }
            findings.same(error, .alreadyClaimed(ticket: "t", by: "Robin", until: lease.until), "the refusal")
            let unknown = await refusal { _ = try await queue.claim("u", by: "Kim", at: start) }
            findings.same(unknown, .unknownTicket("u"), "the refusal of an unknown ticket")
        },
        ConformanceRule("the token grows with every claim, and an old one is refused") { queue, findings in
            try await queue.enqueue(ticket("t"))
            let first = try await queue.claim("t", by: "Robin", at: start)
            let second = try await queue.claim("t", by: "Robin", at: start + 1)
            findings.holds(
                second.token > first.token,
                "the second token is \(second.token), the first \(first.token)"
            )
            let stale = await refusal {
                _ = try await queue.renew("t", agent: "Robin", token: first.token, at: start + 2)
            }
            let expected = QueueError.staleToken(ticket: "t", given: first.token, latest: second.token)
            findings.same(stale, expected, "the refusal of the first token")
            let other = await refusal {
                _ = try await queue.renew("t", agent: "Kim", token: nil, at: start + 2)
            }
            findings.same(other, .leaseLost(ticket: "t", agent: "Kim"), "the refusal of another agent")
            let renewed = try await queue.renew("t", agent: "Robin", token: second.token, at: start + minute)
            findings.same(
                renewed.until,
                start + minute + queue.rule.leaseLength,
                "the end of the renewed lease"
            )
        },
        ConformanceRule("a silent agent loses the ticket, which keeps its age") { queue, findings in
            try await queue.enqueue(ticket("t"))
            let lease = try await queue.claim("t", by: "Robin", at: start)
            let held = try await queue.ticket("t", at: lease.until - 1)
            findings.same(held?.state, .active, "the state before the lease ends")
            let lost = try await queue.ticket("t", at: lease.until)
            findings.same(lost?.state, .waiting, "the state when the lease has ended")
            findings.same(lost?.enqueuedAt, start, "the time it came")
            let late = await refusal {
                _ = try await queue.renew("t", agent: "Robin", token: lease.token, at: lease.until)
            }
            findings.same(late, .leaseLost(ticket: "t", agent: "Robin"), "the refusal of the silent agent")
            let next = try await queue.claim("t", by: "Kim", at: lease.until)
            findings.holds(next.token > lease.token, "the next token did not grow")
        },
    ]

    // MARK: Ends

    private static let endRules: [ConformanceRule<any TicketQueue>] = [
        ConformanceRule("a ticket that is made more urgent is taken first, and never less urgent") {
            queue,
            findings in
            try await queue.enqueue(ticket("a", priority: 3))
            try await queue.enqueue(ticket("b", priority: 3, minute: 1))
            try await queue.raise("b", to: 7)
            try await queue.raise("b", to: 5)
            try await queue.raise("nobody", to: 9)
            findings.same(
                try await queue.tickets(in: nil, at: start + minute).map(\.id),
                ["b", "a"],
                "the order"
            )
            findings.same(try await queue.ticket("b", at: start)?.priority, 7, "the priority")
            try await queue.finish("a", as: .closed, at: start)
            try await queue.raise("a", to: 9)
            findings.same(
                try await queue.ticket("a", at: start)?.priority,
                3,
                "the priority of one that is over"
            )
        },
        ConformanceRule("a ticket that has ended is neither listed nor taken, nor ended otherwise") {
            queue,
            findings in
            for state in [Ticket.State.closed, .returned, .withdrawn] {
                let id = "t \(state.rawValue)"
                try await queue.enqueue(ticket(id))
                try await queue.finish(id, as: state, at: start)
                try await queue.finish(id, as: .closed, at: start)
                findings.same(try await queue.ticket(id, at: start)?.state, state, "the state")
                let error = await refusal { _ = try await queue.claim(id, by: "Robin", at: start) }
                findings.same(error, .notOpen(ticket: id, state: state), "the refusal")
            }
            findings.same(try await queue.tickets(in: nil, at: start).count, 0, "the number of open tickets")
            try await queue.finish("nobody's", as: .closed, at: start)
        },
        ConformanceRule("a ticket put in twice stays, a withdrawn one waits again") { queue, findings in
            try await queue.enqueue(ticket("t"))
            let lease = try await queue.claim("t", by: "Robin", at: start)
            try await queue.enqueue(ticket("t", minute: 9))
            findings.same(
                try await queue.ticket("t", at: start)?.state,
                .active,
                "the state after the second time"
            )
            try await queue.finish("t", as: .withdrawn, at: start)
            try await queue.enqueue(ticket("t", minute: 9))
            findings.same(
                try await queue.ticket("t", at: start)?.state,
                .waiting,
                "the state after coming back"
            )
            let next = try await queue.claim("t", by: "Kim", at: start)
            findings.holds(next.token > lease.token, "the token did not grow over the withdrawal")
        },
        ConformanceRule("erasing a conversation removes its tickets and no others") { queue, findings in
            try await queue.enqueue(ticket("t"))
            try await queue.enqueue(ticket("u"))
            try await queue.erase(conversation: "of t")
            findings.holds(try await queue.ticket("t", at: start) == nil, "the ticket is still there")
            findings.same(try await queue.tickets(of: "of t").count, 0, "the number of its tickets")
            findings.holds(try await queue.ticket("u", at: start) != nil, "another ticket is gone")
        },
    ]
}
