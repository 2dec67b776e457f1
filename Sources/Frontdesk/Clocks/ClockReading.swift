private import Glibc

/// What the desk reads the time from; tests put a clock they can move in its place.
public protocol ClockReading: Sendable {
    /// The time now, in milliseconds since 1970-01-01T00:00:00Z.
    var milliseconds: Int64 { get }

    /// Does a piece of work; while it takes longer than so many milliseconds, does something else once.
    ///
    /// What is done meanwhile runs on the caller's side, and is waited for. Clocks that people move by hand put it behind
    /// work that moved them so far.
    func perform<Result: Sendable>(
        _ work: @escaping @Sendable () async -> Result,
        whenLate milliseconds: Int64,
        _ meanwhile: () async -> Void
    ) async -> Result
}

extension ClockReading {
    /// Does a piece of work; while it takes longer than so many milliseconds of the machine's time, does something else
    /// once.
    public func perform<Result: Sendable>(
        _ work: @escaping @Sendable () async -> Result,
        whenLate milliseconds: Int64,
        _ meanwhile: () async -> Void
    ) async -> Result {
        let task = Task { await work() }
        let (signals, continuation) = AsyncStream.makeStream(of: Bool.self)
        let watch = Task {
            _ = await task.value
            continuation.yield(true)
        }
        let alarm = Task {
            do { try await Task.sleep(for: .milliseconds(milliseconds)) } catch { return }
            continuation.yield(false)
        }
        defer {
            watch.cancel()
            alarm.cancel()
        }
        for await isDone in signals {
            if isDone { break }
            await meanwhile()
        }
        return await task.value
    }
}

/// The clock of the machine.
public struct SystemClock: ClockReading {
    /// Makes a clock.
    public init() {}

    /// The time now, in milliseconds since 1970-01-01T00:00:00Z.
    public var milliseconds: Int64 {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000
    }
}
