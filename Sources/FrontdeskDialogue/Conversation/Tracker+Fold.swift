extension Tracker {
    /// Takes one more event into the state.
    public mutating func apply(_ event: Event) {
        version += 1
        updatedAt = event.at
        noteHelp(event)
        ledger.apply(event)
        switch event.fact {
        case .opened(let opening):
            conversation = opening.conversation
            channel = opening.channel
        case .profileChanged(let profile):
            customer = profile
            keepMemory(of: profile)
        case .memory(let change):
            apply(change, at: event.at)
        case .held(let message):
            hold(message, at: event.at)
        case .received(let inbound):
            beginTurn(inbound, event)
        case .understood(let understanding):
            apply(understanding)
        case .said(let outbound):
            say(outbound, event)
        case .decided(let record):
            decision = record
            // A flow that hands on to another one, or to its caller, has not ended what the customer came for.
            if record.stateBefore != nil, flows.isEmpty, endedFlows.last?.outcome == .resolved {
                visits = [:]
            }
            noteVisit()
            decisions.append(TurnDecision(turn: event.turn, record: record))
            if decisions.count > 10 { decisions.removeFirst() }
        case .reported(let report):
            reports.append(report)
        case .promised, .promiseChanged, .promiseRefused, .reportDeferred, .delivered:
            break
        case .languageChanged(let changed, _):
            language = changed
        case .confidenceChanged(let value, _):
            confidence = value
        case .questionOpened(let opened):
            question = opened
        case .questionClosed:
            question = nil
        case .requestKept(let request):
            next.append(request)
        case .requestTaken:
            if !next.isEmpty { next.removeFirst() }
        case .feedbackAsked, .feedbackGiven, .rated:
            applyFeedback(event)
        case .undone:
            preconditionFailure("a turn is taken back by folding the events anew")
        case .flowStarted, .flowCalled, .flowEnded, .stateEntered, .slotSet, .slotCleared, .choicesShutOut,
            .attemptFailed,
            .timerFired, .actionRequested, .actionFinished:
            applyFlowFact(event)
        case .handoffRequested, .handedOff, .ticketWithdrawn, .agentJoined, .agentSaid, .agentReturned,
            .leaseExpired, .agentClosed, .ticketRaised:
            applyHandoffFact(event)
        }
    }

    private mutating func beginTurn(_ inbound: Inbound, _ event: Event) {
        turn = event.turn
        beginWaiting(event.at)
        steps = 0
        if let candidates = understanding?.candidates, !candidates.isEmpty { lastCandidates = candidates }
        stateAtTurnStart = state
        if !isOffering, understanding?.rule == .pattern || understanding?.rule == .confident { unclear = nil }
        understanding = nil
        if let id = inbound.id { answered[id] = event.turn }
        if let burst = inbound.burst {
            held = nil
            for id in burst.ids { answered[id] = event.turn }
        }
        attachments += inbound.attachments
        redactions += inbound.redactions
        lines.append(TranscriptLine(author: .customer, text: inbound.text, at: event.at, turn: event.turn))
    }

    private mutating func apply(_ understanding: Understanding) {
        feel(understanding.sentiment)
        if understanding.rule == .unhelped { unhelped += 1 }
        if understanding.rule == .abuse { abuses += 1 }
        self.understanding = understanding
        keepIfUnclear(understanding)
        switch understanding.rule {
        case .noMatch:
            noMatches += 1
        case .ambiguous:
            clarifications += 1
        case .humanOwns, .attachment, .external, .noFit, .tooLong:
            break
        default:
            noMatches = 0
            clarifications = 0
        }
        if let intent = understanding.intent, topics.last != intent, understanding.rule != .control {
            topics.append(intent)
        }
        for intent in (understanding.parts ?? []).compactMap(\.intent)
        where !topics.contains(intent) && !intent.hasPrefix("control.") {
            topics.append(intent)
        }
    }

    private mutating func keepIfUnclear(_ understanding: Understanding) {
        switch understanding.rule {
        case .ambiguous, .noMatch:
            guard let line = lines.last(where: { $0.author == .customer }) else { return }
            // A second try without facts does not make the first one's forgotten.
            if understanding.entities.isEmpty, unclear?.entities.isEmpty == false { return }
            unclear = UnclearMessage(text: line.text, entities: understanding.entities)
        case .pattern, .confident:
            // "I have a problem with A-10021": which one is picked from what is offered then is about A-10021.
            guard let line = lines.last(where: { $0.author == .customer }), !understanding.entities.isEmpty
            else { return unclear = nil }
            unclear = UnclearMessage(text: line.text, entities: understanding.entities)
        case .answersQuestion, .noFit, .attachment, .tooLong, .humanOwns:
            break
        default:
            unclear = nil
        }
    }

    private var isOffering: Bool {
        if case .suggestion = question { true } else { false }
    }

    private mutating func say(_ outbound: Outbound, _ event: Event) {
        if (sentiments.last ?? 0) < 0, !isAcknowledged { isAcknowledged = outbound.isSorry }
        noteName(in: outbound, turn: event.turn)
        lines.append(
            TranscriptLine(
                author: .desk,
                text: outbound.text,
                at: event.at,
                turn: event.turn,
                choices: outbound.choices,
                content: outbound.content,
                marked: outbound.marked,
                origin: outbound.origin,
                variant: outbound.variant,
                kind: outbound.kind
            )
        )
    }

    private mutating func applyFlowFact(_ event: Event) {
        switch event.fact {
        case .flowStarted(let flow, let intent):
            unclear = nil
            flows.append(FlowRun(flow: flow, intent: intent, startedAt: event.at))
        case .flowCalled(let call):
            flows.append(FlowRun(flow: call.flow, call: call, startedAt: event.at))
        case .flowEnded(let flow, let outcome):
            guard let run = flows.popLast() else { return }
            if outcome == .resolved {
                if (sentiments.last ?? 0) > Mood.unhappyThreshold { isAcknowledged = false }
            }
            endedFlows.append(EndedFlow(flow: flow, outcome: outcome, slots: run.slots, results: run.results))
            if !flows.isEmpty { flows[flows.count - 1].keepResult(of: run) }
        case .timerFired(let timer):
            guard timer.state != nil else { return firedTimers.append(timer) }
            if let run = flows.lastIndex(where: { $0.flow == timer.flow }) {
                flows[run].firedTimers.append(timer)
            }
        case .actionRequested(let request):
            runningAction = request
            steps += 1
            if !flows.isEmpty { flows[flows.count - 1].actions.append(request.action) }
        case .actionFinished(let result):
            if let record = result.record, let name = runningAction?.gives, !flows.isEmpty {
                flows[flows.count - 1].keep(record, as: name)
            }
            runningAction = nil
        default:
            guard !flows.isEmpty else { return }
            flows[flows.count - 1].apply(event)
        }
    }

    private mutating func applyHandoffFact(_ event: Event) {
        switch event.fact {
        case .handoffRequested(let request):
            requestedHandoff = request
        case .handedOff(let handoff):
            requestedHandoff = nil
            ticket = handoff
            handoffs.append(handoff)
            owner = .queue
            // Who knows of no ticket goes on with what was begun.
            setSuspended(!handoff.isSilent)
        case .ticketWithdrawn:
            beginWaiting(event.at)
            ticket = nil
            owner = .desk
            setSuspended(false)
            beginAnew()
        case .ticketRaised(let priority):
            ticket?.priority = priority
        case .agentJoined(let agent):
            owner = .agent(agent)
        case .agentSaid(let agent, let text):
            lines.append(TranscriptLine(author: .agent(agent), text: text, at: event.at, turn: event.turn))
        case .leaseExpired:
            owner = .queue
        case .agentReturned(let agentReturn):
            returns.append(agentReturn)
            beginWaiting(event.at)
            endTicket(keepingFlows: agentReturn.outcome == .needsDesk)
        case .agentClosed:
            beginWaiting(event.at)
            endTicket(keepingFlows: false)
        default:
            break
        }
    }
}

extension Tracker {
    private mutating func beginWaiting(_ milliseconds: Int64) {
        quietSince = milliseconds
        firedTimers = []
    }

    private mutating func setSuspended(_ suspended: Bool) {
        for index in flows.indices { flows[index].isSuspended = suspended }
    }

    /// What led to a human is not counted once more: it would lead there again at once.
    private mutating func beginAnew() {
        noMatches = 0
        clarifications = 0
        unhelped = 0
        abuses = 0
        visits = [:]
        for index in flows.indices { flows[index].attempts = [:] }
    }

    /// What the agent finished is over; what the agent gave back goes on where it was.
    private mutating func endTicket(keepingFlows: Bool) {
        ticket = nil
        owner = .desk
        question = nil
        // The agent has read what else was wanted.
        next = []
        beginAnew()
        calmDown()
        if keepingFlows {
            setSuspended(false)
        } else {
            endedFlows += flows.map {
                EndedFlow(flow: $0.flow, outcome: .resolved, slots: $0.slots, results: $0.results)
            }
            flows = []
        }
    }
}
