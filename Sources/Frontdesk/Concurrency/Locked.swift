private import Foundation

/// A value that one thread at a time may read or change; never held across a suspension.
///
/// The lock is a pthread mutex, which ThreadSanitizer understands.
package final class Locked<State: Sendable>: Sendable {
    private let lock = NSLock()
    // Only ever touched between `lock` and `unlock`.
    nonisolated(unsafe) private var state: State

    /// Guards a value.
    package init(_ state: State) {
        self.state = state
    }

    /// Runs a short piece of code that alone sees the value.
    package func withLock<Result, Failure: Error>(
        _ body: (inout State) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        lock.lock()
        defer { lock.unlock() }
        return try body(&state)
    }
}
