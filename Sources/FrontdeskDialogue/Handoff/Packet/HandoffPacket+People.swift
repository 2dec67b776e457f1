/// Who is involved, what was said and promised, and where the ticket goes.
extension HandoffPacket {
    /// Everything that was said.
    public struct Transcript: Sendable, Hashable, Codable {
        /// The form of the lines: `frontdesk-lines/1`.
        public var format: String
        /// How many lines there are.
        public var count: Int
        /// Whether something in it is masked.
        public var redacted: Bool
        /// The messages, oldest first.
        public var lines: [Line]
    }

    /// One message.
    public struct Line: Sendable, Hashable, Codable {
        /// `customer`, `desk` or `agent`.
        public var from: String
        /// The agent's name.
        public var name: String?
        /// What was written.
        public var text: String
        /// When, in UTC.
        public var at: String
        /// The turn.
        public var turn: Int
        /// What was offered to pick from.
        public var choices: [Choice]
    }

    /// Who the customer is, as far as it is known.
    public struct Customer: Sendable, Hashable, Codable {
        /// The customer's id in the calling system.
        public var id: String?
        /// The full name.
        public var name: String?
        /// The standing, such as `vip`.
        public var tier: String?
        /// A BCP 47 language tag.
        public var language: String?
        /// A tz database name.
        public var zone: String?
        /// Whether the calling system proved who this is.
        public var isVerified: Bool
        /// How the customer can be reached, the best first.
        public var contactRoutes: [Route]
        /// What the customer prefers, by the calling system's word; nil: nothing is known.
        public var preferences: FlatFields?
        /// What earlier conversations told, and what is remembered; nil: nothing, or nobody has proved who this is.
        public var memory: Memory?

        private enum CodingKeys: String, CodingKey {
            case id
            case name
            case tier
            case language
            case zone
            case isVerified = "verified"
            case contactRoutes = "contact_routes"
            case preferences
            case memory
        }
    }

    /// A way to reach the customer.
    public struct Route: Sendable, Hashable, Codable {
        /// `email`, `phone` or `conversation`.
        public var kind: String
        /// The address, the number, or the conversation's id.
        public var address: String
    }

    /// How the customer sounds.
    public struct Mood: Sendable, Hashable, Codable {
        /// The latest message, -1…1.
        public var score: Double
        /// `negative`, `neutral` or `positive`.
        public var label: String
        /// `falling`, `steady` or `rising`.
        public var trend: String
        /// The latest messages, oldest first, at most ten.
        public var recent: [Double]
        /// How it was found: `lexicon`.
        public var method: String
        /// The mood over the latest messages, -1…1, later ones counting more.
        public var level: Double
        /// What told so in the latest messages, the worst first, at most five words.
        public var evidence: [MoodEvidence]
    }

    /// A word that told how the customer feels.
    public struct MoodEvidence: Sendable, Hashable, Codable {
        /// The turn it was written in.
        public var turn: Int
        /// The word, phrase or picture with the words that change it.
        public var text: String
        /// What it weighed, -1…1.
        public var weight: Double
    }

    /// Something that was promised.
    public struct Commitment: Sendable, Hashable, Codable {
        /// The promise's id.
        public var id: String
        /// What was promised.
        public var text: String
        /// Who made it: `desk`.
        public var madeBy: String
        /// By when, in UTC.
        public var dueAt: String
        /// How the customer will hear; nil: in this conversation.
        public var route: String?
        /// `open`, `moved` (open, with a new time), `kept`, `missed`, `given_up` or `released`.
        public var status: String

        private enum CodingKeys: String, CodingKey {
            case id
            case text
            case madeBy = "made_by"
            case dueAt = "due_at"
            case route
            case status
        }
    }

    /// Where the ticket goes.
    public struct Routing: Sendable, Hashable, Codable {
        /// The queue's name.
        public var queue: String
        /// What people call it.
        public var queueTitle: String
        /// What an agent must know.
        public var skills: [String]
        /// The conversation's language.
        public var language: String
        /// 0 (lowest) … 9.
        public var priority: Int
        /// Whether the customer's tier is `vip`.
        public var isVIP: Bool

        private enum CodingKeys: String, CodingKey {
            case queue
            case queueTitle = "queue_title"
            case skills
            case language
            case priority
            case isVIP = "vip"
        }
    }

    /// What was set for the queue's answer.
    public struct ServiceLevel: Sendable, Hashable, Codable {
        /// The calendar that says when the queue is staffed; nil: always.
        public var calendar: String?
        /// Whether it is staffed now.
        public var isOpen: Bool
        /// When it is staffed again, in UTC; nil while it is, or when unknown.
        public var opensAt: String?
        /// Within how many minutes of opening time a first answer is due.
        public var answersWithinMinutes: Int?
        /// When it is due, in UTC.
        public var firstResponseDue: String?

        private enum CodingKeys: String, CodingKey {
            case calendar
            case isOpen = "open"
            case opensAt = "opens_at"
            case answersWithinMinutes = "answers_within_minutes"
            case firstResponseDue = "first_response_due"
        }
    }

    /// What the customer was told about waiting.
    public struct Wait: Sendable, Hashable, Codable {
        /// The words.
        public var told: String
        /// The position, from 1.
        public var position: Int?
        /// The minutes.
        public var minutes: Int?

        private enum CodingKeys: String, CodingKey {
            case told = "told_customer"
            case position
            case minutes
        }
    }

    /// A handoff that came before this one.
    public struct PreviousHandoff: Sendable, Hashable, Codable {
        /// Its id.
        public var id: String
        /// Its queue.
        public var queue: String
        /// Its reason.
        public var reason: HandoffReason
    }

    /// What an agent said when giving the conversation back.
    public struct PreviousReturn: Sendable, Hashable, Codable {
        /// The agent.
        public var agent: String
        /// How it ended.
        public var outcome: AgentReturn.Outcome
        /// What was done.
        public var note: String?
    }

    /// How often a kind of secret was masked.
    public struct Masking: Sendable, Hashable, Codable {
        /// What was masked.
        public var kind: Redaction.Kind
        /// How often.
        public var count: Int
    }
}
