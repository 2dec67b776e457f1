import FrontdeskDialogue
import FrontdeskMatching

/// Everything that conversations can reach in an assistant, and whether they did.
struct CoverageList {
    let assistant: Assistant
    let engine: Assistant?
    let reach: CoverageReach

    private func item(
        _ name: String,
        at place: [String],
        text: String? = nil,
        language: String? = nil,
        _ isReached: Bool
    ) -> Coverage.Item {
        Coverage.Item(
            name: name,
            place: place,
            text: text,
            language: language,
            outcome: isReached ? .covered : .missing
        )
    }

    var intents: [Coverage.Item] {
        assistant.intents.map { item($0.name, at: ["intents", $0.name], reach.intents.contains($0.name)) }
    }

    var states: [Coverage.Item] {
        assistant.flows.flatMap { flow in
            flow.states.map { state in
                let name = "\(flow.name)/\(state.name)"
                return item(name, at: Spots.place(state.name, of: flow.name), reach.states.contains(name))
            }
        }
    }

    /// Where states lead by their own handlers; what flow and assistant add for all of them is not counted.
    var transitions: [Coverage.Item] {
        assistant.flows.flatMap { flow -> [Coverage.Item] in
            flow.states.flatMap { state -> [Coverage.Item] in
                let place = Spots.place(state.name, of: flow.name)
                func made(_ transition: Transition, _ place: [String]) -> [Coverage.Item] {
                    guard transition.target != .stay, transition.target != .pass else { return [] }
                    let name = "\(flow.name)/\(state.name) → \(Self.label(transition.target, in: flow.name))"
                    return [item(name, at: place, reach.transitions.contains(name))]
                }
                var items = state.handlers.flatMap { handler in
                    made(handler.transition, place + ["on", handler.trigger.key])
                }
                if case .go(let transition) = state.step { items += made(transition, place) }
                return items
            }
        }
    }

    private static func label(_ target: Transition.Target, in flow: String) -> String {
        switch target {
        case .state(let state), .history(let state): "\(flow)/\(state)"
        case .stay, .pass: flow
        case .end(let outcome): outcome.rawValue
        case .handoff: "handoff"
        case .flow(let other): other
        }
    }

    /// What texts are made from, as ``Outbound/origin`` names it.
    var responses: [Coverage.Item] {
        func made(_ origin: String, _ place: [String]) -> Coverage.Item {
            item(origin, at: place, reach.responses.contains(origin))
        }
        var items = assistant.intents.compactMap { intent -> Coverage.Item? in
            if case .answer = intent.effect {
                made(intent.name, ["intents", intent.name, "answer"])
            } else {
                nil
            }
        }
        for flow in assistant.flows {
            for slot in flow.slots where slot.isAsked {
                items.append(
                    made("\(flow.name)/\(slot.name)", ["flows", flow.name, "slots", slot.name, "ask"])
                )
            }
            for state in flow.states {
                let name = "\(flow.name)/\(state.name)"
                let place = Spots.place(state.name, of: flow.name)
                if case .ask = state.step {
                    items.append(made(name, place + ["ask"]))
                } else if state.say != nil {
                    items.append(made(name, place + ["say"]))
                }
                if state.handlers.contains(where: { $0.transition.say != nil }) {
                    items.append(made("\(name)→", place + ["on"]))
                }
            }
        }
        return items
    }

    var patterns: [Coverage.Item] {
        assistant.languages.enumerated().flatMap { number, language in
            let brought = engine?.matching(in: number == 0 ? nil : language).intents ?? []
            return assistant.matching(in: number == 0 ? nil : language).intents.flatMap { intent in
                let known = brought.first { $0.name == intent.name }?.patterns ?? []
                return intent.patterns.filter { !known.contains($0) }.map { pattern in
                    item(
                        "\(intent.name): \(pattern.source)",
                        at: ["intents", intent.name, "patterns"],
                        text: pattern.source,
                        language: language,
                        reach.patterns.contains([language, intent.name, pattern.source])
                    )
                }
            }
        }
    }

    /// Every condition that an author wrote: of transitions, slots and wordings, and what slots' values must satisfy.
    var guards: [Coverage.Item] {
        var items: [Coverage.Item] = []
        func add(
            _ name: String,
            _ place: [String],
            _ expression: Expression,
            _ flow: String?,
            language: String? = nil
        ) {
            let ways: Set<Bool>
            if let flow {
                ways = reach.conditions[ConditionWatch.Condition(expression, in: flow)] ?? []
            } else {
                ways = reach.conditions.reduce(into: []) { all, entry in
                    if entry.key.expression == expression { all.formUnion(entry.value) }
                }
            }
            let outcome: Coverage.Item.Outcome =
                ways.count == 2
                ? .covered : ways.isEmpty ? .missing : ways.contains(true) ? .alwaysHeld : .neverHeld
            items.append(
                Coverage.Item(name: name, place: place, text: nil, language: language, outcome: outcome)
            )
        }
        let spots = Spots(assistant: assistant)
        for flow in assistant.flows {
            for slot in flow.slots {
                let place = ["flows", flow.name, "slots", slot.name]
                if let when = slot.terms.when {
                    add("\(flow.name)/\(slot.name) when", place + ["when"], when, flow.name)
                }
                for (number, rule) in slot.terms.rules.enumerated() {
                    add("\(flow.name)/\(slot.name) rule \(number + 1)", place, rule.condition, flow.name)
                }
            }
        }
        for spot in spots.branches {
            if let when = spot.part.when { add(spot.name, spot.place, when, spot.flow?.name) }
        }
        for spot in spots.responses {
            let versions =
                [(assistant.languages[0], spot.part)]
                + spot.part.translations.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
            for (language, response) in versions {
                let conditions = (response.terms ?? []).compactMap(\.when)
                for (number, when) in conditions.enumerated() {
                    add("\(spot.name), wording \(number + 1)", spot.place, when, nil, language: language)
                }
            }
        }
        return items
    }

    /// What the engine hands over for by itself, and what the files name.
    var reasons: [Coverage.Item] {
        var possible: Set<HandoffReason> = [
            .userAsked, .ambiguousUnresolved, .noMatchLimit, .slotRetryLimit, .loop,
        ]
        if assistant.handoff.sentimentBelow != nil { possible.insert(.sentiment) }
        if !assistant.actions.isEmpty { possible.insert(.error) }
        for spot in Spots(assistant: assistant).branches {
            if let target = spot.part.target.handoff { possible.insert(target.reason) }
            if spot.part.promise != nil { possible.insert(.promiseDue) }
        }
        for intent in assistant.intents {
            if case .handoff(let target) = intent.effect { possible.insert(target.reason) }
        }
        possible.formUnion(assistant.handoff.routes.map(\.reason))
        return HandoffReason.allCases.filter { possible.contains($0) || reach.reasons.contains($0) }.map {
            item($0.rawValue, at: ["handoff", "reasons", $0.rawValue], reach.reasons.contains($0))
        }
    }

    /// The rules by which the engine decides.
    var decisions: [Coverage.Item] {
        DecisionRule.allCases.map { item($0.rawValue, at: [], reach.decisions.contains($0)) }
    }
}
