import Dispatch
import Glibc
import Testing

@testable import FrontdeskPipe

@Suite("The loop of the pipe")
struct PipeLoopTests {
    /// What the loop writes for an input, with an answer of the test's own.
    private func run(
        _ input: String,
        answer: @escaping @Sendable (Request) async -> String
    ) async throws -> (lines: [String], ending: PipeLoop.Ending) {
        let source = try Descriptors()
        let sink = try Descriptors()
        let loop = try PipeLoop(source, sink) { Array((await answer($0) + "\n").utf8) }
        async let writing: Void = blocking { source.write(input) }
        async let reading = blocking { sink.readAll() }
        let ending = await loop.run()
        sink.closeWriteEnd()
        await writing
        let text = await reading
        return (text.split(separator: "\n").map(String.init), ending)
    }

    @Test("Every line gets exactly one line, in order within a conversation")
    func order() async throws {
        let input = (0..<5000).map { #"{"conversation":"c\#($0 % 7)","id":"\#($0)","text":"x"}"# + "\n" }
            .joined()
        let (lines, ending) = try await run(input) { request in
            if Int(request.id ?? "").map({ $0 % 11 == 0 }) == true { await Task.yield() }
            return "\(request.conversation) \(request.id ?? "")"
        }
        #expect(ending == .endOfInput)
        #expect(lines.count == 5000)
        for lane in 0..<7 {
            let seen = lines.filter { $0.hasPrefix("c\(lane) ") }.compactMap { Int($0.dropFirst(3)) }
            #expect(seen == (0..<5000).filter { $0 % 7 == lane })
        }
    }

    @Test("A slow conversation does not hold up the others")
    func parallel() async throws {
        let gate = Gate()
        let input =
            #"{"conversation":"slow","text":"x"}"# + "\n" + #"{"conversation":"fast","text":"x"}"# + "\n"
        let (lines, _) = try await run(input) { request in
            if request.conversation == "slow" { await gate.wait() } else { await gate.open() }
            return request.conversation
        }
        #expect(lines == ["fast", "slow"])
    }

    @Test("No more requests are taken in at once than the limit says")
    func bounded() async throws {
        let counter = Counter()
        let input = (0..<2000).map { #"{"conversation":"c\#($0)","text":"x"}"# + "\n" }.joined()
        let (lines, _) = try await run(input) { _ in
            await counter.enter()
            await Task.yield()
            await counter.leave()
            return "done"
        }
        #expect(lines.count == 2000)
        #expect(await counter.highest <= PipeLoop.inFlightLimit)
    }

    @Test("Looking for news takes no request's place", .timeLimit(.minutes(1)))
    func looksDoNotCount() async throws {
        let source = try Descriptors()
        let sink = try Descriptors()
        let (looking, full) = (Gate(), Gate())
        let counter = Counter()
        let loop = try PipeLoop(source, sink) { _ in
            // Nobody is answered before as many as may be under way are.
            if await counter.enter() == PipeLoop.inFlightLimit { await full.open() }
            await full.wait()
            return Array("answer\n".utf8)
        } look: { _ in
            await looking.wait()
            return Array("news\n".utf8)
        }
        let looks = Task { await loop.look(at: ["watched"]) }
        await Task.yield()
        let input = (0..<PipeLoop.inFlightLimit).map { #"{"conversation":"c\#($0)","text":"x"}"# + "\n" }
            .joined()
        async let writing: Void = blocking { source.write(input) }
        async let reading = blocking { sink.readAll() }
        let running = Task { await loop.run() }
        await full.wait()
        await looking.open()
        #expect(await running.value == .endOfInput)
        await looks.value
        await writing
        sink.closeWriteEnd()
        let lines = await reading.split(separator: "\n")
        #expect(lines.count { $0 == "answer" } == PipeLoop.inFlightLimit)
        #expect(lines.count { $0 == "news" } == 1)
    }

    @Test("Bad lines get errors with their numbers, and the rest is answered")
    func errors() async throws {
        let long = String(repeating: "y", count: Request.lineLimit + 1)
        let input = "{\n\n\(long)\n{\"conversation\":\"c\",\"text\":\"x\"}\n{\"type\":\"nope\"}"
        let (lines, _) = try await run(input) { "answered \($0.line)" }
        #expect(lines.count == 4)
        #expect(lines.contains("answered 4"))
        #expect(lines.contains { $0.contains(#""line":1,"code":"bad_json""#) })
        #expect(lines.contains { $0.contains(#""line":3,"code":"line_too_long""#) && $0.contains("1048577") })
        #expect(lines.contains { $0.contains(#""line":5,"code":"unknown_type""#) })
    }

    @Test("An answer is written while the input stays open")
    func interactive() async throws {
        let source = try Descriptors()
        let sink = try Descriptors()
        let loop = try PipeLoop(source, sink) { Array("\($0.line)\n".utf8) }
        let running = Task { await loop.run() }
        for turn in 1...3 {
            source.write(#"{"conversation":"c","text":"x"}"# + "\n", closing: false)
            #expect(await blocking { sink.readLine() } == "\(turn)")
        }
        await loop.stop()
        #expect(await running.value == .stopped)
    }

    @Test("When nobody reads the output, the loop ends instead of the process")
    func outputClosed() async throws {
        signal(SIGPIPE, SIG_IGN)
        let source = try Descriptors()
        let sink = try Descriptors()
        let loop = try PipeLoop(source, sink) { _ in Array("x\n".utf8) }
        sink.closeReadEnd()
        let running = Task { await loop.run() }
        source.write(#"{"conversation":"c","text":"x"}"# + "\n", closing: false)
        #expect(await running.value == .outputClosed)
    }
}

extension PipeLoop {
    /// A loop over the JSON protocol with answers of the test's own.
    init(
        _ source: Descriptors,
        _ sink: Descriptors,
        answer: @escaping @Sendable (Request) async -> [UInt8],
        look: @escaping @Sendable (String) async -> [UInt8] = { _ in [] }
    ) throws(PipeFailure) {
        try self.init(
            input: source.readEnd,
            output: sink.writeEnd,
            Behaviour(
                read: { line throws(RequestReader.Refusal) in try RequestReader.read(line) },
                refuse: { refusal, line in
                    LineEncoder.error(
                        refusal.error,
                        line: line,
                        id: refusal.id,
                        conversation: refusal.conversation
                    )
                },
                answer: { request, _ in await answer(request) },
                look: { id, _ in await look(id) }
            )
        )
    }
}

/// Runs what blocks on a thread of its own, not on one of the few that tasks share.
func blocking<Result: Sendable>(_ body: @escaping @Sendable () -> Result) async -> Result {
    await withCheckedContinuation { continuation in
        DispatchQueue(label: "blocking").async { continuation.resume(returning: body()) }
    }
}

/// The two ends of a pipe; what is open is closed at the end.
final class Descriptors: Sendable {
    let readEnd: Int32
    let writeEnd: Int32

    init() throws {
        var ends: [Int32] = [0, 0]
        try #require(pipe(&ends) == 0)
        readEnd = ends[0]
        writeEnd = ends[1]
    }

    func write(_ text: String, closing: Bool = true) {
        let bytes = Array(text.utf8)
        var written = 0
        while written < bytes.count {
            let count = bytes[written...].withUnsafeBytes { Glibc.write(writeEnd, $0.baseAddress, $0.count) }
            guard count > 0 else { break }
            written += count
        }
        if closing { closeWriteEnd() }
    }

    func readAll() -> String {
        var bytes: [UInt8] = []
        var block = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = read(readEnd, &block, block.count)
            guard count > 0 else { return String(decoding: bytes, as: UTF8.self) }
            bytes.append(contentsOf: block[..<count])
        }
    }

    func readLine() -> String {
        var bytes: [UInt8] = []
        var byte: UInt8 = 0
        while read(readEnd, &byte, 1) == 1, byte != UInt8(ascii: "\n") { bytes.append(byte) }
        return String(decoding: bytes, as: UTF8.self)
    }

    func closeWriteEnd() { close(writeEnd) }
    func closeReadEnd() { close(readEnd) }
}

private actor Gate {
    private var isOpen = false
    private var waiting: [CheckedContinuation<Void, Never>] = []

    func wait() async {
        if isOpen { return }
        await withCheckedContinuation { waiting.append($0) }
    }

    func open() {
        isOpen = true
        for continuation in waiting { continuation.resume() }
        waiting = []
    }
}

private actor Counter {
    private var current = 0
    private(set) var highest = 0

    @discardableResult
    func enter() -> Int {
        current += 1
        highest = max(highest, current)
        return current
    }

    func leave() {
        current -= 1
    }
}
