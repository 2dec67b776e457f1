import FrontdeskDialogue
import FrontdeskMatching

/// What texts are filled from exists.
enum TextFields: Check {
    static func run(_ program: Program, _ names: Names, _ report: Reporter) {
        let all = Scope(slots: names.slots, extra: [:], names: names, report: report)
        all.check(program.assistant.greeting)
        for text in program.texts {
            all.with(extra(for: text.text)).check(text.response)
        }
        // A partial can be said anywhere, so it can use what is known everywhere.
        let everywhere = Scope(slots: [], extra: [:], names: names, report: report)
        for partial in program.partials { everywhere.check(partial.response) }
        for action in program.actions { everywhere.check(action.notice) }
        for text in DeskText.allCases {
            for (_, translation) in (program.builtInTranslations[text] ?? [:]).sorted(by: { $0.key < $1.key })
            {
                all.with(extra(for: text)).check(translation)
            }
        }
        for intent in program.intents {
            switch intent.effect {
            case .answer(let response): all.check(response)
            case .handoff(let handoff): all.withQueue.check(handoff.say)
            default: break
            }
        }
        for flow in program.flows { check(flow, names, report) }
        for (flow, transition) in names.memory.transitions(in: program) {
            let slots = flow?.slots.map(\.name.text) ?? names.slots
            let scope = Scope(slots: slots, extra: [:], names: names, report: report)
            scope.promising(transition.promise).check(transition.say)
            scope.check(transition.promise)
            for assignment in transition.set { scope.check(assignment.fields) }
            if case .handoff(let handoff) = transition.target { scope.withQueue.check(handoff.say) }
        }
    }

    private static func check(_ flow: FlowDeclaration, _ names: Names, _ report: Reporter) {
        let scope = Scope(slots: flow.slots.map(\.name.text), extra: [:], names: names, report: report)
        for slot in flow.slots {
            scope.check(slot.ask)
            scope.check(slot.again)
            scope.check(slot.terms.title)
            for rule in slot.terms.rules { scope.check(rule.say) }
        }
        scope.check(flow.confirmation?.question.ask)
        scope.check(flow.confirmation?.question.again)
        for state in flow.states {
            let scope = scope.promising(state.promise)
            scope.check(state.say)
            scope.check(state.promise)
            for assignment in state.set { scope.check(assignment.fields) }
            switch state.step {
            case .act(let call): scope.check(call.arguments)
            case .ask(let question):
                scope.check(question.ask)
                scope.check(question.again)
            case .call(let call): scope.check(call.arguments.compactMap(\.use))
            case .go, .enclose, nil: break
            }
        }
    }

    /// The fields that only this text of the engine has.
    private static func extra(for text: DeskText) -> [String: [String]] {
        var extra: [String: [String]] = [:]
        for root in text.fields { extra[root] = text.fields(of: root) }
        return extra
    }
}

extension DeskText {
    /// The fields of a record that the engine fills when it says this text, and no others.
    fileprivate func fields(of root: String) -> [String] {
        switch (root, self) {
        case ("queue", .waitPosition): ["position"]
        case ("queue", .waitPositionAndTime): ["position", "minutes"]
        case ("queue", .waitPositionAndDue): ["position", "due"]
        case ("queue", .handoffOpen), ("queue", .waiting), ("queue", .stillWaiting), ("queue", .handoffUpset):
            ProfileFields.queue
        case ("queue", _): ProfileFields.queue.filter { $0 != "wait" }
        case ("slot", .corrected): ["value"]
        case ("slot", .stillRight), ("slot", .askToRemember): ["title", "value"]
        case ("slot", .forgotten): ["title"]
        case ("slot", _): ["example"]
        case ("promise", _): ProfileFields.promise
        case ("flow", _), ("first", _), ("next", _): ["title"]
        case ("language", _): ["known", "name"]
        default: []
        }
    }
}

/// The values that texts of one part of the assistant can use.
private struct Scope {
    let slots: [String]
    /// Further records and their fields.
    var extra: [String: [String]]
    let names: Names
    let report: Reporter

    var withQueue: Scope { with(["queue": ProfileFields.queue]) }

