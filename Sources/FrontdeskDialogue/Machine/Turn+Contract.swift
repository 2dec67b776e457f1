import FrontdeskMatching

/// What an intent needs before it is served, and answers nobody vouches for any more.
extension Turn {
    /// Asks for what an intent needs of the customer, or leaves it to a human; false when nothing is missing.
    mutating func holdForNeeds(of intent: Intent, _ utterance: Utterance?) -> Bool {
        guard let need = intent.needs.first(where: { !$0.isMet(by: tracker.customer) }) else { return false }
        let message = UnclearMessage(
            text: utterance?.inbound.text ?? "",
            entities: utterance?.match.entities ?? []
        )
        if intent.needs.contains(.verified), !tracker.customer.isVerified {
            holdUntilVerified(
                NeededFact(need: .verified, intent: intent.name, message: message),
                queue: intent.queue
            )
            return true
        }
        guard tracker.owner == .desk else { return false }
        ask(for: NeededFact(need: need, intent: intent.name, message: message))
        return true
    }

    private mutating func ask(for fact: NeededFact) {
        record(.questionOpened(.customer(fact)))
        let text: DeskText =
            switch fact.need {
            case .name: fact.attempt == 1 ? .askName : .askNameAgain
            case .phone: fact.attempt == 1 ? .askPhone : .askPhoneAgain
            case .email, .verified: fact.attempt == 1 ? .askEmail : .askEmailAgain
            }
        say(text, kind: fact.attempt == 1 ? .question : .reprompt)
    }

    mutating func heardNeeded(_ utterance: Utterance, _ fact: NeededFact) -> Bool {
        if fact.need == .verified { return heardSignIn(utterance, fact) }
        guard let intent = index.intent(fact.intent) else { return false }
        if let profile = told(fact.need, utterance) {
            understand(utterance, .answersQuestion, intent: intent.name)
            record(.questionClosed)
            learn(profile)
            raise()
            act(on: intent, earlier(fact.message))
            return true
        }
        if utterance.polarity == false {
            understand(utterance, .answersQuestion, intent: intent.name)
            leave(fact, intent)
            return true
        }
        guard confidentIntent(utterance) == nil, utterance.control == nil else { return false }
        understand(utterance, .noFit)
        var again = fact
        again.attempt += 1
        if again.attempt > Self.needAttempts {
            leave(fact, intent)
        } else {
            ask(for: again)
        }
        return true
    }

    /// How often something is asked for before a human takes over.
    private static let needAttempts = 2

    /// Without it the desk cannot serve the intent; a human finds another way.
    private mutating func leave(_ fact: NeededFact, _ intent: Intent) {
        record(.questionClosed)
        handOff(
            HandoffTarget(queue: intent.queue, reason: .policyRequired),
            detail: "intent \(intent.name) needs \(fact.need.rawValue)"
        )
    }

    /// What the utterance tells of the customer.
    private func told(_ need: CustomerNeed, _ utterance: Utterance) -> CustomerProfile? {
        switch need {
        case .email: return utterance.match.text(of: .email).map { CustomerProfile(email: $0) }
        case .phone: return utterance.match.text(of: .phone).map { CustomerProfile(phone: $0) }
        case .name:
            if let name = utterance.match.text(of: .personName) { return CustomerProfile(name: name) }
            // Asked for a name, people just give it.
            let words = utterance.match.tokens
            guard (1...4).contains(words.count), utterance.match.entities.isEmpty,
                utterance.polarity == nil, utterance.control == nil, confidentIntent(utterance) == nil
            else { return nil }
            return CustomerProfile(name: utterance.inbound.text.trimmed)
        case .verified: return nil
        }
    }

    /// Leaves an intent whose answer was to be reviewed by now to somebody who knows; false when it still holds.
    mutating func leaveIfOverdue(_ intent: Intent) -> Bool {
        guard let source = intent.source, source.isOverdue(on: moment.date), tracker.owner == .desk else {
            return false
        }
        handOff(
            HandoffTarget(queue: intent.queue, say: assistant.texts[.letMeFindOut]),
            detail: "the answer of \(intent.name) was to be reviewed by \(source.reviewBy?.iso ?? "")"
        )
        return true
    }

    /// An earlier message, as far as it is kept.
    func earlier(_ message: UnclearMessage) -> Utterance {
        Utterance(
            Inbound(text: message.text),
            MatchResult(tokens: Tokenizer.tokenize(message.text), entities: message.entities)
        )
    }
}
