/// What came of a turn, as channels tell it.
public struct TurnSummary: Sendable, Hashable, Codable {
    /// The turn's number, from 1.
    public var number: Int
    /// What kind of turn it was.
    public var decision: DecisionKind
    /// The rule that decided.
    public var rule: DecisionRule
    /// The intent acted on.
    public var intent: String?
    /// The confidence of the top candidate, 0…1.
    public var confidence: Double?
    /// `flow/state` after the turn, or nil.
    public var state: String?
    /// `desk`, `queue` or `agent`.
    public var owner: String
    /// Whether an interrupted flow went on after the answer.
    public var resumed: Bool
    /// The messages of the desk, without the one that told that it takes a while.
    public var messages: [Outbound]
    /// The handoff made in this turn, if one was.
    public var handoff: Handoff?

    /// Sums up the events of one turn.
    ///
    /// - Returns: nil when the events hold no decision, as when a turn is not finished.
    public init?(of events: ArraySlice<Event>, turn: Int) {
        var record: DecisionRecord?
        var messages: [Outbound] = []
        var handoff: Handoff?
        // What the desk says later in the same turn, when an agent gives back, is no part of the reply.
        for place in events.indices where events[place].turn == turn && record == nil {
            switch events[place].fact {
            case .decided(let decided): record = decided
            case .said(let outbound) where !outbound.isEarlyNotice: messages.append(outbound)
            case .handedOff(let made): handoff = made
            default: break
            }
        }
        guard let record else { return nil }
        self.number = turn
        self.decision = record.kind
        self.rule = record.rule
        self.intent = record.intent
        self.confidence = record.confidence
        self.state = record.stateAfter
        self.owner = record.owner
        self.resumed = record.resumed
        self.messages = messages
        self.handoff = handoff
    }
}
