import FrontdeskDialogue
import FrontdeskMatching

// Flows: slots, states and what follows from them.
extension Translator {
    func mergeFlow(_ entry: SyntaxNode.Entry, into program: inout Program) {
        guard let index = program.flows.firstIndex(where: { $0.name.text == entry.key.text }) else {
            return report.reportUnknown(
                .unknownFlow,
                "flow",
                entry.name,
                known: program.flows.map(\.name.text)
            )
        }
        let name = program.flows[index].name
        note(.flow(name.text), entry.key.place, in: &program)
        guard var keys = reader.keys(entry.value, .translatedFlow, "a flow") else { return }
        translate(&program.flows[index].titles, keys.take("title"))
        for slot in reader.entries(keys["slots"], "slots") { merge(slot, into: &program.flows[index]) }
        for state in reader.entries(keys["states"], "states") {
            mergeState(state, into: &program.flows[index])
        }
        translate(&program.flows[index].confirmation, keys.take("confirm"), base: name.place)
        translate(&program.flows[index].handlers, keys["on"], base: name.place)
        translate(&program.flows[index].handlers, keys["after"], base: name.place)
        refuse(["queue", "takes", "gives", "outcomes"], in: &keys, base: name.place)
        keys.finish("in a translated flow")
    }

    private func merge(_ entry: SyntaxNode.Entry, into flow: inout FlowDeclaration) {
        guard let index = flow.slots.firstIndex(where: { $0.name.text == entry.key.text }) else {
            return report.reportUnknown(.unknownSlot, "slot", entry.name, known: flow.slots.map(\.name.text))
        }
        guard var keys = reader.keys(entry.value, .translatedSlot, "a slot") else { return }
        let base = flow.slots[index].name.place
        translate(&flow.slots[index].ask, keys.take("ask"), base: base)
        translate(&flow.slots[index].again, keys.take("again"), base: base)
        translate(&flow.slots[index].otherwise, keys.take("otherwise"), base: base)
        translate(&flow.slots[index].handlers, keys["on"], base: base)
        translate(&flow.slots[index].handlers, keys["after"], base: base)
        if let choices = keys.take("choices") {
            // The buttons stand in the slot and again in its question.
            translate(&flow.slots[index].choices, choices, base: base)
            for choice in flow.slots[index].choices {
                flow.slots[index].ask?.take(choice)
                flow.slots[index].again?.take(choice)
            }
        }
        translate(&flow.slots[index].terms, &keys, base: base)
        refuse(
            ["type", "attempts", "from", "sensitive", "value", "default", "when"],
            in: &keys,
            base: base
        )
        keys.finish(
            "in a translated slot"
        )
    }

    /// Merges a state and its substates, which stand within it as in the original.
    private func mergeState(
        _ entry: SyntaxNode.Entry,
        within parent: Int? = nil,
        into flow: inout FlowDeclaration
    ) {
        let written = entry.key.text
        guard let index = flow.states.firstIndex(where: { $0.parent == parent && $0.name.text == written })
        else {
            // A state that could not be read is no mistake of the translation.
            guard flow.isWhole else { return }
            return report.reportUnknown(
                .unknownState,
                "state",
                entry.name,
                known: flow.states.filter { $0.parent == parent }.map(\.name.text)
            )
        }
        guard var keys = reader.keys(entry.value, .translatedState, "a state") else { return }
        let base = flow.states[index].name.place
        translate(&flow.states[index].say, keys.take("say"), base: base)
        translate(&flow.states[index].promise, keys.take("promise"), base: base)
        mergeStep(&keys, into: &flow.states[index])
        translate(&flow.states[index].handlers, keys["on"], base: base)
        translate(&flow.states[index].handlers, keys["after"], base: base)
        for state in reader.entries(keys["states"], "states") {
            mergeState(state, within: index, into: &flow)
        }
        refuse(
            ["needs", "clear", "set", "do", "call", "as", "start", "go", "end", "attempts"],
            in: &keys,
            base: base
        )
        keys.finish(
            "in a translated state"
        )
    }

