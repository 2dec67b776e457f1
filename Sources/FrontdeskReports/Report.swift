public import FrontdeskDialogue

/// The figures of a period; <doc:Measures> defines them.
///
/// As JSON it is the form `frontdesk-report/1`: members are only ever added.
public struct Report: Sendable, Hashable, Codable {
    /// The form's name and version.
    public static let format = "frontdesk-report/1"

    /// ``format``.
    public var format = Report.format
    /// The assistant's title.
    public var assistant: String
    /// The first instant of the period, in milliseconds since 1970; nil: from the beginning.
    public var since: Int64?
    /// The first instant behind it; nil: to the end.
    public var until: Int64?
    /// When it was measured.
    public var asOf: Int64
    /// How much there was.
    public var volume: Volume
    /// How contacts ended.
    public var endings: Endings
    /// Why contacts were not resolved, those with and without a human, the most frequent first.
    public var causes: [CauseFigures]
    /// Contacts without a human.
    public var containment: Containment
    /// Handoffs and waiting.
    public var handoffs: Handoffs
    /// Promises.
    public var promises: Promises
    /// Messages of the customer until the last answer, of resolved contacts.
    public var steps: Spread
    /// The same by flow, from the message that began the flow to the one that ended it well.
    public var flows: [FlowFigures]
    /// By request, the most frequent first.
    public var topics: [TopicFigures]
    /// What customers said about the service.
    public var feedback: [FeedbackFigures]
    /// What was written about low scores, masked, the most frequent first.
    public var complaints: [String]
    /// Thumbs by intent, those with most thumbs down first.
    public var ratings: [RatingFigures]
    /// What was not understood.
    public var unanswered: Unanswered
    /// Contacts by channel.
    public var channels: [Named]
    /// Contacts by language.
    public var languages: [Named]
    /// Contacts by day, in the zone given.
    public var days: [Day]

    /// How much there was.
    public struct Volume: Sendable, Hashable, Codable {
        /// Conversations with a contact in the period.
        public var conversations: Int
        /// Contacts that began in the period.
        public var contacts: Int
        /// Customers; one that is not known counts once for each conversation.
        public var customers: Int
        /// Messages of customers.
        public var messages: Int
        /// Messages a contact.
        public var messagesPerContact: Spread
    }

    /// How contacts ended.
    ///
    /// Shares are of contacts that can be judged: neither young nor with a human.
    public struct Endings: Sendable, Hashable, Codable {
        /// Contacts that can be judged.
        public var judged: Int
        /// The last word is less than a day old.
        public var tooEarly: Int
        /// Waiting for a human, or with one.
        public var withHuman: Int
        /// Confirmed and assumed ones.
        public var resolved: Share
        /// The customer said so.
        public var confirmedByCustomer: Share
        /// An agent said so.
        public var confirmedByAgent: Share
        /// Nobody said so, and nobody came back within a day.
        public var assumed: Share
        /// Not resolved.
        public var unresolved: Share
        /// The customer left.
        public var abandoned: Share
        /// Of resolved contacts, older than a week, those whose customer did not come back with the same within a week.
        public var resolvedForAWeek: Share
        /// Of resolved contacts, older than a week, those that were the first with it within a week, had at most one handoff and were not
        /// followed by another.
        public var atFirstContact: Share
        /// Of contacts, those that were followed by another of the same customer on the same within a day.
        public var cameBack: Share
    }

    /// A cause and how often it was one.
    public struct CauseFigures: Sendable, Hashable, Codable {
        /// The cause.
        public var cause: Cause
        /// Of judged contacts without a human.
        public var contained: Share
        /// Of all judged contacts.
        public var all: Share
    }

    /// Contacts without a human.
    ///
    /// Shares are of contacts that can be judged or are with a human.
    public struct Containment: Sendable, Hashable, Codable {
        /// No human was called or took part.
        public var contained: Share
        /// Contained and resolved.
        public var trulyContained: Share
        /// Contained and not resolved.
        public var falselyContained: Share
    }

