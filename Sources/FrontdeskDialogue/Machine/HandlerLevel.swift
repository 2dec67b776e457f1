/// The handlers of one level, and what they belong to.
struct HandlerLevel {
    let handlers: [Handler]
    /// The place of their flow's run among the open flows; nil: they hold everywhere.
    var run: Int?
    /// What texts and records call the place.
    var place = "anywhere"
    /// Whose silence is over when one that waits for it is due.
    var timer = FiredTimer(seconds: 0)
    /// Since when its silences are counted.
    var quietSince: Int64 = 0

    /// All levels that hold now, from the inside out: the slot that is asked for, the active states, the flow; the
    /// same of the flows that called it; the assistant; what holds anywhere.
    static func all(of tracker: Tracker, _ index: AssistantIndex) -> [HandlerLevel] {
        var levels: [HandlerLevel] = []
        if tracker.flow != nil {
            var position = tracker.flows.count - 1
            while true {
                let run = tracker.flows[position]
                if let flow = index.flow(run.flow) {
                    levels += own(run, flow, at: position, tracker)
                }
                guard run.call != nil, position > 0 else { break }
                position -= 1
            }
            levels.append(
                HandlerLevel(
                    handlers: index.assistant.handlers,
                    run: position,
                    place: "assistant",
                    quietSince: max(tracker.flows[position].startedAt, tracker.quietSince)
                )
            )
        }
        levels.append(HandlerLevel(handlers: index.assistant.anywhere))
        return levels
    }

    private static func own(
        _ run: FlowRun,
        _ flow: Flow,
        at position: Int,
        _ tracker: Tracker
    ) -> [HandlerLevel] {
        var levels: [HandlerLevel] = []
        let since = max(run.startedAt, tracker.quietSince)
        if position == tracker.flows.count - 1, case .slot(let name) = tracker.question,
            let slot = flow.slot(name), !slot.handlers.isEmpty
        {
            levels.append(
                HandlerLevel(
                    handlers: slot.handlers,
                    run: position,
                    place: "\(flow.name)/\(name)",
                    timer: FiredTimer(flow: flow.name, slot: name, seconds: 0),
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
                    place: "\(flow.name)/\(path)",
                    timer: FiredTimer(flow: flow.name, state: path, seconds: 0),
                    quietSince: max(run.enteredAt[path] ?? since, tracker.quietSince)
                )
            )
        }
        levels.append(
            HandlerLevel(
                handlers: flow.handlers,
                run: position,
                place: run.place,
                timer: FiredTimer(flow: flow.name, seconds: 0),
                quietSince: since
            )
        )
        return levels
    }
}

/// A handler that was found, and where.
struct FoundHandler {
    var transition: Transition
    let level: HandlerLevel
}

extension [HandlerLevel] {
    /// The innermost handler for a trigger.
    func handler(_ trigger: Handler.Trigger) -> FoundHandler? {
        for level in self {
            guard let handler = level.handlers.first(where: { $0.trigger == trigger }) else { continue }
            return FoundHandler(transition: handler.transition, level: level)
        }
        return nil
    }
}
