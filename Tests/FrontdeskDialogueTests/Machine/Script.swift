import FrontdeskDialogue
import FrontdeskMatching

/// Drives the machine as the runtime does, with actions that are answered from a table.
struct Script {
    let machine: DialogueMachine
    let matcher: Matcher
    var tracker = Tracker(conversation: "c1")
    var events: [Event] = []
    var moment: Moment
    /// The outcome, and the row, of each action by name; tried in order, the last one stays.
    var outcomes: [String: [(outcome: String, record: Record?)]] = [:]
    var requests: [ActionRequest] = []
    var enqueued: [Handoff] = []
    var withdrawn: [String] = []
    var reading = QueueReading(position: 1)

    /// Monday 23 November 2026, 10:00 in UTC.
    static let monday = Moment(milliseconds: 1_795_428_000_000)

    init(_ assistant: Assistant, at moment: Moment = Script.monday, customer: CustomerProfile? = nil) {
        machine = DialogueMachine(assistant)
        matcher = Matcher(assistant.matching, model: nil)
        self.moment = moment
        run(.opening(Opening(conversation: "c1", channel: "test", assistant: assistant.name)))
        if let customer { run(.profile(customer)) }
    }

    /// Says something as the customer.
    ///
    /// - Returns: What the desk said in answer.
    @discardableResult
    mutating func say(_ text: String, choice: String? = nil, attachments: [Attachment] = []) -> [String] {
        let inbound = Inbound(text: text, choice: choice, attachments: attachments)
        run(
            .message(
                inbound,
                machine.match(inbound, in: tracker, with: matcher),
                waiting: tracker.owner == .queue ? reading : nil
            )
        )
        return events.filter { $0.turn == tracker.turn }.compactMap { event in
            guard case .said(let outbound) = event.fact else { return nil }
            return outbound.text
        }
    }

    mutating func run(_ input: Input) {
        var pending = [input]
        while let next = pending.popLast() {
            let decision = machine.advance(&tracker, with: next, at: moment)
            events += decision.events
            for action in decision.actions {
                switch action {
                case .run(let request):
                    requests.append(request)
                    pending.append(.actionFinished(answer(request)))
                case .readQueue: pending.append(.queueRead(reading))
                case .enqueue(let handoff): enqueued.append(handoff)
                case .withdraw(let ticket): withdrawn.append(ticket)
                case .raise: break
                }
            }
        }
    }

    private mutating func answer(_ request: ActionRequest) -> ActionResult {
        var known = outcomes[request.action] ?? []
        let next = known.first ?? ("failed", nil)
        if known.count > 1 {
            known.removeFirst()
            outcomes[request.action] = known
        }
        return ActionResult(key: request.key, outcome: next.outcome, record: next.record)
    }

    /// The latest turn's decision.
    var decision: DecisionRecord? { tracker.decision }
}
