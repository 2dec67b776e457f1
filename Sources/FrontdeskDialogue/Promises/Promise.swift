/// Something the desk said it would see to.
public struct Promise: Sendable, Hashable, Codable {
    /// `conversation/turn/n`.
    public var id: String
    /// What was promised.
    public var text: String
    /// By when, in milliseconds since 1970.
    public var dueAt: Int64
    /// How the customer will hear: an e-mail address or a phone number, or nil for this conversation.
    public var route: String?
    /// When it was made, in milliseconds since 1970; nil: by a version that did not look after promises.
    public var madeAt: Int64?
    /// The queue that has to see to it; nil: the default one.
    public var queue: String?
    /// The ticket whose answer was promised; nil: it is not about a ticket.
    public var ticket: String?
    /// How long it was to take; a new time allows as much again.
    public var length: PromiseLength?
    /// The events that keep it; without any, the next word of an agent does.
    public var keptBy: [String]?
    /// The events that say that it will take longer; nil: none does.
    public var movedBy: [String]?
    /// What is said when it is late, as its author wrote it, instead of the engine's own text.
    public var late: String?
    /// The slots that say what it is about, with their values when it was made; nil: nothing tells it from others.
    public var about: Record?

    /// Makes a promise.
    public init(
        id: String,
        text: String,
        dueAt: Int64,
        route: String?,
        madeAt: Int64? = nil,
        queue: String? = nil,
        ticket: String? = nil,
        length: PromiseLength? = nil,
        keptBy: [String]? = nil,
        movedBy: [String]? = nil,
        late: String? = nil,
        about: Record? = nil
    ) {
        self.id = id
        self.text = text
        self.dueAt = dueAt
        self.route = route
        self.madeAt = madeAt
        self.queue = queue
        self.ticket = ticket
        self.length = length
        self.keptBy = keptBy
        self.movedBy = movedBy
        self.late = late
        self.about = about
    }

    /// Whether the next word of an agent keeps it.
    public var isKeptByWord: Bool { keptBy?.isEmpty ?? true }
}

/// How long something promised may take.
public enum PromiseLength: Sendable, Hashable, Codable {
    /// So many minutes of opening time; without opening times, of any time.
    case minutes(Int)
    /// So many days on which somebody is there, at the same time of day; without opening times, of any days.
    case days(Int)

    /// When so much time has passed.
    ///
    /// - Parameters:
    ///   - calendar: When somebody is there; nil: always.
    ///   - moment: From when, in the zone that the calendar is kept in.
    /// - Returns: The deadline; nil when it is more than 400 days away, as where nobody ever is there.
    public func deadline(in calendar: BusinessCalendar?, after moment: Moment) -> Moment? {
        switch (self, calendar) {
        case (.minutes(let minutes), let calendar?):
            return calendar.deadline(after: moment, openMinutes: minutes)
        case (.days(let days), let calendar?):
            return calendar.deadline(after: moment, openDays: days)
        case (.minutes(let minutes), nil):
            return Moment(milliseconds: moment.milliseconds + Int64(minutes) * 60_000, zone: moment.zone)
        case (.days(let days), nil):
            let day = moment.date.adding(days: days)
            return Moment(milliseconds: moment.zone.milliseconds(of: day, at: moment.time), zone: moment.zone)
        }
    }
}

/// What a flow promises, as its file says it.
public struct PromiseTerms: Sendable, Hashable, Codable {
    /// How the customer will hear.
    public enum Route: Sendable, Hashable, Codable {
        /// In this conversation.
        case conversation
        /// At the address that a slot or a field of the customer holds.
        case path(FieldPath)
    }

    /// What is promised.
    public var text: Response
    /// How long it may take.
    public var length: PromiseLength
    /// How the customer will hear.
    public var route: Route
    /// The queue that has to see to it; nil: the topic's.
    public var queue: String?
    /// The events that keep it.
    public var keptBy: [String]
    /// The events that say that it will take longer.
    public var movedBy: [String]
    /// The slot that holds the day by which the customer needs it.
    public var wantedBy: String?
    /// What is said when it is late.
    public var late: Response?
    /// The slots that say what it is about; nil: all that are known when it is made.
    public var about: [String]?

    /// Makes terms.
    public init(
        text: Response,
        length: PromiseLength,
        route: Route = .conversation,
        queue: String? = nil,
        keptBy: [String] = [],
        movedBy: [String] = [],
        wantedBy: String? = nil,
        late: Response? = nil,
        about: [String]? = nil
    ) {
        self.text = text
        self.length = length
        self.route = route
        self.queue = queue
        self.keptBy = keptBy
        self.movedBy = movedBy
        self.wantedBy = wantedBy
        self.late = late
        self.about = about
    }
}

/// Something that was not promised.
public struct PromiseRefusal: Sendable, Hashable, Codable {
    /// Why it could not have been kept.
    public enum Reason: String, Sendable, Hashable, Codable, CaseIterable {
        /// Nobody knows where the customer can be reached.
        case noRoute = "no_route"
        /// Nobody is there within 400 days.
        case neverOpen = "never_open"
        /// The customer needs it earlier.
        case tooLate = "too_late"
    }

    /// What would have been promised.
    public var text: String
    /// Why it was not.
    public var reason: Reason

    /// Makes a refusal.
    public init(text: String, reason: Reason) {
        self.text = text
        self.reason = reason
    }
}

/// Something that happened elsewhere and is told later: the customer wants to be left in peace now, or something else
/// comes first.
public struct DeferredReport: Sendable, Hashable, Codable {
    /// What happened.
    public var report: ExternalEvent
    /// When it is told, in milliseconds since 1970; nil: once what comes first is over, such as an agent's part or the
    /// question of another one like it.
    public var until: Int64?

    /// Makes one.
    public init(report: ExternalEvent, until: Int64?) {
        self.report = report
        self.until = until
    }
}

extension PromiseLength {
    /// Reads `240m` or `2d`.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard let count = Int(text.dropLast()) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "no length: \(text)")
        }
        self = text.last == "d" ? .days(count) : .minutes(count)
    }

    /// Writes `240m` or `2d`.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .minutes(let count): try container.encode("\(count)m")
        case .days(let count): try container.encode("\(count)d")
        }
    }
}
