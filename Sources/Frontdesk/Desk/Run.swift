public import FrontdeskDialogue
import FrontdeskMatching

/// Takes messages that go to the customer before the reply they belong to.
public typealias EarlyMessages = @Sendable ([Outbound]) async -> Void

/// What a request does to the queue once its events are stored.
enum QueueChange {
    case enqueue(Handoff)
    case finish(String, Ticket.State)
    case raise(String, to: Int)
}

/// One request on its way through a conversation: the state, and the events that are not stored yet.
struct Run {
    var tracker: Tracker
    /// Every event of this request, in order; those before ``stored`` are in the store.
    private(set) var events: [Event] = []
    /// Set when the state must be folded anew from the store.
    var mustReload = false
    let knowledge: Knowledge
    let parts: DeskParts
    private let baseVersion: Int
    private var stored = 0
    private var afterwards: [QueueChange] = []
    /// Is told at once what is said while a slow action still runs; nil: nobody waits for it.
    var early: EarlyMessages?
    /// How many messages of this turn it was told, the notice not counted.
    private(set) var toldEarly = 0

    /// How many rounds of machine and actions one request may take; the machine itself stops far earlier.
    private static let roundLimit = 4 * DialogueMachine.stepLimit

    /// Takes a conversation's state away, and leaves none behind.
    init(_ tracker: inout Tracker, knowledge: Knowledge, parts: DeskParts) {
        baseVersion = tracker.version
        self.tracker = Tracker(conversation: "")
        self.knowledge = knowledge
        self.parts = parts
        swap(&self.tracker, &tracker)
    }

    /// Takes one input to its end: runs the actions the machine asks for and hands in their results.
    mutating func take(_ input: Input, at moment: Moment) async throws(DeskError) {
        var decision = knowledge.machine.advance(&tracker, with: input, at: moment)
        for _ in 0..<Self.roundLimit {
            var next: Input?
            events += decision.events
            for action in decision.actions {
                switch action {
                case .run(let request):
                    next = .actionFinished(try await carryOut(request))
                case .readQueue(let queue):
                    next = .queueRead(try await reading(of: queue, at: moment))
                case .enqueue(let handoff):
                    afterwards.append(.enqueue(handoff))
                case .withdraw(let ticket):
                    afterwards.append(.finish(ticket, .withdrawn))
                case .raise(let ticket, let priority):
                    afterwards.append(.raise(ticket, to: priority))
                }
            }
            guard let next else { return }
            decision = knowledge.machine.advance(&tracker, with: next, at: moment)
        }
        throw .undecided(conversation: tracker.conversation, turn: tracker.turn)
    }

    /// Appends an event the runtime itself brings about.
    mutating func note(_ fact: Fact, at milliseconds: Int64) {
        let event = Event(at: milliseconds, turn: tracker.turn, fact: fact)
        tracker.apply(event)
        events.append(event)
    }

    /// Takes the latest turn back; the state is folded anew afterwards.
    mutating func undo(at moment: Moment) {
        events += knowledge.machine.advance(&tracker, with: .undo, at: moment).events
        mustReload = true
    }

    /// Takes back what waits to become a turn.
    mutating func undoHeld(at milliseconds: Int64) {
        let next = tracker.turn + 1
        events.append(Event(at: milliseconds, turn: next, fact: .undone(turn: next)))
        mustReload = true
    }

    /// Puts a change of the queue off until the events are stored.
    mutating func afterStoring(_ change: QueueChange) {
        afterwards.append(change)
    }

    /// Stores the events that are not stored yet.
    mutating func commit() async throws(DeskError) {
        guard stored < events.count else { return }
        let new = stored == 0 ? events : Array(events[stored...])
        if knowledge.assistant.memory != nil {
            let forgotten = new.forgottenNames
            if !forgotten.isEmpty { try await forget(forgotten) }
        }
        do {
            try await parts.store.append(new, to: tracker.conversation, after: baseVersion + stored)
        } catch {
            throw .store(error)
        }
        stored = events.count
    }

