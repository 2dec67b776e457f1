public import Frontdesk
public import FrontdeskDialogue
public import FrontdeskMatching

/// Plays transcripts against an assistant: each one on a desk of its own, with a clock that stands still.
public struct TranscriptRunner: Sendable {
    /// Makes what runs the actions of one conversation, on a fresh copy of the assistant's data.
    public typealias ActionFactory = @Sendable () async throws -> any ActionRunner

    /// The conversation's id when the transcript gives none; the choice of wordings depends on it.
    public static let defaultConversation = "transcript"
    /// What the clock shows when the transcript does not say: Monday 23 November 2026, 10:00 in the assistant's zone.
    public static let defaultClock = ClockStamp.at(
        CivilDate(year: 2026, month: 11, day: 23),
        minutes: 600,
        offset: nil
    )

    /// Runs no actions: all of them fail.
    public static let noActions: ActionFactory = { ActionRegistry() }

    /// The assistant.
    public let assistant: Assistant
    let matcher: Matcher
    /// The assistant made ready, for all transcripts.
    private let knowledge: SharedKnowledge
    private let makeActions: ActionFactory
    private let mode: TranscriptMode
    /// Whether the first difference ends a transcript: for those who want to know only whether there is one.
    package var stopsAtDifference = false

    /// Makes a runner.
    ///
    /// - Parameters:
    ///   - assistant: What the desk knows.
    ///   - matcher: Its matcher; nil trains one.
    ///   - actions: Makes what runs the actions of one conversation; by default all actions fail.
    ///   - mode: What happens to the desk between two steps, and where it keeps things; by default it runs on, in memory.
    public init(
        assistant: Assistant,
        matcher: Matcher? = nil,
        actions: @escaping ActionFactory = { ActionRegistry() },
        mode: TranscriptMode = .straight
    ) {
        self.assistant = assistant
        self.matcher = matcher ?? .training(assistant)
        knowledge = SharedKnowledge(assistant, matcher: self.matcher)
        makeActions = actions
        self.mode = mode
    }

    /// Plays one transcript to its end, whatever differs on the way.
    public func run(_ transcript: Transcript) async -> TranscriptResult {
        var result = TranscriptResult(transcript: transcript)
        if let name = transcript.assistant, name != assistant.name {
            let text = "this transcript is for the assistant '\(name)', not for '\(assistant.name)'"
            result.differences.append(Difference(line: transcript.line, summary: text))
            return result
        }
        let actions: any ActionRunner
        let places: TranscriptMode.Places
        do {
            actions = try await makeActions()
            places = try await mode.places()
        } catch {
            let text = "the assistant's data could not be prepared: \(error)"
            result.differences.append(Difference(line: transcript.line, summary: text))
            return result
        }
        var stage = Stage(
            transcript: transcript,
            assistant: assistant,
            knowledge: knowledge,
            actions: actions,
            places: places
        )
        let conditions = Locked<[ConditionWatch.Condition: Set<Bool>]>([:])
        let watch = ConditionWatch { condition, holds in
            conditions.withLock { _ = $0[condition, default: []].insert(holds) }
        }
        for (place, step) in transcript.steps.enumerated() {
            if let loss = await mode.carry(stage.conversation, on: stage.desk) {
                result.differences.append(Difference(line: step.line, summary: loss))
            }
            let next = place + 1 < transcript.steps.count ? transcript.steps[place + 1] : nil
            let outcome = await ConditionWatch.$current.withValue(watch) {
                await stage.play(step, before: next)
            }
            result.differences += StepCheck(step: step, outcome: outcome, zone: stage.zone).differences
            result.outcomes.append(outcome)
            if stopsAtDifference, !result.passed { break }
        }
        result.events = await stage.events()
        result.conditions = conditions.withLock { $0 }
        try? await places.store.close()
        return result
    }
}

