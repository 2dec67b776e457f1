public import FrontdeskDialogue

/// What the conversations of a period come to, gathered one conversation at a time.
///
/// Nothing of a conversation is kept but some numbers for each contact: a hundred thousand fit into a few megabytes. Measures of
/// parts can be merged, in any order, into those of the whole. <doc:Measures> defines every figure.
public struct Measures: Sendable, Hashable {
    /// What is taken for what.
    public let rules: MeasureRules

    var conversations = 0
    var contacts: [KeptContact] = []
    var names = NameTable()
    var messages = 0
    var matchable = 0
    var unanswered = UnansweredQuestions()
    var flows: [String: [Int32]] = [:]
    var handoffs: [HandoffCourse] = []
    var promises: [PromiseFate] = []
    var asked: [FeedbackKind: Int] = [:]
    var feedback: [FeedbackKey: Int] = [:]
    var ratings: [String: Thumbs] = [:]
    var lowWords: [String: Int] = [:]

    /// What is needed of a contact once all of them are known.
    struct KeptContact: Sendable, Hashable {
        /// A hash of who wrote.
        var customer: UInt64
        var isKnown: Bool
        /// Whether it belongs to the period; others tell only who came back.
        var isCounted: Bool
        var begin: Int64
        var end: Int64
        var ending: Ending
        var servedBy: Server
        var isContained: Bool
        var messages: Int32
        var steps: Int32
        var handoffs: Int32
        var channel: UInt32
        var language: UInt32
        var topics: [UInt32]
    }

    struct FeedbackKey: Sendable, Hashable {
        var kind: FeedbackKind
        var servedBy: Server
        var score: Int
    }

    struct Thumbs: Sendable, Hashable {
        var up = 0
        var down = 0
    }

    /// Measures of nothing yet.
    public init(rules: MeasureRules) {
        self.rules = rules
    }

    /// Measures of conversations, each given as its events.
    public init(of conversations: some Sequence<[Event]>, rules: MeasureRules) {
        self.init(rules: rules)
        for events in conversations { add(events) }
    }

    /// Takes one more conversation into account.
    public mutating func add(_ events: [Event]) {
        var isCounted = false
        for contact in ContactReader.contacts(in: events, rules) {
            keep(contact)
            guard rules.isInPeriod(contact.begin) else { continue }
            isCounted = true
            count(contact)
        }
        if isCounted { conversations += 1 }
    }

    /// Takes measures of other conversations, made by the same rules, into account.
    public mutating func merge(_ other: Measures) {
        precondition(rules == other.rules, "measures by different rules do not add up")
        conversations += other.conversations
        messages += other.messages
        matchable += other.matchable
        unanswered.merge(other.unanswered)
        handoffs += other.handoffs
        promises += other.promises
        for (flow, steps) in other.flows { flows[flow, default: []] += steps }
        asked.merge(other.asked, uniquingKeysWith: +)
        feedback.merge(other.feedback, uniquingKeysWith: +)
        lowWords.merge(other.lowWords, uniquingKeysWith: +)
        for (intent, thumbs) in other.ratings {
            ratings[intent, default: Thumbs()].up += thumbs.up
            ratings[intent, default: Thumbs()].down += thumbs.down
        }
        for var contact in other.contacts {
            contact.channel = names.number(of: other.names[contact.channel])
            contact.language = names.number(of: other.names[contact.language])
            contact.topics = contact.topics.map { names.number(of: other.names[$0]) }
            contacts.append(contact)
        }
    }

    private mutating func keep(_ contact: Contact) {
        contacts.append(
            KeptContact(
                customer: Self.hash(contact.customer),
                isKnown: contact.isKnown,
                isCounted: rules.isInPeriod(contact.begin),
                begin: contact.begin,
                end: contact.end,
                ending: contact.ending,
                servedBy: contact.servedBy,
                isContained: contact.isContained,
                messages: Int32(clamping: contact.messages),
                steps: Int32(clamping: contact.steps),
                handoffs: Int32(clamping: contact.handoffs.count),
                channel: names.number(of: contact.channel),
                language: names.number(of: contact.language),
                topics: contact.topics.map { names.number(of: $0) }
            )
        )
    }

    private mutating func count(_ contact: Contact) {
        messages += contact.messages
        matchable += contact.matchable
        for text in contact.unanswered { unanswered.add(text) }
        handoffs += contact.handoffs
        promises += contact.promises
        for flow in contact.flows { flows[flow.flow, default: []].append(Int32(clamping: flow.steps)) }
        asked.merge(contact.asked, uniquingKeysWith: +)
        for given in contact.feedback {
            let key = FeedbackKey(kind: given.kind, servedBy: given.servedBy, score: given.score)
            feedback[key, default: 0] += 1
            if let text = given.text, given.kind.lowest.contains(given.score), lowWords.count < 1000 {
                lowWords[text, default: 0] += 1
            }
        }
        for rating in contact.ratings {
            let intent = rating.intent ?? ""
            if rating.isUp {
                ratings[intent, default: Thumbs()].up += 1
            } else {
                ratings[intent, default: Thumbs()].down += 1
            }
        }
    }

    /// FNV-1a, so that the same customer has the same number in every process.
    private static func hash(_ text: String) -> UInt64 {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
        return hash
    }
}

/// Names by number, each kept once.
struct NameTable: Sendable, Hashable {
    private var names: [String] = []
    private var numbers: [String: UInt32] = [:]

    subscript(number: UInt32) -> String { names[Int(number)] }

    mutating func number(of name: String) -> UInt32 {
        if let number = numbers[name] { return number }
        let number = UInt32(names.count)
        names.append(name)
        numbers[name] = number
        return number
    }
}
