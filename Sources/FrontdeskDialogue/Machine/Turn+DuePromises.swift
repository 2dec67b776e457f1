import FrontdeskMatching

/// What time asks for: promises that come near or are missed, and news that were to be told later.
extension Turn {
    /// Does everything whose time has come, each thing once.
    mutating func lookAfterWhatIsDue() {
        guard tracker.runningAction == nil, tracker.requestedHandoff == nil else { return }
        isProactive = true
        for known in tracker.ledger.promises { lookAfter(known.promise.id) }
        tellNews()
    }

    private mutating func lookAfter(_ id: String) {
        guard let known = tracker.ledger[id], let check = known.nextCheck, check <= moment.milliseconds else {
            return
        }
        switch known.state {
        case .missed:
            answerFor(known)
        case .open where known.dueAt <= moment.milliseconds:
            // The queue learns it at once, the customer when nobody is woken by it.
            let hearing = assistant.quietHours?.over(at: moment) ?? moment.milliseconds
            record(.promiseChanged(PromiseChange(id: id, kind: .missed, until: hearing)))
            if let missed = tracker.ledger[id], hearing <= moment.milliseconds { answerFor(missed) }
            escalate(known, by: 2)
        case .open:
            record(.promiseChanged(PromiseChange(id: id, kind: .dueSoon)))
            escalate(known, by: 2)
        case .kept, .givenUp, .released:
            break
        }
    }

    /// Tells the customer the truth about a promise that is not kept in time: a new time once, then no more.
    mutating func answerFor(_ missed: PromiseRecord) {
        let id = missed.promise.id
        if case .agent = tracker.owner {
            // The person who has the conversation tells it.
            return record(.promiseChanged(PromiseChange(id: id, kind: .givenUp)))
        }
        let queue = index.queue(missed.promise.queue ?? assistant.handoff.queue)
        let due = missed.promise.length?.deadline(in: index.calendar(of: queue), after: deskMoment)
        if !missed.isMoved, let due {
            record(.promiseChanged(PromiseChange(id: id, kind: .moved, until: due.milliseconds)))
            let own = missed.promise.late.flatMap { try? Template(parsing: $0) }
            let late = own.map { Response(variants: [$0]) } ?? assistant.texts[.promiseLate]
            tell(missed, late, .promiseLate)
        } else {
            record(.promiseChanged(PromiseChange(id: id, kind: .givenUp)))
            tell(missed, assistant.texts[.promiseBroken], .promiseBroken)
            escalate(missed, by: 9)
        }
    }

    private mutating func tell(_ missed: PromiseRecord, _ response: Response, _ origin: DeskText) {
        let known = tracker.ledger[missed.promise.id] ?? missed
        let queue = index.queue(known.promise.queue ?? assistant.handoff.queue)
        let extra = [known.fields(dueAs: dueText(of: known)), queueRecord(queue)]
        var outbound = compose(response, kind: .notice, origin: origin.rawValue, in: scope(with: extra))
        outbound.route = known.promise.route.map(MessageRoute.init(address:))
        record(.said(outbound))
    }

    /// By when something is promised, to go after "by".
    func dueText(of known: PromiseRecord) -> String {
        locale.deadline(Moment(milliseconds: known.dueAt, zone: deskZone), now: moment)
    }

    /// Makes the ticket more urgent, or opens one of which the customer hears nothing.
    private mutating func escalate(_ known: PromiseRecord, by steps: Int) {
        if let ticket = tracker.ticket {
            let priority = min(9, ticket.priority + steps)
            guard priority > ticket.priority else { return }
            record(.ticketRaised(to: priority))
            actions.append(.raise(ticket: ticket.id, priority: priority))
        } else if tracker.owner == .desk, tracker.requestedHandoff == nil {
            let name = known.promise.queue ?? topicQueue ?? assistant.handoff.queue
            record(
                .handoffRequested(
                    HandoffRequest(
                        queue: name,
                        reason: .promiseDue,
                        detail: known.promise.text,
                        priority: min(9, index.queue(name).priority + steps),
                        isSilent: true
                    )
                )
            )
            actions.append(.readQueue(name))
        }
    }

    /// Puts the conversation into the queue without a word to the customer.
    mutating func completeSilentHandoff(_ request: HandoffRequest) {
        let handoff = Handoff(
            id: "\(tracker.conversation)/h\(tracker.handoffs.count + 1)",
            queue: request.queue,
            reason: request.reason,
            detail: request.detail,
            priority: request.priority,
            told: ""
        )
        record(.handedOff(handoff))
        actions.append(.enqueue(handoff))
    }
}

extension DialogueMachine {
    /// When time alone asks for something next, in milliseconds since 1970; nil: it does not.
    ///
    /// That is a silence that ends, also the short one that a burst of messages is given, a promise that comes near or is
    /// missed, or a report that was to be told later. It is worked out from the state alone, so that it is found again after a restart.
    public func nextCheck(_ tracker: Tracker) -> Int64? {
        guard tracker.runningAction == nil, tracker.requestedHandoff == nil else { return nil }
        let silence =
            tracker.held?.until ?? SilenceTimer.earliest(of: tracker, index)
            ?? SilenceTimer.feedback(of: tracker, index)?.dueAt
        guard let silence else {
            return tracker.ledger.nextCheck
        }
        return tracker.ledger.nextCheck.map { min($0, silence) } ?? silence
    }

    /// Whether an event of this name can open a conversation with a customer.
    public func opensConversation(_ event: String) -> Bool {
        assistant.anywhere.contains { $0.trigger == .event(event) && $0.transition.consent != nil }
    }
}
