import Dispatch
import Frontdesk
import FrontdeskPipe
import Glibc

/// Turns a second through the whole pipe: bytes in by a pipe, bytes out by another.
enum PipeBenchmark {
    static let runs = 5
    static let turns = 50_000

    static func report(_ shop: Shop) async throws {
        print(
            "Pipe, store in memory (best of \(runs) runs of \(turns) turns, 500 conversations side by side)"
        )
        try await report(shop, try await shop.routine(), "routine: the desk answers all")
        try await report(shop, Shop.conversations, "with thousands waiting for a human")
    }

    private static func report(_ shop: Shop, _ conversations: [[String]], _ title: String) async throws {
        let input = requests(conversations)
        var best: (wall: Int64, cpu: Int64) = (.max, .max)
        for _ in 0..<runs {
            let figures = try await measure(shop, input)
            if figures.cpu < best.cpu { best = figures }
        }
        print("  \(title)")
        print("    turns a second of CPU time, all threads  \(perSecond(best.cpu))")
        print("    turns a second on the wall               \(perSecond(best.wall))")
    }

    private static func perSecond(_ nanoseconds: Int64) -> Int64 {
        Int64(turns) * 1_000_000_000 / max(1, nanoseconds)
    }

    /// The lines of all turns, the conversations interleaved.
    private static func requests(_ conversations: [[String]]) -> [UInt8] {
        var lines: [UInt8] = []
        for index in 0..<turns {
            let round = index / 500
            let lane = index % 500
            let texts = conversations[lane % conversations.count]
            let conversation = "c\(lane)-\(round / texts.count)"
            let line: JSON = [
                "conversation": .string(conversation), "id": .string("m\(index)"),
                "text": .string(texts[round % texts.count]), "at": "2026-11-22T09:00:00+01:00",
            ]
            line.write(to: &lines)
            lines.append(UInt8(ascii: "\n"))
        }
        return lines
    }

    @concurrent private static func measure(
        _ shop: Shop,
        _ input: [UInt8]
    ) async throws -> (wall: Int64, cpu: Int64) {
        var source: [Int32] = [0, 0]
        var sink: [Int32] = [0, 0]
        guard pipe(&source) == 0, pipe(&sink) == 0 else {
            throw BenchmarkError(message: "No pipe could be made.")
        }
        let session = try PipeSession(shop.desk(), input: source[0], output: sink[1])
        let (wall, cpu) = (Stopwatch.wall, Stopwatch.process)
        let (writeEnd, readEnd) = (source[1], sink[0])
        DispatchQueue(label: "writer").async {
            var start = 0
            while start < input.count {
                let count = input[start...].withUnsafeBytes {
                    write(writeEnd, $0.baseAddress, min($0.count, 65_536))
                }
                guard count > 0 else { break }
                start += count
            }
            close(writeEnd)
        }
        async let replies = lines(of: readEnd)
        _ = await session.run()
        close(sink[1])
        let count = await replies
        let figures = (Stopwatch.wall - wall, Stopwatch.process - cpu)
        close(source[0])
        close(sink[0])
        guard count >= turns else {
            throw BenchmarkError(message: "\(count) lines came for \(turns) requests.")
        }
        return figures
    }

    /// How many lines can be read until the end.
    private static func lines(of descriptor: Int32) async -> Int {
        await withCheckedContinuation { continuation in
            DispatchQueue(label: "reader").async {
                var block = [UInt8](repeating: 0, count: 65_536)
                var lines = 0
                while true {
                    let count = read(descriptor, &block, block.count)
                    guard count > 0 else { break }
                    lines += block[..<count].count { $0 == UInt8(ascii: "\n") }
                }
                continuation.resume(returning: lines)
            }
        }
    }
}
