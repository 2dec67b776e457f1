public import FrontdeskCompiler

/// What a replay came to, as people read it in a terminal.
public struct ReplayText {
    private let report: ReplayReport
    private let sources: [SourceFile]

    /// How many groups are shown in full.
    private let limit: Int

    /// Makes a text.
    ///
    /// - Parameters:
    ///   - report: What came of the replay.
    ///   - sources: The assistant's files, in which causes have their places; none for a bundle.
    ///   - limit: How many causes are shown with an example; the others have a line.
    public init(_ report: ReplayReport, sources: [SourceFile], limit: Int = 20) {
        self.report = report
        self.sources = sources
        self.limit = limit
    }

    /// The counts, then the causes, those of most steps first, each with its shortest example.
    public var text: String {
        var text =
            "\(report.path): \(report.format.title), \(count(report.conversations.count, "conversation")), "
        text += "\(count(report.steps, "step"))\n"
        for loss in report.losses { text += "  not carried over: \(loss.what)\(times(loss.count))\n" }
        if !report.unrecorded.isEmpty, !report.isSame || report.format == .export {
            text += "  run on the assistant's own data: \(report.unrecorded.joined(separator: ", "))\n"
        }
        guard !report.isSame else { return text + "Nothing differs.\n" }
        text += "  \(count(report.differing, "conversation")) would go otherwise: "
        text += "\(count(report.count([.answers, .choices, .responses]), "answer")), "
        text += "\(count(report.count([.intent, .decision, .state, .slots]), "state")), "
        text += "\(count(report.count([.handoff]), "handoff"))\n"
        for (number, group) in report.groups.enumerated() {
            text += "\n" + head(of: group)
            if number < limit, let example = report.example(of: group) { text += lines(of: example) }
        }
        let followUps = report.differences.count { $0.isFollowUp }
        text += "\n\(count(report.differences.count - followUps, "difference")) of "
        text += count(report.groups.count, "cause")
        return text + (followUps > 0 ? ", and \(count(followUps, "step")) that follow from them.\n" : ".\n")
    }

    private func head(of group: ReplayReport.Group) -> String {
        var text = "\(group.differences.count)x \(group.cause.title)"
        var notes: [String] = []
        if group.differences.count > 1 { notes.append("in \(count(group.conversations, "conversation"))") }
        if group.followUps > 0 { notes.append("\(count(group.followUps, "later step")) follow") }
        if !notes.isEmpty { text += " (\(notes.joined(separator: ", ")))" }
        text += "\n"
        if let place = SourceOfCause.place(group.cause, sources) { text += "  \(place)\n" }
        return text
    }

    /// What was said before it, then the step as it was and as it is.
    private func lines(of difference: ReplayReport.Difference) -> String {
        let conversation = report.conversations[difference.conversation].recorded
        let (step, now) = report.step(of: difference)
        var name = "conversation \(conversation.id)"
        if let title = conversation.title { name += " (\(title))" }
        if step.line > 0, report.format != .transcript { name += ", line \(step.line)" }
        var text = "  \(name)\n"
        if let line = step.act.shown { text += "    \(line)\n" }
        for line in DifferenceLines(was: step.seen, now: now).lines { text += "  \(line)\n" }
        return text
    }

    private func count(_ number: Int, _ noun: String) -> String {
        "\(number) \(noun)\(number == 1 ? "" : "s")"
    }

    private func times(_ number: Int) -> String { number == 1 ? "" : ", \(number) times" }
}

/// Where a cause stands in the files.
enum SourceOfCause {
    static func place(_ cause: Cause, _ sources: [SourceFile]) -> String? {
        guard !sources.isEmpty else { return nil }
        for keys in cause.places where !keys.isEmpty {
            guard let place = KeyPlace.find(keys, in: sources) else { continue }
            // A place that only the outermost key leads to says nothing.
            if keys.count > 1, let outer = KeyPlace.find([keys[0]], in: sources), outer == place { continue }
            return "\(place.file):\(place.line):\(place.column)"
        }
        return nil
    }
}

/// A step as it was and as it is: `-` before what was, `+` before what is, a blank before what stayed.
struct DifferenceLines {
    let was: Observation
    let now: Observation

    var lines: [String] {
        var lines: [String] = []
        if let failure = now.failure { return ["+ \(failure)"] }
        let comparison = TurnComparison(was: was, now: now)
        if was.known.contains(.answers) {
            for pair in comparison.pairs {
                if comparison.isSame(pair) {
                    lines.append("  < \(Self.line(pair.now?.text ?? pair.was?.text ?? ""))")
                    continue
                }
                if let then = pair.was {
                    lines.append("- < \(then.isNegated ? "not: " : "")\(Self.line(then.text))")
                }
                if let now = pair.now { lines.append("+ < \(Self.line(now.text))") }
            }
        } else {
            lines += now.said.map { "  < \(Self.line($0.text))" }
        }
        let differing = Set(comparison.differing)
        if differing.contains(.choices) {
            lines.append("- buttons \(was.said.flatMap(\.choices).joined(separator: ", "))")
            lines.append("+ buttons \(now.said.flatMap(\.choices).joined(separator: ", "))")
        }
        if differing.contains(.responses) {
            lines.append("- \(was.responses.map(\.name).joined(separator: ", "))")
        }
        if differing.contains(.intent) || differing.contains(.decision) {
            lines.append("- \(Self.decision(was))")
            lines.append("+ \(Self.decision(now))")
        }
        if differing.contains(.state) {
            lines.append("- state \(was.state ?? "none")")
            lines.append("+ state \(now.state ?? "none")")
        }
        if differing.contains(.handoff) {
            lines.append("- \(Self.handoffs(was))")
            lines.append("+ \(Self.handoffs(now))")
        }
        if differing.contains(.slots) {
            let (then, current) = (Set(was.slots), Set(now.slots))
            lines += was.slots.filter { !current.contains($0) }.map { "- \(Self.slot($0))" }
            lines += now.slots.filter { !then.contains($0) }.map { "+ \(Self.slot($0))" }
        }
        return lines
    }

    private static func decision(_ seen: Observation) -> String {
        var text = "intent \(seen.intent ?? "none")"
        if let confidence = seen.confidence {
            text += " \(Double((confidence * 100).rounded()) / 100)"
        }
        if let decision = seen.decision { text += ", decision \(decision)" }
        return text
    }

    private static func handoffs(_ seen: Observation) -> String {
        seen.handoffs.isEmpty
            ? "no handoff" : seen.handoffs.map { "handoff \($0.queue) \($0.reason)" }.joined(separator: ", ")
    }

    private static func slot(_ slot: Observation.Slot) -> String {
        slot.value.map { "slot \(slot.name) = \($0)" } ?? "slot \(slot.name) emptied"
    }

    private static func line(_ text: String) -> String { text.replacing("\n", with: "\\n") }
}
