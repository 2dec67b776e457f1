import FrontdeskDialogue

/// Every slot that a text says has a value on every way to it.
struct SlotsSet: Proof {
    private let subject: Subject
    private let reads: [SlotRead]
    private let count: Int
    /// The reads that may find nothing, by the origin of the text.
    private let suspects: [String: [SlotRead]]
    private var witnesses: [String: Suspicion] = [:]

    init(_ subject: Subject) {
        self.subject = subject
        var all: [SlotRead] = []
        var count = 0
        for flow in subject.assistant.flows {
            let found = SlotFlow(flow, subject.assistant)
            count += found.readCount
            all += found.unset
        }
        reads = all
        self.count = count
        suspects = Dictionary(grouping: all, by: \.origin)
    }

    mutating func look(at turn: Exploration.Turn, _ stage: inout Stage) {
        guard !suspects.isEmpty else { return }
        let spoken = turn.events.contains { event in
            guard case .said(let outbound) = event.fact else { return false }
            return suspects[outbound.origin] != nil
        }
        guard spoken else { return }
        var tracker = turn.before
        for event in turn.events {
            if case .said(let outbound) = event.fact, let run = tracker.flow {
                for read in suspects[outbound.origin] ?? [] where read.flow == run.flow {
                    guard run.slot(read.slot) == nil, witnesses[read.key] == nil else { continue }
                    witnesses[read.key] = Suspicion(
                        read.message,
                        place: read.place,
                        mend: read.mend,
                        from: turn.from,
                        moves: [turn.move],
                        demands: ["slot \(read.slot)"]
                    )
                }
            }
            tracker.apply(event)
        }
    }

    func report(_ evidence: Evidence) -> ProofReport {
        var seen: Set<String> = []
        let findings = reads.filter { seen.insert($0.key).inserted }.map { read in
            witnesses[read.key].map { evidence.finding("slots", $0) }
                ?? Finding(
                    proof: "slots",
                    place: read.place,
                    message: read.message,
                    mend: read.mend,
                    unshown: "the files allow it, but no conversation that was tried leads there"
                )
        }
        return ProofReport(
            name: "slots",
            claim: "every slot read is set on every path",
            count: count,
            unit: "reads",
            findings: findings
        )
    }
}

/// A text that says a slot.
struct SlotRead: Hashable {
    var slot: String
    var flow: String
    /// What the text is called in conversations, such as `track_order/tell`.
    var origin: String
    var place: [String]

    var key: String { "\(origin) \(slot)" }
    var message: String { "\(origin) says '\(slot)', which may have no value there" }
    var mend: String { "ask for '\(slot)' before, say it with |default, or only where it is known" }
}
