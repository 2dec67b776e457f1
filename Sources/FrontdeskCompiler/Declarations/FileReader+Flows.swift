import FrontdeskDialogue
import FrontdeskMatching

// Flows: slots and states.
extension FileReader {
    func readFlow(_ entry: SyntaxNode.Entry, into program: inout Program) {
        guard let name = declaredName(entry.name, "a flow"), var keys = keys(entry.value, .flow, "a flow")
        else {
            return
        }
        let outcomes = names(keys["outcomes"], "an outcome").compactMap { declaredName($0, "an outcome") }
        var reader = self
        reader.outcomes = outcomes.map(\.text)
        if let flow = reader.flow(name, outcomes, &keys) { program.flows.append(flow) }
    }

    private func flow(_ name: Name, _ outcomes: [Name], _ keys: inout Keys) -> FlowDeclaration? {
        var flow = FlowDeclaration(name: name, title: Self.title(name.text, capitalised: false))
        if let value = keys["title"] { flow.title = text(value, "'title'") ?? flow.title }
        flow.queue = keys["queue"].flatMap { self.name($0, "a queue's name") } ?? queue
        flow.outcomes = outcomes
        flow.takes = names(keys["takes"], "a slot's name")
        flow.gives = names(keys["gives"], "a slot's name")
        flow.needs = proofs(keys["needs"], "a flow")
        flow.slots = slots(keys["slots"])
        flow.confirmation = keys["confirm"].flatMap { confirmation($0) }
        let states = entries(keys["states"], "states")
        for state in states { readState(state, within: nil, into: &flow) }
        flow.handlers = handlers(keys["on"]) + silences(keys["after"])
        flow.resolveTargets()
        keys.finish("in a flow")
        if states.isEmpty {
            missing(
                "states",
                of: "the flow '\(name.text)'",
                name.place,
                help: "add at least one state that ends the flow"
            )
        }
        return flow
    }

    private func slots(_ node: SyntaxNode?) -> [SlotDeclaration] {
        guard let node, !node.isAbsent else { return [] }
        if case .list(let items) = node.kind {
            return items.compactMap { item in
                name(item, "a slot's name").flatMap {
                    slot($0, SyntaxNode(kind: .keys([]), style: .lines, place: $0.place))
                }
            }
        }
        return entries(node, "slots").compactMap { slot($0.name, $0.value) }
    }

    private func slot(_ written: Name, _ node: SyntaxNode) -> SlotDeclaration? {
        guard let name = declaredName(written, "a slot"), var keys = keys(node, .slot, "a slot") else {
            return nil
        }
        if Self.reservedRoots.contains(name.text) {
            report.report(
                .badName,
                name.place,
                "'\(name.text)' cannot be the name of a slot, because texts use it for something else",
                help: "choose another name, such as '\(name.text)_wanted'"
            )
        }
        if let value = keys.take("value") { return computedSlot(name, value.value, &keys) }
        var slot = SlotDeclaration(name: name)
        slot.terms = terms(&keys)
        slot.type = keys["type"].flatMap { self.name($0, "'type'") }
        slot.ask = keys["ask"].flatMap { response($0, "'ask'") }
        slot.again = keys["again"].flatMap { response($0, "'again'") }
        slot.attempts = keys["attempts"].flatMap { integer($0, "attempts", 1...5) } ?? 2
        slot.otherwise = keys["otherwise"].flatMap { transition($0, reason: .slotRetryLimit) }
        slot.prefill = keys["from"].flatMap { prefill($0) }
        slot.isSensitive = keys["sensitive"].flatMap { flag($0, "sensitive") } ?? false
        slot.handlers = handlers(keys["on"]) + silences(keys["after"])
        slot.choices = keys["choices"].map { choices($0) } ?? []
        keys.finish("in a slot")
        if slot.choices.isEmpty { slot.choices = slot.ask?.choices ?? [] }
        return slot
    }

    /// The first words of paths that are no slots.
    static let reservedRoots = ["customer", "assistant", "queue", "agent", "now", "event", "promise"]

    private func prefill(_ node: SyntaxNode) -> FieldUse? {
        guard let name = name(node, "'from'") else { return nil }
        let parts = name.text.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 2, parts[0] == "customer",
            ProfileFields.profile.contains(parts[1]) || CustomerProfile.preference(parts[1]) != nil
        else {
            let near = Spelling.nearest(to: name.text, among: ProfileFields.profile.map { "customer.\($0)" })
            report.report(
                .unknownField,
                name.place,
                "a slot cannot be filled from '\(name.text)'",
                help: near.map { "did you mean '\($0)'?" }
                    ?? "write a field of the customer, such as customer.email",
                mends: near.map { [.write($0)] } ?? []
            )
            return nil
        }
        return FieldUse(path: FieldPath(root: parts[0], field: parts[1]), place: name.place)
    }

