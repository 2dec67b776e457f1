import FrontdeskDialogue

/// A conversation that nobody has written down what the desk says in: the desk's lines are those of a run.
package enum TranscriptDraft {
    /// Plays what the customer does, and writes down what the desk says and what comes of it.
    ///
    /// - Parameters:
    ///   - text: One transcript without the desk's lines.
    ///   - runner: Plays it on the assistant as it is.
    /// - Returns: The transcript; nil when it cannot be read or played.
    package static func completed(_ text: String, by runner: TranscriptRunner) async -> String? {
        let reading = TranscriptFile(path: "draft.transcript", text: text).reading()
        guard reading.errors.isEmpty, reading.transcripts.count == 1 else { return nil }
        let result = await runner.run(reading.transcripts[0])
        guard result.outcomes.allSatisfy({ $0.failure == nil }) else { return nil }
        var added: [Int: [String]] = [:]
        for (step, outcome) in zip(result.transcript.steps, result.outcomes) {
            let said = outcome.lines.map(\.source)
            added[step.line, default: []] += said + StepFacts.reported(outcome).map { "  \($0)" }
        }
        return adding(added, to: text)
    }

    /// The text with lines added behind others, by their numbers from 1.
    package static func adding(_ added: [Int: [String]], to text: String) -> String {
        var lines: [String] = []
        // By scalars: a line break of two is one character.
        for (number, line) in text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
            .enumerated()
        {
            lines.append(String(line))
            lines += (added[number + 1] ?? []).map { line.last == "\r" ? $0 + "\r" : $0 }
        }
        return lines.joined(separator: "\n")
    }
}
