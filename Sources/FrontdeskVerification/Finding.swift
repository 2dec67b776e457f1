/// Something that can happen to a customer and should not.
public struct Finding: Sendable, Hashable, Codable {
    /// The proof that failed, by its short name, such as `human`.
    public var proof: String
    /// Where it is in the files: the keys from the outside in, as in `flows`, `track_order`, `states`, `tell`.
    public var place: [String]
    /// What is wrong, in a sentence without a full stop.
    public var message: String
    /// How to mend it.
    public var mend: String
    /// The shortest conversation that shows it, as a transcript that fails until it is mended; nil: none can.
    public var transcript: String?
    /// Why there is no conversation; nil when there is one.
    public var unshown: String?

    /// Makes a finding.
    public init(
        proof: String,
        place: [String],
        message: String,
        mend: String,
        transcript: String? = nil,
        unshown: String? = nil
    ) {
        self.proof = proof
        self.place = place
        self.message = message
        self.mend = mend
        self.transcript = transcript
        self.unshown = unshown
    }
}

/// What came of one proof.
public struct ProofReport: Sendable, Hashable, Codable {
    /// The proof's short name.
    public var name: String
    /// What is proved, in a sentence without a full stop.
    public var claim: String
    /// How many things were looked at.
    public var count: Int
    /// What these are, such as `situations`.
    public var unit: String
    /// How far the proof goes; nil: it holds for all that there is.
    public var bound: String?
    /// What is wrong.
    public var findings: [Finding]

    /// Whether nothing is wrong.
    public var holds: Bool { findings.isEmpty }
}

/// How large what was looked at is.
public struct StateSpace: Sendable, Hashable, Codable {
    /// States, questions and confirmations of all flows.
    public var states = 0
    /// The steps between them, each guard taken both ways.
    public var transitions = 0
    /// Handlers of the assistant, its flows, states and slots.
    public var handlers = 0
    /// Situations that conversations were led into.
    public var situations = 0
    /// Turns that were tried.
    public var turns = 0
}

/// What came of all proofs.
public struct VerificationReport: Sendable, Hashable, Codable {
    /// The assistant's name.
    public var assistant: String
    /// How large what was looked at is.
    public var space: StateSpace
    /// The proofs, in their order.
    public var proofs: [ProofReport]

    /// Everything that is wrong, proof by proof.
    public var findings: [Finding] { proofs.flatMap(\.findings) }
    /// Whether nothing is wrong.
    public var holds: Bool { proofs.allSatisfy(\.holds) }
}
