// Every response of a program, one after the other.
extension Program {
    /// Visits all responses in a fixed order, with what each belongs to and how an author would name it there.
    mutating func visitResponses(_ visit: (inout ResponseDeclaration, TextOwner, String) -> Void) {
        assistant.greeting?.visit { visit(&$0, .assistant, "greeting") }
        for index in texts.indices {
            visit(&texts[index].response, .assistant, "texts.\(texts[index].key.text)")
        }
        for index in partials.indices {
            visit(&partials[index].response, .assistant, "partials.\(partials[index].name.text)")
        }
        for index in actions.indices {
            let name = actions[index].name.text
            actions[index].notice?.visit { visit(&$0, .assistant, "actions.\(name).notice") }
        }
        for index in handlers.indices {
            let key = handlers[index].key.text
            handlers[index].transition.visit("on.\(key)") { visit(&$0, .assistant, $1) }
        }
        for index in anywhere.indices {
            let key = anywhere[index].key.text
            anywhere[index].transition.visit("anywhere.\(key)") { visit(&$0, .assistant, $1) }
        }
        for index in intents.indices {
            let owner = TextOwner.intent(intents[index].name.text)
            switch intents[index].effect {
            case .answer(var response):
                visit(&response, owner, "answer")
                intents[index].effect = .answer(response)
            case .handoff(var handoff):
                handoff.say?.visit { visit(&$0, owner, "handoff.say") }
                intents[index].effect = .handoff(handoff)
            case .flow, nil: break
            }
        }
        for index in flows.indices {
            let owner = TextOwner.flow(flows[index].name.text)
            flows[index].visit { visit(&$0, owner, $1) }
        }
    }
}

extension ResponseDeclaration {
    /// Gives optional responses the same way to be visited as others.
    fileprivate mutating func visit(_ visit: (inout ResponseDeclaration) -> Void) { visit(&self) }
}

extension FlowDeclaration {
    fileprivate mutating func visit(_ visit: (inout ResponseDeclaration, String) -> Void) {
        for index in slots.indices {
            let name = slots[index].name.text
            slots[index].ask?.visit { visit(&$0, "\(name).ask") }
            slots[index].again?.visit { visit(&$0, "\(name).again") }
            slots[index].otherwise?.visit("\(name).otherwise", visit)
            for handler in slots[index].handlers.indices {
                let key = slots[index].handlers[handler].key.text
                slots[index].handlers[handler].transition.visit("\(name).on.\(key)", visit)
            }
            slots[index].terms.title?.visit { visit(&$0, "\(name).title") }
            for rule in slots[index].terms.rules.indices {
                visit(&slots[index].terms.rules[rule].say, "\(name).valid.say")
            }
        }
        if var question = confirmation?.question {
            visit(&question.ask, "confirm.ask")
            question.again?.visit { visit(&$0, "confirm.again") }
            question.otherwise?.visit("confirm.otherwise", visit)
            confirmation?.question = question
        }
        for index in states.indices { states[index].visit(visit) }
        for index in handlers.indices {
            let key = handlers[index].key.text
            handlers[index].transition.visit("on.\(key)", visit)
        }
    }
}

extension StateDeclaration {
    fileprivate mutating func visit(_ visit: (inout ResponseDeclaration, String) -> Void) {
        let name = path
        say?.visit { visit(&$0, "\(name).say") }
        promise?.visit(name, visit)
        switch step {
        case .ask(var question):
            visit(&question.ask, "\(name).ask")
            question.again?.visit { visit(&$0, "\(name).again") }
            question.otherwise?.visit("\(name).otherwise", visit)
            step = .ask(question)
        case .go(var transition):
            transition.visit(name, visit)
            step = .go(transition)
        case .act, .call, .enclose, nil: break
        }
        for index in handlers.indices {
            let key = handlers[index].key.text
            handlers[index].transition.visit("\(name).on.\(key)", visit)
        }
    }
}

extension TransitionDeclaration {
    fileprivate mutating func visit(_ label: String, _ visit: (inout ResponseDeclaration, String) -> Void) {
        say?.visit { visit(&$0, "\(label).say") }
        promise?.visit(label, visit)
        for index in alternatives.indices { alternatives[index].visit(label, visit) }
        guard case .handoff(var handoff) = target else { return }
        handoff.say?.visit { visit(&$0, "\(label).handoff.say") }
        target = .handoff(handoff)
    }
}

extension PromiseDeclaration {
    fileprivate mutating func visit(_ label: String, _ visit: (inout ResponseDeclaration, String) -> Void) {
        text.visit { visit(&$0, "\(label).promise.text") }
        late?.visit { visit(&$0, "\(label).promise.late") }
    }
}
