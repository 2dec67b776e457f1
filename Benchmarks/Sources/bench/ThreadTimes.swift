import Glibc

/// What steps that may wait cost the thread that runs them, in nanoseconds; what reading the clock costs is taken off.
///
/// In memory nothing waits, so that a step stays on its thread of Swift's own pool. One that ended on another thread has
/// no time: it is counted as moved.
struct ThreadTimes {
    private(set) var times: [Int64] = []
    private(set) var moved = 0
    private let clock = Stopwatch.threadCost

    /// Where and when a step began.
    struct Start {
        fileprivate let thread: pthread_t
        fileprivate let time: Int64
    }

    init(capacity: Int) { times.reserveCapacity(capacity) }

    var count: Int { times.count + moved }

    func start() -> Start { Start(thread: pthread_self(), time: Stopwatch.thread) }

    mutating func end(_ start: Start) {
        let end = Stopwatch.thread
        if pthread_self() == start.thread {
            times.append(max(0, end - start.time - clock))
        } else {
            moved += 1
        }
    }

    /// Tells of steps that are not counted.
    func reportMoved() {
        if moved > 0 { print("  \(moved) of \(count) went on on another thread and are left out") }
    }
}
