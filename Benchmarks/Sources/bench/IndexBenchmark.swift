import CMeasure
import FrontdeskCompiler
import FrontdeskDialogue
import FrontdeskMatching
import Glibc

/// What building the index over 100,000 patterns takes, apart from reading their files; a process of its own tells best.
enum IndexBenchmark {
    static let intentCount = 10_000

    static func report() {
        let sources = ScaleAssistant(intentCount: intentCount).sources
        guard let definition = Compiler.compile(sources).assistant?.matching else { return }
        // What compiling freed goes back to the system, or the peak would not show.
        cmeasure_trim()
        let size = status("VmRSS:")
        resetPeak()
        let start = Stopwatch.thread
        let matcher = Matcher(definition, model: nil)
        let time = Stopwatch.thread - start
        print("Index over \(intentCount * ScaleAssistant.patternsPerIntent) patterns")
        print("  CPU time of this thread            \(milliseconds(time))")
        print("  peak of memory, more than before   \((status("VmHWM:") - size) / 1024) MiB")
        precondition(!matcher.match(ScaleAssistant.utterances[0]).candidates.isEmpty, "the index is there")
    }

    /// Lets the peak begin anew at what is resident now.
    private static func resetPeak() {
        guard let file = fopen("/proc/self/clear_refs", "w") else { return }
        fputs("5", file)
        fclose(file)
    }

    /// A line of the process's status, in KiB.
    private static func status(_ name: String) -> Int {
        guard let file = fopen("/proc/self/status", "r") else { return 0 }
        defer { fclose(file) }
        var line = [CChar](repeating: 0, count: 256)
        while fgets(&line, 256, file) != nil {
            let text = String(decoding: line.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
            if text.hasPrefix(name) { return Int(text.filter(\.isNumber)) ?? 0 }
        }
        return 0
    }
}
