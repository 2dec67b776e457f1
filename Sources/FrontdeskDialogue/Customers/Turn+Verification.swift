import FrontdeskMatching

/// Nothing personal is shown or changed before the customer has proved who is writing.
extension Turn {
    /// Holds what needs a verified customer: asks for a sign-in, or leaves it to a human.
    ///
    /// - Parameters:
    ///   - fact: What is held.
    ///   - queue: Who makes sure who it is; nil: the topic's queue.
    mutating func holdUntilVerified(_ fact: NeededFact, queue: String?) {
        let detail =
            "\(fact.flow.map { "flow \($0)" } ?? "intent \(fact.intent)") needs \(fact.need.rawValue)"
        guard assistant.identity?.unverified == .signIn else {
            // A human who is waited for already makes sure of it.
            guard tracker.owner == .desk || fact.flow != nil else {
                return say(.needsVerification, kind: .notice)
            }
            return handOff(
                HandoffTarget(queue: queue, say: assistant.texts[.needsVerification]),
                detail: detail
            )
        }
        var fact = fact
        var isResuming = false
        if case .customer(let open) = tracker.question, open.need == fact.need, open.isAbout(fact) {
            // What was answered in between is no attempt.
            isResuming = !hasJustAskedToSignIn
            fact.attempt = open.attempt + (isResuming ? 0 : 1)
        }
        guard fact.attempt <= Self.signInAttempts else {
            return handOff(HandoffTarget(queue: queue, reason: .policyRequired), detail: detail)
        }
        record(.questionOpened(.customer(fact)))
        if isResuming { return say(.signIn, kind: .resumption) }
        say(fact.attempt == 1 ? .signIn : .signInAgain, kind: fact.attempt == 1 ? .question : .reprompt)
    }

    private var hasJustAskedToSignIn: Bool {
        let origin = tracker.lines.last { $0.author == .desk }?.origin
        return origin == DeskText.signIn.rawValue || origin == DeskText.signInAgain.rawValue
    }

    /// How often a customer is asked to sign in before a human takes over.
    private static let signInAttempts = 2

    /// Holds the active flow when it needs a verified customer and has none; false when it may go on.
    mutating func holdFlow() -> Bool {
        guard !tracker.customer.isVerified, let run = tracker.flow, let flow = index.flow(run.flow),
            flow.needs?.contains(.verified) == true
        else { return false }
        holdUntilVerified(run.signIn, queue: flow.queue)
        return true
    }

    /// Holds an action of the active flow that needs a verified customer and has none; false when it may run.
    mutating func holdAction(_ action: ActionDefinition) -> Bool {
        guard action.needs?.contains(.verified) == true, !tracker.customer.isVerified, let run = tracker.flow
        else { return false }
        holdUntilVerified(run.signIn, queue: index.flow(run.flow)?.queue)
        return true
    }

    /// "That's it" of a customer who has just signed in means the sign-in, and not the conversation.
    mutating func heardSignedIn(_ utterance: Utterance) -> Bool {
        guard case .customer(let fact) = tracker.question, fact.need == .verified,
            tracker.customer.isVerified, utterance.control == .stop
        else { return false }
        return heardSignIn(utterance, fact)
    }

    /// Hears what a customer writes who was asked to sign in.
    mutating func heardSignIn(_ utterance: Utterance, _ fact: NeededFact) -> Bool {
        let other = confidentIntent(utterance)
        if tracker.customer.isVerified {
            guard other == nil || other?.intent == fact.intent else { return false }
            understand(utterance, .answersQuestion, intent: fact.intent.isEmpty ? nil : fact.intent)
            record(.questionClosed)
            raise()
            if fact.flow != nil {
                proceed()
            } else if let intent = index.intent(fact.intent) {
                act(on: intent, earlier(fact.message))
            }
            return true
        }
        if utterance.polarity == false {
            understand(utterance, .answersQuestion)
            record(.questionClosed)
            handOff(
                HandoffTarget(queue: index.intent(fact.intent)?.queue, reason: .policyRequired),
                detail: "the customer does not sign in"
            )
            return true
        }
        guard other == nil, utterance.control == nil else { return false }
        understand(utterance, .noFit)
        holdUntilVerified(fact, queue: index.intent(fact.intent)?.queue)
        return true
    }

    /// Takes over who is writing; nothing goes on that another customer began.
    mutating func know(_ profile: CustomerProfile) {
        guard profile != tracker.customer else { return }
        let before = tracker.customer
        record(.profileChanged(profile))
        if before.isOther(than: profile) {
            closeQuestion()
            while tracker.flow != nil { endFlow(.cancelled) }
        }
        takeLanguage(of: profile, before: before.language)
    }
}

extension FlowRun {
    /// The sign-in that this run waits for.
    fileprivate var signIn: NeededFact {
        NeededFact(
            need: .verified,
            intent: intent ?? "",
            message: UnclearMessage(text: "", entities: []),
            flow: flow
        )
    }
}
