private import Glibc

/// What the desk reads the time from; tests put a clock they can move in its place.
public protocol ClockReading: Sendable {
    /// The time now, in milliseconds since 1970-01-01T00:00:00Z.
    var milliseconds: Int64 { get }
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
