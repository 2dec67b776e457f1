public import FrontdeskDialogue

/// What came of a random walk.
public struct WalkReport: Sendable {
    /// Something that must hold and did not.
    public struct Violation: Sendable {
        /// What must hold.
        public var invariant: WalkInvariant
        /// What was found instead.
        public var detail: String
        /// The conversation's number, from 0.
        public var conversation: Int
        /// What happened in it, as lines of a transcript.
        public var lines: [String] = []
        /// Its events.
        public var events: [Event]
    }

    /// The seed.
    public let seed: UInt64
    /// How many messages of customers there were.
    public private(set) var turns = 0
    /// How many steps of all kinds there were, messages included.
    public private(set) var steps = 0
    /// How many conversations there were.
    public private(set) var conversations = 0
    /// How many of them came to a human.
    public private(set) var handoffs = 0
    /// How many conversations were played a second time, to see that they go the same way.
    public internal(set) var repeated = 0
    /// How many conversations were with a customer whom the channel knew.
    public private(set) var known = 0
    /// What was broken; nil when everything held.
    public internal(set) var violation: Violation?
    private let flows: [String]
    private var reachedFlows: Set<String> = []

    init(assistant: Assistant, seed: UInt64) {
        self.seed = seed
        flows = assistant.flows.map(\.name)
    }

    mutating func take(_ walked: RandomWalk.Walked) {
        conversations += 1
        steps += walked.steps
        var isHandedOff = false
        if walked.hasProfile { known += 1 }
        for event in walked.events {
            switch event.fact {
            case .received: turns += 1
            case .flowStarted(let flow, _): reachedFlows.insert(flow)
            case .flowCalled(let call): reachedFlows.insert(call.flow)
            case .handedOff: isHandedOff = true
            default: break
            }
        }
        if isHandedOff { handoffs += 1 }
    }

    /// The flows that no conversation came to.
    public var missedFlows: [String] { flows.filter { !reachedFlows.contains($0) } }

    /// Whether everything held.
    public var held: Bool { violation == nil }

    /// The report for people.
    public var text: String {
        var text = """
            seed \(seed): \(turns) turns and \(steps - turns) other steps in \(conversations) \
            conversation\(conversations == 1 ? "" : "s"), \(known) with customers who were known; \
            \(handoffs) came to a human, \(flows.count - missedFlows.count) of \(flows.count) \
            flows were reached

            """
        if !missedFlows.isEmpty { text += "never reached: \(missedFlows.joined(separator: ", "))\n" }
        guard let violation else {
            for invariant in WalkInvariant.allCases {
                text += "  held: \(invariant.rawValue)"
                if invariant == .same { text += " (\(repeated) conversations played twice)" }
                text += "\n"
            }
            return text
        }
        text += "\nbroken: \(violation.invariant.rawValue)\n  \(violation.detail)\n"
        text += "in conversation \(violation.conversation) of seed \(seed):\n\n"
        text += violation.lines.map { "  \($0)\n" }.joined()
        return text
    }
}
