/// The handlers of one level, and what they belong to.
struct HandlerLevel {
    /// Whose handlers they are; states by their paths.
    enum Owner {
        case anywhere, assistant
        case flow(String, inState: String?)
        case state(String, of: String)
        case slot(String, of: String)
    }

    let handlers: [Handler]
    /// The place of their flow's run among the open flows; nil: they hold everywhere.
    var run: Int?
    var owner = Owner.anywhere
    /// Since when its silences are counted.
    var quietSince: Int64 = 0

    /// What texts and records call the place.
    var place: String {
        switch owner {
        case .anywhere: "anywhere"
        case .assistant: "assistant"
        case .flow(let flow, let state): "\(flow)/\(state ?? FlowRun.slotsPlace)"
        case .state(let name, let flow), .slot(let name, let flow): "\(flow)/\(name)"
        }
    }

    /// The silence of its handlers that lasts so many seconds.
    func timer(_ seconds: Int) -> FiredTimer {
        switch owner {
        case .anywhere, .assistant: FiredTimer(seconds: seconds)
        case .flow(let flow, _): FiredTimer(flow: flow, seconds: seconds)
        case .state(let path, let flow): FiredTimer(flow: flow, state: path, seconds: seconds)
        case .slot(let name, let flow): FiredTimer(flow: flow, slot: name, seconds: seconds)
        }
    }

    /// All levels that hold now, from the inside out: the slot that is asked for, the active states, the flow; the
    /// same of the flows that called it; the assistant; what holds anywhere.
    static func all(of tracker: Tracker, _ index: AssistantIndex) -> [HandlerLevel] {
        var levels = inner(of: tracker, index, assistant: index.assistant.handlers) { _ in true }
        levels.append(HandlerLevel(handlers: index.assistant.anywhere))
        return levels
    }

    /// Those of them in which a handler may wait for a silence; what holds anywhere waits for none.
    static func silences(of tracker: Tracker, _ index: AssistantIndex) -> [HandlerLevel] {
        inner(of: tracker, index, assistant: index.silences, where: \.hasSilences)
    }

    /// The levels inside of "anywhere" while a flow is open, of the flows that meet a condition.
    private static func inner(
        of tracker: Tracker,
        _ index: AssistantIndex,
        assistant handlers: [Handler],
        where isWanted: (FlowParts) -> Bool
    ) -> [HandlerLevel] {
        guard var position = tracker.activeRun else { return [] }
        var levels: [HandlerLevel] = []
        while true {
            if let parts = index.flow(tracker.flows[position].flow), isWanted(parts) {
                addOwn(tracker.flows[position], parts, at: position, tracker, to: &levels)
            }
            guard tracker.flows[position].call != nil, position > 0 else { break }
            position -= 1
        }
        if !handlers.isEmpty {
            levels.append(
                HandlerLevel(
                    handlers: handlers,
                    run: position,
                    owner: .assistant,
                    quietSince: max(tracker.flows[position].startedAt, tracker.quietSince)
                )
            )
        }
        return levels
    }

    private static func addOwn(
        _ run: borrowing FlowRun,
        _ flow: FlowParts,
        at position: Int,
        _ tracker: Tracker,
        to levels: inout [HandlerLevel]
    ) {
        let since = max(run.startedAt, tracker.quietSince)
        if position == tracker.flows.count - 1, case .slot(let name) = tracker.question,
            let slot = flow.slot(name), !slot.handlers.isEmpty
        {
            levels.append(
                HandlerLevel(
                    handlers: slot.handlers,
                    run: position,
                    owner: .slot(name, of: flow.name),
                    quietSince: since
                )
            )
        }
        for path in run.activeStates {
            guard let state = flow.state(path), !state.handlers.isEmpty else { continue }
            levels.append(
                HandlerLevel(
                    handlers: state.handlers,
                    run: position,
                    owner: .state(path, of: flow.name),
                    quietSince: max(run.enteredAt[path] ?? since, tracker.quietSince)
                )
            )
        }
        levels.append(
            HandlerLevel(
                handlers: flow.handlers,
                run: position,
                owner: .flow(flow.name, inState: run.state),
                quietSince: since
            )
        )
    }
}

/// A handler that was found, and where.
struct FoundHandler {
    var transition: Transition
    let level: HandlerLevel
}

extension [Handler] {
    /// What follows from a trigger by the first handler for it.
    func transition(for trigger: Handler.Trigger) -> Transition? {
        firstIndex { $0.trigger == trigger }.map { self[$0].transition }
    }
}

extension [HandlerLevel] {
    /// The innermost handler for a trigger.
    func handler(_ trigger: Handler.Trigger) -> FoundHandler? {
        for level in self {
            guard let transition = level.handlers.transition(for: trigger) else { continue }
            return FoundHandler(transition: transition, level: level)
        }
        return nil
    }
}
