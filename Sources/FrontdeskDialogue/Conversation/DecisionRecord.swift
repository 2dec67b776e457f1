/// What the desk decided in a turn, and why.
public struct DecisionRecord: Sendable, Hashable, Codable {
    /// What kind of turn it was.
    public var kind: DecisionKind
    /// The rule that decided.
    public var rule: DecisionRule
    /// The intent acted on.
    public var intent: String?
    /// The confidence of the top candidate, 0…1.
    public var confidence: Double?
    /// `flow/state` before, nil where no flow ran; a flow that fills slots is `flow/slots`.
    public var stateBefore: String?
    /// `flow/state` after, in the same way.
    public var stateAfter: String?
    /// Whether an interrupted flow went on after the answer.
    public var resumed: Bool
    /// `desk`, `queue` or `agent` after the turn.
    public var owner: String

    /// Makes a record.
    public init(
        kind: DecisionKind,
        rule: DecisionRule,
        intent: String? = nil,
        confidence: Double? = nil,
        stateBefore: String? = nil,
        stateAfter: String? = nil,
        resumed: Bool = false,
        owner: String = "desk"
    ) {
        self.kind = kind
        self.rule = rule
        self.intent = intent
        self.confidence = confidence
        self.stateBefore = stateBefore
        self.stateAfter = stateAfter
        self.resumed = resumed
        self.owner = owner
    }
}

/// The kinds of turns.
public enum DecisionKind: String, Sendable, Hashable, Codable, CaseIterable {
    case answer, ask, clarify, reprompt, handoff, relay, control
    /// The message waits for what may follow it; no turn has begun.
    case hold
}

/// The rules of decision, in the order in which they are tried.
public enum DecisionRule: String, Sendable, Hashable, Codable, CaseIterable {
    /// The customer may still be writing.
    case stillWriting = "still_writing"
    /// The message was too long to read.
    case tooLong = "too_long"
    /// A human owns the conversation.
    case humanOwns = "human_owns"
    /// The customer asked for a human.
    case humanAsked = "human_asked"
    /// Another control that works everywhere.
    case control
    /// The message answers the question that was asked.
    case fillsSlot = "fills_slot"
    /// It changes an earlier answer.
    case corrects
    /// It says yes or no, or picks a choice.
    case answersQuestion = "answers_question"
    /// It asks for several things at once.
    case several
    /// A handler of the state, flow or assistant takes it.
    case handler
    /// A pattern covers the whole utterance.
    case pattern
    /// The top candidate is at or above the answer threshold.
    case confident
    /// Candidates are too close to choose between.
    case ambiguous
    /// Nothing fits; a question is put again.
    case noFit = "no_fit"
    /// Nothing was understood.
    case noMatch = "no_match"
    /// It says that the answer before it was no help.
    case unhelped
    /// It is said by the way: thanks, an apology, whether a program answers.
    case manners
    /// It insults whoever answers.
    case abuse
    /// The message sounds too unhappy to go on.
    case sentiment
    /// Files came without words.
    case attachment
    /// Something happened outside the customer's messages.
    case external
}
