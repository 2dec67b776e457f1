/// What became of one mutant.
public struct MutantVerdict: Sendable {
    /// The mutant.
    public let mutant: Mutant
    /// How many transcripts reach what it changes.
    public let reaching: Int
    /// How many of them were played on it.
    public internal(set) var played = 0
    /// The title of the transcript that noticed it; nil: none did.
    public internal(set) var killer: String?
    /// Whether the change was found to be none.
    var isSame = false

    init(mutant: Mutant, reaching: Int) {
        self.mutant = mutant
        self.reaching = reaching
    }

    /// Whether a transcript noticed it.
    public var isKilled: Bool { killer != nil }
}

/// What became of all mutants.
public struct MutationReport: Sendable {
    /// How well one operator's mutants were noticed.
    public struct Row: Sendable, Hashable, Codable {
        /// The operator.
        public var kind: MutationOperator
        /// How many of its mutants were noticed.
        public var killed: Int
        /// How many there were.
        public var total: Int
    }

    /// The assistant's name.
    public let assistant: String
    /// The mutants that were tried, in the order of the assistant's files.
    public let verdicts: [MutantVerdict]
    /// How many mutants there are.
    public let possible: Int
    /// How many changes were left out, by the rule that says that they change nothing.
    public let excluded: [Exclusion: Int]
    /// How many transcripts were used.
    public let transcripts: Int
    /// The titles of transcripts that fail on the original and were left out.
    public let failing: [String]

    /// How many mutants a transcript noticed.
    public var killed: Int { verdicts.count(where: \.isKilled) }
    /// Those that none noticed.
    public var survivors: [MutantVerdict] { verdicts.filter { !$0.isKilled } }
    /// The share of mutants that were noticed, 0…1; 1 when there are none.
    public var score: Double { verdicts.isEmpty ? 1 : Double(killed) / Double(verdicts.count) }

    /// How well each operator's mutants were noticed, in the order of the operators; those without mutants are left out.
    public var rows: [Row] {
        MutationOperator.allCases.compactMap { kind in
            let own = verdicts.filter { $0.mutant.kind == kind }
            return own.isEmpty ? nil : Row(kind: kind, killed: own.count(where: \.isKilled), total: own.count)
        }
    }
}
