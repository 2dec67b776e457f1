import Foundation
import FrontdeskCompiler
import FrontdeskDialogue
import FrontdeskMatching

/// What knowledge costs: the same utterances over 100, 10,000 and 100,000 patterns.
enum ScaleBenchmark {
    static let intentCounts = [10, 1_000, 10_000]
    static let turns = 20_000
    static let runs = 5

    static func report() {
        print("Patterns alone, by their number (CPU time of this thread; matching: best of \(runs) runs)")
        for count in intentCounts { report(ScaleAssistant(intentCount: count)) }
    }

    private static func report(_ assistant: ScaleAssistant) {
        let sources = assistant.sources
        let size = sources.reduce(0) { $0 + $1.bytes.count }
        var start = Stopwatch.thread
        let compilation = Compiler.compile(sources)
        let compiled = Stopwatch.thread - start
        guard let matching = compilation.assistant?.matching else {
            print(DiagnosticRenderer.text(Array(compilation.diagnostics.prefix(3)), sources: sources))
            return
        }
        start = Stopwatch.thread
        let matcher = Matcher(matching, model: nil)
        let indexed = Stopwatch.thread - start
        var best: Sample?
        for _ in 0..<runs {
            let run = measure(matcher)
            if best.map({ run.total < $0.total }) ?? true { best = run }
        }
        guard let best else { return }
        let patterns = assistant.intentCount * ScaleAssistant.patternsPerIntent
        print("  \(patterns) patterns, \(assistant.intentCount) intents, \(size / 1024) KiB of files")
        print("    compile \(milliseconds(compiled))   index \(milliseconds(indexed))")
        print(
            "    match p50 \(microseconds(best.percentile(0.5)))   p99 \(microseconds(best.percentile(0.99)))"
                + "   mean \(microseconds(best.total / Int64(max(1, best.count))))"
        )
    }

    private static func measure(_ matcher: Matcher) -> Sample {
        let utterances = ScaleAssistant.utterances
        var times: [Int64] = []
        times.reserveCapacity(turns)
        for turn in 0..<turns {
            let text = utterances[turn % utterances.count]
            let start = Stopwatch.thread
            let result = matcher.match(text)
            times.append(Stopwatch.thread - start)
            precondition(
                turn % utterances.count >= 100 || !result.candidates.isEmpty,
                "\(text) has its pattern"
            )
        }
        return Sample(times)
    }

    /// Writes the files of an assistant with this many intents into a folder.
    static func write(intents: Int, to folder: String) throws {
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        for source in ScaleAssistant(intentCount: intents).sources {
            try Data(source.bytes).write(to: URL(fileURLWithPath: "\(folder)/\(source.path)"))
        }
    }
}