    func with(_ extra: [String: [String]]) -> Scope {
        Scope(slots: slots, extra: extra, names: names, report: report)
    }

    /// The same where something was just promised.
    func promising(_ promise: PromiseDeclaration?) -> Scope {
        promise == nil ? self : with(["promise": ProfileFields.promise])
    }

    /// What is said when a promise is late is said when its flow is over.
    func check(_ promise: PromiseDeclaration?) {
        guard let promise else { return }
        with([:]).check(promise.text)
        check(promise.uses)
        let extra = ["promise": ProfileFields.promise, "queue": ProfileFields.queue.filter { $0 != "wait" }]
        Scope(slots: [], extra: extra, names: names, report: report).check(promise.late)
    }

    func check(_ response: ResponseDeclaration?) {
        check(response?.fields ?? [])
        for (_, translation) in (response?.translations ?? [:]).sorted(by: { $0.key < $1.key }) {
            check(translation.fields)
        }
        for form in response?.channels ?? [] { check((form.wordings?.fields ?? []) + form.pieces.fields) }
    }

    func check(_ uses: [FieldUse]) {
        for use in uses { check(use) }
    }

    private func check(_ use: FieldUse) {
        let (root, field) = (use.path.root, use.path.field)
        if let known = fields(of: root) {
            checkField(field, of: root, known, use)
        } else if root == "now" {
            guard let field else { return }
            report.report(
                .unknownField,
                use.place,
                "'now' has no field '\(field)'",
                help: "write {{now|date}} or {{now|time}}"
            )
        } else if slots.contains(root) {
            guard let field else { return }
            report.report(
                .unknownField,
                use.place,
                "the slot '\(root)' has no field '\(field)'",
                help: "write {{\(root)}}; fields belong to what actions give"
            )
        } else {
            reportRoot(root, field, use)
        }
    }

    private func fields(of root: String) -> [String]? {
        if let fields = extra[root] { return fields }
        switch root {
        case "customer": return ProfileFields.customer
        case "assistant": return ProfileFields.assistant
        case "event": return []
        case "time" where names.results[root] == nil && !slots.contains(root): return ["part_of_day"]
        default: return slots.contains(root) ? nil : names.results[root]
        }
    }

    private func checkField(_ field: String?, of root: String, _ known: [String], _ use: FieldUse) {
        guard let field else {
            report.report(
                .unknownField,
                use.place,
                "'\(root)' is a record, of which one field must be named",
                help: known.first.map { "write {{\(root).\($0)}}" } ?? "write {{\(root).FIELD}}"
            )
            return
        }
        guard !known.isEmpty, !known.contains(field) else { return }
        if root == "customer", CustomerProfile.preference(field) != nil { return }
        let name = Name(text: field, place: fieldPlace(use))
        report.reportUnknown(.unknownField, "field of '\(root)':", name, known: known)
    }

    private func fieldPlace(_ use: FieldUse) -> Place {
        let written = use.path.written.utf8.count
        let span = use.place.span
        guard span.end - span.start == written else { return use.place }
        return Place(use.place.file, span.start + use.path.root.utf8.count + 1, span.end)
    }

    private func reportRoot(_ root: String, _ field: String?, _ use: FieldUse) {
        let results = names.results.keys.sorted()
        if field != nil {
            let known = ["customer", "assistant"] + extra.keys.sorted() + results
            let name = Name(text: root, place: rootPlace(use))
            report.reportUnknown(.unknownField, "record", name, known: known.filter { $0 != root })
        } else {
            let known = slots + ["now"]
            let isOfCustomer = ProfileFields.customer.contains(root)
            report.reportUnknown(
                .unknownSlot,
                "slot",
                Name(text: root, place: use.place),
                known: known,
                otherwise: isOfCustomer
                    ? "did you mean 'customer.\(root)'?"
                    : slots.isEmpty ? "there are no slots here; write a field such as customer.name" : nil
            )
        }
    }

    private func rootPlace(_ use: FieldUse) -> Place {
        let span = use.place.span
        guard span.end - span.start == use.path.written.utf8.count else { return use.place }
        return Place(use.place.file, span.start, span.start + use.path.root.utf8.count)
    }
}
