public import Frontdesk

/// A clock that stands still until a test moves it.
public final class ManualClock: ClockReading {
    private let now: Locked<Int64>

    /// Makes a clock that shows an instant.
    ///
    /// - Parameter milliseconds: Since 1970-01-01T00:00:00Z; by default Monday 23 November 2026, 10:00 UTC.
    public init(_ milliseconds: Int64 = 1_795_428_000_000) {
        now = Locked(milliseconds)
    }

    /// What the clock shows, in milliseconds since 1970-01-01T00:00:00Z.
    public var milliseconds: Int64 { now.withLock { $0 } }

    /// Moves the clock on by so many milliseconds; back, when negative.
    public func advance(by milliseconds: Int64) {
        now.withLock { $0 += milliseconds }
    }

    /// Does a piece of work, and then what is to be done while it takes long, if it moved the clock on by that much.
    public func perform<Result: Sendable>(
        _ work: @escaping @Sendable () async -> Result,
        whenLate milliseconds: Int64,
        _ meanwhile: () async -> Void
    ) async -> Result {
        let start = self.milliseconds
        let result = await work()
        if self.milliseconds - start >= milliseconds { await meanwhile() }
        return result
    }

    /// Sets the clock to an instant, in milliseconds since 1970-01-01T00:00:00Z.
    public func set(_ milliseconds: Int64) {
        now.withLock { $0 = milliseconds }
    }
}
