/// How long a claim lasts, and in which order tickets are taken.
public struct QueueRule: Sendable, Hashable, Codable {
    /// How long an agent may be silent before the ticket goes back, in milliseconds.
    public var leaseLength: Int64
    /// A ticket gains one step of priority for each such stretch of waiting, in milliseconds.
    public var ageingStep: Int64

    /// Makes a rule: by default ten minutes each.
    public init(leaseLength: Int64 = 600_000, ageingStep: Int64 = 600_000) {
        precondition(leaseLength > 0 && ageingStep > 0, "leases and ageing take time")
        self.leaseLength = leaseLength
        self.ageingStep = ageingStep
    }

    /// The priority a ticket came with, and one more for each ``ageingStep`` it has waited.
    public func effectivePriority(of ticket: Ticket, at now: Int64) -> Int {
        effectivePriority(of: QueuePlace(ticket), at: now)
    }

    /// Whether the first ticket is taken before the second: by effective priority, then age, then id.
    public func isBefore(_ first: Ticket, _ second: Ticket, at now: Int64) -> Bool {
        isBefore(QueuePlace(first), QueuePlace(second), at: now)
    }

    func effectivePriority(of place: QueuePlace, at now: Int64) -> Int {
        // Who is about to come in counts as enqueued at the end of time: the difference has no room for that.
        guard now > place.enqueuedAt else { return place.priority }
        return place.priority + Int((now - place.enqueuedAt) / ageingStep)
    }

    func isBefore(_ first: QueuePlace, _ second: QueuePlace, at now: Int64) -> Bool {
        let left = effectivePriority(of: first, at: now)
        let right = effectivePriority(of: second, at: now)
        if left != right { return left > right }
        if first.enqueuedAt != second.enqueuedAt { return first.enqueuedAt < second.enqueuedAt }
        return first.id < second.id
    }

    /// The ticket with a lease that has run out taken back: it waits again, with its age kept.
    public func current(_ ticket: Ticket, at now: Int64) -> Ticket {
        guard ticket.state == .active, let until = ticket.leaseUntil, until <= now else { return ticket }
        var waiting = ticket
        waiting.state = .waiting
        waiting.leaseUntil = nil
        return waiting
    }

    /// The wait expected after one more ticket was taken: `A = 0.9 A' + 0.1 W`, the first wait as it is.
    ///
    /// Salesforce, "Estimated Wait Time" of the Live Agent REST interface.
    public func expectedWait(_ before: Double?, after wait: Int64) -> Double {
        guard let before else { return Double(max(0, wait)) }
        return 0.9 * before + 0.1 * Double(max(0, wait))
    }

    /// What is told of the wait: whole minutes, at least one; nil when nothing is known or it took longer already.
    public func waitMinutes(expected: Double?, waited: Int64) -> Int? {
        guard let expected else { return nil }
        let left = expected - Double(max(0, waited))
        guard left > 0 else { return nil }
        return max(1, Int((left / 60_000).rounded(.up)))
    }
}

/// What decides a ticket's place in line.
struct QueuePlace: Sendable {
    let id: String
    let conversation: String
    let queue: String
    let priority: Int
    let enqueuedAt: Int64
    /// Until when an agent has it; nil: nobody has.
    let takenUntil: Int64?

    init(_ ticket: Ticket) {
        id = ticket.id
        conversation = ticket.conversation
        queue = ticket.queue
        priority = ticket.priority
        enqueuedAt = ticket.enqueuedAt
        takenUntil =
            switch ticket.state {
            case .waiting: nil
            case .active: ticket.leaseUntil ?? .max
            default: .max
            }
    }

    /// Whether nobody has it, or an agent's lease on it has run out.
    func isWaiting(at now: Int64) -> Bool { takenUntil.map { $0 <= now } ?? true }
}
