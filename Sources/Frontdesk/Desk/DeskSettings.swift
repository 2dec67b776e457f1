import Logging

/// The limits a desk keeps to.
public struct DeskSettings: Sendable, Hashable {
    /// How many idle conversations stay in memory; others are read from the store when they go on.
    public var residentLimit: Int
    /// How often a turn is tried again when other processes write to its conversation at the same time.
    public var conflictLimit: Int
    /// How many pieces of evidence ``Desk/explained(_:of:)`` gives for each candidate; 0: none.
    public var evidence: Int

    /// Makes settings.
    public init(residentLimit: Int = 10_000, conflictLimit: Int = 8, evidence: Int = 3) {
        precondition(residentLimit > 0 && conflictLimit > 0 && evidence >= 0, "limits are positive")
        self.residentLimit = residentLimit
        self.conflictLimit = conflictLimit
        self.evidence = evidence
    }
}

/// What all conversations of a desk share.
final class DeskParts: Sendable {
    let store: any EventStore
    let queue: any TicketQueue
    let actions: any ActionRunner
    let clock: any ClockReading
    let settings: DeskSettings
    let logger: Logger?
    /// Tells who has proved to be who they say; nil: nobody can.
    let identity: (any IdentityVerifier)?
    let knowledge: Locked<Knowledge>
    /// What is known of the times at which conversations must be looked at.
    let checks = Locked(CheckTable())
    /// The conversations whose events were rewritten since they were read.
    let outdated = Locked<Set<String>>([])

    init(
        store: any EventStore,
        queue: any TicketQueue,
        actions: any ActionRunner,
        clock: any ClockReading,
        settings: DeskSettings,
        logger: Logger?,
        identity: (any IdentityVerifier)? = nil,
        knowledge: Knowledge
    ) {
        self.store = store
        self.queue = queue
        self.actions = actions
        self.clock = clock
        self.settings = settings
        self.logger = logger
        self.identity = identity
        self.knowledge = Locked(knowledge)
    }
}
