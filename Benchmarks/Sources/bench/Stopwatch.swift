import Glibc

/// Clocks in nanoseconds.
enum Stopwatch {
    /// CPU time of this thread: other processes on the machine do not change it.
    static var thread: Int64 { read(CLOCK_THREAD_CPUTIME_ID) }

    /// What reading the thread's clock twice adds to what lies between: the median of many.
    static var threadCost: Int64 {
        Sample(
            (0..<2_000).map { _ in
                let start = thread
                return thread - start
            }
        ).percentile(0.5)
    }

    /// CPU time of all threads of this process.
    static var process: Int64 { read(CLOCK_PROCESS_CPUTIME_ID) }

    /// Time on the wall.
    static var wall: Int64 { read(CLOCK_MONOTONIC) }

    private static func read(_ clock: clockid_t) -> Int64 {
        var time = timespec()
        clock_gettime(clock, &time)
        return Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
    }
}

/// Figures of one run, in nanoseconds.
struct Sample {
    private let sorted: [Int64]

    init(_ values: [Int64]) {
        sorted = values.sorted()
    }

    /// The value that the given share of all values does not exceed, 0…1.
    func percentile(_ share: Double) -> Int64 {
        guard !sorted.isEmpty else { return 0 }
        return sorted[min(sorted.count - 1, Int(Double(sorted.count) * share))]
    }

    var total: Int64 { sorted.reduce(0, +) }
    var count: Int { sorted.count }
}

/// Nanoseconds as microseconds with one place, or milliseconds.
func microseconds(_ nanoseconds: Int64) -> String {
    "\(nanoseconds / 1000).\(nanoseconds % 1000 / 100) µs"
}

func milliseconds(_ nanoseconds: Int64) -> String {
    "\(nanoseconds / 1_000_000).\(nanoseconds % 1_000_000 / 100_000) ms"
}
