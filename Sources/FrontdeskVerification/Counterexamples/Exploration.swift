import FrontdeskDialogue
import FrontdeskMatching

/// Leads conversations into every situation that there is, the nearest first, and keeps the shortest way to each.
struct Exploration {
    /// The most situations that are looked at.
    static let situationLimit = 50_000

    /// A situation and the shortest way to it.
    struct Node {
        var beginning: Beginning
        /// The situation before it; nil: a conversation that has not begun.
        var parent: Int?
        /// What led here; nil for the beginning.
        var move: Move?
        /// How many moves led here.
        var depth: Int
    }

    /// A move that was tried, and what came of it.
    struct Turn {
        /// The situation before.
        var from: Int
        var move: Move
        var before: Tracker
        var after: Tracker
        var events: [Event]
        /// The situation after.
        var to: Int
        /// Whether nobody was there before.
        var isNew: Bool
        /// What the clock shows.
        var now: Int64
        /// The moves that led from the situation after it to the one before, and the move itself, when it closes a circle.
        var cycle: [Move]?
    }

    /// A situation whose moves are still to be tried.
    private struct Open {
        var node: Int
        var tracker: Tracker
        var choices: [Choice]
        var now: Int64
    }

    let subject: Subject
    private(set) var nodes: [Node] = []
    private(set) var turns = 0
    /// Whether there are more situations than were looked at.
    private(set) var isCut = false
    private var known: [Situation: Int] = [:]
    private var stage: Stage

    init(_ subject: Subject) {
        self.subject = subject
        stage = Stage(subject)
    }

    /// Tries everything.
    ///
    /// - Parameter look: Is shown each turn, once.
    mutating func run(_ beginnings: [Beginning], _ look: (Turn, inout Stage) -> Void) {
        let customer = Customer(subject: subject)
        for beginning in beginnings {
            known = [:]
            let root = nodes.count
            nodes.append(Node(beginning: beginning, parent: nil, move: nil, depth: 0))
            let tracker = stage.opened(beginning)
            var queue =
                customer.openings().isEmpty
                ? [] : [Open(node: root, tracker: tracker, choices: [], now: stage.start(of: beginning))]
            var next = 0
            while next < queue.count {
                let open = queue[next]
                // A tracker is not needed again; deep conversations have large ones.
                queue[next].tracker = Tracker(conversation: "")
                next += 1
                let acts =
                    open.node == root
                    ? customer.openings()
                    : customer.moves(in: open.tracker, choices: open.choices, now: open.now)
                for act in acts { attempt(act, open, &queue, look) }
            }
        }
        isCut = isCut || stage.wasCut
    }

    private mutating func attempt(
        _ act: Move.Act,
        _ open: Open,
        _ queue: inout [Open],
        _ look: (Turn, inout Stage) -> Void
    ) {
        for played in stage.play(act, in: open.tracker, at: open.now) {
            turns += 1
            let situation = Situation(played.tracker, subject)
            let move = Move(act: act, given: played.given)
            let seen = known[situation]
            let to = seen ?? nodes.count
            if seen == nil {
                guard nodes.count < Self.situationLimit else {
                    isCut = true
                    continue
                }
                known[situation] = to
                let origin = nodes[open.node]
                nodes.append(
                    Node(
                        beginning: origin.beginning,
                        parent: open.node,
                        move: move,
                        depth: origin.depth + 1
                    )
                )
                if Self.goesOn(played.tracker) {
                    queue.append(
                        Open(
                            node: to,
                            tracker: played.tracker,
                            choices: Self.choices(played.events, before: open.choices),
                            now: played.now
                        )
                    )
                }
            }
            look(
                Turn(
                    from: open.node,
                    move: move,
                    before: open.tracker,
                    after: played.tracker,
                    events: played.events,
                    to: to,
                    isNew: seen == nil,
                    now: played.now,
                    cycle: seen.flatMap { cycle(from: $0, to: open.node, closedBy: move) }
                ),
                &stage
            )
        }
    }

    /// The moves of the way from a situation to a later one on the same way; nil when it does not lie there.
    private func cycle(from first: Int, to last: Int, closedBy move: Move) -> [Move]? {
        var moves = [move]
        var current = last
        while current != first {
            guard let parent = nodes[current].parent, let step = nodes[current].move else { return nil }
            moves.append(step)
            current = parent
        }
        return moves.reversed()
    }

    /// Whether there is something left to say: a flow is open, or something is asked that must be known.
    private static func goesOn(_ tracker: Tracker) -> Bool {
        guard tracker.owner == .desk else { return false }
        // What interrupts a flow is tried where it begins by itself.
        if tracker.flow != nil { return tracker.flows.count(where: { $0.call == nil }) == 1 }
        if case .customer = tracker.question { return true }
        return false
    }

    private static func choices(_ events: [Event], before: [Choice]) -> [Choice] {
        var choices = before
        for event in events {
            switch event.fact {
            case .said(let outbound) where !outbound.choices.isEmpty: choices = outbound.choices
            case .questionOpened(.state), .questionOpened(.slot), .questionOpened(.confirmation): choices = []
            default: break
            }
        }
        return choices
    }

    /// The moves that lead to a situation, from the beginning.
    func way(to node: Int) -> [Move] {
        var moves: [Move] = []
        var current = node
        while let parent = nodes[current].parent {
            if let move = nodes[current].move { moves.append(move) }
            current = parent
        }
        return moves.reversed()
    }
}
