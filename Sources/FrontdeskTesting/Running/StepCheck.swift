import FrontdeskDialogue
import FrontdeskMatching

/// Compares what came of a step with what its transcript says.
struct StepCheck {
    let step: Transcript.Step
    let outcome: StepOutcome
    let zone: Zone

    var differences: [Difference] {
        if let failure = outcome.failure, !outcome.isRefused || !step.expectsRefusal {
            return [Difference(line: step.line, summary: failure)]
        }
        var found = replyDifferences.map { difference in
            var difference = difference
            difference.isAboutDeskLine = true
            return difference
        }
        for expectation in step.expectations {
            let actual = ExpectationCheck(condition: expectation.condition, outcome: outcome, zone: zone)
                .mismatch
            guard (actual == nil) == expectation.isNegated else { continue }
            found.append(
                Difference(
                    line: expectation.line,
                    summary: "the expectation does not hold",
                    expected: expectation.source,
                    actual: actual ?? "it is so"
                )
            )
        }
        if !found.isEmpty { found[found.count - 1].context = context }
        return found
    }

    // MARK: Messages

    private var replyDifferences: [Difference] {
        let said = outcome.lines
        if ReplyMatch(step.replies, said).succeeds { return [] }
        var line = step.line
        return ReplyAlignment(step.replies, said).misfits.map { slot, message in
            let reply = slot.map { step.replies[$0] }
            line = max(line, reply?.line ?? line)
            return Difference(
                line: line,
                summary: reply == nil
                    ? "the desk said more than expected"
                    : message == nil ? "the desk did not say this" : "the desk said something else",
                expected: reply?.written,
                actual: message.map { said[$0].source }
            )
        }
    }

    // MARK: Why

    private var context: [String] {
        guard let turn = outcome.turn else { return [] }
        var lines = ["decision \(turn.decision.rawValue) by \(turn.rule.rawValue)"]
        if let intent = turn.intent { lines[0] += ", intent \(intent)" }
        if let confidence = turn.confidence { lines[0] += " \(Self.percent(confidence))" }
        lines[0] += ", state \(turn.state ?? "none"), owner \(turn.owner)"
        let candidates =
            outcome.events.compactMap { event -> [Candidate]? in
                if case .understood(let understanding) = event.fact { understanding.candidates } else { nil }
            }.last ?? []
        if !candidates.isEmpty {
            let list = candidates.prefix(3).map { "\($0.intent) \(Self.percent($0.confidence))" }
            lines.append("candidates \(list.joined(separator: ", "))")
        }
        return lines
    }

    static func percent(_ confidence: Double) -> String {
        NumberText.decimal(Int((confidence * 100).rounded()), places: 2)
    }
}

extension Transcript.Step {
    /// Whether the step is one that must not happen.
    fileprivate var expectsRefusal: Bool {
        expectations.contains { expectation in
            if case .refused = expectation.condition { !expectation.isNegated } else { false }
        }
    }
}

/// Whether messages fit lines, where `...` alone takes one or more.
struct ReplyMatch {
    private let replies: [Transcript.ExpectedReply]
    private let said: [SaidLine]

    init(_ replies: [Transcript.ExpectedReply], _ said: [SaidLine]) {
        self.replies = replies
        self.said = said
    }

    var succeeds: Bool {
        // reachable[j]: the lines so far can have taken the first j messages.
        var reachable = [true] + Array(repeating: false, count: said.count)
        for reply in replies {
            var next = Array(repeating: false, count: said.count + 1)
            for taken in 0..<said.count {
                let isGap = reply.pattern == nil
                next[taken + 1] = reply.fits(said[taken]) && (reachable[taken] || isGap && next[taken])
            }
            reachable = next
        }
        return reachable[said.count]
    }
}