    private func mergeStep(_ keys: inout Keys, into state: inout StateDeclaration) {
        let base = state.name.place
        if case .ask(var question) = state.step {
            var ask: ResponseDeclaration? = question.ask
            translate(&ask, keys.take("ask"), base: base)
            if let ask { question.ask = ask }
            translate(&question.again, keys.take("again"), base: base)
            translate(&question.otherwise, keys.take("otherwise"), base: base)
            if let choices = keys.take("choices") {
                translate(&question.ask.choices, choices, base: base)
            }
            state.step = .ask(question)
            if let handoff = keys.take("handoff") {
                nothing(handoff.key, "the state '\(state.name.text)' has no 'handoff'", base)
            }
            return
        }
        for key in ["ask", "again", "otherwise", "choices"] {
            guard let entry = keys.take(key) else { continue }
            nothing(entry.key, "the state '\(state.name.text)' asks nothing", base)
        }
        // A state whose 'go' is a list has texts in it.
        if case .go(let transition) = state.step, !transition.alternatives.isEmpty, let go = keys.take("go") {
            var whole: TransitionDeclaration? = transition
            translate(&whole, go, base: base)
            if let whole { state.step = .go(whole) }
        }
        guard let handoff = keys.take("handoff") else { return }
        guard case .go(var transition) = state.step, case .handoff(var declared) = transition.target else {
            return nothing(handoff.key, "the state '\(state.name.text)' has no 'handoff'", base)
        }
        translate(&declared, handoff, base: base)
        transition.target = .handoff(declared)
        state.step = .go(transition)
    }

    /// The texts of an `on`.
    func translate(_ handlers: inout [HandlerDeclaration], _ node: SyntaxNode?, base: Place?) {
        for entry in reader.entries(node, "on") {
            guard let index = handlers.firstIndex(where: { $0.key.text == entry.key.text }) else {
                let known = handlers.map(\.key.text)
                report.reportUnknown(
                    .unknownTrigger,
                    "trigger",
                    entry.name,
                    known: known,
                    otherwise: known.isEmpty ? "the 'on' of the original has no entries" : nil
                )
                continue
            }
            var transition: TransitionDeclaration? = handlers[index].transition
            translate(&transition, entry, base: handlers[index].key.place)
            if let transition { handlers[index].transition = transition }
        }
    }

    func translate(_ transition: inout TransitionDeclaration?, _ entry: SyntaxNode.Entry?, base: Place?) {
        if let entry, case .list(let items) = entry.value.kind {
            return translateBranches(&transition, items, entry, base: base)
        }
        guard let entry, var keys = reader.keys(entry.value, .translatedTransition, "what follows") else {
            return
        }
        guard var declared = transition else {
            return nothing(entry.key, "the original has no '\(entry.key.text ?? "")'", base)
        }
        translate(&declared.say, keys.take("say"), base: base)
        translate(&declared.promise, keys.take("promise"), base: base)
        if let handoff = keys.take("handoff") {
            if case .handoff(var target) = declared.target {
                translate(&target, handoff, base: base)
                declared.target = .handoff(target)
            } else {
                nothing(handoff.key, "the original has no 'handoff' here", base)
            }
        }
        refuse(["when", "clear", "set", "go", "end", "consent"], in: &keys, base: base)
        keys.finish("in what follows")
        transition = declared
    }

    /// The texts of a `promise`.
    func translate(_ promise: inout PromiseDeclaration?, _ entry: SyntaxNode.Entry?, base: Place?) {
        guard let entry, var keys = reader.keys(entry.value, .translatedPromise, "'promise'") else { return }
        guard var declared = promise else {
            return nothing(entry.key, "the original has no 'promise' here", base)
        }
        var text: ResponseDeclaration? = declared.text
        translate(&text, keys.take("text"), base: base)
        if let text { declared.text = text }
        translate(&declared.late, keys.take("late"), base: base)
        refuse(["within", "to", "queue", "kept_by", "moved_by", "about", "by"], in: &keys, base: base)
        keys.finish("in a translated 'promise'")
        promise = declared
    }

    func translate(_ handoff: inout HandoffDeclaration, _ entry: SyntaxNode.Entry, base: Place?) {
        guard var keys = reader.keys(entry.value, .translatedHandoff, "'handoff'") else { return }
        translate(&handoff.say, keys.take("say"), base: base)
        refuse(["queue", "reason"], in: &keys, base: base)
        keys.finish("in a translated 'handoff'")
    }
}

extension ResponseDeclaration {
    /// Takes over the translations of a choice with the same id.
    fileprivate mutating func take(_ choice: ChoiceDeclaration) {
        for index in choices.indices where choices[index].id.text == choice.id.text {
            choices[index].translations = choice.translations
        }
    }
}
