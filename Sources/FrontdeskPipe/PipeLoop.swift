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

    /// What becomes of a request: the lines to write, each with its line end.
    typealias Answer = @Sendable (Request) async -> [UInt8]

    private let answer: Answer
    private let reader: InputReader
    private let writer: OutputWriter
    private var lanes: [String: [Request]] = [:]
    private var inFlight = 0
    private var waiting: CheckedContinuation<Void, Never>?
    private var isStopped = false

    init(input: Int32, output: Int32, answer: @escaping Answer) throws(PipeFailure) {
        let gate = StopGate()
        let writer = OutputWriter(output) { gate.open() }
        self.answer = answer
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
        while inFlight > 0 { await oneFinished() }
        await writer.finish()
        return writer.isClosed ? .outputClosed : isStopped ? .stopped : .endOfInput
    }

    /// Takes no more input; what came is still answered.
    func stop() {
        isStopped = true
        reader.stop()
    }

    /// Writes lines nobody asked for.
    nonisolated func emit(_ lines: [UInt8]) {
        writer.append(lines)
    }

    private func submit(_ line: LineSplitter.Line) async {
        guard !writer.isClosed else { return }
        await writer.room()
        let request: Request
        do {
            guard let read = try Self.request(of: line) else { return }
            request = read
        } catch {
            let lines = LineEncoder.error(
                error.error,
                line: line.number,
                id: error.id,
                conversation: error.conversation
            )
            writer.append(lines)
            return
        }
        while inFlight >= Self.inFlightLimit { await oneFinished() }
        inFlight += 1
        if lanes[request.conversation] != nil {
            lanes[request.conversation]?.append(request)
        } else {
            lanes[request.conversation] = []
            Task { await work(through: request) }
        }
    }

    private static func request(of line: LineSplitter.Line) throws(RequestReader.Refusal) -> Request? {
        switch line.content {
        case .bytes(let bytes):
            return try RequestReader.read(bytes, line: line.number)
        case .tooLong(let count):
            throw RequestReader.Refusal(
                error: RequestError(
                    .lineTooLong,
                    "The line has \(count) bytes, the limit is \(Request.lineLimit); it was passed over."
                )
            )
        }
    }

    /// Answers a request and those of its conversation that come meanwhile, off the actor.
    @concurrent private nonisolated func work(through first: Request) async {
        var request = first
        while true {
            writer.append(await answer(request))
            guard let next = await next(after: request) else { return }
            request = next
        }
    }

    private func next(after request: Request) -> Request? {
        inFlight -= 1
        waiting?.resume()
        waiting = nil
        guard let lane = lanes[request.conversation], !lane.isEmpty else {
            lanes[request.conversation] = nil
            return nil
        }
        return lanes[request.conversation]?.removeFirst()
    }

    private func oneFinished() async {
        await withCheckedContinuation { waiting = $0 }
    }
}
