import Frontdesk
import FrontdeskDialogue
import FrontdeskTesting

/// A desk on which recorded conversations are played.
struct ReplayStage {
    private let conversations: [RecordedConversation]
    private let desk: Desk
    private let clock: ManualClock
    /// What became of each conversation so far.
    private var states: [State]

    private struct State {
        /// When time asks for something in it next; nil: never, or it is over.
        var nextCheck: Int64?
        var version = 0
        /// How many messages the desk wrote so far, and how many it had written then.
        var said = 0
        var wanted = 0
        /// Why steps could not be taken, by their number.
        var failures: [Int: String] = [:]
        /// The steps that left an event of their own.
        var taken: [Int] = []
        var choices: [Choice] = []
    }

    init(conversations: [RecordedConversation], desk: Desk, clock: ManualClock) {
        self.conversations = conversations
        self.desk = desk
        self.clock = clock
        states = Array(repeating: State(), count: conversations.count)
    }

    // MARK: Steps

    mutating func play(_ place: Replay.Place) async {
        let conversation = conversations[place.conversation]
        let step = conversation.steps[place.step]
        if let at = step.at {
            await letTimePass(until: at)
        } else if place.step > 0 {
            await letDeskWrite(place.conversation)
        }
        states[place.conversation].wanted += step.seen.said.count
        do {
            try await take(step, of: conversation, in: place.conversation)
        } catch {
            states[place.conversation].failures[place.step] = error.description
        }
        if await note(place.conversation) { states[place.conversation].taken.append(place.step) }
        guard place.step == conversation.steps.count - 1 else { return }
        // What was written by itself at the end is part of the conversation; what time brings later is not.
        if let end = conversation.endsAt {
            await letTimePass(until: end)
        } else {
            await letDeskWrite(place.conversation)
        }
        states[place.conversation].nextCheck = nil
    }

    private func take(
        _ step: RecordedStep,
        of conversation: RecordedConversation,
        in place: Int
    ) async throws(DeskError) {
        let id = conversation.id
        switch step.act {
        case .message(let message):
            let choice = message.choice.map { name in
                states[place].choices.first { $0.id == name || $0.title == name }?.id ?? name
            }
            _ = try await desk.receive(
                Message(
                    message.text,
                    conversation: id,
                    id: message.id,
                    choice: choice,
                    customer: message.customer,
                    form: message.form,
                    attachments: message.attachments,
                    at: step.at,
                    channel: conversation.channel ?? "replay",
                    language: message.customer?.language
                ),
                early: { _ in }
            )
        case .report(let event, let customer):
            _ = try await desk.report(
                event,
                to: id,
                about: customer,
                channel: conversation.channel ?? "replay",
                at: step.at
            )
        case .agent(let act):
            _ = try await desk.agent(id, act, at: step.at)
        case .rate(let turn, let message, let isUp):
            try await desk.rate(id, turn: turn, message: message, isUp: isUp, at: step.at)
        case .desk: break
        }
    }

    private func events(of place: Int, after version: Int = 0) async -> [Event] {
        (try? await desk.store.events(of: conversations[place].id, after: version)) ?? []
    }

    /// Remembers what the conversation offers and waits for.
    ///
    /// - Returns: Whether something happened that a step is about.
    @discardableResult
    private mutating func note(_ place: Int) async -> Bool {
        let new = await events(of: place, after: states[place].version)
        states[place].version += new.count
        for case .said(let outbound) in new.map(\.fact) {
            states[place].said += 1
            if !outbound.choices.isEmpty { states[place].choices = outbound.choices }
        }
        states[place].nextCheck = (try? await desk.nextCheck(of: conversations[place].id)) ?? nil
        return new.contains(where: ExportReader.isAct)
    }

    // MARK: Time

    /// Moves the clock on, and does on the way what time asks for in conversations that are not over.
    private mutating func letTimePass(until end: Int64) async {
        // A desk does no more than this between two messages, unless it runs in circles.
        for _ in 0..<10_000 {
            let next = states.indices.compactMap { place in
                states[place].nextCheck.map { (due: $0, place: place) }
            }.min { ($0.due, $0.place) < ($1.due, $1.place) }
            guard let next, next.due <= end else { break }
            await attend(next.place, at: next.due)
        }
        clock.set(max(clock.milliseconds, end))
    }

    private mutating func attend(_ place: Int, at due: Int64) async {
        clock.set(max(clock.milliseconds, due))
        let version = states[place].version
        _ = try? await desk.attend(to: conversations[place].id)
        await note(place)
        if states[place].version == version { states[place].nextCheck = nil }
    }

    /// Where a log has no times, the desk gets the time that it needs to write by itself what it wrote then.
    private mutating func letDeskWrite(_ place: Int) async {
        for _ in 0..<16 {
            guard states[place].said < states[place].wanted, let due = states[place].nextCheck else { return }
            await attend(place, at: due)
        }
    }

    // MARK: Results

    /// What came of a conversation.
    func result(of place: Int) async -> ReplayedConversation {
        let recorded = conversations[place]
        let events = await events(of: place)
        let now = ExportReader.conversation(recorded.id, events)
        var seen = recorded.steps.map { _ in Observation(of: []) }
        for (number, step) in zip(states[place].taken, now.steps) { seen[number] = step.seen }
        for (number, failure) in states[place].failures { seen[number].failure = failure }
        return ReplayedConversation(recorded: recorded, seen: seen, events: events)
    }
}
