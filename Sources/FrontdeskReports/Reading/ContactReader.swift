import FrontdeskDialogue

/// Reads the events of one conversation as contacts.
struct ContactReader {
    private let rules: MeasureRules
    private var conversation = ""
    private var profile = CustomerProfile()
    private var channel = ""
    private var language: String
    private var contact: OpenContact?
    private var finished: [Contact] = []
    private var promises: [(contact: Int, fate: PromiseFate)] = []
    private var intents: [Int: String] = [:]
    private var message = ""

    /// The contacts of a conversation, the first one first; turns that were taken back do not count.
    static func contacts(in events: [Event], _ rules: MeasureRules) -> [Contact] {
        var reader = ContactReader(rules: rules)
        for event in events.counted { reader.read(event) }
        reader.finish()
        // What becomes of a promise counts where it was made, however late.
        for promise in reader.promises where reader.finished.indices.contains(promise.contact) {
            reader.finished[promise.contact].promises.append(promise.fate)
        }
        return reader.finished
    }

    private init(rules: MeasureRules) {
        self.rules = rules
        language = rules.language
    }

    private mutating func read(_ event: Event) {
        switch event.fact {
        case .opened(let opening):
            conversation = opening.conversation
            channel = opening.channel
        case .profileChanged(let changed): profile = changed
        case .languageChanged(let tag, _): language = tag
        case .received(let inbound): begin(inbound, event)
        case .understood(let understanding): take(understanding, event)
        case .promised(let promise):
            promises.append((finished.count, PromiseFate(id: promise.id, dueAt: promise.dueAt)))
        case .promiseChanged(let change):
            let place = promises.lastIndex { $0.fate.id == change.id }
            if let place { promises[place].fate.take(change) }
        case .rated(let rating):
            contact?.rate(rating, intent: intents[rating.turn])
        default:
            contact?.apply(event)
        }
    }

    private mutating func begin(_ inbound: Inbound, _ event: Event) {
        if let open = contact, open.ticket == nil, event.at - open.end >= rules.silence { finish() }
        message = inbound.text
        if contact == nil { contact = OpenContact(begin: event.at) }
        contact?.receive(event)
    }

    private mutating func take(_ understanding: Understanding, _ event: Event) {
        if let intent = understanding.intent { intents[event.turn] = intent }
        let kind: OpenContact.Saying =
            switch understanding.intent {
            case nil: .other
            case .some(let intent) where rules.isThanks(intent): .thanks
            case .some(let intent): rules.isRequest(intent) ? .request(intent) : .other
            }
        contact?.understand(understanding, kind)
        for part in understanding.parts ?? [] {
            if let intent = part.intent, rules.isRequest(intent) { contact?.ask(for: intent) }
        }
        if understanding.rule == .noMatch {
            contact?.unanswered.append(MaskedText.masking(message, name: profile.name))
        }
    }

    private mutating func finish() {
        guard let open = contact else { return }
        contact = nil
        // An answer to a question about the service, a day later, is no contact of its own.
        if open.messages == 0, let last = finished.indices.last {
            finished[last].feedback += open.feedback
            finished[last].ratings += open.ratings.map(\.rated)
            return
        }
        let known = profile.id ?? profile.email?.lowercased()
        finished.append(
            Contact(
                customer: known ?? "conversation:\(conversation)",
                isKnown: known != nil,
                begin: open.begin,
                end: open.end,
                channel: channel,
                language: language,
                messages: open.messages,
                topics: open.topics,
                ending: open.ending(rules),
                servedBy: open.servedBy,
                isContained: open.isContained,
                steps: open.answeredMessages,
                matchable: open.matchable,
                unanswered: open.unanswered,
                flows: open.flows,
                handoffs: open.handoffs,
                promises: [],
                asked: open.asked,
                feedback: open.feedback,
                ratings: open.ratings.map(\.rated)
            )
        )
    }
}
