public import FrontdeskDialogue
public import FrontdeskMatching

/// Proves of an assistant what must hold whatever customers say, before one of them meets it.
///
/// All flows are laid out as a graph of states, and conversations are led by the dialogue machine itself into every situation
/// that can be told from the others, with every outcome of every action. What is wrong comes with the shortest conversation
/// that shows it.
///
/// ```swift
/// let report = Verification(assistant: assistant, matcher: matcher).run()
/// for finding in report.findings { print(finding.message) }
/// ```
public struct Verification: Sendable {
    private let subject: Subject

    /// Makes a verification.
    ///
    /// - Parameters:
    ///   - assistant: What the desk knows, as it was compiled: one that was opened from a bundle to be run has no
    ///     sentences to try.
    ///   - matcher: Its matcher.
    ///   - zone: The zone that ``Assistant/zone`` names.
    public init(assistant: Assistant, matcher: Matcher, zone: Zone = .utc) {
        subject = Subject(assistant, matcher, zone: zone)
    }

    /// The proofs, in the order in which they are reported.
    private static let proofs: [any Proof.Type] = [
        HumanInTwoTurns.self, NoDeadEnd.self, CyclesEnd.self, OutcomesHandled.self, SlotsSet.self,
        PacketFields.self, PromisesRouted.self, KnownNotAsked.self, Reachable.self, OneHandoffText.self,
        OwnPhrases.self, Overlaps.self,
    ]

    /// Nobody knows the customer, by day and at night; or the channel has told everything.
    private static let beginnings = [
        Beginning(customer: nil),
        Beginning(customer: nil, isAtNight: true),
        Beginning(
            customer: CustomerProfile(
                id: "c-1",
                name: "Ada Byron",
                email: "ada@example.com",
                phone: "+49 30 1234567",
                isVerified: true
            )
        ),
    ]

    /// Tries everything.
    ///
    /// - Parameter look: Is shown each turn, once.
    func explore(_ look: (Exploration.Turn) -> Void) -> Exploration {
        var exploration = Exploration(subject)
        exploration.run(Self.beginnings) { turn, _ in look(turn) }
        return exploration
    }

    /// Proves everything; the same assistant always gives the same report.
    public func run() -> VerificationReport {
        let graph = StateGraph(subject.assistant)
        var proofs = Self.proofs.map { $0.init(subject) }
        var exploration = Exploration(subject)
        exploration.run(Self.beginnings) { turn, stage in
            for place in proofs.indices { proofs[place].look(at: turn, &stage) }
        }
        let evidence = Evidence(subject: subject, graph: graph, exploration: exploration)
        return VerificationReport(
            assistant: subject.assistant.name,
            space: StateSpace(
                states: graph.stateCount,
                transitions: graph.transitionCount,
                handlers: graph.handlerCount,
                situations: exploration.nodes.count,
                turns: exploration.turns
            ),
            proofs: proofs.map { $0.report(evidence) }
        )
    }
}
