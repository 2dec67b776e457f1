import Frontdesk
import FrontdeskDialogue
import FrontdeskPipe
import FrontdeskTesting

/// Writes one recorded conversation as a transcript.
struct TranscriptWriter {
    private(set) var standIns: StandIns
    /// What has no line in a transcript.
    private(set) var losses: [String] = []
    /// What happened, without times and answers: equal for conversations that are the same test.
    private(set) var acts: [String] = []
    private let assistant: Assistant?
    /// Whether the desk's lines are left out, for a run to fill in.
    private let isDraft: Bool
    private var lines: [String] = []
    private var now: Int64?
    private var actions: TranscriptActions?

    init(_ standIns: StandIns, assistant: Assistant?, isDraft: Bool) {
        self.standIns = standIns
        self.assistant = assistant
        self.isDraft = isDraft
        actions = assistant.map { TranscriptActions($0) }
    }

    mutating func text(of conversation: RecordedConversation) -> String {
        let start = conversation.steps.first?.at.map { $0 / 1000 * 1000 }
        now = start
        let waits = hasBursts(conversation.channel)
        for (place, step) in conversation.steps.enumerated() {
            pass(to: step.at, from: place == 0 ? 1 : waits ? 1000 : 60_000)
            write(step, isFirst: place == 0)
        }
        // In a run, what the desk writes by itself at the end needs the time that it took.
        let last = conversation.steps.last
        if isDraft, let end = last?.seen.said.compactMap(\.at).max(), end > last?.at ?? end {
            pass(to: end, from: 1000)
        }
        return (head(of: conversation, start: start) + [""] + lines).joined(separator: "\n") + "\n"
    }

    private func hasBursts(_ channel: String?) -> Bool {
        assistant?.channels.contains { $0.name == channel && $0.burst != nil } ?? false
    }

    private mutating func head(of conversation: RecordedConversation, start: Int64?) -> [String] {
        var title = conversation.title ?? ""
        for step in conversation.steps where title.isEmpty {
            if case .message(let message) = step.act { title = Self.line(message.text) }
        }
        title = Self.line(standIns.replacing(title.isEmpty ? "A conversation" : title))
        var head = ["# \(title)"]
        if let assistant { head.append("assistant: \(assistant.name)") }
        if let start {
            let zone = assistant.flatMap { Zone.named($0.zone, around: start) } ?? .utc
            head.append("clock: \(Timestamp.text(of: start, in: zone))")
        }
        // The choice of wordings depends on the id, but an id may be somebody's number.
        if !isDraft, standIns.replacing(conversation.id) == conversation.id, !conversation.id.contains("@") {
            head.append("conversation: \(conversation.id)")
        }
        if let channel = conversation.channel,
            assistant == nil || assistant?.channels.contains(where: { $0.name == channel }) == true
        {
            head.append("channel: \(channel)")
        }
        if case .message(let message)? = conversation.steps.first?.act, let customer = message.customer,
            let fields = standIns.replacing(customer).transcriptText
        {
            head.append("customer: \(fields)")
        }
        if case .report(_, let customer?)? = conversation.steps.first?.act,
            let fields = standIns.replacing(customer).transcriptText
        {
            head.append("customer: \(fields)")
        }
        return head
    }

    // MARK: Steps

    private mutating func pass(to time: Int64?, from least: Int64) {
        guard let time, let before = now, time - before >= least, time - before >= 1000 else { return }
        let seconds = (time - before) / 1000
        lines.append("@ +\(Self.distance(seconds))")
        now = before + seconds * 1000
    }

    private mutating func write(_ step: RecordedStep, isFirst: Bool) {
        if case .message(let message) = step.act, !isFirst, let customer = message.customer,
            let fields = standIns.replacing(customer).transcriptText
        {
            lines.append("customer \(fields)")
        }
        guard let line = line(of: step.act) else { return }
        let outcomes = step.actions.map {
            TranscriptActions.Outcome(action: $0.request.action, result: $0.result, isSlow: $0.isSlow)
        }
        let given = actions?.lines(before: outcomes) ?? ""
        lines += given.split(separator: "\n").map { standIns.replacing(String($0)) }
        lines.append(line)
        acts.append(line)
        guard !isDraft else { return }
        for said in step.seen.said where !said.isNegated {
            if let at = said.at, let then = step.at, at > then { pass(to: at, from: 1000) }
            let text = LinePattern.escape(standIns.replacing(said.text))
            lines.append("< \(said.isPart ? "...\(text)..." : text)")
        }
        if step.seen.known.contains(.handoff) {
            for handoff in step.seen.handoffs { lines.append("  handoff \(handoff.queue) \(handoff.reason)") }
        }
        if step.seen.known.contains(.intent), let intent = step.seen.intent {
            lines.append("  intent \(intent)")
        }
    }

    private mutating func line(of act: RecordedStep.Act) -> String? {
        switch act {
        case .message(let message): return line(of: message)
        case .report(let event, _):
            return event.transcriptLine { standIns.replacing($0) }
        case .agent(.claim(let agent)): return "agent \(standIns.replacing(agent)) claims"
        case .agent(.say(_, let text)): return "agent> \(Self.line(standIns.replacing(text)))"
        case .agent(.giveBack(let back)):
            let note = back.note.map { " " + Self.line(standIns.replacing($0)) } ?? ""
            return "agent \(standIns.replacing(back.agent)) returns \(back.outcome.rawValue)\(note)"
        case .agent(.close(let agent)): return "agent \(standIns.replacing(agent)) closes"
        case .rate(_, _, let isUp): return "customer rates \(isUp ? "up" : "down")"
        case .desk: return nil
        }
    }

    private mutating func line(of message: RecordedMessage) -> String? {
        if !message.attachments.isEmpty { losses.append("attachment of a customer") }
        var text = message.text
        if let form = message.form {
            losses.append("form, written as its values")
            if text.isEmpty { text = form.map(\.text).joined(separator: ", ") }
        }
        if text.contains(where: \.isNewline) { losses.append("line break within a message") }
        if let choice = message.choice {
            return ">> \(Self.line(standIns.replacing(text.isEmpty ? choice : text)))"
        }
        let line = Self.line(standIns.replacing(text))
        // Nothing but a file is no line.
        return line.isEmpty ? nil : "> \(line)"
    }

    // MARK: Texts

    private static func line(_ text: String) -> String {
        text.split(whereSeparator: \.isNewline).joined(separator: " ")
    }

    private static func distance(_ seconds: Int64) -> String {
        let parts = [
            ("d", seconds / 86_400), ("h", seconds / 3600 % 24), ("m", seconds / 60 % 60),
            ("s", seconds % 60),
        ]
        return parts.filter { $0.1 > 0 }.map { "\($0.1)\($0.0)" }.joined()
    }
}