/// What came of playing a transcript.
public struct TranscriptResult: Sendable {
    /// The transcript.
    public let transcript: Transcript
    /// Where the conversation differed from it; empty when it passed.
    public internal(set) var differences: [Difference] = []
    /// The conversation's events.
    public internal(set) var events: [Event] = []
    /// How conditions came out.
    var conditions: [ConditionWatch.Condition: Set<Bool>] = [:]
    /// What came of each step that was played.
    var outcomes: [StepOutcome] = []

    init(transcript: Transcript) {
        self.transcript = transcript
    }

    /// Whether everything was as written.
    public var passed: Bool { differences.isEmpty }
}

/// What came of one step.
struct StepOutcome: Sendable {
    /// What the desk said, in order.
    var messages: [Outbound] = []
    /// The turn, when the step was a customer's message.
    var turn: TurnSummary?
    /// The conversation's state afterwards; nil before it began.
    var tracker: Tracker?
    /// The step's events.
    var events: [Event] = []
    /// Why the step could not be played.
    var failure: String?
}

/// A desk on which one transcript is played.
private struct Stage {
    private(set) var desk: Desk
    let clock: ManualClock
    let zone: Zone
    private(set) var conversation: String
    private let transcript: Transcript
    private let knowledge: SharedKnowledge
    private let actions: StubbedActions
    private var version = 0
    private var messages = 0
    private var agent: String?
    private var choices: [Choice] = []
    /// What the channel says of the customer with the next message.
    private var customer: CustomerProfile?
    /// What it said last.
    private var latestCustomer: CustomerProfile?
    private var channel: String

