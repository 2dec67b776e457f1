/// Whether a customer wishes to be written to without having asked.
extension Turn {
    /// Takes back the consent to be written to, or gives it again.
    mutating func wantNotices(_ isWanted: Bool) {
        closeQuestion()
        // What the desk itself began ends with it; what the customer came for goes on.
        if isInNotice { endFlow(.cancelled) }
        var profile = tracker.customer
        profile.isUnsubscribed = !isWanted
        if isWanted {
            let given = profile.consent ?? []
            profile.consent = given + assistant.noticeConsents.filter { !given.contains($0) }
        }
        if profile != tracker.customer { record(.profileChanged(profile)) }
        let text: DeskText = isWanted ? .noticesAgain : .noticesStopped
        if tracker.flow != nil {
            resume(leadingWith: phrase(text))
        } else {
            say(text, kind: .answer)
        }
    }

    /// Whether a bare "stop" answers what the desk wrote first, and so means that.
    var isAnsweringNotice: Bool {
        guard !assistant.noticeConsents.isEmpty else { return false }
        return isInNotice
            || number == 1 && tracker.lines.first?.author == .desk && tracker.lines.first?.turn == 0
    }

    /// Whether the flow under way was begun by something that happened elsewhere.
    private var isInNotice: Bool {
        guard let root = rootRun, root.intent == nil else { return false }
        return assistant.anywhere.contains { handler in
            guard case .event = handler.trigger else { return false }
            return ([handler.transition] + handler.transition.alternatives)
                .contains { $0.target == .flow(root.flow) }
        }
    }

    /// Whether the customer wishes to hear of something that happened elsewhere.
    ///
    /// What belongs to something the customer came for always is told. Else nobody is written to who took the consent
    /// back or gave another; of whom nobody knows, only who is around is told.
    func isWelcome(_ found: FoundHandler) -> Bool {
        if found.level.run != nil { return true }
        let customer = tracker.customer
        if customer.isUnsubscribed ?? false { return false }
        guard let needed = found.transition.consent else { return true }
        return customer.consent.map { $0.contains(needed) } ?? isCustomerAround
    }
}

extension Assistant {
    /// The words of consent that events under `anywhere` need to open a conversation.
    public var noticeConsents: [String] {
        var words: [String] = []
        for handler in anywhere {
            for branch in [handler.transition] + handler.transition.alternatives {
                guard let word = branch.consent, !words.contains(word) else { continue }
                words.append(word)
            }
        }
        return words
    }
}
