import FrontdeskDialogue
import FrontdeskMatching

/// A message made ready: masked, and cut where it is too long.
struct PreparedMessage {
    let message: Message
    let inbound: Inbound
    let problem: Reply.Problem?

    init(_ message: Message) {
        self.message = message
        // What a form holds is read, shown and passed on as text, too.
        let written =
            message.text.isEmpty ? (message.form ?? []).map(\.text).joined(separator: ", ") : message.text
        let bytes = written.utf8.count
        let limit = DialogueMachine.utteranceLimit
        // A number that straddles the cut is masked before it is cut.
        let readable = bytes > limit ? written.cut(toBytes: limit + 256) : written
        var (text, kinds) = Redaction.mask(readable)
        if bytes > limit { text = text.cut(toBytes: limit) }
        problem = bytes > limit ? .tooLong(bytes: bytes, limit: limit) : nil
        inbound = Inbound(
            id: message.id,
            text: text,
            choice: message.choice.flatMap(Self.masked(choice:)),
            attachments: message.attachments.map(\.masked),
            redactions: kinds,
            form: message.form?.map { FormValue(slot: $0.slot, text: Redaction.mask($0.text).text) }
        )
    }

    /// The longest id of a choice, in bytes of UTF-8; a longer one is none that the desk offered.
    static let choiceLimit = 256

    private static func masked(choice: String) -> String? {
        choice.utf8.count > choiceLimit ? nil : Redaction.mask(choice).text
    }
}

extension Run {
    /// Answers a message, or finds the answer it already got.
    mutating func answer(_ prepared: PreparedMessage) async throws(DeskError) -> Reply {
        let message = prepared.message
        if let id = message.id, tracker.answered[id] != nil { return try await storedReply(to: prepared) }
        if let reply = repliedHold(to: prepared) { return reply }
        let now = message.at ?? parts.clock.milliseconds
        if tracker.version == 0 { try await open(for: nil, channel: message.channel, at: now) }
        if let profile = newProfile(in: message) {
            try await take(.profile(profile), at: knowledge.moment(at: now, for: profile))
        }
        try await recall(at: now)
        try await noticeLostLease(at: now)
        let released = try await releaseBefore(prepared, at: now)
        if var reply = try await hold(prepared, at: now) {
            reply.released = released
            return reply
        }
        let moment = knowledge.moment(at: now, for: tracker.customer)
        let first = events.count
        let input = try await input(for: prepared.inbound, isTooLong: prepared.problem != nil, at: moment)
        try await take(input, at: moment)
        guard var turn = TurnSummary(of: events[first...], turn: tracker.turn) else {
            throw .undecided(conversation: tracker.conversation, turn: tracker.turn)
        }
        if toldEarly > 0 { turn.messages.removeFirst(min(toldEarly, turn.messages.count)) }
        return Reply(
            conversation: tracker.conversation,
            inReplyTo: message.id,
            turn: turn,
            problem: prepared.problem,
            released: released
        )
    }

    /// Opens the conversation.
    mutating func open(
        for customer: CustomerProfile?,
        channel: String,
        at now: Int64
    ) async throws(DeskError) {
        let opening = Opening(
            conversation: tracker.conversation,
            channel: channel,
            assistant: knowledge.assistant.name
        )
        try await take(.opening(opening), at: knowledge.moment(at: now, for: tracker.customer))
        guard let customer else { return }
        try await take(.profile(customer.masked), at: knowledge.moment(at: now, for: customer))
    }

    /// An agent who was silent for too long no longer has the conversation: the desk speaks again while it waits.
    mutating func noticeLostLease(at now: Int64) async throws(DeskError) {
        guard case .agent(let agent) = tracker.owner, let id = tracker.ticket?.id else { return }
        do {
            guard try await parts.queue.ticket(id, at: now)?.state == .waiting else { return }
        } catch {
            throw .queue(error)
        }
        note(.leaseExpired(agent: agent), at: now)
    }

    func input(
        for inbound: Inbound,
        isTooLong: Bool,
        at moment: Moment
    ) async throws(DeskError) -> Input {
        switch tracker.owner {
        case .agent:
            // Whoever reads it decides what to do with one that was cut.
            return .message(inbound, MatchResult(), waiting: nil)
        case .desk where isTooLong, .queue where isTooLong:
            return .oversized(inbound)
        case .desk:
            return .message(inbound, match(inbound), waiting: nil)
        case .queue:
            let waiting = try await reading(of: tracker.ticket?.queue ?? "", at: moment)
            return .message(inbound, match(inbound), waiting: waiting)
        }
    }

