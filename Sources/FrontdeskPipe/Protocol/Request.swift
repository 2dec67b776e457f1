public import FrontdeskDialogue

/// What a program asks of the desk in one line of the pipe.
public struct Request: Sendable, Hashable {
    /// The number of the line it came in, from 1.
    public var line: Int
    /// The request's id; in a message also the message's.
    public var id: String?
    /// The conversation; empty in a `reload` or `ping`.
    public var conversation: String
    /// When it happened, in milliseconds since 1970-01-01T00:00:00Z; nil: now.
    public var at: Int64?
    /// What is asked.
    public var body: Body

    /// What is asked.
    public enum Body: Sendable, Hashable {
        /// The customer wrote.
        case message(Message)
        /// Something happened outside the conversation.
        case event(Report)
        /// An agent does something with the conversation's ticket.
        case agent(AgentRequest)
        /// Why a turn went as it did; nil: the latest one.
        case explain(turn: Int?)
        /// A thumb up or down for a turn, given by its number or by the message it answered; neither: the latest one.
        case rate(turn: Int?, message: String?, isUp: Bool)
        /// Everything that is kept of the conversation.
        case export
        /// Forget the conversation.
        case erase
        /// Read the intent files again.
        case reload
        /// Answer at once.
        case ping
    }

    /// A customer's message.
    public struct Message: Sendable, Hashable {
        /// What was written; may be empty when a button was pressed or a file came.
        public var text: String
        /// The id of the pressed button.
        public var choice: String?
        /// What was filled into a form.
        public var form: [FormValue]?
        /// The channel behind the caller, such as `sms`; counts when the message opens a conversation.
        public var channel: String?
        /// What the caller knows of the customer.
        public var customer: CustomerProfile?
        /// Proof of the customer's id, as the caller's own system made it.
        public var userHash: String?
        /// Files that came with it.
        public var attachments: [Attachment] = []
    }

    /// Something that happened elsewhere, and whom it concerns.
    public struct Report: Sendable, Hashable {
        /// What happened.
        public var event: ExternalEvent
        /// Whom it concerns; needed where it may open a conversation.
        public var customer: CustomerProfile?
        /// The channel of a conversation that it opens.
        public var channel: String?

        /// Makes a report.
        public init(_ event: ExternalEvent, customer: CustomerProfile? = nil, channel: String? = nil) {
            self.event = event
            self.customer = customer
            self.channel = channel
        }
    }

    /// What an agent does.
    public struct AgentRequest: Sendable, Hashable {
        /// The agent's name.
        public var agent: String
        /// The act.
        public var act: Act
        /// What to write to the customer, or the note of a return.
        public var text: String?
        /// How the agent's part ended; for a return.
        public var outcome: AgentReturn.Outcome
        /// The token that the claim gave; nil: the one this process saw last.
        public var token: Int?
    }

    /// What an agent can do.
    public enum Act: String, Sendable, Hashable, CaseIterable {
        case claim, say
        case giveBack = "return"
        case close
    }
}

/// Why a line was refused.
public struct RequestError: Error, Sendable, Hashable {
    /// What a program can branch on.
    public enum Code: String, Sendable, Hashable, CaseIterable {
        case badJSON = "bad_json"
        case notUTF8 = "not_utf8"
        case lineTooLong = "line_too_long"
        case unknownType = "unknown_type"
        case missingField = "missing_field"
        case badField = "bad_field"
        case unknownConversation = "unknown_conversation"
        case tooLong = "too_long"
        case noTicket = "no_ticket"
        case alreadyClaimed = "already_claimed"
        case staleClaim = "stale_claim"
        case reloadFailed = "reload_failed"
        case storeUnavailable = "store_unavailable"
        case conflict
        case failed
    }

    /// What a program can branch on.
    public var code: Code
    /// What a person reads: what is wrong, the limit, and how to mend it.
    public var message: String

    /// Makes an error.
    public init(_ code: Code, _ message: String) {
        self.code = code
        self.message = message
    }
}
