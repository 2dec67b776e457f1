import Glibc

/// Measures what one input costs in time of the processor: a busy machine makes no input slow.
///
/// libFuzzer's `-timeout` counts the time on the wall and is for what never ends.
public struct Stopwatch {
    /// The most that an input may take, in milliseconds.
    public static let limit = 1_000
    private let start = Self.now

    /// Starts.
    public init() {}

    /// Stops the program when too much time has passed.
    ///
    /// - Parameter limit: The most that may have passed, in milliseconds.
    public func check(limit: Int = Self.limit) {
        let time = Self.now - start
        precondition(time <= limit, "an input took \(time) ms; the limit is \(limit)")
    }

    private static var now: Int {
        var time = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return time.tv_sec * 1_000 + time.tv_nsec / 1_000_000
    }
}
