public import FrontdeskDialogue

/// A conversation that anyone can read, and a test: what the customer writes, what the desk must answer, and what
/// people do in between.
public struct Transcript: Sendable, Hashable {
    /// What the conversation is about.
    public var title: String
    /// The line of its title in the file, from 1.
    public var line: Int
    /// The assistant it is for, if it says so.
    public var assistant: String?
    /// What the clock shows at the beginning.
    public var clock: ClockStamp?
    /// Who the customer is.
    public var customer: CustomerProfile?
    /// Further customers, who write with their names before their lines.
    public var customers: [Customer] = []
    /// The channel's name.
    public var channel: String?
    /// The conversation's id, on which the choice of wordings depends.
    public var conversation: String?
    /// The line of the head that has actions ask other systems, from 1; nil: none does.
    public var networkLine: Int?
    /// What happens, in order.
    public var steps: [Step] = []

    /// A customer besides the transcript's own.
    public struct Customer: Sendable, Hashable {
        /// The name that stands before their lines.
        public var name: String
        /// Who it is.
        public var profile: CustomerProfile
        /// The channel; nil: the transcript's.
        public var channel: String?
    }

    /// Something that happens, and what must come of it.
    public struct Step: Sendable, Hashable {
        /// What happens.
        public var act: Act
        /// Who writes, by the name before the line: a further customer, or an agent; nil: the transcript's own customer, or
        /// the agent who claimed last.
        public var speaker: String?
        /// Its line in the file, from 1.
        public var line: Int
        /// What the desk must say, a pattern for each message.
        public var replies: [ExpectedReply] = []
        /// What else must be so afterwards.
        public var expectations: [Expectation] = []

        /// The further customer who writes in it; nil: the transcript's own, or nobody.
        var writer: String? {
            switch act {
            case .says, .picks: speaker
            default: nil
            }
        }

        /// The last of its lines, from 1.
        package var lastLine: Int {
            max(line, replies.last?.line ?? line, expectations.last?.line ?? line)
        }
    }

    /// What can happen.
    public enum Act: Sendable, Hashable {
        /// The customer writes.
        case says(String)
        /// The customer presses a button, given by its title or id.
        case picks(String)
        /// An agent takes a ticket.
        case claims(agent: String, ticket: ClaimedTicket = .latest)
        /// The agent who has the conversation writes.
        case agentSays(String)
        /// The agent gives the conversation back.
        case returns(AgentReturn)
        /// The agent closes the ticket.
        case closes(agent: String)
        /// The clock moves.
        case clock(ClockStamp)
        /// Something happens elsewhere.
        case reports(ExternalEvent)
        /// The channel says who is writing, with the customer's next message.
        case isCustomer(CustomerProfile)
        /// The customer gives the desk's latest answer a thumb up or down.
        case rates(isUp: Bool)
        /// The same customer writes in another conversation, with the same desk.
        case opens(conversation: String, channel: String?)
        /// An action gives this from now on, instead of being run.
        case stubs(ActionStub)
        /// The program that runs the desk ends, and another one goes on with what is stored.
        case restarts
    }

    /// Which ticket an agent takes.
    public enum ClaimedTicket: Sendable, Hashable {
        /// That of the conversation of the step before.
        case latest
        /// That of a customer by name.
        case of(String)
        /// The one that is to be taken next, in a queue or in any.
        case next(queue: String?)
    }

    /// A message the desk must send.
    public struct ExpectedReply: Sendable, Hashable {
        /// What it must look like; nil for `...` alone, which is one message or more.
        public var pattern: LinePattern?
        /// Its line in the file, from 1.
        public var line: Int
        /// The pattern as it was written.
        public var source: String
        /// To whom, by name, when it is not the customer of the step.
        public var to: String?

        /// The line as it was written.
        var written: String { "\(to ?? "")< \(source)" }

        /// Whether a message looks like it.
        func fits(_ line: SaidLine) -> Bool { to == line.to && pattern?.matches(line.text) ?? true }
    }
}

/// An instant of a transcript: a day and time, or a distance from the last one.
public enum ClockStamp: Sendable, Hashable {
    /// So many milliseconds later.
    case later(Int64)
    /// A day and a time of day, in minutes; with an offset from UTC in seconds, or else in the conversation's zone.
    case at(CivilDate, minutes: Int, offset: Int?)
}

/// A condition on the conversation after a step.
public struct Expectation: Sendable, Hashable {
    /// What is asked for.
    public enum Condition: Sendable, Hashable {
        /// The turn was taken for this intent, with at least this confidence.
        case intent(String, atLeast: Double?)
        /// A slot has a value, this one if one is given, from this source if one is given.
        case slot(String, value: String?, source: SlotEntry.Source?)
        /// The dialogue is in `flow/state`, or asks for a slot, `flow/slot`; nil: in any flow.
        case state(String?)
        /// The turn's decision, and the rule that made it if one is given.
        case decision(DecisionKind, rule: DecisionRule?)
        /// The step handed the conversation over; to this queue and for this reason, if they are given.
        case handoff(queue: String?, reason: HandoffReason?)
        /// The step had an event of this name, with these words.
        case event(String, words: [String])
        /// The step had a promise like this, or gave one a new time.
        case promise(LinePattern?)
        /// The step's last message with choices offers this one, by title or id.
        case choice(String)
        /// One of the step's messages shows a link, picture, card or form with a line like this.
        case shows(LinePattern)
        /// The desk speaks this language.
        case language(String)
        /// One of the step's messages goes to this e-mail address or phone number.
        case route(String)
        /// The report of all that was said on this desk so far has this figure.
        case measure(MeasureExpectation)
        /// The step was in this conversation, by its customer's name or its id.
        case conversation(String)
        /// The desk or its queue did not let the step happen, for a reason like this.
        case refused(LinePattern?)
    }

    /// What is asked for.
    public var condition: Condition
    /// Whether it must not be so.
    public var isNegated: Bool
    /// Its line in the file, from 1.
    public var line: Int
    /// The expectation as it was written.
    public var source: String
}

/// A file of transcripts.
public struct TranscriptFile: Sendable, Hashable {
    /// The path, as it shows in reports.
    public var path: String
    /// What the file holds.
    public var text: String

    /// Makes a file.
    public init(path: String, text: String) {
        self.path = path
        self.text = text
    }

    /// The file's name without folders and ending: `orders-late` of `Transcripts/shop/orders-late.transcript`.
    public var stem: String {
        let name = path.split(separator: "/").last ?? ""
        return String(name.split(separator: ".").first ?? name)
    }
}

/// Why a transcript could not be read.
public struct TranscriptError: Error, Sendable, Hashable, CustomStringConvertible {
    /// The file.
    public var path: String
    /// The line, from 1.
    public var line: Int
    /// What is wrong and what was expected.
    public var message: String

    /// `path:line: error: message`, as editors read it.
    public var description: String { "\(path):\(line): error: \(message)" }
}