    /// Does what had to wait until everything was stored.
    mutating func carryOut() async throws(DeskError) {
        let waiting = afterwards
        afterwards = []
        for change in waiting {
            do {
                switch change {
                case .enqueue(let handoff):
                    try await parts.queue.enqueue(ticket(for: handoff))
                case .finish(let ticket, let state):
                    try await parts.queue.finish(ticket, as: state, at: tracker.updatedAt)
                case .raise(let ticket, let priority):
                    try await parts.queue.raise(ticket, to: priority)
                }
            } catch {
                throw .queue(error)
            }
        }
    }

    /// Runs one action.
    ///
    /// What may change something is stored as an intent first, so that after a crash it is known
    /// to have begun; a look-up that is lost is simply made again when the message is delivered again.
    mutating func carryOut(_ request: ActionRequest) async throws(DeskError) -> ActionResult {
        guard let definition = knowledge.action(request.action) else {
            return .failed(request, "the assistant has no action '\(request.action)'")
        }
        if knowledge.hasEffects(request.action) { try await commit() }
        // A store that was made anew counts its conversations from the beginning; what actions keep outlives it.
        var named = request
        named.key += "/\(parts.store.identity)"
        var result = try await run(named, definition)
        result.key = request.key
        guard definition.outcomes.contains(result.outcome) else {
            return .failed(request, "the action gave '\(result.outcome)', which it does not declare")
        }
        return result
    }

    /// Runs one action; the customer is told once when it takes a while.
    private mutating func run(
        _ request: ActionRequest,
        _ definition: ActionDefinition
    ) async throws(DeskError) -> ActionResult {
        let actions = parts.actions
        var context: ActionContext?
        if case .rasa = definition.kind {
            context = ActionContext(of: tracker, assistant: knowledge.assistant)
        }
        let run = { @Sendable [context] in
            if let context { return await actions.run(request, as: definition, in: context) }
            return await actions.run(request, as: definition)
        }
        guard let patience = definition.patience, early != nil else {
            return await run()
        }
        var failure: DeskError?
        let result = await parts.clock.perform(
            run,
            whenLate: Int64(patience.limit)
        ) {
            do throws(DeskError) { try await tellItTakesAWhile() } catch { failure = error }
        }
        if let failure { throw failure }
        return result
    }

    /// Stores the notice, then tells it with what the turn said before it.
    private mutating func tellItTakesAWhile() async throws(DeskError) {
        let moment = knowledge.moment(at: parts.clock.milliseconds, for: tracker.customer)
        let decision = knowledge.machine.advance(&tracker, with: .actionSlow, at: moment)
        guard !decision.events.isEmpty else { return }
        events += decision.events
        try await commit()
        let said = events.filter { $0.turn == tracker.turn }.said
        toldEarly = said.count { !$0.isEarlyNotice }
        await early?(said)
        early = nil
    }

    /// What a queue says about the wait of the conversation's ticket, or of the one it is about to get.
    func reading(of queue: String, at moment: Moment) async throws(DeskError) -> QueueReading {
        do {
            return try await parts.queue.reading(
                of: queue,
                for: tracker.conversation,
                ticket: tracker.ticket?.id,
                priority: tracker.requestedHandoff?.priority ?? 0,
                at: moment.milliseconds
            )
        } catch {
            throw .queue(error)
        }
    }

    func ticket(for handoff: Handoff) -> Ticket {
        let ask = tracker.lines.last { $0.author == .customer }?.text ?? ""
        let title = tracker.topics.last { !$0.hasPrefix("control.") }.flatMap(knowledge.title(ofIntent:))
        return Ticket(
            id: handoff.id,
            conversation: tracker.conversation,
            queue: handoff.queue,
            reason: handoff.reason,
            detail: handoff.detail,
            priority: handoff.priority,
            enqueuedAt: tracker.updatedAt,
            subject: title ?? handoff.queue,
            ask: ask,
            customer: tracker.customer.name
        )
    }
}
