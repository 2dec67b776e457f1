import FrontdeskDialogue

/// Leaves a host alone that keeps failing: after so many failures in a row nothing is sent for a while, then one
/// request is let through, and its success opens the way again.
struct CircuitBreaker: Hashable {
    enum State: Hashable {
        case closed
        /// Nothing is sent before this time.
        case open(until: Int64)
        /// One request is on its way since this time; all others wait for what becomes of it.
        case halfOpen(since: Int64)
    }

    private(set) var state = State.closed
    private var failures = 0

    /// Whether a request may be sent now; when it is the one that tries the host out, the breaker knows.
    ///
    /// - Parameters:
    ///   - now: A time that only goes forward, in milliseconds.
    ///   - trial: How long the request that tries the host out may take; another may go after that.
    mutating func admits(at now: Int64, trial: Int) -> Bool {
        switch state {
        case .closed:
            return true
        case .open(let until) where now >= until:
            state = .halfOpen(since: now)
            return true
        case .halfOpen(let since) where now >= since + Int64(trial):
            state = .halfOpen(since: now)
            return true
        case .open, .halfOpen:
            return false
        }
    }

    /// Takes in what became of a request.
    mutating func note(success: Bool, at now: Int64, _ rule: RemoteTerms.Breaker) {
        if success {
            self = CircuitBreaker()
            return
        }
        failures += 1
        switch state {
        case .halfOpen: state = .open(until: now + Int64(rule.pause))
        case .closed where failures >= rule.failures: state = .open(until: now + Int64(rule.pause))
        case .closed, .open: break
        }
    }
}
