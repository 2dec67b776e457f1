import CMeasure
import Foundation
import FrontdeskCompiler
import FrontdeskDialogue
import FrontdeskMatching

/// What knowledge costs: the same utterances over 100, 1,000, 10,000 and 100,000 patterns.
enum ScaleBenchmark {
    static let intentCounts = [10, 100, 1_000, 10_000]
    static let turns = 20_000
    static let runs = 5

    static func report() {
        print("Patterns alone, by their number (CPU time of this thread; matching: best of \(runs) runs)")
        var hits: [(patterns: Int, p50: Int64)] = []
        for count in intentCounts {
            let p50 = report(ScaleAssistant(intentCount: count))
            hits.append((count * ScaleAssistant.patternsPerIntent, p50))
        }
        if let few = hits.first(where: { $0.patterns == 1_000 }), let many = hits.last {
            print(
                "  p50 over \(many.patterns) patterns : p50 over \(few.patterns) = "
                    + ratio(many.p50, few.p50)
            )
        }
        lowerBound(ScaleAssistant(intentCount: intentCounts.last ?? 1))
    }

    /// Measures one size; gives the median of the utterances that a pattern covers.
    private static func report(_ assistant: ScaleAssistant) -> Int64 {
        let sources = assistant.sources
        let size = sources.reduce(0) { $0 + $1.bytes.count }
        var start = Stopwatch.thread
        let compilation = Compiler.compile(sources)
        let compiled = Stopwatch.thread - start
        guard let matching = compilation.assistant?.matching else {
            print(DiagnosticRenderer.text(Array(compilation.diagnostics.prefix(3)), sources: sources))
            return 0
        }
        start = Stopwatch.thread
        let matcher = Matcher(matching, model: nil)
        let indexed = Stopwatch.thread - start
        let patterns = assistant.intentCount * ScaleAssistant.patternsPerIntent
        print("  \(patterns) patterns, \(assistant.intentCount) intents, \(size / 1024) KiB of files")
        print("    compile \(milliseconds(compiled))   index \(milliseconds(indexed))")
        let hit = best(matcher, ScaleAssistant.utterances, mustMatch: true)
        line("hit ", hit, matcher, ScaleAssistant.utterances)
        line("miss", best(matcher, ScaleAssistant.misses, mustMatch: false), matcher, ScaleAssistant.misses)
        return hit.percentile(0.5)
    }

    private static func line(_ name: String, _ sample: Sample, _ matcher: Matcher, _ texts: [String]) {
        print(
            "    \(name) p50 \(microseconds(sample.percentile(0.5)))"
                + "   p90 \(microseconds(sample.percentile(0.9)))"
                + "   p99 \(microseconds(sample.percentile(0.99)))"
                + "   \(AllocationBenchmark.line(matcher, texts))"
        )
    }

    private static func best(_ matcher: Matcher, _ texts: [String], mustMatch: Bool) -> Sample {
        var best = measure(matcher, texts, mustMatch: mustMatch)
        for _ in 1..<runs {
            let run = measure(matcher, texts, mustMatch: mustMatch)
            if run.total < best.total { best = run }
        }
        return best
    }

    /// Times each match by itself; what reading the clock costs is taken off.
    private static func measure(_ matcher: Matcher, _ texts: [String], mustMatch: Bool) -> Sample {
        var workspace = Matcher.Workspace()
        var times: [Int64] = []
        times.reserveCapacity(turns)
        let clock = Stopwatch.threadCost
        for turn in 0..<turns {
            let text = texts[turn % texts.count]
            let start = Stopwatch.thread
            let result = matcher.match(text, using: &workspace)
            times.append(max(0, Stopwatch.thread - start - clock))
            precondition(result.candidates.isEmpty != mustMatch, "\(text) has a pattern, or none")
        }
        return Sample(times)
    }

    /// One sentence a pattern in a trie in C: what folding, cutting and looking up cost at least.
    private static func lowerBound(_ assistant: ScaleAssistant) {
        let sentences = assistant.sentences
        guard let walk = walk(sentences, ScaleAssistant.utterances) else { return }
        print(
            "  lower bound in C, one trie of \(sentences.count) sentences   p50 \(walk.percentile(0.5)) ns"
        )
    }

    /// What finding each of some texts takes in a trie of sentences, which they are among.
    static func walk(_ sentences: [String], _ texts: [String]) -> Sample? {
        guard let trie = cmeasure_trie_new(sentences.count * 12) else { return nil }
        defer { cmeasure_trie_free(trie) }
        for (number, sentence) in sentences.enumerated() {
            let added = cmeasure_trie_add(trie, sentence, sentence.utf8.count, Int32(number))
            precondition(added == 1, "the trie is large enough")
        }
        return Sample(
            texts.map { text in
                let text = text.utf8.map { CChar(bitPattern: $0) }
                // A walk is so short that the clock would be all there is to see: many are timed together.
                let rounds = 1_000
                var best = Int64.max
                for _ in 0..<runs {
                    let start = Stopwatch.thread
                    for _ in 0..<rounds {
                        precondition(
                            cmeasure_trie_find(trie, text, text.count) >= 0,
                            "the sentence is there"
                        )
                    }
                    best = min(best, (Stopwatch.thread - start) / Int64(rounds))
                }
                return best
            }
        )
    }

    private static func ratio(_ one: Int64, _ other: Int64) -> String {
        let hundredths = one * 100 / max(1, other)
        return "\(hundredths / 100).\(hundredths % 100 < 10 ? "0" : "")\(hundredths % 100)"
    }

    /// Writes the files of an assistant with this many intents into a folder.
    static func write(intents: Int, to folder: String) throws {
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        for source in ScaleAssistant(intentCount: intents).sources {
            try Data(source.bytes).write(to: URL(fileURLWithPath: "\(folder)/\(source.path)"))
        }
    }
}
