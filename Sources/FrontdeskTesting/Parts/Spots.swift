package import FrontdeskDialogue

/// A part of the assistant that operators change: what it is, where it stands, and how to get at it.
package struct Spot<Part>: Sendable where Part: Sendable {
    package let part: Part
    /// What it is called in reports, such as `track_order/tell on found`.
    package let name: String
    package let place: [String]
    package let reach: Reach
    /// The flow it belongs to, and the state within it.
    package var flow: Flow?
    package var state: String?
    package let edit: @Sendable (inout Assistant, @Sendable (inout Part) -> Void) -> Void
}

/// Everything in an assistant that operators change, in the order of its files.
package struct Spots {
    package let assistant: Assistant

    package init(assistant: Assistant) { self.assistant = assistant }

    package static func place(_ state: String, of flow: String) -> [String] {
        ["flows", flow] + state.split(separator: "/").flatMap { ["states", String($0)] }
    }

    // MARK: Handlers and transitions

    /// Every list of handlers.
    package var handlerLists: [Spot<[Handler]>] {
        var spots = [
            Spot(part: assistant.handlers, name: "the assistant", place: ["on"], reach: .everything) {
                $1(&$0.handlers)
            },
            Spot(part: assistant.anywhere, name: "anywhere", place: ["anywhere"], reach: .everything) {
                $1(&$0.anywhere)
            },
        ]
        for (f, flow) in assistant.flows.enumerated() {
            spots.append(
                Spot(
                    part: flow.handlers,
                    name: flow.name,
                    place: ["flows", flow.name, "on"],
                    reach: .flow(flow.name),
                    flow: flow
                ) { $1(&$0.flows[f].handlers) }
            )
            for (s, slot) in flow.slots.enumerated() {
                spots.append(
                    Spot(
                        part: slot.handlers,
                        name: "\(flow.name)/\(slot.name)",
                        place: ["flows", flow.name, "slots", slot.name, "on"],
                        reach: .flow(flow.name),
                        flow: flow
                    ) { $1(&$0.flows[f].slots[s].handlers) }
                )
            }
            for (s, state) in flow.states.enumerated() {
                spots.append(
                    Spot(
                        part: state.handlers,
                        name: "\(flow.name)/\(state.name)",
                        place: Self.place(state.name, of: flow.name) + ["on"],
                        reach: .state(state.name, of: flow.name),
                        flow: flow,
                        state: state.name
                    ) { $1(&$0.flows[f].states[s].handlers) }
                )
            }
        }
        return spots.filter { !$0.part.isEmpty }
    }

    /// Every transition, alternatives apart.
    package var transitions: [Spot<Transition>] {
        var spots: [Spot<Transition>] = []
        for list in handlerLists {
            for (h, handler) in list.part.enumerated() {
                let edit = list.edit
                spots.append(
                    Spot(
                        part: handler.transition,
                        name: "\(list.name) on \(handler.trigger.label)",
                        place: list.place + [handler.trigger.key],
                        reach: list.reach,
                        flow: list.flow,
                        state: list.state
                    ) { assistant, change in edit(&assistant) { change(&$0[h].transition) } }
                )
            }
        }
        for (f, flow) in assistant.flows.enumerated() {
            for (s, slot) in flow.slots.enumerated() where slot.isAsked {
                spots.append(
                    Spot(
                        part: slot.otherwise,
                        name: "\(flow.name)/\(slot.name) otherwise",
                        place: ["flows", flow.name, "slots", slot.name, "otherwise"],
                        reach: .flow(flow.name),
                        flow: flow
                    ) { $1(&$0.flows[f].slots[s].otherwise) }
                )
            }
            for (s, state) in flow.states.enumerated() {
                guard case .go(let transition) = state.step else { continue }
                spots.append(
                    Spot(
                        part: transition,
                        name: "\(flow.name)/\(state.name)",
                        place: Self.place(state.name, of: flow.name),
                        reach: .state(state.name, of: flow.name),
                        flow: flow,
                        state: state.name
                    ) { assistant, change in
                        guard case .go(var transition) = assistant.flows[f].states[s].step else { return }
                        change(&transition)
                        assistant.flows[f].states[s].step = .go(transition)
                    }
                )
            }
        }
        for question in questions {
            let edit = question.edit
            spots.append(
                Spot(
                    part: question.part.otherwise,
                    name: "\(question.name) otherwise",
                    place: question.place + ["otherwise"],
                    reach: question.reach,
                    flow: question.flow,
                    state: question.state
                ) { assistant, change in edit(&assistant) { change(&$0.otherwise) } }
            )
        }
        return spots
    }

    /// Every transition, each alternative by itself.
    package var branches: [Spot<Transition>] {
        transitions.flatMap { spot -> [Spot<Transition>] in
            let edit = spot.edit
            return [spot]
                + spot.part.alternatives.indices.map { number in
                    Spot(
                        part: spot.part.alternatives[number],
                        name: "\(spot.name), else",
                        place: spot.place,
                        reach: spot.reach,
                        flow: spot.flow,
                        state: spot.state
                    ) { assistant, change in edit(&assistant) { change(&$0.alternatives[number]) } }
                }
        }
    }

    // MARK: Questions

    /// Every question that states and confirmations ask.
    package var questions: [Spot<Question>] {
        var spots: [Spot<Question>] = []
        for (f, flow) in assistant.flows.enumerated() {
            if let confirmation = flow.confirmation {
                spots.append(
                    Spot(
                        part: confirmation.question,
                        name: "\(flow.name)'s confirmation",
                        place: ["flows", flow.name, "confirm"],
                        reach: .flow(flow.name),
                        flow: flow
                    ) { assistant, change in
                        guard var confirmation = assistant.flows[f].confirmation else { return }
                        change(&confirmation.question)
                        assistant.flows[f].confirmation = confirmation
                    }
                )
            }
            for (s, state) in flow.states.enumerated() {
                guard case .ask(let question) = state.step else { continue }
                spots.append(
                    Spot(
                        part: question,
                        name: "\(flow.name)/\(state.name)",
                        place: Self.place(state.name, of: flow.name),
                        reach: .state(state.name, of: flow.name),
                        flow: flow,
                        state: state.name
                    ) { assistant, change in
                        guard case .ask(var question) = assistant.flows[f].states[s].step else { return }
                        change(&question)
                        assistant.flows[f].states[s].step = .ask(question)
                    }
                )
            }
        }
        return spots
    }

    // MARK: Responses

    /// Every response that an author wrote, but the desk's own sentences.
    package var responses: [Spot<Response>] {
        var spots = [
            Spot(part: assistant.greeting, name: "the greeting", place: ["greeting"], reach: .everything) {
                $1(&$0.greeting)
            }
        ]
        for (i, intent) in assistant.intents.enumerated() {
            guard case .answer(let response) = intent.effect else { continue }
            spots.append(
                Spot(
                    part: response,
                    name: "the answer of \(intent.name)",
                    place: ["intents", intent.name, "answer"],
                    reach: .intent(intent.name)
                ) { assistant, change in
                    guard case .answer(var response) = assistant.intents[i].effect else { return }
                    change(&response)
                    assistant.intents[i].effect = .answer(response)
                }
            )
        }
        for (f, flow) in assistant.flows.enumerated() {
            for (s, slot) in flow.slots.enumerated() where slot.isAsked {
                spots.append(
                    Spot(
                        part: slot.ask,
                        name: "the question for \(flow.name)/\(slot.name)",
                        place: ["flows", flow.name, "slots", slot.name, "ask"],
                        reach: .flow(flow.name),
                        flow: flow
                    ) { $1(&$0.flows[f].slots[s].ask) }
                )
            }
            for (s, state) in flow.states.enumerated() {
                guard let say = state.say else { continue }
                spots.append(
                    Spot(
                        part: say,
                        name: "the text of \(flow.name)/\(state.name)",
                        place: Self.place(state.name, of: flow.name) + ["say"],
                        reach: .state(state.name, of: flow.name),
                        flow: flow,
                        state: state.name
                    ) { assistant, change in
                        guard var say = assistant.flows[f].states[s].say else { return }
                        change(&say)
                        assistant.flows[f].states[s].say = say
                    }
                )
            }
        }
        for question in questions {
            let edit = question.edit
            spots.append(
                Spot(
                    part: question.part.ask,
                    name: "the question of \(question.name)",
                    place: question.place + ["ask"],
                    reach: question.reach,
                    flow: question.flow,
                    state: question.state
                ) { assistant, change in edit(&assistant) { change(&$0.ask) } }
            )
        }
        for branch in branches {
            guard let say = branch.part.say else { continue }
            let edit = branch.edit
            spots.append(
                Spot(
                    part: say,
                    name: "the text of \(branch.name)",
                    place: branch.place,
                    reach: branch.reach,
                    flow: branch.flow,
                    state: branch.state
                ) { assistant, change in
                    edit(&assistant) { transition in
                        guard var say = transition.say else { return }
                        change(&say)
                        transition.say = say
                    }
                }
            )
        }
        return spots
    }
}

extension Handler.Trigger {
    /// How reports name it.
    package var label: String {
        switch self {
        case .event(let name): "event \(name)"
        case .after(let seconds): "silence of \(seconds) s"
        default: key
        }
    }

    /// Its key in the files, as far as keys can be told.
    package var key: String {
        switch self {
        case .outcome(let name), .choice(let name), .intent(let name), .entity(let name), .event(let name):
            name
        case .yes: "yes"
        case .no: "no"
        case .after: "after"
        }
    }
}

extension Transition.Target {
    /// Where it hands over to; nil when it leads elsewhere.
    package var handoff: HandoffTarget? {
        if case .handoff(let target) = self { target } else { nil }
    }
}
