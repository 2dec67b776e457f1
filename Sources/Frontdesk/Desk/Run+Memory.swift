import FrontdeskDialogue

extension Run {
    /// How many conversations under a customer's id are looked into at most.
    private static let searchLimit = 50

    /// Looks up what earlier conversations tell, once, as soon as the customer has proved who is writing.
    ///
    /// Read are the customer's latest conversations, at most ``CustomerMemory/reach``; each of them has handed on what
    /// those before it knew.
    mutating func recall(at now: Int64) async throws(DeskError) {
        guard knowledge.assistant.memory != nil, tracker.memory == nil, tracker.customer.isVerified,
            let id = tracker.customer.id
        else { return }
        var earlier: [Tracker] = []
        do {
            let heads = try await parts.store.conversations(.customer(id))
            let own = heads.filter { head in
                head.customer == id && head.conversation != tracker.conversation
                    && head.assistant == knowledge.assistant.name
            }
            for head in own.prefix(Self.searchLimit) where earlier.count < CustomerMemory.reach {
                let events = try await parts.store.events(of: head.conversation, after: 0)
                let tracker = Tracker(conversation: head.conversation, folding: events)
                // Anybody can open conversations under somebody else's id: they push none of the customer's own out.
                if tracker.customer.isVerified { earlier.append(tracker) }
            }
        } catch {
            throw .store(error)
        }
        let memory = CustomerMemory(of: id, from: earlier, at: now)
        try await take(.recalled(memory), at: knowledge.moment(at: now, for: tracker.customer))
    }

    /// Looks up whether the customer said in another conversation to be written to no more, before the desk writes first.
    ///
    /// What is asked for here needs no proof: it shows nothing of anybody.
    mutating func recallNotices(at now: Int64) async throws(DeskError) {
        guard tracker.customer.isUnsubscribed == nil, !knowledge.assistant.noticeConsents.isEmpty,
            let id = tracker.customer.id
        else { return }
        var said: Bool?
        do {
            let heads = try await parts.store.conversations(.customer(id))
            let own = heads.filter { $0.customer == id && $0.conversation != tracker.conversation }
            for head in own.prefix(Self.searchLimit) where said == nil {
                let events = try await parts.store.events(of: head.conversation, after: 0)
                said = Tracker(conversation: head.conversation, folding: events).customer.isUnsubscribed
            }
        } catch {
            throw .store(error)
        }
        guard let said else { return }
        var profile = tracker.customer
        profile.isUnsubscribed = said
        try await take(.profile(profile), at: knowledge.moment(at: now, for: profile))
    }
}
