import FrontdeskDialogue
import FrontdeskMatching

/// A conversation with an opened assistant, driven as the runtime drives it; its actions answer in turn what they declare.
struct TrialConversation {
    private let machine: DialogueMachine
    private let matcher: Matcher
    private var tracker = Tracker(conversation: "c1")
    private var moment = Moment(milliseconds: 1_795_428_000_000)
    private var rounds = 0

    init(_ machine: DialogueMachine, _ matcher: Matcher) {
        self.machine = machine
        self.matcher = matcher
    }

    /// Begins, asks for something, goes on with whatever is asked back, and wants a human in the end.
    mutating func play() {
        let assistant = machine.assistant
        take(.opening(Opening(conversation: "c1", channel: "web", assistant: assistant.name)))
        take(.profile(CustomerProfile(name: "Ada", email: "ada@example.com")))
        for intent in assistant.intents.prefix(8) {
            say("", choice: intent.name)
            say(intent.title)
            say("yes")
        }
        for utterance in [
            "when are you open", "A-10021", "tomorrow", "2", "no, the blue one", "ada@example.com", "back",
            "repeat", "habla español", "human",
        ] {
            say(utterance)
        }
    }

    private mutating func say(_ text: String, choice: String? = nil) {
        let inbound = Inbound(text: text, choice: choice)
        let match = machine.match(inbound, in: tracker, with: matcher)
        precondition(match.candidates.count <= Matcher.candidateLimit, "too many candidates")
        let waiting = tracker.owner == .queue ? QueueReading(position: 1) : nil
        take(.message(inbound, match, waiting: waiting))
        moment.milliseconds += 60_000
        if let timer = machine.nextTimer(tracker) {
            moment.milliseconds = max(moment.milliseconds, timer.dueAt)
            take(.silence)
        }
    }

    private mutating func take(_ input: Input) {
        var pending = [input]
        while let next = pending.popLast() {
            for action in machine.advance(&tracker, with: next, at: moment).actions {
                switch action {
                case .run(let request): pending.append(.actionFinished(result(of: request)))
                case .readQueue: pending.append(.queueRead(QueueReading(position: 2, waitMinutes: 3)))
                case .enqueue, .withdraw, .raise: break
                }
            }
            rounds += 1
            precondition(rounds < 4_000, "a turn without an end")
        }
    }

    private func result(of request: ActionRequest) -> ActionResult {
        let outcomes = machine.assistant.actions.first { $0.name == request.action }?.outcomes ?? []
        let outcome = outcomes.isEmpty ? "failed" : outcomes[rounds % outcomes.count]
        let row = Record([.init("status", .text("on its way")), .init("amount", .number(1250))])
        return ActionResult(key: request.key, outcome: outcome, record: row)
    }
}