    /// Handoffs and waiting; times in seconds.
    public struct Handoffs: Sendable, Hashable, Codable {
        /// How many handoffs.
        public var made: Int
        /// Of all contacts, those with a handoff.
        public var rate: Share
        /// By reason, the most frequent first.
        public var reasons: [Named]
        /// By queue.
        public var queues: [QueueFigures]
        /// Until an agent took it.
        public var wait: Spread
        /// Until an agent first wrote.
        public var firstWord: Spread
        /// Of those taken or left, those the customer left.
        public var left: Share
        /// Those that still wait.
        public var waiting: Int
    }

    /// One queue; times in seconds.
    public struct QueueFigures: Sendable, Hashable, Codable {
        /// Its name.
        public var queue: String
        /// How many handoffs.
        public var made: Int
        /// Until an agent took it.
        public var wait: Spread
        /// Until an agent first wrote.
        public var firstWord: Spread
        /// Of those taken or left, those the customer left.
        public var left: Share
    }

    /// Promises.
    public struct Promises: Sendable, Hashable, Codable {
        /// How many were made.
        public var made: Int
        /// Kept ones, of those kept or missed.
        public var kept: Share
        /// How many were missed.
        public var missed: Int
        /// How many were given another time.
        public var moved: Int
        /// Those that the customer no longer waits for.
        public var released: Int
        /// Those that are open and not yet due.
        public var open: Int
        /// Those that are open and due.
        public var overdue: Int
    }

    /// A flow.
    public struct FlowFigures: Sendable, Hashable, Codable {
        /// Its name.
        public var flow: String
        /// The customer's messages.
        public var steps: Spread
    }

    /// A request.
    public struct TopicFigures: Sendable, Hashable, Codable {
        /// The intent.
        public var intent: String
        /// What people read.
        public var title: String
        /// How many contacts it was one of.
        public var contacts: Int
        /// Resolved ones, of those that can be judged.
        public var resolved: Share
        /// Those with a handoff, of all.
        public var handedOff: Share
    }

    /// One kind of feedback, from customers whom one kind of server helped.
    public struct FeedbackFigures: Sendable, Hashable, Codable {
        /// What was asked.
        public var kind: FeedbackKind
        /// Who had helped; nil: whoever it was.
        public var servedBy: Server?
        /// Answers of those asked; nil where it is split by who helped.
        public var answered: Share?
        /// How many answers.
        public var n: Int
        /// CSAT of 4 and 5, CES of 5 to 7, NPS of 9 and 10, of all.
        public var good: Share
        /// CSAT of 1 and 2, CES of 1 to 3, NPS of 0 to 6, of all.
        public var bad: Share
        /// The mean score.
        public var mean: Double?
        /// The lower end of its 95 % interval.
        public var meanLow: Double?
        /// The upper end of it.
        public var meanHigh: Double?
        /// NPS alone: the good less the bad, -100…100, with its 95 % interval.
        public var net: Net?
        /// How often each score was given, the lowest first.
        public var scores: [Int]
    }

    /// A net promoter score.
    public struct Net: Sendable, Hashable, Codable {
        /// Promoters less detractors, in hundredths.
        public var value: Double
        /// The lower end of the 95 % interval.
        public var low: Double
        /// The upper end of it.
        public var high: Double
    }

    /// Thumbs for an intent.
    public struct RatingFigures: Sendable, Hashable, Codable {
        /// The intent; nil: turns without one.
        public var intent: String?
        /// What people read.
        public var title: String
        /// Thumbs up, of all.
        public var up: Share
    }

    /// What was not understood.
    public struct Unanswered: Sendable, Hashable, Codable {
        /// Of messages that needed an intent, those that got none.
        public var missed: Share
        /// Groups of them, the largest first.
        public var groups: [QuestionGroup]
    }

    /// A name and a share.
    public struct Named: Sendable, Hashable, Codable {
        /// The name.
        public var name: String
        /// How many of all.
        public var share: Share
    }

    /// One day.
    public struct Day: Sendable, Hashable, Codable {
        /// The day, `2026-11-22`.
        public var day: String
        /// Contacts that began on it.
        public var contacts: Int
        /// Resolved without a human.
        public var byDesk: Int
        /// Resolved with one.
        public var withHuman: Int
        /// Unresolved or left.
        public var notResolved: Int
        /// Not judged yet.
        public var open: Int
    }
}
