public import FrontdeskDialogue

/// A queue that forgets everything when the program ends: for tests and for trying things out.
public final class InMemoryQueue: TicketQueue {
    private struct Contents {
        private(set) var tickets: [String: Ticket] = [:]
        /// The open tickets by queue: what places are counted from, without a copy of whole tickets.
        private(set) var line: [String: [QueuePlace]] = [:]
        var expectedWaits: [String: Double] = [:]

        subscript(id: String) -> Ticket? {
            get { tickets[id] }
            set {
                if let old = tickets[id] { line[old.queue]?.removeAll { $0.id == id } }
                tickets[id] = newValue
                if let newValue, newValue.state.isOpen {
                    line[newValue.queue, default: []].append(QueuePlace(newValue))
                }
            }
        }
    }

    /// How long a claim lasts, and in which order tickets are taken.
    public let rule: QueueRule
    private let contents = Locked(Contents())

    /// Makes an empty queue.
    public init(rule: QueueRule = QueueRule()) {
        self.rule = rule
    }

    /// Puts a ticket in; one that is there already stays as it is, one that was withdrawn waits again.
    public func enqueue(_ ticket: Ticket) async throws(QueueError) {
        contents.withLock { contents in
            if let known = contents.tickets[ticket.id], known.state != .withdrawn { return }
            var waiting = ticket
            waiting.token = contents.tickets[ticket.id]?.token ?? 0
            contents[ticket.id] = waiting
        }
    }

    /// The open tickets of a queue, or of all, in the order in which they are to be taken.
    public func tickets(in queue: String?, at now: Int64) async throws(QueueError) -> [Ticket] {
        let all = contents.withLock { Array($0.tickets.values) }
        return all.filter { $0.state.isOpen && (queue == nil || $0.queue == queue) }
            .map { rule.current($0, at: now) }
            .sorted { rule.isBefore($0, $1, at: now) }
    }

    /// All tickets of a conversation, the oldest first, whatever their state.
    public func tickets(of conversation: String) async throws(QueueError) -> [Ticket] {
        let all = contents.withLock { $0.tickets.values.filter { $0.conversation == conversation } }
        return all.sorted { ($0.enqueuedAt, $0.id) < ($1.enqueuedAt, $1.id) }
    }

    /// The ticket of an id, or nil.
    public func ticket(_ id: String, at now: Int64) async throws(QueueError) -> Ticket? {
        contents.withLock { $0.tickets[id] }.map { rule.current($0, at: now) }
    }

    /// Takes a ticket; of several agents at once exactly one gets it.
    public func claim(_ id: String, by agent: String, at now: Int64) async throws(QueueError) -> Lease {
        try contents.withLock { contents throws(QueueError) in
            guard let known = contents.tickets[id] else { throw .unknownTicket(id) }
            var ticket = known
            let lease = try ticket.claim(by: agent, at: now, rule: rule)
            if known.token == 0 {
                let wait = now - known.enqueuedAt
                contents.expectedWaits[known.queue] = rule.expectedWait(
                    contents.expectedWaits[known.queue],
                    after: wait
                )
            }
            contents[id] = ticket
            return lease
        }
    }

    /// Makes sure that the agent still has the ticket, and gives the lease its full length again.
    public func renew(
        _ id: String,
        agent: String,
        token: Int?,
        at now: Int64
    ) async throws(QueueError) -> Lease {
        try contents.withLock { contents throws(QueueError) in
            guard var ticket = contents.tickets[id] else { throw .unknownTicket(id) }
            let lease = try ticket.renew(agent: agent, token: token, at: now, rule: rule)
            contents[id] = ticket
            return lease
        }
    }

    /// Ends a ticket; one that has ended, or is not there, stays as it is.
    public func finish(_ id: String, as state: Ticket.State, at now: Int64) async throws(QueueError) {
        contents.withLock { contents in
            guard var ticket = contents.tickets[id], ticket.state.isOpen else { return }
            ticket.state = state
            ticket.leaseUntil = nil
            contents[id] = ticket
        }
    }

    /// Makes an open ticket more urgent; one that is as urgent already, has ended or is not there stays as it is.
    public func raise(_ id: String, to priority: Int) async throws(QueueError) {
        contents.withLock { contents in
            guard var ticket = contents.tickets[id], ticket.state.isOpen, ticket.priority < priority else {
                return
            }
            ticket.priority = priority
            contents[id] = ticket
        }
    }

    /// What can be said about waiting.
    public func reading(
        of queue: String,
        for conversation: String?,
        ticket: String?,
        priority: Int,
        at now: Int64
    ) async throws(QueueError) -> QueueReading {
        contents.withLock { contents in
            let own = ticket.flatMap { contents.tickets[$0] }.map(QueuePlace.init)
                .flatMap { $0.isWaiting(at: now) && $0.queue == queue ? $0 : nil }
            let conversation = conversation ?? own?.conversation
            var ahead = 0
            for other in contents.line[queue] ?? []
            where other.id != ticket && other.conversation != conversation && other.isWaiting(at: now) {
                if let own {
                    if rule.isBefore(other, own, at: now) { ahead += 1 }
                } else if rule.effectivePriority(of: other, at: now) >= priority {
                    ahead += 1
                }
            }
            let waited = own.map { now - $0.enqueuedAt } ?? 0
            return QueueReading(
                position: ahead + 1,
                waitMinutes: rule.waitMinutes(expected: contents.expectedWaits[queue], waited: waited)
            )
        }
    }

    /// Removes everything of a conversation.
    public func erase(conversation: String) async throws(QueueError) {
        contents.withLock { contents in
            let own = contents.tickets.values.filter { $0.conversation == conversation }
            for ticket in own { contents[ticket.id] = nil }
        }
    }
}

extension Ticket {
    /// Takes the ticket for an agent, or says who has it.
    package mutating func claim(
        by claimant: String,
        at now: Int64,
        rule: QueueRule
    ) throws(QueueError) -> Lease {
        let current = rule.current(self, at: now)
        guard current.state.isOpen else { throw .notOpen(ticket: id, state: current.state) }
        if current.state == .active, let holder = current.agent, holder != claimant {
            throw .alreadyClaimed(ticket: id, by: holder, until: current.leaseUntil ?? now)
        }
        state = .active
        agent = claimant
        token += 1
        return extend(at: now, rule: rule, agent: claimant)
    }

    /// Gives the lease its full length again, if the agent still has it.
    package mutating func renew(
        agent holder: String,
        token given: Int?,
        at now: Int64,
        rule: QueueRule
    ) throws(QueueError) -> Lease {
        let current = rule.current(self, at: now)
        if let given, given != token { throw .staleToken(ticket: id, given: given, latest: token) }
        guard current.state == .active, current.agent == holder else {
            throw .leaseLost(ticket: id, agent: holder)
        }
        return extend(at: now, rule: rule, agent: holder)
    }

    private mutating func extend(at now: Int64, rule: QueueRule, agent holder: String) -> Lease {
        let until = now + rule.leaseLength
        leaseUntil = until
        return Lease(ticket: id, conversation: conversation, agent: holder, token: token, until: until)
    }
}
