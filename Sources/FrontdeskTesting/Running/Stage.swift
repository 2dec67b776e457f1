import Frontdesk
import FrontdeskDialogue
import FrontdeskMatching
import FrontdeskReports

/// A desk on which one transcript is played, and where its people are.
struct Stage {
    /// A customer: where they write, and what is said of them.
    struct Party {
        var conversation: String
        var channel: String
        /// What the channel says of the customer with the next message.
        var pending: CustomerProfile?
        /// What it said last.
        var profile: CustomerProfile?

        init(_ conversation: String, _ channel: String, _ profile: CustomerProfile?) {
            self.conversation = conversation
            self.channel = channel
            pending = profile
            self.profile = profile
        }
    }

    /// A conversation as far as it was looked at.
    struct Talk {
        /// How many of its events belong to steps that are over.
        var version = 0
        /// What was offered last.
        var choices: [Choice] = []
    }

    var desk: Desk
    let clock: ManualClock
    let zone: Zone
    let knowledge: SharedKnowledge
    let actions: StubbedActions
    /// The customers by name; the transcript's own has none.
    var parties: [String?: Party]
    /// The names of the others, in the order of the transcript.
    let names: [String]
    /// Who wrote last.
    var writer: String?
    /// The conversation of the latest step.
    var conversation: String
    /// The conversations there are, in the order in which they came.
    private(set) var conversations: [String] = []
    var talks: [String: Talk] = [:]
    /// The agent who claimed last in each conversation, and the conversation that each claimed last.
    var claimants: [String: String] = [:]
    var held: [String: String] = [:]
    var messages = 0

    init(
        transcript: Transcript,
        assistant: Assistant,
        knowledge: SharedKnowledge,
        actions: any ActionRunner,
        places: TranscriptMode.Places
    ) {
        let own = transcript.conversation ?? TranscriptRunner.defaultConversation
        let channel = transcript.channel ?? "transcript"
        parties = [nil: Party(own, channel, transcript.customer)]
        for customer in transcript.customers {
            parties[customer.name] = Party(
                "\(own)-\(customer.name.lowercased())",
                customer.channel ?? channel,
                customer.profile
            )
        }
        names = transcript.customers.map(\.name)
        conversation = own
        let name = transcript.customer?.zone ?? assistant.zone
        // Whatever year the transcript is in, its offsets are found around its clock, not around now.
        let stamp = transcript.clock ?? TranscriptRunner.defaultClock
        let about = stamp.milliseconds(after: 0, in: .utc)
        zone = Zone.named(name, around: about) ?? .utc
        clock = ManualClock(stamp.milliseconds(after: 0, in: zone))
        self.actions = StubbedActions(others: actions, clock: clock)
        self.knowledge = knowledge
        desk = Desk(
            knowledge: knowledge,
            store: places.store,
            queue: places.queue,
            actions: self.actions,
            clock: clock
        )
    }

    /// The events of all conversations, one after the other.
    func events() async -> [Event] {
        var events: [Event] = []
        for name in conversations { events += await self.events(of: name, after: 0) }
        return events
    }

    func events(of conversation: String, after version: Int) async -> [Event] {
        (try? await desk.store.events(of: conversation, after: version)) ?? []
    }

    /// What `frontdesk report` would tell of all that was said here.
    private func report() async -> Report {
        let rules = MeasureRules(of: desk.assistant, asOf: clock.milliseconds)
        var measures = Measures(rules: rules)
        for name in conversations { measures.add(await events(of: name, after: 0)) }
        return measures.report(zone: zone)
    }

    /// Plays one step.
    mutating func play(_ step: Transcript.Step, before next: Transcript.Step?) async -> StepOutcome {
        var outcome = StepOutcome()
        do {
            try await play(step, into: &outcome)
            if step.endsBurst(before: next) { try await endBurst(into: &outcome) }
        } catch {
            outcome.failure = error.description
            outcome.isRefused = true
        }
        if !conversations.contains(conversation) { conversations.append(conversation) }
        let name = parties.first { $0.value.conversation == conversation }?.key
        outcome.conversation = (conversation, name)
        outcome.tracker = try? await desk.tracker(conversation)
        var talk = talks[conversation] ?? Talk()
        outcome.events = await events(of: conversation, after: talk.version)
        talk.version += outcome.events.count
        if let offered = outcome.messages.last(where: { !$0.choices.isEmpty }) {
            talk.choices = offered.choices
        }
        talks[conversation] = talk
        if step.asksForFigures { outcome.report = await report() }
        return outcome
    }
}

extension Transcript.Step {
    /// Whether a figure of the report is expected.
    fileprivate var asksForFigures: Bool {
        expectations.contains { if case .measure = $0.condition { true } else { false } }
    }

    /// Whether a message that is held back is to be answered before the transcript goes on: when an answer stands
    /// below it, and when what follows is no further message of the same customer and no clock.
    fileprivate func endsBurst(before next: Transcript.Step?) -> Bool {
        guard case .says = act else { return false }
        guard replies.isEmpty, let next else { return true }
        return switch next.act {
        case .says, .picks: next.speaker != speaker
        case .clock, .restarts: false
        default: true
        }
    }
}
