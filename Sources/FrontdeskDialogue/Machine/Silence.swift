/// A handler that waits for the customer's silence, and when it is due.
public struct SilenceTimer: Sendable, Hashable {
    /// When it is due, in milliseconds since 1970.
    public var dueAt: Int64
    /// Whose it is, and how long it waits.
    public var timer: FiredTimer
    /// What it does; nil: it asks about the service.
    var found: FoundHandler?

    /// Two are the same when they are the same silence and due at the same time.
    public static func == (one: SilenceTimer, other: SilenceTimer) -> Bool {
        one.dueAt == other.dueAt && one.timer == other.timer
    }

    /// Feeds what makes it the same into a hasher.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(dueAt)
        hasher.combine(timer)
    }

    /// Those that wait now, the innermost first: an inner one replaces an outer one that waits equally long.
    static func all(of tracker: Tracker, _ index: AssistantIndex) -> [SilenceTimer] {
        var timers: [SilenceTimer] = []
        each(of: tracker, index) { level, handler, timer in
            let found = FoundHandler(transition: level.handlers[handler].transition, level: level)
            timers.append(SilenceTimer(dueAt: level.due(timer), timer: timer, found: found))
        }
        return timers
    }

    /// When the first of them is due, in milliseconds since 1970; nil when none waits.
    static func earliest(of tracker: Tracker, _ index: AssistantIndex) -> Int64? {
        var earliest: Int64?
        each(of: tracker, index) { level, _, timer in
            earliest = min(earliest ?? .max, level.due(timer))
        }
        return earliest
    }

    /// Goes through those that wait: the level and the place of each one's handler.
    private static func each(
        of tracker: Tracker,
        _ index: AssistantIndex,
        _ body: (HandlerLevel, Int, FiredTimer) -> Void
    ) {
        guard index.longestSilence != nil, tracker.owner == .desk, tracker.runningAction == nil,
            tracker.requestedHandoff == nil, let last = tracker.flows.indices.last,
            !tracker.flows[last].isSuspended
        else { return }
        var taken: [Int] = []
        for level in HandlerLevel.silences(of: tracker, index) {
            for handler in level.handlers.indices {
                guard case .after(let seconds) = level.handlers[handler].trigger, !taken.contains(seconds)
                else { continue }
                taken.append(seconds)
                guard level.handlers[handler].transition.target != .pass else { continue }
                let timer = level.timer(seconds)
                let owner = level.run ?? last
                guard !tracker.firedTimers.contains(timer),
                    !tracker.flows[owner].firedTimers.contains(timer)
                else { continue }
                body(level, handler, timer)
            }
        }
    }
}

extension HandlerLevel {
    /// When a silence of its handlers ends, in milliseconds since 1970.
    fileprivate func due(_ timer: FiredTimer) -> Int64 { quietSince + Int64(timer.seconds) * 1000 }
}

extension DialogueMachine {
    /// The silence that ends next, if the customer says nothing; nil when none is waited for.
    ///
    /// It is worked out from the state alone, so that it is found again after a restart. Only what the desk itself
    /// has under way waits: a conversation that is with a human, or in which no flow is open, has none.
    public func nextTimer(_ tracker: Tracker) -> SilenceTimer? {
        // Who is still writing is not silent.
        guard tracker.held == nil else { return nil }
        // One waits while a flow is open, the other while none is.
        return SilenceTimer.all(of: tracker, index).min { $0.dueAt < $1.dueAt }
            ?? SilenceTimer.feedback(of: tracker, index)
    }

    /// The longest silence that any handler waits for, in seconds; nil when none waits for any.
    public var longestSilence: Int? { index.longestSilence }
}

extension Assistant {
    /// The lengths of all silences that handlers wait for, in seconds.
    var silences: [Int] {
        (handlers + flows.flatMap(\.allHandlers)).compactMap { handler in
            guard case .after(let seconds) = handler.trigger else { return nil }
            return seconds
        } + (feedback ?? []).map(\.after)
    }
}

extension Flow {
    /// Its handlers, and those of its slots and states.
    var allHandlers: [Handler] {
        handlers + slots.flatMap(\.handlers) + states.flatMap(\.handlers)
    }
}

extension Handler.Trigger {
    /// Whether it is the customer's silence.
    var isSilence: Bool { if case .after = self { true } else { false } }
}

extension Turn {
    /// Does what the latest of the silences that are over asks for; the shorter ones have passed with it.
    ///
    /// Usually one is over; more are when the desk itself was away.
    mutating func endSilence() {
        let over = SilenceTimer.all(of: tracker, index).filter { $0.dueAt <= moment.milliseconds }
        // Of those that are due last, the innermost stands first.
        guard let last = over.max(by: { $0.dueAt < $1.dueAt }), let handler = last.found else {
            isProactive = true
            return askForFeedback()
        }
        isProactive = true
        for timer in over { record(.timerFired(timer.timer)) }
        guard let found = resolved(handler) else { return }
        let transition = found.transition
        if transition.target != .stay { closeQuestion() }
        guard case .end(let outcome) = transition.target else { return take(found) }
        // Nobody is there: what the flow has interrupted is not begun again.
        if let response = transition.say {
            say(response, kind: .answer, origin: "\(found.level.place)→")
        }
        while tracker.flow != nil { endFlow(outcome) }
        tellNews()
    }
}
