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
            let said = outcome.messages.map { "< \(LinePattern.escape($0.text))" }
            // What was held back and is answered as time passes is no turn of that step.
            let expected = expectations(outcome.events).filter {
                outcome.turn != nil || !$0.hasPrefix("  intent ")
            }
            added[step.line, default: []] += said + expected
        }
        var lines: [String] = []
        for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            lines.append(String(line))
            lines += added[number + 1] ?? []
        }
        return lines.joined(separator: "\n")
    }

    /// What a report would count of a step, beyond what was said.
    private static func expectations(_ events: [Event]) -> [String] {
        var lines: [String] = []
        for event in events {
            switch event.fact {
            case .understood(let understanding):
                if let intent = understanding.intent { lines.append("  intent \(intent)") }
            case .handedOff(let handoff):
                lines.append("  handoff \(handoff.queue) \(handoff.reason.rawValue)")
            case .flowEnded(let flow, let outcome):
                lines.append("  event flow_ended \(flow) \(outcome.rawValue)")
            case .promised: lines.append("  promise")
            default: break
            }
        }
        // A step has one decision; only the last reading of it can be asked for.
        let readings = lines.filter { $0.hasPrefix("  intent ") }
        return lines.filter { !$0.hasPrefix("  intent ") || readings.count == 1 }
    }
}
