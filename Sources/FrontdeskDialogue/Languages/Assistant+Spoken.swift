import FrontdeskMatching

// The assistant as it speaks one of its further languages: every text and title replaced, everything else the same.
extension Assistant {
    /// The assistant in a language; what has no translation stays in the first one.
    func spoken(in language: String) -> Assistant {
        guard language != languages.first, let known = Language(tag: language) else { return self }
        var copy = self
        copy.title = title(in: language)
        copy.greeting = greeting.spoken(in: language)
        copy.texts = texts.spoken(in: known)
        copy.matching = matching(in: language)
        copy.translations = []
        copy.intents = intents.changed { $0.spoken(in: language) }
        copy.flows = flows.map { $0.spoken(in: language) }
        copy.handlers = handlers.map { $0.spoken(in: language) }
        copy.anywhere = anywhere.map { $0.spoken(in: language) }
        copy.queues = queues.map { queue in
            var queue = queue
            queue.title = queue.title(in: language)
            return queue
        }
        copy.actions = actions.map { action in
            var action = action
            if let notice = action.patience?.notice?.spoken(in: language) { action.patience?.notice = notice }
            return action
        }
        copy.partials = partials.map { partial in
            var partial = partial
            partial.response = partial.response.spoken(in: language)
            return partial
        }
        return copy
    }
}

extension Intent {
    fileprivate func spoken(in language: String) -> Intent {
        var copy = self
        copy.title = title(in: language)
        switch effect {
        case .answer(let response): copy.effect = .answer(response.spoken(in: language))
        case .handoff(let target): copy.effect = .handoff(target.spoken(in: language))
        case .flow, .control: break
        }
        return copy
    }
}

extension HandoffTarget {
    fileprivate func spoken(in language: String) -> HandoffTarget {
        var copy = self
        copy.say = say?.spoken(in: language)
        return copy
    }
}

extension Flow {
    fileprivate func spoken(in language: String) -> Flow {
        var copy = self
        copy.title = title(in: language)
        copy.slots = slots.map { $0.spoken(in: language) }
        copy.states = states.map { $0.spoken(in: language) }
        copy.handlers = handlers.map { $0.spoken(in: language) }
        if let confirmation {
            copy.confirmation?.question = confirmation.question.spoken(in: language)
        }
        return copy
    }
}

extension SlotTerms {
    fileprivate func spoken(in language: String) -> SlotTerms {
        var copy = self
        copy.title = title?.spoken(in: language)
        copy.rules = rules.map { Rule(condition: $0.condition, say: $0.say.spoken(in: language)) }
        return copy
    }
}

extension Slot {
    fileprivate func spoken(in language: String) -> Slot {
        var copy = self
        copy.ask = ask.spoken(in: language)
        copy.again = again?.spoken(in: language)
        copy.terms = terms.spoken(in: language)
        copy.otherwise = otherwise.spoken(in: language)
        copy.handlers = handlers.map { $0.spoken(in: language) }
        if case .choice(let choices) = kind { copy.kind = .choice(choices.map { $0.spoken(in: language) }) }
        return copy
    }
}

extension State {
    fileprivate func spoken(in language: String) -> State {
        var copy = self
        copy.say = say?.spoken(in: language)
        copy.promise = promise?.spoken(in: language)
        copy.handlers = handlers.map { $0.spoken(in: language) }
        switch step {
        case .ask(let question): copy.step = .ask(question.spoken(in: language))
        case .go(let transition): copy.step = .go(transition.spoken(in: language))
        default: break
        }
        return copy
    }
}

extension Question {
    fileprivate func spoken(in language: String) -> Question {
        var copy = self
        copy.ask = ask.spoken(in: language)
        copy.again = again?.spoken(in: language)
        copy.otherwise = otherwise.spoken(in: language)
        copy.choices = choices.map { $0.spoken(in: language) }
        return copy
    }
}

extension Handler {
    fileprivate func spoken(in language: String) -> Handler {
        var copy = self
        copy.transition = transition.spoken(in: language)
        return copy
    }
}

extension Transition {
    fileprivate func spoken(in language: String) -> Transition {
        var copy = self
        copy.say = say?.spoken(in: language)
        if case .handoff(let handoff) = target { copy.target = .handoff(handoff.spoken(in: language)) }
        copy.promise = promise?.spoken(in: language)
        copy.alternatives = alternatives.map { $0.spoken(in: language) }
        return copy
    }
}

extension PromiseTerms {
    fileprivate func spoken(in language: String) -> PromiseTerms {
        var copy = self
        copy.text = text.spoken(in: language)
        copy.late = late?.spoken(in: language)
        return copy
    }
}
