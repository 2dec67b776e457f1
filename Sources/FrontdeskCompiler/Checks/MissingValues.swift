import FrontdeskDialogue

/// No text has a gap where a value is missing: what may be missing has a default, or the wording a condition.
enum MissingValues: Check {
    static func run(_ program: Program, _ names: Names, _ report: Reporter) {
        let everywhere = KnownValues(context: ExpressionContext(nil, program, names), report: report)
        everywhere.check(program.assistant.greeting)
        for text in program.texts {
            everywhere.filled(by: text.text).check(text.response)
        }
        for partial in program.partials { everywhere.check(partial.response) }
        for action in program.actions { everywhere.check(action.notice) }
        for intent in program.intents {
            switch intent.effect {
            case .answer(let response): everywhere.check(response)
            case .handoff(let handoff): everywhere.check(handoff.say)
            default: break
            }
        }
        for handler in program.handlers + program.anywhere { check(handler.transition, everywhere) }
        // A slot that nothing fills is reported as that.
        for flow in program.flows where flow.unfilledSlots(names).isEmpty {
            check(flow, program, names, report)
        }
    }

    private static func check(
        _ flow: FlowDeclaration,
        _ program: Program,
        _ names: Names,
        _ report: Reporter
    ) {
        let knowledge = FlowKnowledge.of(flow, program, names)
        let nothing = KnownValues(context: ExpressionContext(flow, program, names), report: report)
        for (index, slot) in flow.slots.enumerated() {
            let asked = nothing.knowing(before(index, flow, knowledge))
            asked.check(slot.ask)
            asked.check(slot.again)
            if let otherwise = slot.otherwise { check(otherwise, asked) }
            for handler in slot.handlers { check(handler.transition, asked) }
        }
        for handler in flow.handlers { check(handler.transition, nothing) }
        for (index, state) in flow.states.enumerated() {
            // A state that nothing leads to is reported as that.
            guard let entry = knowledge.entries[index] else { continue }
            nothing.knowing(entry).check(state.say)
            nothing.knowing(entry).check(state.promise)
            let after = nothing.knowing(knowledge.after(index))
            switch state.step {
            case .ask(let question):
                after.check(question.ask)
                after.check(question.again)
                if let otherwise = question.otherwise { check(otherwise, after) }
            case .go(let transition), .enclose(let transition): check(transition, after)
            case .act, .call, nil: break
            }
            for handler in state.handlers {
                let known = knowledge.after(index, handler: handler.key.text)
                check(handler.transition, nothing.knowing(known))
            }
        }
    }

    /// What is known when a slot is asked for: the slots before it, and what the states know that need it.
    private static func before(
        _ index: Int,
        _ flow: FlowDeclaration,
        _ knowledge: FlowKnowledge
    ) -> Set<FieldPath> {
        let slot = flow.slots[index].name.text
        let later = Set(flow.slots[index...].map { FieldPath(root: $0.name.text) })
        let states = flow.states.indices.filter { flow.states[$0].needs.contains { $0.text == slot } }
        guard !states.isEmpty else { return knowledge.always.subtracting(later) }
        return states.compactMap { state in
            let waiting = Set(flow.states[state].needs.map { FieldPath(root: $0.text) })
            return knowledge.entries[state]?.subtracting(waiting.intersection(later))
        }.reduce(nil as Set<FieldPath>?) { $0?.intersection($1) ?? $1 } ?? []
    }

    /// What is said on the way is said before anything is cleared or set.
    private static func check(_ transition: TransitionDeclaration, _ values: KnownValues) {
        var values = values
        for branch in transition.branches {
            var inside = values
            if let when = branch.when {
                let typed = TypeCheck.check(when, expecting: .boolean, in: values.context, nil)
                inside = values.knowing(typed?.knownWhenTrue ?? [])
                values = values.knowing(typed?.knownWhenFalse ?? [])
            }
            inside.check(branch.say)
            inside.check(branch.promise)
            if case .handoff(let handoff) = branch.target { inside.check(handoff.say) }
        }
    }
}

/// What is sure to have a value where a text stands.
private struct KnownValues {
    var context: ExpressionContext
    /// Records that the engine fills for this text alone.
    var filled: [String] = []
    let report: Reporter

    func knowing(_ more: Set<FieldPath>) -> KnownValues {
        var values = self
        values.context = context.knowing(more)
        return values
    }

    func filled(by text: DeskText) -> KnownValues {
        var values = self
        values.filled = text.fields
        return values
    }

    /// Whoever is promised something can be reached on every way here.
    func check(_ promise: PromiseDeclaration?) {
        guard let promise else { return }
        check(promise.text)
        guard let route = promise.route, !context.known.contains(route.path) else { return }
        // A slot that there is not is reported as that.
        if route.path.field == nil, context.slots[route.path.root] == nil { return }
        report.report(
            .noRoute,
            route.place,
            "nobody may know '\(route.path.written)' here, so the promise could not reach the customer",
            help: "ask for it first, as by 'needs' of the intent; or write to: conversation"
        )
    }

    func check(_ response: ResponseDeclaration?) {
        guard let response else { return }
        check(response.fields, response.terms)
        for form in response.channels {
            check(form.wordings?.fields ?? [], form.wordings?.terms ?? [])
            check(form.pieces.fields, [])
        }
        for (_, translation) in response.translations.sorted(by: { $0.key < $1.key }) { check(translation) }
    }

    private func check(_ uses: [FieldUse], _ terms: [VariantDeclaration]) {
        for use in uses where !use.isGuarded {
            let terms = use.wording.flatMap { terms.indices.contains($0) ? terms[$0] : nil }
            let known = context.known.union(terms?.known ?? [])
            guard let reason = reason(use.path, known) else { continue }
            report.report(
                .valueMayBeMissing,
                use.place,
                "'\(use.path.written)' may be missing here: \(reason)",
                help:
                    "say what stands there then: {{\(use.path.written)|default \"…\"}}, or 'prefix' or 'suffix' for words "
                    + "that fall away with it; or give the wording a condition: when: \(use.path.written) is known"
            )
        }
    }

    /// Why a value may be missing; nil when it never is, or when nothing is known of its kind.
    private func reason(_ path: FieldPath, _ known: Set<FieldPath>) -> String? {
        if known.contains(path) || filled.contains(path.root) { return nil }
        guard let field = path.field else {
            guard context.slots[path.root] != nil else { return nil }
            return "the slot is not filled on every way to this text"
        }
        switch path.root {
        // A field that there is not is reported as that.
        case "customer" where field == "conversations": return nil
        case "customer" where !ProfileFields.isCustomer(field): return nil
        case "customer": return "not every customer's \(field) is known"
        case "assistant", "queue": return nil
        default: break
        }
        guard context.fields[path.root] != nil else { return nil }
        guard known.contains(FieldPath(root: path.root)) else {
            return "no action gives '\(path.root)' on every way to this text"
        }
        let isOptional = context.records[path.root]?[field]?.isOptional ?? false
        return isOptional ? "the action declares it as optional" : nil
    }
}
