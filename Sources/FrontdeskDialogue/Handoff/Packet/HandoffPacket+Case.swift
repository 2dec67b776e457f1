public import FrontdeskMatching

/// What the case is about, what is known and what was tried.
extension HandoffPacket {
    /// Why a human is needed.
    public struct Reason: Sendable, Hashable, Codable {
        /// The reason.
        public var code: HandoffReason
        /// What brought it about: a rule, `flow/state`, or a slot.
        public var detail: String
        /// The rule that decided.
        public var rule: DecisionRule?
        /// The turn it was decided in.
        public var turn: Int
        /// The id of the message that turn answers.
        public var messageID: String?

        private enum CodingKeys: String, CodingKey {
            case code
            case detail
            case rule
            case turn
            case messageID = "message_id"
        }
    }

    /// What the last message may mean.
    public struct Intents: Sendable, Hashable, Codable {
        /// The likely intents, best first, at most five.
        public var top: [CandidateIntent]
        /// How far the first is ahead of the second, 0…1.
        public var margin: Double?
        /// The confidence from which the desk answers, 0…1.
        public var threshold: Double
    }

    /// An intent that was considered.
    public struct CandidateIntent: Sendable, Hashable, Codable {
        /// The intent's name.
        public var id: String
        /// What a human reads.
        public var title: String
        /// The probability that it is meant, 0…1.
        public var confidence: Double
        /// The pattern that covers the message, if one does.
        public var pattern: String?
        /// What spoke for and against it, strongest first, at most five.
        public var evidence: [Evidence]
    }

    /// A decision of a turn.
    public struct Step: Sendable, Hashable, Codable {
        /// The turn.
        public var turn: Int
        /// The rule that decided.
        public var rule: DecisionRule
        /// What kind of turn it was; nil while it is under way.
        public var decision: DecisionKind?
        /// The intent acted on.
        public var intent: String?
        /// The confidence of the top candidate, 0…1.
        public var confidence: Double?
        /// `flow/state` before.
        public var stateBefore: String?
        /// `flow/state` after.
        public var stateAfter: String?

        private enum CodingKeys: String, CodingKey {
            case turn
            case rule
            case decision
            case intent
            case confidence
            case stateBefore = "state_before"
            case stateAfter = "state_after"
        }
    }

    /// Something the conversation was about.
    public struct Topic: Sendable, Hashable, Codable {
        /// The intent's name.
        public var id: String
        /// What a human reads.
        public var title: String
    }

    /// A slot's value and where it came from.
    public struct KnownSlot: Sendable, Hashable, Codable {
        /// The flow it belongs to.
        public var flow: String
        /// The slot's name.
        public var name: String
        /// The value.
        public var value: FlatFields.Scalar
        /// What kind of value it is: `text`, `number`, `boolean`, `money`, `date`, `time` or `instant`.
        public var type: String
        /// The value as people read it.
        public var display: String
        /// Who gave it.
        public var source: SlotEntry.Source
        /// The turn it was given in.
        public var turn: Int
        /// The id of the message it was given in.
        public var messageID: String?
        /// Whether the customer said yes to it.
        public var isConfirmed: Bool
        /// Whether it must not be shown to others than the customer and the agent.
        public var isSensitive: Bool

        private enum CodingKeys: String, CodingKey {
            case flow
            case name
            case value
            case type
            case display
            case source
            case turn
            case messageID = "message_id"
            case isConfirmed = "confirmed"
            case isSensitive = "sensitive"
        }
    }

    /// What an action looked up.
    public struct Finding: Sendable, Hashable, Codable {
        /// The name under which the flow knows it, such as `order`.
        public var name: String
        /// What it holds.
        public var fields: FlatFields
    }

    /// Something that happened elsewhere.
    public struct Happening: Sendable, Hashable, Codable {
        /// Its name, such as `order.delayed`.
        public var name: String
        /// What is known of it.
        public var fields: FlatFields
        /// Whether the customer is to hear of it and has not yet.
        public var isWaiting: Bool

        private enum CodingKeys: String, CodingKey {
            case name, fields
            case isWaiting = "waiting"
        }
    }

    /// What the desk tried.
    public struct Attempts: Sendable, Hashable, Codable {
        /// Messages that were not understood.
        public var noMatch: Int
        /// Times it asked which of several was meant.
        public var clarifications: Int
        /// Questions put again.
        public var reprompts: Int
        /// Slots and states whose question was answered with something that did not fit.
        public var unfit: [Retry]
        /// What answers were made from: intents and states.
        public var answersGiven: [String]
        /// The choices that were offered, by title.
        public var choicesOffered: [String]

        private enum CodingKeys: String, CodingKey {
            case noMatch = "no_match"
            case clarifications
            case reprompts
            case unfit
            case answersGiven = "answers_given"
            case choicesOffered = "choices_offered"
        }
    }

    /// Answers to one question that did not fit.
    public struct Retry: Sendable, Hashable, Codable {
        /// The slot or state.
        public var name: String
        /// How many did not fit.
        public var count: Int
    }
}