    /// Reads a state and, behind it, its substates.
    private func readState(
        _ entry: SyntaxNode.Entry,
        within parent: Int?,
        into flow: inout FlowDeclaration
    ) {
        guard let name = declaredName(entry.name, "a state"), var keys = keys(entry.value, .state, "a state")
        else {
            flow.isWhole = false
            return
        }
        if ["handoff", "end", "flow", "stay", "pass"].contains(name.text) {
            report.report(
                .badName,
                name.place,
                "'\(name.text)' cannot be the name of a state, because 'go: \(name.text)' means something else",
                help: "choose another name"
            )
        }
        let path = parent.map { "\(flow.states[$0].path)/\(name.text)" } ?? name.text
        var state = StateDeclaration(name: name, path: path, parent: parent)
        state.needs = names(keys["needs"], "a slot's name")
        state.say = keys["say"].flatMap { response($0, "'say'") }
        state.promise = keys["promise"].flatMap { promise($0) }
        state.clear = names(keys["clear"], "a slot's name")
        state.set = assignments(keys["set"])
        let substates = keys.take("states")
        let start = keys.take("start")
        let step = substates == nil ? step(&keys, of: name) : enclosing(substates, start, &keys, of: name)
        state.handlers = handlers(keys["on"]) + silences(keys["after"])
        keys.finish("in a state")
        guard let step else {
            flow.isWhole = false
            return
        }
        state.step = step
        let position = flow.states.count
        flow.states.append(state)
        for entry in entries(substates?.value, "states") { readState(entry, within: position, into: &flow) }
    }

    private func step(_ keys: inout Keys, of state: Name) -> StateDeclaration.Step? {
        let act = keys.take("do")
        let ask = keys.take("ask")
        let go = keys.take("go")
        let end = keys.take("end")
        let handoff = keys.take("handoff")
        let call = keys.take("call")
        let result = keys.take("as")
        let again = keys.take("again")
        let attempts = keys.take("attempts")
        let otherwise = keys.take("otherwise")
        let given = [act, ask, call, go, end, handoff].compactMap { $0 }
        guard given.count == 1, let only = given.first else {
            report.report(
                .chooseOne,
                given.count > 1 ? given[1].key.place : state.place,
                "the state '\(state.text)' needs exactly one of 'do', 'ask', 'call', 'states', 'go', 'end' and 'handoff'",
                help: given.isEmpty ? "say where it leads, such as 'end: resolved'" : "make two states of it"
            )
            return nil
        }
        if ask == nil {
            for entry in [again, attempts, otherwise].compactMap({ $0 }) {
                report.report(
                    .misplacedKey,
                    entry.key.place,
                    "'\(entry.key.text ?? "")' belongs to a question, but this state has no 'ask'",
                    help: "take it out; slots have their own under 'slots'"
                )
            }
        }
        if let act { return self.call(act.value).map { .act($0) } }
        if let call { return flowCall(call.value, as: result?.value).map { .call($0) } }
        if let ask {
            guard let text = response(ask.value, "'ask'") else { return nil }
            var question = QuestionDeclaration(ask: text)
            question.again = again.flatMap { response($0.value, "'again'") }
            question.attempts = attempts.flatMap { integer($0.value, "attempts", 1...5) } ?? 2
            question.otherwise = otherwise.flatMap { transition($0.value, reason: .slotRetryLimit) }
            return .ask(question)
        }
        if let go, case .list = go.value.kind {
            return transition(go.value, reason: .policyRequired).map { .go($0) }
        }
        return target(go: go?.value, end: end?.value, handoff: handoff?.value, reason: .policyRequired).map {
            .go(TransitionDeclaration(target: $0, place: only.value.place))
        }
    }

    private func call(_ node: SyntaxNode) -> CallDeclaration? {
        guard let text = text(node, "'do'") else { return nil }
        guard let call = Notation.call(text), call.name.text.utf8.allSatisfy({ $0 > 0x20 }) else {
            report.report(
                .badCall,
                node.place,
                "'\(text)' is not a call of an action",
                help: "write the action's name and its arguments in brackets: orders.find(order_number)"
            )
            return nil
        }
        let name = Name(
            text: call.name.text,
            place: inner(node, call.name.range.lowerBound, call.name.range.upperBound)
        )
        var arguments: [FieldUse] = []
        for argument in call.arguments {
            let place = inner(node, argument.range.lowerBound, argument.range.upperBound)
            let parts = argument.text.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
            guard (1...2).contains(parts.count), parts.allSatisfy({ !$0.isEmpty && !$0.utf8.contains(0x20) })
            else {
                report.report(
                    .badCall,
                    place,
                    "'\(argument.text)' cannot be an argument",
                    help: "an argument is a slot, or a field such as customer.email or order.id"
                )
                return nil
            }
            let path = FieldPath(root: parts[0], field: parts.count > 1 ? parts[1] : nil)
            arguments.append(FieldUse(path: path, place: place))
        }
        return CallDeclaration(action: name, arguments: arguments)
    }
}

/// The fields that texts can take from the customer, the assistant and so on.
enum ProfileFields {
    static let customer = CustomerProfile.fieldNames + CustomerProfile.knownNames
    /// Those that the profile itself holds.
    static let profile = CustomerProfile.fieldNames
    static let assistant = ["title", "name"]

    /// Whether the customer may have such a field; which preferences there are, the calling system knows.
    static func isCustomer(_ field: String) -> Bool {
        customer.contains(field) || CustomerProfile.preference(field) != nil
    }
    static let queue = ["title", "opens", "wait", "due", "contact"]
    static let promise = ["text", "due", "at", "route"]
}
