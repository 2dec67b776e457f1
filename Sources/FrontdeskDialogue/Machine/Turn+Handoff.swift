import FrontdeskMatching

/// To a human and back.
extension Turn {
    // MARK: To a human

    /// Asks for a human; what is said follows when the queue has told how long the line is.
    mutating func handOff(_ target: HandoffTarget, detail: String) {
        guard tracker.requestedHandoff == nil else { return }
        guard tracker.owner == .desk else { return leaveToTheQueue() }
        closeQuestion()
        let route = assistant.handoff.routes.first { $0.reason == target.reason }
        let name = target.queue ?? route?.queue ?? topicQueue ?? assistant.handoff.queue
        let queue = index.queue(name)
        if tracker.understanding == nil { record(.understood(Understanding(rule: .external))) }
        record(
            .handoffRequested(
                HandoffRequest(
                    queue: name,
                    reason: target.reason,
                    detail: detail,
                    priority: route?.priority ?? raised(queue.priority),
                    say: target.say ?? words(for: target.reason)
                )
            )
        )
        actions.append(.readQueue(name))
    }

    /// The conversation waits for a human already: what cannot go on here is left to them.
    private mutating func leaveToTheQueue() {
        closeQuestion()
        endFlow(.unresolved)
        sayStillWaiting(nil)
    }

    /// What is said for some reasons instead of the usual text.
    private func words(for reason: HandoffReason) -> Response? {
        switch reason {
        case .error: assistant.texts[.actionFailed]
        case .sentiment: assistant.texts[.handoffUpset]
        default: nil
        }
    }

    /// The queue that knows what the conversation is about.
    var topicQueue: String? {
        // What the customer came for counts more than the flows it calls.
        for run in ownRuns { if let queue = index.flow(run.flow)?.queue { return queue } }
        let topic = tracker.topics.last { !$0.hasPrefix("control.") }
        return topic.flatMap(index.intent)?.queue
    }

    /// Tells the customer what happens next, once, and puts the conversation into the queue.
    mutating func completeHandoff(_ reading: QueueReading) {
        guard let request = tracker.requestedHandoff else { return }
        if request.isSilent ?? false { return completeSilentHandoff(request) }
        let queue = index.queue(request.queue)
        let calendar = index.calendar(of: queue)
        let isOpen = isOpen(queue)
        let fields = [queueRecord(queue, reading)]
        let lines = tracker.lines.count
        if let own = request.say {
            let note =
                isOpen
                ? waitText(queue, reading)
                : phrase(.handoffClosedNote, with: fields)
            let text = [phrase(own, with: fields), note].compactMap { $0 }.joined(separator: " ")
            let outbound = Outbound(text: text, kind: .handoff, origin: "handoff \(request.reason.rawValue)")
            acknowledge(before: outbound)
            record(.said(outbound))
        } else {
            say(isOpen ? .handoffOpen : .handoffClosed, kind: .handoff, with: fields)
        }
        let handoff = Handoff(
            id: "\(tracker.conversation)/h\(tracker.handoffs.count + 1)",
            queue: request.queue,
            reason: request.reason,
            detail: request.detail,
            priority: request.priority,
            told: tracker.lines.dropFirst(lines).first?.text ?? "",
            position: isOpen ? reading.position : nil,
            waitMinutes: isOpen ? reading.waitMinutes : nil
        )
        record(.handedOff(handoff))
        actions.append(.enqueue(handoff))
        if isOpen, !lacksContact(for: request.reason) {
            if request.say == nil, reading.waitMinutes == nil { promise(queue, calendar) }
        } else {
            settleContact(queue, calendar)
        }
    }

    /// Whether tickets of this reason must say where the customer can be reached, and this one doesn't.
    private func lacksContact(for reason: HandoffReason) -> Bool {
        assistant.handoff.requirements(of: reason).contains { field in
            guard case .customer(let need) = field, need == .email || need == .phone else { return false }
            return !need.isMet(by: tracker.customer)
        }
    }

    /// Nobody is there, or the ticket must say it: records what was promised, or asks where the answer can go.
    private mutating func settleContact(_ queue: Queue, _ calendar: BusinessCalendar?) {
        if tracker.customer.email == nil, tracker.customer.phone == nil {
            record(.questionOpened(.contact))
            return say(.askContact, kind: .question, with: [queueRecord(queue)])
        }
        promise(queue, calendar)
    }

    func deadline(_ queue: Queue, _ calendar: BusinessCalendar?) -> Moment? {
        queue.answersWithinMinutes.flatMap { minutes in
            guard let calendar else {
                let later = moment.milliseconds + Int64(minutes) * 60_000
                return Moment(milliseconds: later, zone: deskZone)
            }
            return calendar.deadline(after: deskMoment, openMinutes: minutes)
        }
    }

