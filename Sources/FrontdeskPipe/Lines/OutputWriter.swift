import Dispatch
import Glibc
import Synchronization

/// Collects lines and writes them to a descriptor, many at a time while input keeps coming, at once when it rests.
final class OutputWriter: Sendable {
    /// As soon as this many bytes wait, they are written.
    static let batchSize = 1 << 16
    /// Above this many bytes waiting, ``room()`` makes the producer wait.
    static let bufferLimit = 1 << 22
    /// No line waits longer than this, in milliseconds.
    static let patience = 5

    private struct State {
        var buffer: [UInt8] = []
        var isWriting = false
        var isTimerSet = false
        var isInputIdle = false
        var isClosed = false
        var waiting: [CheckedContinuation<Void, Never>] = []
        var drained: [CheckedContinuation<Void, Never>] = []
    }

    private let output: Int32
    private let state = Mutex(State())
    private let queue = DispatchQueue(label: "frontdesk.pipe.output")
    private let onClosed: @Sendable () -> Void

    /// - Parameters:
    ///   - output: The descriptor to write to.
    ///   - onClosed: Called once when nobody reads the output any more.
    init(_ output: Int32, onClosed: @escaping @Sendable () -> Void) {
        self.output = output
        self.onClosed = onClosed
    }

    /// True when nobody reads the output any more; lines are dropped from then on.
    var isClosed: Bool { state.withLock { $0.isClosed } }

    /// Adds whole lines, which stay together.
    func append(_ bytes: [UInt8]) {
        let (writeNow, setTimer) = state.withLock { state in
            guard !state.isClosed else { return (false, false) }
            state.buffer.append(contentsOf: bytes)
            guard !state.isWriting else { return (false, false) }
            if state.isInputIdle || state.buffer.count >= Self.batchSize {
                state.isWriting = true
                return (true, false)
            }
            defer { state.isTimerSet = true }
            return (false, !state.isTimerSet)
        }
        if writeNow { queue.async { self.drain() } }
        if setTimer {
            queue.asyncAfter(deadline: .now() + .milliseconds(Self.patience)) {
                self.state.withLock { $0.isTimerSet = false }
                self.flush()
            }
        }
    }

    /// Tells whether input is at rest; then nothing is held back for company.
    func inputIsIdle(_ isIdle: Bool) {
        state.withLock { $0.isInputIdle = isIdle }
        if isIdle { flush() }
    }

    /// Writes what waits, soon.
    func flush() {
        let writeNow = state.withLock { state in
            guard !state.isWriting, !state.buffer.isEmpty else { return false }
            state.isWriting = true
            return true
        }
        if writeNow { queue.async { self.drain() } }
    }

    /// Returns when little enough waits to be written.
    func room() async {
        await withCheckedContinuation { continuation in
            let isFree = state.withLock { state in
                if state.isClosed || state.buffer.count < Self.bufferLimit { return true }
                state.waiting.append(continuation)
                return false
            }
            if isFree { continuation.resume() }
        }
    }

    /// Writes everything and returns when it is written, or when nobody reads any more.
    func finish() async {
        flush()
        await withCheckedContinuation { continuation in
            let isDone = state.withLock { state in
                if !state.isWriting, state.buffer.isEmpty { return true }
                state.drained.append(continuation)
                return false
            }
            if isDone { continuation.resume() }
        }
    }

    private func drain() {
        while true {
            let (batch, released) = state.withLock { state in
                let batch = state.buffer
                state.buffer = []
                var released = state.waiting
                state.waiting = []
                if batch.isEmpty {
                    state.isWriting = false
                    released += state.drained
                    state.drained = []
                }
                return (batch, released)
            }
            for continuation in released { continuation.resume() }
            if batch.isEmpty { return }
            if !write(batch) { close() }
        }
    }

    /// Writes all bytes; false when nobody reads them.
    private func write(_ bytes: [UInt8]) -> Bool {
        bytes.withUnsafeBytes { bytes in
            var written = 0
            while written < bytes.count {
                let count = Glibc.write(
                    output,
                    bytes.baseAddress?.advanced(by: written),
                    bytes.count - written
                )
                if count >= 0 {
                    written += count
                } else if errno == EAGAIN {
                    var descriptor = pollfd(fd: output, events: Int16(POLLOUT), revents: 0)
                    _ = poll(&descriptor, 1, -1)
                } else if errno != EINTR {
                    return false
                }
            }
            return true
        }
    }

    private func close() {
        let isNew = state.withLock { state in
            defer {
                state.isClosed = true
                state.buffer = []
            }
            return !state.isClosed
        }
        if isNew { onClosed() }
    }
}
