import Frontdesk
import FrontdeskDialogue

extension Stage {
    /// Lets happen what a step says.
    mutating func play(_ step: Transcript.Step, into outcome: inout StepOutcome) async throws(DeskError) {
        switch step.act {
        case .says(let text):
            turn(to: step.speaker)
            try await receive(text, choice: nil, into: &outcome)
        case .picks(let name):
            turn(to: step.speaker)
            let choices = talks[conversation]?.choices ?? []
            guard let choice = choices.first(where: { $0.id == name || $0.title == name }) else {
                let titles = choices.map { "\($0.title) (\($0.id))" }.joined(separator: ", ")
                outcome.failure =
                    "there is no button '\(name)'; offered were: \(titles.isEmpty ? "none" : titles)"
                return
            }
            try await receive(choice.title, choice: choice.id, into: &outcome)
        case .claims, .agentSays, .returns, .closes:
            try await playAgent(step, into: &outcome)
        case .clock(let stamp):
            turn(to: nil)
            try await moveClock(to: stamp, into: &outcome)
        case .reports(let event):
            let party = parties[writer]
            outcome.messages = try await desk.report(
                event,
                to: conversation,
                about: party?.profile,
                channel: party?.channel ?? ""
            ).messages
        case .rates(let isUp):
            try await desk.rate(conversation, isUp: isUp)
        case .isCustomer(let profile):
            parties[writer]?.pending = profile
            parties[writer]?.profile = profile
        case .opens(let name, let channel):
            await open(name, on: channel)
        case .stubs(let stub):
            guard desk.assistant.actions.contains(where: { $0.name == stub.action }) else {
                outcome.failure = "the assistant has no action '\(stub.action)'"
                return
            }
            actions.set(stub)
        case .restarts:
            turn(to: nil)
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

    /// What follows is about this customer; nil: the transcript's own.
    private mutating func turn(to name: String?) {
        writer = name
        if let party = parties[name] { conversation = party.conversation }
    }

    /// Whoever wrote last writes in another conversation from now on.
    private mutating func open(_ name: String, on channel: String?) async {
        guard var party = parties[writer] else { return }
        party.conversation = name
        party.channel = channel ?? party.channel
        party.pending = party.profile
        parties[writer] = party
        conversation = name
        talks[name] = Talk(version: (try? await desk.store.version(of: name)) ?? 0)
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
                customer: parties[writer]?.pending,
                channel: parties[writer]?.channel ?? ""
            ),
            early: { told in early.withLock { $0 += told } }
        )
        parties[writer]?.pending = nil
        outcome.messages = (reply.released?.messages ?? []) + early.withLock { $0 } + reply.messages
        outcome.turn = reply.turn
    }

    // MARK: Agents

    private mutating func playAgent(
        _ step: Transcript.Step,
        into outcome: inout StepOutcome
    ) async throws(DeskError) {
        switch step.act {
        case .claims(let agent, let ticket):
            guard let place = try await place(of: ticket) else {
                outcome.failure = "no ticket waits\(ticket.queue.map { " in queue '\($0)'" } ?? "")"
                outcome.isRefused = true
                return
            }
            conversation = place
            outcome.messages = try await desk.agent(place, .claim(agent: agent)).messages
            claimants[place] = agent
            held[agent] = place
        case .agentSays(let text):
            if let agent = step.speaker, let place = held[agent] { conversation = place }
            guard let agent = step.speaker ?? claimants[conversation] else {
                outcome.failure = "no agent has claimed the conversation; write 'agent NAME claims' first"
                return
            }
            outcome.messages = try await desk.agent(conversation, .say(agent: agent, text: text)).messages
        case .returns(let back):
            conversation = held[back.agent] ?? conversation
            outcome.messages = try await desk.agent(conversation, .giveBack(back)).messages
            held[back.agent] = nil
        case .closes(let agent):
            conversation = held[agent] ?? conversation
            outcome.messages = try await desk.agent(conversation, .close(agent: agent)).messages
            held[agent] = nil
        default: break
        }
    }

    /// The conversation of the ticket that is to be claimed; nil when none waits.
    private func place(of ticket: Transcript.ClaimedTicket) async throws(DeskError) -> String? {
        switch ticket {
        case .latest: return conversation
        case .of(let customer): return parties[customer]?.conversation ?? conversation
        case .next(let queue):
            do {
                let tickets = try await desk.queue.tickets(in: queue, at: clock.milliseconds)
                return tickets.first { $0.state == .waiting }?.conversation
            } catch {
                throw .queue(error)
            }
        }
    }
}

extension Transcript.ClaimedTicket {
    /// The queue that is looked at.
    fileprivate var queue: String? {
        if case .next(let queue) = self { queue } else { nil }
    }
}