    // MARK: What is said of a queue

    /// Whether somebody is there now; a queue without hours always is.
    private func isOpen(_ queue: Queue) -> Bool {
        index.calendar(of: queue)?.isOpen(at: deskMoment) ?? true
    }

    /// Now, in the zone in which calendars are kept.
    var deskMoment: Moment { Moment(milliseconds: moment.milliseconds, zone: deskZone) }

    /// The values of `{{queue.…}}`.
    func queueRecord(_ queue: Queue? = nil, _ reading: QueueReading? = nil) -> NamedRecord {
        let queue = queue ?? index.queue(tracker.ticket?.queue ?? assistant.handoff.queue)
        let calendar = index.calendar(of: queue)
        var fields = [Record.Field("title", .text(queue.title))]
        if !isOpen(queue), let opening = calendar?.nextOpening(after: deskMoment) {
            fields.append(.init("opens", .text(locale.opening(opening, now: moment))))
        }
        // By when can only be said where somebody is there, or where it is known how the answer gets through.
        if isOpen(queue) || tracker.customer.email != nil || tracker.customer.phone != nil,
            let due = deadline(queue, calendar)
        {
            fields.append(.init("due", .text(locale.deadline(due, now: moment))))
        }
        if let contact = tracker.customer.email ?? tracker.customer.phone {
            fields.append(.init("contact", .text(contact)))
        }
        if let reading, let wait = waitText(queue, reading, withDue: true) {
            fields.append(.init("wait", .text(wait)))
        }
        return NamedRecord("queue", fields)
    }

    /// Position and time, as far as they are known and somebody is there; nothing is made up.
    private func waitText(_ queue: Queue, _ reading: QueueReading, withDue: Bool = false) -> String? {
        guard isOpen(queue) else { return nil }
        var fields = [Record.Field("position", .number(Double(reading.position)))]
        if let minutes = reading.waitMinutes {
            fields.append(
                .init("minutes", .text(locale.duration(minutes: Double(minutes)) ?? String(minutes)))
            )
        }
        var text: DeskText = reading.waitMinutes == nil ? .waitPosition : .waitPositionAndTime
        if withDue, reading.waitMinutes == nil, let due = deadline(queue, index.calendar(of: queue)) {
            fields.append(.init("due", .text(locale.deadline(due, now: moment))))
            text = .waitPositionAndDue
        }
        return phrase(text, with: [NamedRecord("queue", fields)])
    }

    mutating func sayWaiting(_ reading: QueueReading?) {
        say(.waiting, kind: .answer, with: [queueRecord(nil, reading)])
    }

    mutating func sayStillWaiting(_ reading: QueueReading?) {
        say(.stillWaiting, kind: .notice, with: [queueRecord(nil, reading)])
    }

    // MARK: Back

    /// The customer no longer wants to wait: the flow goes on exactly where it was.
    mutating func withdraw(silently isSilent: Bool = false) {
        guard let ticket = tracker.ticket else { return }
        closeQuestion()
        record(.ticketWithdrawn)
        releasePromises(of: ticket.id)
        actions.append(.withdraw(ticket: ticket.id))
        if (tracker.confidence ?? 1) < assistant.confidence.start {
            record(.confidenceChanged(to: assistant.confidence.start, cause: .progress))
        }
        if isSilent { return }
        let text = phrase(.withdrawn)
        giveUpAction()
        if tracker.flow != nil {
            resume(leadingWith: text)
        } else {
            say(.withdrawn, kind: .answer)
        }
    }

    /// A flow that went to a human from its action would only run it again.
    private mutating func giveUpAction() {
        guard let run = tracker.flow, missingSlot == nil,
            let state = run.state.flatMap({ index.flow(run.flow)?.state($0) }), case .act = state.step
        else { return }
        endFlow(.unresolved)
    }

    mutating func take(_ act: AgentAct) {
        switch act {
        case .claim(let agent):
            record(.agentJoined(agent: agent))
        case .say(let agent, let text):
            record(.agentSaid(agent: agent, text: text))
            keepPromises(by: agent, saying: text)
        case .giveBack(let agentReturn):
            record(.agentReturned(agentReturn))
            if agentReturn.outcome == .resolved { keepPromises(by: agentReturn.agent) }
            record(.confidenceChanged(to: assistant.confidence.start, cause: .human))
            giveUpAction()
            if !tellNews(), tracker.flow != nil {
                resume(leadingWith: phrase(.agentReturned))
            }
        case .close(let agent):
            record(.agentClosed(agent: agent))
            keepPromises(by: agent)
            record(.confidenceChanged(to: assistant.confidence.start, cause: .human))
            tellNews()
        }
    }
}
