import FrontdeskMatching

/// Promises: made only where they can be kept, and kept by what happens.
extension Turn {
    // MARK: Making

    /// Promises what a flow's file says, or says honestly that it cannot be promised and hands over.
    ///
    /// - Returns: Whether it was promised.
    mutating func promise(_ terms: PromiseTerms, at place: String) -> Bool {
        let text = phrase(terms.text)
        let name = terms.queue ?? topicQueue ?? assistant.handoff.queue
        var address: String?
        if case .path(let path) = terms.route {
            address = scope().value(of: path).map { renderer.text(of: $0) }
            if address?.isEmpty ?? true { return refuse(text, .noRoute, name, place) }
        }
        let calendar = index.calendar(of: index.queue(name))
        guard let due = terms.length.deadline(in: calendar, after: deskMoment) else {
            return refuse(text, .neverOpen, name, place)
        }
        if let slot = terms.wantedBy, case .date(let day)? = tracker.slot(slot)?.value {
            let end = moment.zone.milliseconds(of: day.adding(days: 1), at: TimeOfDay(hour: 0, minute: 0))
            if due.milliseconds > end { return refuse(text, .tooLate, name, place) }
        }
        record(
            .promised(
                Promise(
                    id: nextPromiseID,
                    text: text,
                    dueAt: due.milliseconds,
                    route: address,
                    madeAt: moment.milliseconds,
                    queue: name,
                    length: terms.length,
                    keptBy: terms.keptBy,
                    movedBy: terms.movedBy.isEmpty ? nil : terms.movedBy,
                    late: terms.late.map { wording(of: $0).source },
                    about: subject(of: terms)
                )
            )
        )
        return true
    }

    /// `conversation/turn/n`.
    var nextPromiseID: String { "\(tracker.conversation)/\(number)/p\(tracker.ledger.promises.count + 1)" }

    private mutating func refuse(
        _ text: String,
        _ reason: PromiseRefusal.Reason,
        _ queue: String,
        _ place: String
    ) -> Bool {
        record(.promiseRefused(PromiseRefusal(text: text, reason: reason)))
        handOff(
            HandoffTarget(queue: queue, reason: .policyRequired, say: assistant.texts[.promiseRefused]),
            detail: "\(place): not promised, \(reason.rawValue)"
        )
        return false
    }

    /// Records that the customer was told by when an answer to the ticket comes.
    mutating func promise(_ queue: Queue, _ calendar: BusinessCalendar?) {
        guard let due = deadline(queue, calendar) else { return }
        record(
            .promised(
                Promise(
                    id: nextPromiseID,
                    text: phrase(.promisedAnswer, with: [queueRecord(queue)]),
                    dueAt: due.milliseconds,
                    route: tracker.customer.email ?? tracker.customer.phone,
                    madeAt: moment.milliseconds,
                    queue: queue.name,
                    ticket: tracker.ticket?.id,
                    length: queue.answersWithinMinutes.map(PromiseLength.minutes)
                )
            )
        )
    }

    // MARK: Keeping

    /// What an agent says keeps what was promised of it, unless it only asks or puts off; the end of the agent's part
    /// keeps everything.
    ///
    /// - Parameter text: What the agent says; nil: the agent's part is over.
    mutating func keepPromises(by agent: String, saying text: String? = nil) {
        if let text, AgentWords.tellNothing(text, customer: tracker.customer.name, agent: agent) { return }
        for known in tracker.ledger.promises
        where known.isUnsettled && (text == nil || known.promise.isKeptByWord) {
            record(.promiseChanged(PromiseChange(id: known.promise.id, kind: .kept, by: "agent \(agent)")))
        }
    }

    /// What happened elsewhere keeps the promises that wait for it.
    mutating func keepPromises(by report: ExternalEvent) {
        for known in tracker.ledger.promises
        where known.isUnsettled && (known.promise.keptBy ?? []).contains(report.name)
            && known.promise.isMeant(by: report, in: deskZone)
        {
            record(
                .promiseChanged(PromiseChange(id: known.promise.id, kind: .kept, by: "event \(report.name)"))
            )
        }
        closeSilentTicket()
    }

    /// Takes the ticket back of which the customer knows nothing, once nothing is left to be done: everything it was
    /// about is kept, and no person was promised to write.
    private mutating func closeSilentTicket() {
        guard tracker.owner == .queue, let ticket = tracker.ticket, ticket.isSilent,
            !tracker.ledger.promises.contains(where: \.needsPerson)
        else { return }
        record(.ticketWithdrawn)
        actions.append(.withdraw(ticket: ticket.id))
    }

    /// Who no longer waits for a ticket's answer is promised none.
    mutating func releasePromises(of ticket: String) {
        for known in tracker.ledger.promises where known.isUnsettled && known.promise.ticket == ticket {
            record(.promiseChanged(PromiseChange(id: known.promise.id, kind: .released)))
        }
    }
}

extension PromiseRecord {
    /// Whether an event says of it, while its time is not over, that it will take longer.
    func isMoved(by report: ExternalEvent, in zone: Zone) -> Bool {
        state == .open && (promise.movedBy ?? []).contains(report.name)
            && promise.isMeant(by: report, in: zone)
    }

    /// Whether a person has to see to it: its time is near or over, or the customer was told that one writes.
    fileprivate var needsPerson: Bool {
        let kinds = changes.map(\.change.kind)
        if kinds.contains(.givenUp) {
            return isUnsettled || changes.last?.change.by?.hasPrefix("event ") ?? false
        }
        return isUnsettled && (kinds.contains(.dueSoon) || kinds.contains(.missed))
    }

    /// Whether somebody still has to see to it.
    var isUnsettled: Bool { state != .kept && state != .released }

    /// What texts know as `promise`.
    func fields(dueAs due: String?) -> NamedRecord {
        var fields = [Record.Field("text", .text(promise.text)), .init("at", .instant(dueAt))]
        if let due { fields.append(.init("due", .text(due))) }
        if let route = promise.route { fields.append(.init("route", .text(route))) }
        return NamedRecord("promise", fields)
    }
}
