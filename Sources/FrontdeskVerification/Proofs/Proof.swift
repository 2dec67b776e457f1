import FrontdeskDialogue

/// Something that must hold whatever customers say, and what shows that it does not.
protocol Proof: SendableMetatype {
    init(_ subject: Subject)

    /// Looks at a turn that was tried.
    ///
    /// - Parameter stage: Plays what would come next.
    mutating func look(at turn: Exploration.Turn, _ stage: inout Stage)

    /// What came of it.
    func report(_ evidence: Evidence) -> ProofReport
}

extension Proof {
    mutating func look(at turn: Exploration.Turn, _ stage: inout Stage) {}
}

/// What a proof concludes from.
struct Evidence {
    let subject: Subject
    let graph: StateGraph
    let exploration: Exploration

    /// How far what was tried reaches; nil when everything was.
    var bound: String? {
        exploration.isCut
            ? "the nearest \(exploration.nodes.count) situations; there are more" : nil
    }

    /// The finding that a suspicion becomes, with the conversation that shows it.
    func finding(_ proof: String, _ suspicion: Suspicion) -> Finding {
        let node = exploration.nodes[suspicion.from]
        let conversation = ShownConversation(
            title: suspicion.message,
            beginning: node.beginning,
            moves: exploration.way(to: suspicion.from) + suspicion.moves,
            demands: suspicion.demands,
            lines: suspicion.lines
        )
        return Finding(
            proof: proof,
            place: suspicion.place,
            message: suspicion.message,
            mend: suspicion.mend,
            transcript: conversation.text(assistant: subject.assistant.name)
        )
    }
}

/// Something wrong that was seen in a conversation.
struct Suspicion {
    var place: [String]
    var message: String
    var mend: String
    /// The situation from which the moves lead to it.
    var from: Int
    var moves: [Move]
    /// What must come of the last move, and does not.
    var demands: [Demand]
    /// What the desk must say to the last move; nil: whatever it says.
    var lines: [String]?

    init(
        _ message: String,
        place: [String],
        mend: String,
        from: Int,
        moves: [Move],
        demands: [String],
        lines: [String]? = nil
    ) {
        self.place = place
        self.message = message
        self.mend = mend
        self.from = from
        self.moves = moves
        self.demands = demands.map(Demand.init(expectation:))
        self.lines = lines
    }
}

/// Suspicions in the order in which they came up, each thing once: the nearest conversation shows it.
struct Suspicions {
    private(set) var all: [Suspicion] = []
    private var messages: Set<String> = []

    mutating func add(_ suspicion: @autoclosure () -> Suspicion, about message: String) {
        if messages.insert(message).inserted { all.append(suspicion()) }
    }
}
