/// How well the desk knows the customer of a conversation.
public struct Acquaintance: Sendable, Hashable, Codable {
    /// What earlier conversations tell; nil: nobody has looked, or nobody has proved who is writing.
    @Shared public internal(set) var memory: CustomerMemory?
    /// The turn in which the desk said the customer's name last.
    public internal(set) var namedIn: Int?

    /// Nothing known.
    public init() {}

    /// The memory behind its one reference, for what is made many times a turn.
    var sharedMemory: Shared<CustomerMemory?> { _memory }
}

extension Tracker {
    /// What earlier conversations tell of the customer.
    public var memory: CustomerMemory? { acquaintance?.memory }

    mutating func apply(_ change: MemoryChange, at milliseconds: Int64) {
        var known = acquaintance ?? Acquaintance()
        switch change {
        case .recalled(let memory): known.memory = memory
        case .consent(let isGiven): known.memory?.consent = .init(isGiven: isGiven, at: milliseconds)
        case .learnt(let values): for value in values { known.memory?.keep(value) }
        case .forgotten(let names): known.memory?.forget(names, at: milliseconds)
        }
        acquaintance = known
    }

    /// Forgets what belongs to somebody else.
    mutating func keepMemory(of customer: CustomerProfile) {
        guard let memory, !customer.isVerified || memory.customer != customer.id else { return }
        acquaintance?.memory = nil
    }

    mutating func noteName(in outbound: Outbound, turn: Int) {
        guard outbound.saysName == true else { return }
        var known = acquaintance ?? Acquaintance()
        known.namedIn = turn
        acquaintance = known
    }
}
