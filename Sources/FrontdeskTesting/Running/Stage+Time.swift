import Frontdesk
import FrontdeskDialogue

extension Stage {
    /// The conversations in which customers are now, that of the step first.
    private var current: [(customer: String?, conversation: String)] {
        let others = names.compactMap { name in parties[name].map { (name as String?, $0.conversation) } }
        let own = parties[nil].map { [(nil as String?, $0.conversation)] } ?? []
        return own + others
    }

    /// What the desk writes by itself when time passes belongs to the step that moved the clock.
    mutating func moveClock(to stamp: ClockStamp, into outcome: inout StepOutcome) async throws(DeskError) {
        let before = clock.milliseconds
        let next = stamp.milliseconds(after: before, in: zone)
        guard next >= before else {
            outcome.failure = "the clock cannot go back: it shows \(StampText.utc(before)) already"
            return
        }
        while let (place, due) = try await nextCheck(), due <= next {
            clock.set(max(due, clock.milliseconds))
            _ = try await desk.attend(to: place)
        }
        clock.set(next)
        try await catchUp(into: &outcome)
    }

    /// The conversation that the desk looks after first, and when.
    private func nextCheck() async throws(DeskError) -> (conversation: String, at: Int64)? {
        var first: (conversation: String, at: Int64)?
        for (_, place) in current {
            guard let due = try await desk.nextCheck(of: place), due < first?.at ?? .max else { continue }
            first = (place, due)
        }
        return first
    }

    /// What a desk finds left to do, and what it writes by itself.
    mutating func catchUp(into outcome: inout StepOutcome) async throws(DeskError) {
        if let failure = try await desk.recover().failures.first { throw failure.error }
        for due in try await desk.dueConversations() { _ = try await desk.attend(to: due.conversation) }
        outcome.messages = try await news(of: conversation)
        for (customer, place) in current where place != conversation {
            outcome.others += try await news(of: place).map { SaidLine(to: customer, text: $0.text) }
            talks[place, default: Talk()].version = (try? await desk.store.version(of: place)) ?? 0
        }
    }

    private func news(of place: String) async throws(DeskError) -> [Outbound] {
        guard names.isEmpty || conversations.contains(place) else { return [] }
        return try await desk.news(place, after: talks[place]?.version ?? 0).items.map { item in
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

    /// Lets the window of held messages pass; what they become is the turn of the last one.
    mutating func endBurst(into outcome: inout StepOutcome) async throws(DeskError) {
        guard let until = try? await desk.tracker(conversation).held?.until else { return }
        clock.set(max(until, clock.milliseconds))
        outcome.messages += try await desk.attend(to: conversation).messages
        let events = await events(of: conversation, after: talks[conversation]?.version ?? 0)
        if let number = events.last(where: { $0.turn > 0 })?.turn {
            let turn = events.filter { $0.turn == number }
            outcome.turn = TurnSummary(of: turn[...], turn: number) ?? outcome.turn
        }
    }
}
