import Dispatch
import Glibc
import Synchronization

/// Reads a descriptor block by block on a thread of its own and hands on the lines of each block.
///
/// It reads ahead by at most two blocks: a caller that is slow to take lines slows the sender down.
final class InputReader: Sendable {
    /// How many bytes are asked for at once.
    static let blockSize = 1 << 16

    private let input: Int32
    private let wakeUp: WakePipe
    private let room = DispatchSemaphore(value: 2)
    private let isIdle: @Sendable (Bool) -> Void

    /// - Parameters:
    ///   - input: The descriptor to read.
    ///   - isIdle: Told whenever the input begins or ceases to have nothing to read.
    init(_ input: Int32, isIdle: @escaping @Sendable (Bool) -> Void) throws(PipeFailure) {
        self.input = input
        self.isIdle = isIdle
        wakeUp = try WakePipe()
    }

    /// The lines, a block's worth at a time, until the input ends or ``stop()`` is called.
    ///
    /// Call ``tookBatch()`` when the lines of a batch have been dealt with.
    func batches(lineLimit: Int) -> AsyncStream<[LineSplitter.Line]> {
        let (stream, continuation) = AsyncStream.makeStream(of: [LineSplitter.Line].self)
        DispatchQueue(label: "frontdesk.pipe.input").async { [self] in
            read(lineLimit: lineLimit, into: continuation)
            continuation.finish()
        }
        return stream
    }

    /// Lets the reader fetch another block.
    func tookBatch() {
        room.signal()
    }

    /// Ends the input early, as if it had ended here; lines that were read stay valid, a half one is dropped.
    func stop() {
        wakeUp.signal()
    }

    private func read(lineLimit: Int, into continuation: AsyncStream<[LineSplitter.Line]>.Continuation) {
        var splitter = LineSplitter(limit: lineLimit)
        let block = UnsafeMutableRawBufferPointer.allocate(byteCount: Self.blockSize, alignment: 16)
        defer { block.deallocate() }
        while waitForInput() {
            let count = Glibc.read(input, block.baseAddress, block.count)
            if count < 0, errno == EINTR || errno == EAGAIN { continue }
            guard count > 0 else {
                var last: [LineSplitter.Line] = []
                splitter.finish { last.append($0) }
                if !last.isEmpty { continuation.yield(last) }
                return
            }
            var lines: [LineSplitter.Line] = []
            splitter.take(UnsafeRawBufferPointer(rebasing: block[..<count])) { lines.append($0) }
            guard !lines.isEmpty else { continue }
            room.wait()
            continuation.yield(lines)
        }
    }

    /// Waits until there is something to read, the end included; false when stopped.
    private func waitForInput() -> Bool {
        var descriptors = [
            pollfd(fd: input, events: Int16(POLLIN), revents: 0),
            pollfd(fd: wakeUp.readEnd, events: Int16(POLLIN), revents: 0),
        ]
        var ready = poll(&descriptors, 2, 0)
        if ready == 0 {
            isIdle(true)
            repeat { ready = poll(&descriptors, 2, -1) } while ready < 0 && errno == EINTR
            isIdle(false)
        }
        return ready > 0 && descriptors[1].revents == 0
    }
}

/// A pipe whose only use is to wake a thread that waits in `poll`.
final class WakePipe: Sendable {
    let readEnd: Int32
    private let writeEnd: Int32

    init() throws(PipeFailure) {
        var ends: [Int32] = [0, 0]
        guard pipe(&ends) == 0 else {
            throw PipeFailure(message: "No pipe could be made: \(String(cString: strerror(errno))).")
        }
        readEnd = ends[0]
        writeEnd = ends[1]
        for end in ends {
            _ = fcntl(end, F_SETFD, FD_CLOEXEC)
            _ = fcntl(end, F_SETFL, O_NONBLOCK)
        }
    }

    deinit {
        close(readEnd)
        close(writeEnd)
    }

    func signal() {
        var byte: UInt8 = 1
        _ = write(writeEnd, &byte, 1)
    }
}

/// Why the pipe could not run.
public struct PipeFailure: Error, Sendable, Hashable {
    /// What is wrong, and how to mend it.
    public var message: String
}
