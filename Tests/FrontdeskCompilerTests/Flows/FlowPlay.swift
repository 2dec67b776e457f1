import FrontdeskCompiler
import FrontdeskDialogue
import FrontdeskMatching

/// Plays a conversation with an assistant compiled from text, on a clock of its own.
///
/// A script has a line for each thing that happens: `> text` the customer writes, `@ 600` so many seconds pass,
/// `! order.delayed` something happens elsewhere (with `name=value` fields). What comes of it is `< text` for each
/// message, `= flow/state` for the state when it is asked for by a line `=`.
struct FlowPlay {
    let machine: DialogueMachine
    let matcher: Matcher
    var tracker = Tracker(conversation: "c")
    var events: [Event] = []
    var moment = Moment(milliseconds: 1_795_428_000_000)
    /// The outcome of each action by name; `found` where none is given.
    var outcomes: [String: String] = [:]

    static let frame = """
        entities:
          code: {regex: 'A-\\d{2}', example: A-11}
        actions:
          find: {takes: [n], gives: order, fields: [state], outcomes: [found, missing, failed], custom: true}
        intents:
          begin: {patterns: ["begin [with {code}]"], flow: f}
          hours: {patterns: "hours", answer: We are open.}
          fees: {patterns: "fees", answer: Returns are free.}

        """

    init?(_ flows: String, assistant: String = "") {
        self.init(topic: Self.frame + flows, assistant: assistant)
    }

    /// Compiles a topic file that brings everything itself.
    init?(topic: String, assistant: String = "") {
        let sources = [
            SourceFile(path: "assistant.yaml", text: "assistant: a\ngreeting: Hi.\n\(assistant)\n"),
            SourceFile(path: "f.yaml", text: topic + "\n"),
        ]
        let compilation = Compiler.compile(sources)
        guard let assistant = compilation.assistant else { return nil }
        machine = DialogueMachine(assistant)
        matcher = Matcher(assistant.matching, model: nil)
        run(.opening(Opening(conversation: "c", channel: "test", assistant: "a")))
    }

    /// The remarks about flows; for what must not compile.
    static func remarks(_ flows: String, assistant: String = "on: {failed: handoff}") -> [String] {
        let sources = [
            SourceFile(path: "assistant.yaml", text: "assistant: a\n\(assistant)\n"),
            SourceFile(path: "f.yaml", text: frame + flows + "\n"),
        ]
        return Compiler.compile(sources).diagnostics.map { "\($0.code) \($0.message)" }
    }

    /// Plays a script.
    ///
    /// - Returns: The script with what came of it in between, without the greeting.
    mutating func play(_ script: String) -> String {
        var lines: [String] = []
        for line in script.split(separator: "\n").map(String.init) {
            if line.hasPrefix("<") || line.hasPrefix("= ") { continue }
            lines.append(line)
            let rest = String(line.dropFirst(2))
            let first = events.count
            switch line.first {
            case ">":
                let inbound = Inbound(text: rest)
                run(.message(inbound, machine.match(inbound, in: tracker, with: matcher), waiting: nil))
            case "@":
                moment.milliseconds += Int64((Int(rest) ?? 0) * 1000)
                run(.silence)
            case "!":
                let parts = rest.split(separator: " ")
                let fields = parts.dropFirst().map { part in
                    let pair = part.split(separator: "=")
                    return Record.Field(String(pair[0]), .text(String(pair[1])))
                }
                run(.reported(ExternalEvent(name: String(parts[0]), fields: Record(fields))))
            default: break
            }
            for event in events[first...] {
                guard case .said(let outbound) = event.fact, outbound.kind != .greeting else { continue }
                lines.append("< \(outbound.text)")
            }
            if line == "=" { lines.append("= \(stack)") }
        }
        return lines.joined(separator: "\n")
    }

    /// The open flows with their states, the outermost first.
    var stack: String {
        tracker.flows.isEmpty ? "none" : tracker.flows.map(\.place).joined(separator: " > ")
    }

    mutating func run(_ input: Input) {
        var pending = [input]
        while let next = pending.popLast() {
            let decision = machine.advance(&tracker, with: next, at: moment)
            events += decision.events
            for action in decision.actions {
                switch action {
                case .run(let request):
                    let record = Record([.init("state", .text("on its way"))])
                    pending.append(
                        .actionFinished(
                            ActionResult(
                                key: request.key,
                                outcome: outcomes[request.action] ?? "found",
                                record: record
                            )
                        )
                    )
                case .readQueue: pending.append(.queueRead(QueueReading(position: 1)))
                case .enqueue, .withdraw, .raise: break
                }
            }
        }
    }
}
