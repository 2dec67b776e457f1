/// Moves lines: reads requests, has each answered, writes the answers.
///
/// Requests of one conversation are answered one after the other, in the order in which they came; those of
/// different conversations side by side, at most ``inFlightLimit`` at once.
actor PipeLoop {
    /// How many requests may be under way or waiting at once.
    static let inFlightLimit = 256

    /// Why the loop came to its end.
    enum Ending: Sendable, Hashable {
        case endOfInput, stopped, outputClosed
    }

    /// What a protocol makes of lines; everything it gives to write ends in a line feed.
    struct Behaviour: Sendable {
        /// Makes a request of a line; nil when the line asks for nothing.
        var read: @Sendable (LineSplitter.Line) throws(RequestReader.Refusal) -> Request?
        /// What is written about a line that was refused.
        var refuse: @Sendable (RequestReader.Refusal, _ line: Int) -> [UInt8]
        /// What is written in answer to a request.
        ///
        /// The function it is given writes what must not wait for that.
        var answer: @Sendable (Request, _ early: @escaping @Sendable ([UInt8]) -> Void) async -> [UInt8]
        /// What is written about a conversation in which something happened without being asked for.
        ///
        /// The function it is given writes what must not wait for that.
        var look:
            @Sendable (_ conversation: String, _ early: @escaping @Sendable ([UInt8]) -> Void) async ->
                [UInt8]
        /// What is written at the end of the input: answers to what waited for more.
        var drain: @Sendable () async -> [UInt8] = { [] }
    }

    private let behaviour: Behaviour
    private let reader: InputReader
    private let writer: OutputWriter
    private enum Work {
        // Boxed: a request is large, and work moves from place to place.
        indirect case answer(Request)
        case write([UInt8])
    }

    /// What waits in each conversation that is being worked on.
    private var lanes: [String: [Work]] = [:]
    private var inFlight = 0
    /// How many conversations are being looked at; they are nobody's requests and take no place of one.
    private var looks = 0
    private var isOver = false
    private var waiting: CheckedContinuation<Void, Never>?
    private var isStopped = false

    init(input: Int32, output: Int32, _ behaviour: Behaviour) throws(PipeFailure) {
        let gate = StopGate()
        let writer = OutputWriter(output) { gate.open() }
        self.behaviour = behaviour
        self.writer = writer
        reader = try InputReader(input) { writer.inputIsIdle($0) }
        gate.whenOpened { [reader] in reader.stop() }
    }

    /// Runs until the input ends, ``stop()`` is called or nobody reads the output; all that came is answered.
    func run() async -> Ending {
        for await batch in reader.batches(lineLimit: Request.lineLimit) {
            for line in batch { await submit(line) }
            reader.tookBatch()
        }
        isOver = true
        while inFlight + looks > 0 { await oneFinished() }
        if !writer.isClosed {
            let lines = await behaviour.drain()
            if !lines.isEmpty { writer.append(lines) }
        }
        await writer.finish()
        return writer.isClosed ? .outputClosed : isStopped ? .stopped : .endOfInput
    }

    /// Takes no more input; what came is still answered.
    func stop() {
        isStopped = true
        reader.stop()
    }

    /// Writes what happened in conversations without being asked for, one after the other.
    ///
    /// One that is busy is left for the next time.
    func look(at conversations: [String]) async {
        for conversation in conversations where lanes[conversation] == nil && !isOver {
            lanes[conversation] = []
            looks += 1
            let lines = await behaviour.look(conversation) { [writer] in writer.append($0) }
            if !lines.isEmpty { writer.append(lines) }
            looks -= 1
            if let next = finished(in: conversation) {
                Task { await run(through: conversation, from: next) }
            }
        }
    }

    /// Waits until all lines are written.
    ///
    /// - Returns: Whether somebody reads them still.
    func isWritten() async -> Bool {
        await writer.finish()
        return !writer.isClosed
    }

    private func submit(_ line: LineSplitter.Line) async {
        guard !writer.isClosed else { return }
        await writer.room()
        while inFlight >= Self.inFlightLimit { await oneFinished() }
        do {
            guard let request = try behaviour.read(line) else { return }
            enqueue(.answer(request), in: request.conversation)
        } catch {
            enqueue(.write(behaviour.refuse(error, line.number)), in: error.conversation ?? "")
        }
    }

    private func enqueue(_ work: Work, in conversation: String) {
        inFlight += 1
        if lanes[conversation] != nil {
            lanes[conversation]?.append(work)
        } else {
            lanes[conversation] = []
            Task { await run(through: conversation, from: work) }
        }
    }

    /// Does a piece of work and those of its conversation that come meanwhile, off the actor.
    @concurrent private nonisolated func run(through conversation: String, from first: Work) async {
        var work = first
        while true {
            let lines =
                switch work {
                case .answer(let request): await behaviour.answer(request) { [writer] in writer.append($0) }
                case .write(let lines): lines
                }
            if !lines.isEmpty { writer.append(lines) }
            guard let next = await answered(in: conversation) else { return }
            work = next
        }
    }

    /// Counts a piece of work as done and gives the next one of the conversation.
    private func answered(in conversation: String) -> Work? {
        inFlight -= 1
        return finished(in: conversation)
    }

    private func finished(in conversation: String) -> Work? {
        waiting?.resume()
        waiting = nil
        guard lanes[conversation]?.isEmpty == false else {
            lanes[conversation] = nil
            return nil
        }
        return lanes[conversation]?.removeFirst()
    }

    private func oneFinished() async {
        await withCheckedContinuation { waiting = $0 }
    }
}
