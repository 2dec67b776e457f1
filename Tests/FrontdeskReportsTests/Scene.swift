import FrontdeskDialogue
import FrontdeskMatching

@testable import FrontdeskReports

/// A conversation made of short lines, one event or turn each.
///
/// `> order.status` a message taken for an intent; `> ? blah` one that is not understood; `> - hm` one that fills a slot; `> = 5` one that
/// answers a question; `< answer`
/// the turn's decision; `flow f`, `end f resolved`, `ask size`, `closed`, `timer`; `handoff care user_asked`, `withdraw`, `join`, `word`,
/// `return resolved`, `close`; `promise p 60`; `asked csat`, `csat 5 desk words`, `up 1`, `down 1`; `+90m` time goes on.
struct Scene {
    var events: [Event] = []
    private var at: Int64
    private var turn = 0

    init(
        _ conversation: String,
        customer: CustomerProfile? = nil,
        at: Int64 = Scene.start,
        _ lines: [String]
    ) {
        self.at = at
        add(.opened(Opening(conversation: conversation, channel: "web", assistant: "shop")))
        if let customer { add(.profileChanged(customer)) }
        for line in lines { read(line.split(separator: " ").map(String.init)) }
    }

    init(_ lines: [String]) { self.init("c", lines) }

    /// 2026-11-02T00:00:00Z.
    static let start: Int64 = 1_793_577_600_000
    static let hour: Int64 = 3_600_000
    static let day: Int64 = 24 * hour

    private mutating func add(_ fact: Fact) { events.append(Event(at: at, turn: turn, fact: fact)) }

    private mutating func read(_ words: [String]) {
        let first = words.first ?? ""
        let rest = Array(words.dropFirst())
        let name = rest.first ?? ""
        switch first {
        case ">": receive(rest)
        case "<":
            let kind = DecisionKind(rawValue: name) ?? .answer
            add(.said(Outbound(text: "…", kind: .answer, origin: "o")))
            let rule = DecisionRule(rawValue: rest.dropFirst().first ?? "pattern") ?? .pattern
            add(.decided(DecisionRecord(kind: kind, rule: rule)))
        case "flow": add(.flowStarted(flow: name, intent: nil))
        case "call": add(.flowCalled(CalledFlow(flow: name, result: name, gives: [])))
        case "end": add(.flowEnded(flow: name, outcome: FlowOutcome(rawValue: rest[1])))
        case "ask": add(.questionOpened(.slot(name)))
        case "offer": add(.questionOpened(.suggestion([name])))
        case "closed": add(.questionClosed)
        case "timer": add(.timerFired(FiredTimer(seconds: 600)))
        case "promise":
            add(
                .promised(
                    Promise(id: name, text: "…", dueAt: at + (Int64(rest[1]) ?? 0) * 60_000, route: nil)
                )
            )
        case "kept", "missed", "moved", "released", "given_up":
            let kind = PromiseChange.Kind(rawValue: first) ?? .kept
            let minutes = rest.count > 1 ? Int64(rest[1]) : nil
            add(.promiseChanged(PromiseChange(id: name, kind: kind, until: minutes.map { at + $0 * 60_000 })))
        case "undo": add(.undone(turn: Int(name) ?? 1))
        case "lang": add(.languageChanged(to: name, cause: .asked))
        default: readPeople(first, rest)
        }
    }

    private mutating func receive(_ words: [String]) {
        turn += 1
        let text = words.dropFirst().joined(separator: " ")
        add(.received(Inbound(text: text)))
        switch words.first ?? "" {
        case "?": add(.understood(Understanding(rule: .noMatch)))
        case "-": add(.understood(Understanding(rule: .fillsSlot)))
        case "=": add(.understood(Understanding(rule: .answersQuestion)))
        case "human": add(.understood(Understanding(rule: .humanAsked, intent: "control.human")))
        case "sad": add(.understood(Understanding(rule: .answersQuestion, sentiment: -0.8)))
        case let intent: add(.understood(Understanding(rule: .pattern, intent: intent)))
        }
    }

    private mutating func readPeople(_ first: String, _ rest: [String]) {
        let name = rest.first ?? ""
        switch first {
        case "handoff":
            let reason = HandoffReason(rawValue: rest[1]) ?? .userAsked
            add(
                .handedOff(Handoff(id: "c/h", queue: name, reason: reason, detail: "", priority: 1, told: ""))
            )
        case "withdraw": add(.ticketWithdrawn)
        case "join": add(.agentJoined(agent: "Robin"))
        case "word": add(.agentSaid(agent: "Robin", text: "Hello"))
        case "return":
            add(.agentReturned(AgentReturn(agent: "Robin", outcome: .init(rawValue: name) ?? .resolved)))
        case "close": add(.agentClosed(agent: "Robin"))
        case "asked":
            let kind = FeedbackKind(rawValue: name) ?? .csat
            add(.feedbackAsked(kind))
            add(.questionOpened(.feedback(kind)))
        case "csat", "nps", "ces":
            add(.questionClosed)
            add(
                .feedbackGiven(
                    Feedback(
                        kind: FeedbackKind(rawValue: first) ?? .csat,
                        score: Int(name) ?? 0,
                        text: rest.count > 2 ? rest[2...].joined(separator: " ") : nil,
                        servedBy: Server(rawValue: rest.count > 1 ? rest[1] : "desk") ?? .desk
                    )
                )
            )
        case "up", "down": add(.rated(Rating(turn: Int(name) ?? 1, isUp: first == "up")))
        default:
            let number = Int64(first.dropFirst().dropLast()) ?? 0
            at += number * (first.hasSuffix("s") ? 1000 : first.hasSuffix("m") ? 60_000 : Self.hour)
        }
    }
}

extension Measures {
    /// Measures of scripts, a month after the first.
    init(_ scripts: [Scene], since: Int64? = nil, until: Int64? = nil, after: Int64 = 30 * Scene.day) {
        self.init(
            of: scripts.map(\.events),
            rules: MeasureRules(since: since, until: until, asOf: Scene.start + after)
        )
    }
}