    /// What the message was taken to say, in the language it is read in.
    func match(_ inbound: Inbound) -> MatchResult {
        knowledge.machine.match(inbound, in: tracker, with: knowledge.matcher)
    }

    /// What is known of the customer with what the message adds; nil when it adds nothing.
    private func newProfile(in message: Message) -> CustomerProfile? {
        guard message.customer != nil || message.language != nil || message.userHash != nil else {
            return nil
        }
        var profile = identified(by: message)
        profile.language = message.language ?? profile.language
        // Most messages say what is known; only news is worth the search for card numbers.
        guard profile != tracker.customer else { return nil }
        let masked = profile.masked
        return masked == tracker.customer ? nil : masked
    }

    private func storedReply(to prepared: PreparedMessage) async throws(DeskError) -> Reply {
        let conversation = tracker.conversation
        let all: [Event]
        do {
            all = try await parts.store.events(of: conversation, after: 0)
        } catch {
            throw .store(error)
        }
        let turn = all.turn(answering: prepared.message.id)
        if let number = turn.first?.turn, turn.isBurst {
            // What answered it has left, or leaves, by itself: here it would be said twice.
            return heldReply(to: prepared, turn: number, until: nil, isRedelivery: true)
        }
        guard let number = turn.first?.turn, let summary = TurnSummary(of: turn, turn: number) else {
            throw .undecided(conversation: conversation, turn: tracker.turn)
        }
        return Reply(
            conversation: conversation,
            inReplyTo: prepared.message.id,
            turn: summary,
            isRedelivery: true,
            problem: prepared.problem
        )
    }
}

extension Attachment {
    /// The attachment with card numbers and passwords masked.
    fileprivate var masked: Attachment {
        Attachment(
            name: Redaction.mask(name).text,
            mediaType: mediaType.map { Redaction.mask($0).text },
            url: url.map { Redaction.mask($0).text }
        )
    }
}

extension CustomerProfile {
    /// The profile with card numbers and passwords masked; the id is the calling system's own and stays.
    fileprivate var masked: CustomerProfile {
        func masked(_ text: String?) -> String? { text.map { Redaction.mask($0).text } }
        return CustomerProfile(
            id: id,
            name: masked(name),
            email: masked(email),
            phone: masked(phone),
            language: masked(language),
            zone: masked(zone),
            tier: masked(tier),
            gender: masked(gender),
            consent: consent?.map { Redaction.mask($0).text },
            preferences: preferences?.mapValues { Redaction.mask($0).text },
            isUnsubscribed: isUnsubscribed,
            isVerified: isVerified
        )
    }
}

extension [Event] {
    /// The events from a message to its turn's decision; of a message that was taken back and sent again, the latest.
    fileprivate func turn(answering message: String?) -> ArraySlice<Event> {
        let start = lastIndex { event in
            if case .received(let inbound) = event.fact { inbound.answers(message) } else { false }
        }
        guard let start else { return [] }
        let end = self[start...].firstIndex { event in
            if case .decided = event.fact { true } else { false }
        }
        return self[start...(end ?? endIndex - 1)]
    }
}

extension ArraySlice<Event> {
    /// Whether the turn answers messages that had waited.
    fileprivate var isBurst: Bool {
        if case .received(let inbound) = first?.fact { inbound.burst != nil } else { false }
    }
}

extension String {
    /// The longest beginning of at most so many bytes of UTF-8 that cuts no character in two.
    func cut(toBytes limit: Int) -> String {
        guard utf8.count > limit else { return self }
        let edge = utf8.index(utf8.startIndex, offsetBy: limit)
        return String(self[..<edge.samePosition(in: self, orBefore: self)])
    }
}

extension String.Index {
    /// The nearest character boundary at or before this place.
    fileprivate func samePosition(in text: String, orBefore _: String) -> String.Index {
        var index = self
        while index > text.startIndex, String.Index(index, within: text) == nil {
            index = text.utf8.index(before: index)
        }
        return index
    }
}
