import FrontdeskDialogue
import FrontdeskMatching

/// Plays moves on the dialogue machine, with every outcome that actions may have.
///
/// It keeps what the matcher made of a text, since the same few texts are said in very many situations.
struct Stage {
    /// The most ways in which one move is followed: each outcome of each action it leads to is one.
    static let branchLimit = 256
    /// The conversation's id: that of a transcript that gives none.
    static let conversation = "transcript"

    let subject: Subject
    private var matches: [String: MatchResult] = [:]
    /// Whether some move could have been followed in more ways than ``branchLimit``.
    private(set) var wasCut = false

    init(_ subject: Subject) {
        self.subject = subject
    }

    /// A way in which a move was followed.
    struct Played {
        var tracker: Tracker
        var events: [Event]
        var given: [Move.Given]
        var now: Int64
    }

    /// When a conversation begins, in milliseconds since 1970.
    func start(of beginning: Beginning) -> Int64 { beginning.start(in: subject.machine.zone) }

    /// The state before the first message.
    func opened(_ beginning: Beginning) -> Tracker {
        var tracker = Tracker(conversation: Self.conversation)
        let opening = Opening(
            conversation: Self.conversation,
            channel: "transcript",
            assistant: subject.assistant.name
        )
        _ = subject.machine.advance(&tracker, with: .opening(opening), at: moment(start(of: beginning)))
        if let customer = beginning.customer {
            _ = subject.machine.advance(&tracker, with: .profile(customer), at: moment(start(of: beginning)))
        }
        return tracker
    }

    /// Plays a move in every way that its actions allow.
    mutating func play(_ act: Move.Act, in tracker: Tracker, at now: Int64) -> [Played] {
        var tracker = tracker
        var now = now
        let input: Input
        switch act {
        case .says(let text): input = message(Inbound(text: text), in: tracker)
        case .presses(let choice):
            input = message(Inbound(text: choice.title, choice: choice.id), in: tracker)
        case .waits(let minutes):
            now += minutes * 60_000
            input = .silence
        case .reports(let event): input = .reported(event)
        }
        let decision = subject.machine.advance(&tracker, with: input, at: moment(now))
        var done: [Played] = []
        follow(
            Played(tracker: tracker, events: decision.events, given: [], now: now),
            decision.actions,
            &done
        )
        return done
    }

    private mutating func follow(_ played: Played, _ actions: [Action], _ done: inout [Played]) {
        guard done.count < Self.branchLimit else {
            wasCut = true
            return
        }
        var played = played
        for action in actions {
            switch action {
            case .readQueue:
                let decision = subject.machine.advance(
                    &played.tracker,
                    with: .queueRead(QueueReading(position: 1)),
                    at: moment(played.now)
                )
                played.events += decision.events
                return follow(played, decision.actions, &done)
            case .run(let request): return finish(request, played, &done)
            case .enqueue, .withdraw, .raise: continue
            }
        }
        done.append(played)
    }

    /// Hands in each outcome of an action; one that has given something in this move gives the same again.
    private mutating func finish(_ request: ActionRequest, _ played: Played, _ done: inout [Played]) {
        let known = played.given.first { $0.action == request.action }
        let ways = known.map { [$0] } ?? subject.vocabulary.given(by: request.action)
        for way in ways {
            var branch = played
            let isSetback = way.outcome == "failed" || way.outcome == "unavailable"
            let result = ActionResult(
                key: request.key,
                outcome: way.outcome,
                record: way.record,
                failure: isSetback ? "tried" : nil
            )
            let decision = subject.machine.advance(
                &branch.tracker,
                with: .actionFinished(result),
                at: moment(branch.now)
            )
            branch.events += decision.events
            if known == nil { branch.given.append(way) }
            follow(branch, decision.actions, &done)
        }
    }

    private mutating func message(_ inbound: Inbound, in tracker: Tracker) -> Input {
        // What a text is taken for depends on these and on nothing else of the conversation.
        let state = "\(tracker.turn == 0)\(tracker.flow == nil)\(tracker.question == nil)"
        let key = "\(tracker.language ?? "-")\(state)\(inbound.choice ?? "")\u{1F}\(inbound.text)"
        if let match = matches[key] { return .message(inbound, match, waiting: nil) }
        let match = subject.machine.match(inbound, in: tracker, with: subject.matcher)
        matches[key] = match
        return .message(inbound, match, waiting: nil)
    }

    private func moment(_ milliseconds: Int64) -> Moment {
        Moment(milliseconds: milliseconds, zone: subject.machine.zone)
    }
}
