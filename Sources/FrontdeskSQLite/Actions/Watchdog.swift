import Dispatch
import Frontdesk

/// Interrupts a statement that runs for too long.
///
/// It looks at the clock only while something runs, once per limit: a statement is interrupted after one to two
/// limits, and watching costs next to nothing.
final class Watchdog: Sendable {
    private struct State: Sendable {
        var running = 0
        var finished = 0
        var isArmed = false
    }

    private let limit: Double
    private let interrupt: @Sendable () -> Void
    private let state = Locked(State())

    init(limit: Double, interrupt: @escaping @Sendable () -> Void) {
        self.limit = limit
        self.interrupt = interrupt
    }

    func watch<Value>(_ body: () throws -> Value) rethrows -> Value {
        let mustArm = state.withLock { state in
            state.running += 1
            defer { state.isArmed = true }
            return !state.isArmed
        }
        if mustArm { look(after: nil) }
        defer {
            state.withLock { state in
                state.running -= 1
                state.finished += 1
            }
        }
        return try body()
    }

    /// Comes back after one limit; when nothing has finished meanwhile, what runs has run for at least that long.
    private func look(after seen: Int?) {
        DispatchQueue.global().asyncAfter(deadline: .now() + limit) { [self] in
            let (finished, isRunning) = state.withLock { state in
                state.isArmed = state.running > 0
                return (state.finished, state.running > 0)
            }
            guard isRunning else { return }
            if finished == seen { interrupt() }
            look(after: finished)
        }
    }
}
