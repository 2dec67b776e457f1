/// What happens elsewhere: told at once, in the morning, or when what comes first is over.
extension Turn {
    /// Takes in what happened elsewhere.
    mutating func hear(of report: ExternalEvent) {
        keepPromises(by: report)
        if let later = wait(of: report) { return record(.reportDeferred(later)) }
        tell(of: report)
    }

    /// Tells what waits and can be told now, in the order in which it came.
    ///
    /// - Returns: Whether anything was told.
    @discardableResult
    mutating func tellNews() -> Bool {
        var hasTold = false
        for news in dueNews where tracker.ledger.deferred.contains(news) {
            // What was told before it may ask something now.
            if let later = wait(of: news.report) {
                if later != news { record(.reportDeferred(later)) }
            } else {
                tell(of: news.report)
                hasTold = true
            }
        }
        return hasTold
    }

    /// Whether something waits that can be told now.
    var hasNews: Bool { dueNews.contains { wait(of: $0.report) == nil } }

    private var dueNews: [DeferredReport] {
        tracker.ledger.deferred.filter { $0.until ?? .min <= moment.milliseconds }
    }

    /// How long a report has to wait; nil: it is told now, or there is nothing to tell.
    private func wait(of report: ExternalEvent) -> DeferredReport? {
        let found = welcome(report)
        guard
            found != nil || tracker.ledger.promises.contains(where: { $0.isMoved(by: report, in: deskZone) })
        else { return nil }
        guard isFree(for: found) else { return DeferredReport(report: report, until: nil) }
        guard !isCustomerAround, let until = assistant.quietHours?.over(at: moment) else { return nil }
        return DeferredReport(report: report, until: until)
    }

    /// Whether nothing comes first: an agent, an action that runs, the question of another one like it.
    private func isFree(for found: FoundHandler?) -> Bool {
        if case .agent = tracker.owner { return false }
        guard tracker.runningAction == nil, tracker.requestedHandoff == nil else { return false }
        guard case .flow(let name)? = found?.transition.target else { return true }
        return !isUnderWay(name)
    }

    /// Whether the customer wrote in the last half hour, and is awake whatever the clock says.
    var isCustomerAround: Bool {
        guard let latest = tracker.lines.last(where: { $0.author == .customer }) else { return false }
        return moment.milliseconds - latest.at < 30 * 60_000
    }

    /// The handler that tells of a report, where the customer wishes to hear of it.
    private func welcome(_ report: ExternalEvent) -> FoundHandler? {
        handler(.event(report.name), in: HandlerLevel.all(of: tracker, index))
            .flatMap { isWelcome($0) ? $0 : nil }
    }

    // MARK: Telling

    private mutating func tell(of report: ExternalEvent) {
        record(.reported(report))
        for known in tracker.ledger.promises where known.isMoved(by: report, in: deskZone) {
            isProactive = true
            answerFor(known)
        }
        react(to: report)
    }

    private mutating func react(to report: ExternalEvent) {
        guard let found = welcome(report) else { return }
        isProactive = true
        if found.transition.target != .stay { closeQuestion() }
        take(found, carrying: entries(of: report))
    }

    /// Greets where the desk writes first, which it may only do to who wished to hear of such things.
    ///
    /// - Returns: Whether it may.
    mutating func mayBegin(_ transition: Transition) -> Bool {
        guard let consent = transition.consent, tracker.customer.consent?.contains(consent) ?? false else {
            return false
        }
        say(assistant.greeting, kind: .greeting, origin: DeskText.greeting.rawValue)
        return true
    }

    /// What is told of an event, as slots of the same names take it.
    private func entries(of report: ExternalEvent) -> [SlotEntry] {
        report.fields.fields.map { field in
            SlotEntry(
                name: field.name,
                value: field.value,
                display: renderer.text(of: field.value),
                source: .flow,
                turn: number
            )
        }
    }
}

extension DialogueMachine {
    /// A field that an event must have and does not, as the flow that tells of it takes it; nil: none is missing.
    public func missingField(of event: ExternalEvent) -> String? {
        let handler = assistant.anywhere.first { $0.trigger == .event(event.name) }
        guard case .flow(let name)? = handler?.transition.target, handler?.transition.when == nil,
            let flow = assistant.flows.first(where: { $0.name == name })
        else { return nil }
        return flow.takes.first { ExpressionValue(event.fields[$0]) == .missing }
    }
}

extension Tracker {
    /// Whether an event of this id was told here, or waits to be.
    public func knowsReport(_ id: String) -> Bool {
        reports.contains { $0.id == id } || ledger.deferred.contains { $0.report.id == id }
    }
}
