import FrontdeskDialogue

/// Reads the events of one conversation as contacts.
struct ContactReader {
    private let rules: MeasureRules
    private var conversation = ""
    private var profile = CustomerProfile()
    private var channel = ""
    private var language: String
    private var contact: OpenContact?
    private var finished: [Finished] = []
    private var promises: [(contact: Int, fate: PromiseFate)] = []
    private var intents: [Int: String] = [:]
    private var message = ""
    private var isAskedAboutService = false
    private var askedIn: [FeedbackKind: Int] = [:]

    /// A contact that is over, but for what is said about it later, and what was known of it then.
    private struct Finished {
        var contact: OpenContact
        var customer: String?
        var channel: String
        var language: String
    }

    /// The contacts of a conversation, the first one first; turns that were taken back do not count.
    static func contacts(in events: [Event], _ rules: MeasureRules) -> [Contact] {
        var reader = ContactReader(rules: rules)
        for event in events.counted { reader.read(event) }
        reader.finish()
        var contacts = reader.finished.map(reader.contact)
        // What becomes of a promise counts where it was made, however late.
        for promise in reader.promises where contacts.indices.contains(promise.contact) {
            contacts[promise.contact].promises.append(promise.fate)
        }
        return contacts
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
            let intent = intents[rating.turn]
            change(place(ofTurn: rating.turn)) { $0.rate(rating, intent: intent) }
        case .feedbackGiven(var given):
            given.text = given.text.map { MaskedText.excerpt(MaskedText.masking($0, name: profile.name)) }
            let current = contact.map { $0.messages > 0 } == true ? finished.count : finished.count - 1
            change(askedIn[given.kind] ?? current) { $0.take(given) }
        default:
            note(event)
            contact?.apply(event)
        }
    }

    /// Whether the customer is asked about the service, and in which contact it was.
    private mutating func note(_ event: Event) {
        switch event.fact {
        case .questionOpened(.feedback), .questionOpened(.feedbackComment): isAskedAboutService = true
        case .questionOpened, .questionClosed: isAskedAboutService = false
        case .feedbackAsked(let kind): askedIn[kind] = finished.count
        default: break
        }
    }

    /// Changes the contact at a place; what cannot be placed belongs to the one that is open.
    private mutating func change(_ place: Int, _ change: (inout OpenContact) -> Void) {
        if finished.indices.contains(place) {
            change(&finished[place].contact)
        } else if var open = contact {
            change(&open)
            contact = open
        }
    }

    private func place(ofTurn turn: Int) -> Int {
        if let open = contact, open.messages > 0, open.firstTurn <= turn { return finished.count }
        return finished.lastIndex { $0.contact.firstTurn <= turn } ?? finished.count
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
        // An answer to a question about the service, also a no, is no message of its own.
        if isAskedAboutService, understanding.rule == .answersQuestion {
            contact?.discountMessage()
            return
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
        if open.isEmpty, !finished.isEmpty { return }
        finished.append(
            Finished(
                contact: open,
                customer: profile.id ?? profile.email?.lowercased(),
                channel: channel,
                language: language
            )
        )
    }

    private func contact(_ one: Finished) -> Contact {
        let open = one.contact
        return Contact(
            customer: one.customer ?? "conversation:\(conversation)",
            isKnown: one.customer != nil,
            begin: open.begin,
            end: open.end,
            channel: one.channel,
            language: one.language,
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
    }
}
