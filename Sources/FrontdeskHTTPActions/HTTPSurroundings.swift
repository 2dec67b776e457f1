public import Frontdesk
import Glibc

/// What HTTP actions take from the machine around them; tests put their own in its place.
public struct HTTPSurroundings: Sendable {
    /// The time, for the stamps of signed requests.
    public var clock: any ClockReading
    /// Milliseconds of a clock that only goes forward, for circuit breakers.
    public var uptime: @Sendable () -> Int64
    /// Waits so many milliseconds.
    public var pause: @Sendable (Int64) async -> Void
    /// A random number from 0 up to, but not including, 1.
    public var random: @Sendable () -> Double
    /// The value of an environment variable.
    public var environment: @Sendable (String) -> String?

    /// Makes surroundings; what is left out is the machine's own.
    public init(
        clock: any ClockReading = SystemClock(),
        uptime: (@Sendable () -> Int64)? = nil,
        pause: (@Sendable (Int64) async -> Void)? = nil,
        random: (@Sendable () -> Double)? = nil,
        environment: (@Sendable (String) -> String?)? = nil
    ) {
        self.clock = clock
        self.uptime =
            uptime
            ?? {
                var time = timespec()
                clock_gettime(CLOCK_MONOTONIC, &time)
                return Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000
            }
        self.pause = pause ?? { try? await Task.sleep(for: .milliseconds($0)) }
        self.random = random ?? { Double.random(in: 0..<1) }
        self.environment = environment ?? { name in getenv(name).map { String(cString: $0) } }
    }
}