    init(
        transcript: Transcript,
        assistant: Assistant,
        knowledge: SharedKnowledge,
        actions: any ActionRunner,
        places: TranscriptMode.Places
    ) {
        self.transcript = transcript
        conversation = transcript.conversation ?? TranscriptRunner.defaultConversation
        customer = transcript.customer
        latestCustomer = transcript.customer
        channel = transcript.channel ?? "transcript"
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

    func events() async -> [Event] {
        (try? await desk.store.events(of: conversation, after: 0)) ?? []
    }

    mutating func play(_ step: Transcript.Step, before next: Transcript.Step?) async -> StepOutcome {
        var outcome = StepOutcome()
        do {
            try await play(step.act, into: &outcome)
            if step.endsBurst(before: next) { try await endBurst(into: &outcome) }
        } catch {
            outcome.failure = error.description
        }
        outcome.tracker = try? await desk.tracker(conversation)
        outcome.events = (try? await desk.store.events(of: conversation, after: version)) ?? []
        version += outcome.events.count
        if let offered = outcome.messages.last(where: { !$0.choices.isEmpty }) { choices = offered.choices }
        return outcome
    }

    private mutating func play(_ act: Transcript.Act, into outcome: inout StepOutcome) async throws(DeskError)
    {
        switch act {
        case .says(let text):
            try await receive(text, choice: nil, into: &outcome)
        case .picks(let name):
            guard let choice = choices.first(where: { $0.id == name || $0.title == name }) else {
                let titles = choices.map { "\($0.title) (\($0.id))" }.joined(separator: ", ")
                outcome.failure =
                    "there is no button '\(name)'; offered were: \(titles.isEmpty ? "none" : titles)"
                return
            }
            try await receive(choice.title, choice: choice.id, into: &outcome)
        case .claims(let name):
            agent = name
            outcome.messages = try await desk.agent(conversation, .claim(agent: name)).messages
        case .agentSays(let text):
            guard let agent else {
                outcome.failure = "no agent has claimed the conversation; write 'agent NAME claims' first"
                return
            }
            outcome.messages = try await desk.agent(conversation, .say(agent: agent, text: text)).messages
        case .returns(let agentReturn):
            outcome.messages = try await desk.agent(conversation, .giveBack(agentReturn)).messages
        case .closes(let name):
            outcome.messages = try await desk.agent(conversation, .close(agent: name)).messages
        case .clock(let stamp):
            try await moveClock(to: stamp, into: &outcome)
        case .reports(let event):
            outcome.messages = try await desk.report(
                event,
                to: conversation,
                about: transcript.customer,
                channel: channel
            ).messages
        case .rates(let isUp):
            try await desk.rate(conversation, isUp: isUp)
        case .isCustomer(let profile):
            customer = profile
            latestCustomer = profile
        case .opens(let name, let other):
            conversation = name
            channel = other ?? channel
            customer = latestCustomer
            version = (try? await desk.store.version(of: name)) ?? 0
            choices = []
        case .stubs(let stub):
            guard desk.assistant.actions.contains(where: { $0.name == stub.action }) else {
                outcome.failure = "the assistant has no action '\(stub.action)'"
                return
            }
            actions.set(stub)
        case .restarts:
            desk = Desk(
                knowledge: knowledge,
                store: desk.store,
                queue: desk.queue,
                actions: actions,
                clock: clock
            )
            try await catchUp(into: &outcome)
        }
    }

    /// What a desk finds left to do, and what it writes by itself.
    private func catchUp(into outcome: inout StepOutcome) async throws(DeskError) {
        if let failure = try await desk.recover().failures.first { throw failure.error }
        for due in try await desk.dueConversations() { _ = try await desk.attend(to: due.conversation) }
        outcome.messages = try await news()
    }

    private func news() async throws(DeskError) -> [Outbound] {
        try await desk.news(conversation, after: version).items.map { item in
            Outbound(
                text: item.text,
                choices: item.choices,
                content: item.content,
                kind: .notice,
                origin: "proactive",
                route: item.route
            )
        }
    }

    private mutating func receive(
        _ text: String,
        choice: String?,
        into outcome: inout StepOutcome
    ) async throws(DeskError) {
        messages += 1
        let early = Locked<[Outbound]>([])
        let reply = try await desk.receive(
            Message(
                text,
                conversation: conversation,
                id: "m\(messages)",
                choice: choice,
                customer: customer,
                channel: channel
            ),
            early: { told in early.withLock { $0 += told } }
        )
        customer = nil
        outcome.messages = (reply.released?.messages ?? []) + early.withLock { $0 } + reply.messages
        outcome.turn = reply.turn
    }

    /// Lets the window of held messages pass; what they become is the turn of the last one.
    private mutating func endBurst(into outcome: inout StepOutcome) async throws(DeskError) {
        guard let until = try? await desk.tracker(conversation).held?.until else { return }
        clock.set(max(until, clock.milliseconds))
        outcome.messages += try await desk.attend(to: conversation).messages
        let events = (try? await desk.store.events(of: conversation, after: version)) ?? []
        if let number = events.last(where: { $0.turn > 0 })?.turn {
            let turn = events.filter { $0.turn == number }
            outcome.turn = TurnSummary(of: turn[...], turn: number) ?? outcome.turn
        }
    }

    /// What the desk writes by itself when time passes belongs to the step that moved the clock.
    private mutating func moveClock(to stamp: ClockStamp, into outcome: inout StepOutcome)
        async throws(DeskError)
    {
        let before = clock.milliseconds
        let next = stamp.milliseconds(after: before, in: zone)
        guard next >= before else {
            outcome.failure = "the clock cannot go back: it shows \(StampText.utc(before)) already"
            return
        }
        while let due = try await desk.nextCheck(of: conversation), due <= next {
            clock.set(max(due, clock.milliseconds))
            _ = try await desk.attend(to: conversation)
        }
        clock.set(next)
        try await catchUp(into: &outcome)
    }
}

extension Transcript.Step {
    /// Whether a message that is held back is to be answered before the transcript goes on: when an answer stands
    /// below it, and when what follows is no further message and no clock.
    fileprivate func endsBurst(before next: Transcript.Step?) -> Bool {
        guard case .says = act else { return false }
        guard replies.isEmpty, let next else { return true }
        return switch next.act {
        case .says, .picks, .clock, .restarts: false
        default: true
        }
    }
}
