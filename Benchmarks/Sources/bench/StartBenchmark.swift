import Foundation
import FrontdeskCompiler

/// How long it takes until a program that was just started has answered, and what checking and loading cost.
enum StartBenchmark {
    static let runs = 20

    static func reportCheck(_ shop: Shop) {
        var times: [Int64] = []
        for _ in 0..<5 {
            let start = Stopwatch.thread
            _ = Compiler.check(shop.sources)
            times.append(Stopwatch.thread - start)
        }
        print("Check of \(shop.sources.count) files (thread CPU time, best of 5)")
        print("  \(milliseconds(times.min() ?? 0))")
    }

    /// Starts the built program with one line for `pipe --plain` and waits for the end.
    static func reportStart(_ program: String, _ shop: Shop) throws {
        let place = FileManager.default.temporaryDirectory.appendingPathComponent(
            "frontdesk-bench-\(getpid())"
        )
        try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: place) }
        let cold = try start(program, shop, place)
        let warm = Sample(try (0..<runs).map { _ in try start(program, shop, place) })
        print("Start of '\(program) pipe --plain', one message and its answer, on the wall")
        print("  cold (compiles and trains)   \(milliseconds(cold))")
        print(
            "  warm (from the cache)        p50 \(milliseconds(warm.percentile(0.5)))"
                + "   best \(milliseconds(warm.percentile(0)))"
        )
    }

    private static func start(_ program: String, _ shop: Shop, _ place: URL) throws -> Int64 {
        let process = Process()
        let (input, output) = (Pipe(), Pipe())
        process.executableURL = URL(fileURLWithPath: program)
        process.arguments = ["pipe", shop.folder, "--plain", "--store", "memory"]
        process.environment = [
            "XDG_CACHE_HOME": place.path, "XDG_STATE_HOME": place.path, "HOME": place.path,
        ]
        process.standardInput = input
        process.standardOutput = output
        let start = Stopwatch.wall
        try process.run()
        input.fileHandleForWriting.write(Data("where is my order A-10021?\n".utf8))
        try input.fileHandleForWriting.close()
        let answer = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        let end = Stopwatch.wall
        guard process.terminationStatus == 0, !answer.isEmpty else {
            throw BenchmarkError(
                message: "\(program) gave no answer; exit code \(process.terminationStatus)."
            )
        }
        return end - start
    }
}
