import Synchronization

extension Matcher {
    /// The memory of one match after the other: whoever keeps it from utterance to utterance allocates nothing anew.
    ///
    /// It holds nothing of use to anybody else, belongs to no matcher in particular, and serves one match at a time.
    public struct Workspace: Sendable {
        /// The utterance, folded.
        var text = NormalizedText()
        /// Its words while they are cut, and their hashes.
        var words: [Token] = []
        var hashes: [UInt64] = []
        var entities = EntityWorkspace()
        var patterns = PatternWorkspace()
        var spelling = SpellingWorkspace()
        var scoring = ScoringWorkspace()

        /// A workspace without memory yet; it takes what the first utterances need.
        public init() {}
    }
}

/// The workspaces that nobody uses at the moment, for callers who keep none themselves.
final class WorkspacePool: Sendable {
    /// A workspace that goes from hand to hand without being copied.
    final class Loan: Sendable {
        /// Who took the loan out of the pool has it alone until it is given back.
        nonisolated(unsafe) var workspace = Matcher.Workspace()
    }

    /// More threads than this at once make their workspaces anew.
    private static let limit = 16

    private let idle = Mutex<[Loan]>([])

    func take() -> Loan {
        idle.withLock { $0.popLast() } ?? Loan()
    }

    /// Takes a workspace back; what a customer wrote does not stay in it.
    func give(_ loan: Loan) {
        loan.workspace.text.forget()
        loan.workspace.entities.forget()
        loan.workspace.spelling.forget()
        loan.workspace.scoring.forget()
        idle.withLock { idle in
            if idle.count < Self.limit { idle.append(loan) }
        }
    }
}
