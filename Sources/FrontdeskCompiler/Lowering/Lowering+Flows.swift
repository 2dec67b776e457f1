import FrontdeskDialogue

extension Lowering {
    func flow(_ flow: FlowDeclaration) -> Flow {
        let deferred = Set(flow.states.flatMap { $0.needs.map(\.text) })
        return Flow(
            name: flow.name.text,
            title: flow.title,
            titles: flow.titles,
            slots: flow.slots.map { slot in
                self.slot(
                    slot,
                    isDeferred: deferred.contains(slot.name.text),
                    isAsked: !flow.takes.contains { $0.text == slot.name.text }
                )
            },
            states: flow.states.compactMap { state($0) },
            handlers: flow.handlers.compactMap { handler($0) },
            queue: flow.queue?.text,
            takes: flow.takes.map(\.text),
            gives: flow.gives.map(\.text),
            confirmation: flow.confirmation.map { confirmation in
                Confirmation(
                    slots: confirmation.slots.map(\.text),
                    question: question(confirmation.question)
                )
            },
            needs: flow.needs.isEmpty ? nil : flow.needs
        )
    }

    private func slot(_ slot: SlotDeclaration, isDeferred: Bool, isAsked: Bool) -> Slot {
        Slot(
            name: slot.name.text,
            kind: kind(of: slot),
            ask: slot.ask.map { offering(slot.choices, in: $0) }
                ?? Response(variants: [Template(text: slot.name.text)]),
            again: slot.again.map { offering(slot.choices, in: $0) },
            attempts: slot.attempts,
            otherwise: otherwise(slot.otherwise),
            prefill: slot.prefill?.path,
            isDeferred: isDeferred,
            isSensitive: slot.isSensitive,
            isAsked: isAsked && slot.ask != nil,
            handlers: slot.handlers.compactMap { handler($0) },
            terms: terms(of: slot)
        )
    }

    private func kind(of slot: SlotDeclaration) -> Slot.Kind {
        switch slot.type?.text {
        case "text": .text
        case "yes_no": .boolean
        case "choice": .choice(choices(slot.choices))
        case let type?: .entity(type)
        case nil where slot.choices.isEmpty:
            // A slot that is worked out needs no entity type.
            names.entities.contains(slot.name.text) ? .entity(slot.name.text) : .text
        case nil: .choice(choices(slot.choices))
        }
    }

    /// A question shows the buttons it can be answered with, unless its text brings its own.
    private func offering(_ choices: [ChoiceDeclaration], in response: ResponseDeclaration) -> Response {
        var response = response
        if response.choices.isEmpty { response.choices = choices }
        return response.response
    }

    private func choices(_ choices: [ChoiceDeclaration]) -> [SlotChoice] {
        choices.map(\.choice)
    }

    private func otherwise(_ transition: TransitionDeclaration?) -> Transition {
        transition.map { self.transition($0) }
            ?? Transition(target: .handoff(HandoffTarget(reason: .slotRetryLimit)))
    }

    private func state(_ state: StateDeclaration) -> State? {
        guard let step = state.step else { return nil }
        return State(
            name: state.path,
            needs: state.needs.map(\.text),
            say: state.say?.response,
            clear: state.clear.map(\.text),
            set: state.set.map { assignment($0) },
            step: self.step(step),
            handlers: state.handlers.compactMap { handler($0, in: state) },
            promise: state.promise?.terms
        )
    }

    private func step(_ step: StateDeclaration.Step) -> State.Step {
        switch step {
        case .act(let call):
            .act(ActionCall(action: call.action.text, arguments: call.arguments.map(\.path)))
        case .ask(let question):
            .ask(self.question(question))
        case .go(let transition), .enclose(let transition): .go(self.transition(transition))
        case .call(let call): .call(self.call(call))
        }
    }

    private func question(_ question: QuestionDeclaration) -> Question {
        Question(
            ask: question.ask.response,
            again: question.again.map { offering(question.ask.choices, in: $0) },
            attempts: question.attempts,
            otherwise: otherwise(question.otherwise),
            choices: choices(question.ask.choices)
        )
    }

    private func call(_ call: FlowCallDeclaration) -> FlowCall {
        FlowCall(
            flow: call.flow.text,
            arguments: call.arguments.map { FlowCall.Argument(slot: $0.slot.text, source: $0.source) },
            result: call.result.text
        )
    }

    private func assignment(_ assignment: AssignmentDeclaration) -> Assignment {
        Assignment(
            slot: assignment.slot.text,
            template: assignment.template,
            value: assignment.value.flatMap { expression($0, expecting: context.slots[assignment.slot.text]) }
        )
    }

    func handler(_ handler: HandlerDeclaration) -> Handler? {
        resolution.trigger(handler).map {
            Handler(trigger: $0, transition: transition(handler.transition))
        }
    }

    private func handler(_ handler: HandlerDeclaration, in state: StateDeclaration) -> Handler? {
        resolution.trigger(handler, in: state).map {
            Handler(trigger: $0, transition: transition(handler.transition))
        }
    }

    func transition(_ transition: TransitionDeclaration) -> Transition {
        let target: Transition.Target =
            switch transition.target {
            case .state(let name): .state(name.text)
            case .history(let name): .history(name.text)
            case .stay: .stay
            case .pass: .pass
            case .end(let outcome): .end(outcome)
            case .flow(let name): .flow(name.text)
            case .handoff(let handoff): .handoff(self.target(handoff))
            }
        return Transition(
            say: transition.say?.response,
            clear: transition.clear.map(\.text),
            set: transition.set.map { assignment($0) },
            target: target,
            when: transition.when.flatMap { expression($0) },
            alternatives: transition.alternatives.map { self.transition($0) },
            promise: transition.promise?.terms,
            consent: transition.consent?.text
        )
    }

    func target(_ handoff: HandoffDeclaration) -> HandoffTarget {
        HandoffTarget(
            queue: handoff.queue?.text,
            reason: handoff.reason ?? .policyRequired,
            say: handoff.say?.response
        )
    }
}
