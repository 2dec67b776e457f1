/// What is known of a customer from earlier conversations, through whatever channels they came.
///
/// Each conversation begins with it and hands it on, so that a few of the latest conversations are all that has to be
/// read. It is only kept of customers who have proved who they are.
public struct CustomerMemory: Sendable, Hashable, Codable {
    /// How a conversation came out.
    public enum Outcome: String, Sendable, Hashable, Codable, CaseIterable {
        /// The customer was helped.
        case resolved
        /// Something was begun and not brought to its end.
        case unresolved
        /// It waits for a human, or is with one.
        case waiting
    }

    /// Something promised that is still to come.
    public struct Awaited: Sendable, Hashable, Codable {
        /// What was promised.
        public var text: String
        /// By when, in milliseconds since 1970.
        public var dueAt: Int64

        /// Makes one.
        public init(text: String, dueAt: Int64) {
            self.text = text
            self.dueAt = dueAt
        }
    }

    /// What the customer said about being remembered, and when.
    public struct Consent: Sendable, Hashable, Codable {
        /// Whether values may be kept.
        public var isGiven: Bool
        /// When it was said, in milliseconds since 1970.
        public var at: Int64

        /// Makes a consent.
        public init(isGiven: Bool, at: Int64) {
            self.isGiven = isGiven
            self.at = at
        }
    }

    /// The customer's id.
    public var customer: String
    /// How many conversations there were before this one, as far as they are kept.
    public var conversations: Int
    /// When the customer wrote last, in milliseconds since 1970.
    public var lastAt: Int64?
    /// The intent that the latest one was about.
    public var lastTopic: String?
    /// How the latest one came out; nil: there was nothing to be done.
    public var lastOutcome: Outcome?
    /// What is promised and due next.
    public var awaited: Awaited?
    /// What the customer said about being remembered; nil: nobody asked.
    public var consent: Consent?
    /// What is remembered or was forgotten, by name.
    public var values: [RememberedValue]

    /// Makes a memory; without anything in it, it is that of a new customer.
    public init(
        customer: String,
        conversations: Int = 0,
        lastAt: Int64? = nil,
        lastTopic: String? = nil,
        lastOutcome: Outcome? = nil,
        awaited: Awaited? = nil,
        consent: Consent? = nil,
        values: [RememberedValue] = []
    ) {
        self.customer = customer
        self.conversations = conversations
        self.lastAt = lastAt
        self.lastTopic = lastTopic
        self.lastOutcome = lastOutcome
        self.awaited = awaited
        self.consent = consent
        self.values = values
    }

    /// How many of a customer's latest conversations have to be read.
    public static let reach = 5

    /// What a customer's earlier conversations tell; those in which nobody proved to be this customer do not count.
    ///
    /// - Parameters:
    ///   - customer: The customer's id.
    ///   - earlier: The states of the latest conversations, in any order.
    ///   - now: The time, in milliseconds since 1970; a promise whose time has passed is none to look forward to.
    public init(of customer: String, from earlier: [Tracker], at now: Int64) {
        self.init(customer: customer)
        let own = earlier.filter { $0.customer.isVerified && $0.customer.id == customer && $0.turn > 0 }
            .sorted { ($0.updatedAt, $0.conversation) < ($1.updatedAt, $1.conversation) }
        for tracker in own {
            lastAt = tracker.lines.last { $0.author == .customer }?.at ?? lastAt
            lastTopic = tracker.topics.last { !$0.hasPrefix("control.") }
            lastOutcome = tracker.outcome
            if let before = tracker.memory {
                conversations = max(conversations, before.conversations)
                take(before)
            }
        }
        conversations = max(conversations + (own.isEmpty ? 0 : 1), own.count)
        let open = own.flatMap(\.ledger.promises).filter { $0.state == .open && $0.dueAt >= now }
        awaited = open.min { $0.dueAt < $1.dueAt }.map { Awaited(text: $0.promise.text, dueAt: $0.dueAt) }
    }

    /// The value of a name, unless it was forgotten.
    public subscript(_ name: String) -> RememberedValue? {
        values.first { $0.name == name && $0.value != nil }
    }

    /// Keeps a value unless a later one is known.
    public mutating func keep(_ value: RememberedValue) {
        let place = values.firstIndex { $0.name == value.name }
        guard let place else {
            values.append(value)
            return values.sort { $0.name < $1.name }
        }
        if values[place].at <= value.at { values[place] = value }
    }

    /// Forgets a value, or all of them; what is forgotten stays so whatever earlier conversations say.
    mutating func forget(_ names: [String], at milliseconds: Int64) {
        for index in values.indices where names.contains(values[index].name) {
            values[index].value = nil
            values[index].display = ""
            values[index].at = milliseconds
        }
    }

    private mutating func take(_ other: CustomerMemory) {
        for value in other.values { keep(value) }
        if let said = other.consent, said.at >= consent?.at ?? said.at { consent = said }
    }
}

/// A value that the customer gave, and when.
public struct RememberedValue: Sendable, Hashable, Codable {
    /// The slot's name; slots of the same name share it.
    public var name: String
    /// The value; nil: it was forgotten.
    public var value: Value?
    /// The value as people read it.
    public var display: String
    /// When it was learnt, confirmed or forgotten, in milliseconds since 1970.
    public var at: Int64

    /// Makes a value.
    public init(name: String, value: Value?, display: String, at: Int64) {
        self.name = name
        self.value = value
        self.display = display
        self.at = at
    }
}

/// What changes in the memory of a customer.
public enum MemoryChange: Sendable, Hashable {
    /// A conversation begins with this.
    case recalled(CustomerMemory)
    /// The customer wants to be remembered, or does not.
    case consent(isGiven: Bool)
    /// Values that the customer gave or confirmed are kept.
    case learnt([RememberedValue])
    /// Values are forgotten.
    case forgotten([String])
}

extension Tracker {
    /// How the conversation came out so far; nil: there was nothing to be done.
    fileprivate var outcome: CustomerMemory.Outcome? {
        if ticket != nil { return .waiting }
        if !flows.isEmpty || endedFlows.last?.outcome == .unresolved { return .unresolved }
        return helps.isEmpty && endedFlows.last?.outcome != .resolved ? nil : .resolved
    }
}
