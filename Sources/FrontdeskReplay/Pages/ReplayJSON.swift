import FrontdeskPipe
public import FrontdeskCompiler

/// What replays came to, as programs read it.
public struct ReplayJSON {
    private let reports: [ReplayReport]
    private let assistant: String
    private let sources: [SourceFile]

    /// Makes the JSON.
    ///
    /// - Parameters:
    ///   - reports: One for each log.
    ///   - assistant: The assistant's name.
    ///   - sources: Its files, in which causes have their places.
    public init(_ reports: [ReplayReport], assistant: String, sources: [SourceFile]) {
        self.reports = reports
        self.assistant = assistant
        self.sources = sources
    }

    /// One object on one line.
    public var text: String {
        let value: JSON = [
            "assistant": .string(assistant),
            "same": .bool(reports.allSatisfy(\.isSame)),
            "logs": .array(reports.map(log)),
        ]
        var bytes: [UInt8] = []
        value.write(to: &bytes)
        return String(decoding: bytes, as: UTF8.self) + "\n"
    }

    private func log(_ report: ReplayReport) -> JSON {
        [
            "path": .string(report.path),
            "format": .string(report.format.rawValue),
            "conversations": .integer(report.conversations.count),
            "steps": .integer(report.steps),
            "differing": .integer(report.differing),
            "answers": .integer(report.count([.answers, .choices, .responses])),
            "states": .integer(report.count([.intent, .decision, .state, .slots])),
            "handoffs": .integer(report.count([.handoff])),
            "losses": .array(
                report.losses.map { ["what": .string($0.what), "count": .integer($0.count)] }
            ),
            "unrecorded_actions": .array(report.unrecorded.map { .string($0) }),
            "causes": .array(report.groups.map { group($0, report) }),
        ]
    }

    private func group(_ group: ReplayReport.Group, _ report: ReplayReport) -> JSON {
        [
            "kind": .string(group.cause.kind),
            "title": .string(group.cause.title),
            "place": JSON(SourceOfCause.place(group.cause, sources)),
            "count": .integer(group.differences.count),
            "conversations": .integer(group.conversations),
            "follow_ups": .integer(group.followUps),
            "differences": .array(group.differences.map { difference($0, report) }),
        ]
    }

    private func difference(_ difference: ReplayReport.Difference, _ report: ReplayReport) -> JSON {
        let (step, now) = report.step(of: difference)
        let conversation = report.conversations[difference.conversation].recorded
        return [
            "conversation": .string(conversation.id),
            "step": .integer(difference.step + 1),
            "line": step.line > 0 ? .integer(step.line) : .null,
            "input": JSON(step.act.shown),
            "differing": .array(difference.facets.map { .string($0.rawValue) }),
            "was": seen(step.seen),
            "now": seen(now),
        ]
    }

    private func seen(_ seen: Observation) -> JSON {
        [
            "messages": .array(seen.said.map { .string($0.text) }),
            "intent": JSON(seen.intent),
            "confidence": .rounded(seen.confidence),
            "state": JSON(seen.state),
            "decision": JSON(seen.decision),
            "handoffs": .array(
                seen.handoffs.map { ["queue": .string($0.queue), "reason": .string($0.reason)] }
            ),
            "failure": JSON(seen.failure),
        ]
    }
}
