import FrontdeskDialogue

/// Which slots surely have a value where a flow's texts are said: worked out forwards over its states until nothing changes.
///
/// Slots that a flow asks for have a value in every state, since they are asked for before a state is entered. Those that are
/// asked for on a condition, where a state needs them, or that files and callers fill, have one where every way gives it.
struct SlotFlow {
    private let flow: Flow
    private let assistant: Assistant
    /// What has a value in every state.
    private let always: Set<String>
    private let names: Set<String>
    private var entry: [String: Set<String>] = [:]
    private var states: [String: State] = [:]
    /// The reads that may find nothing.
    private(set) var unset: [SlotRead] = []
    /// How many reads there are.
    private(set) var readCount = 0

    init(_ flow: Flow, _ assistant: Assistant) {
        self.flow = flow
        self.assistant = assistant
        names = Set(flow.slots.map(\.name))
        var always = Set(
            flow.slots.filter {
                $0.isAsked && !$0.isDeferred && $0.terms.when == nil && $0.terms.value == nil
            }
            .map(\.name)
        )
        always.formUnion(flow.slots.filter { $0.terms.initial != nil }.map(\.name))
        // What callers and events give is their own.
        always.formUnion(flow.takes)
        self.always = always
        for state in flow.states { states[state.name] = state }
        settle()
        for state in flow.states { read(state) }
    }

    // MARK: What is known

    private mutating func settle() {
        guard let first = flow.states.first else { return }
        var open: [String] = []
        entry[first.name] = closed(always.union(needs(of: first.name)))
        open.append(first.name)
        for transition in outside() { open += arrive(transition, with: always) }
        while let path = open.popLast() {
            guard let state = states[path], let before = entry[path] else { continue }
            let inside = before.subtracting(state.clear).union(state.set.map(\.slot))
            var transitions: [Transition] = []
            switch state.step {
            case .go(let transition): transitions.append(transition)
            case .ask(let question): transitions.append(question.otherwise)
            case .act, .call: break
            }
            transitions += handlers(in: path).map(\.transition)
            for transition in transitions { open += arrive(transition, with: inside) }
        }
    }

    /// What leads into states from slots' questions and from reading back.
    private func outside() -> [Transition] {
        var all = flow.slots.flatMap { [$0.otherwise] + $0.handlers.map(\.transition) }
        if let confirmation = flow.confirmation { all.append(confirmation.question.otherwise) }
        return all
    }

    private func handlers(in path: String) -> [Handler] {
        Flow.active(path).flatMap { states[$0]?.handlers ?? [] } + flow.handlers + assistant.handlers
    }

    private mutating func arrive(_ transition: Transition, with known: Set<String>) -> [String] {
        var changed: [String] = []
        for branch in transition.branches {
            var paths: [String] = []
            switch branch.target {
            case .state(let path): paths = [path]
            case .history(let parent):
                paths = flow.states.map(\.name).filter { Flow.active($0).contains(parent) }
            case .end, .handoff, .flow, .stay, .pass: break
            }
            let carried = known.subtracting(branch.clear).union(branch.set.map(\.slot))
            for path in paths where states[path] != nil {
                let arriving = closed(carried.union(always).union(needs(of: path)))
                let now = entry[path].map { $0.intersection(arriving) } ?? arriving
                guard entry[path] != now else { continue }
                entry[path] = now
                changed.append(path)
            }
        }
        return changed
    }

    private func needs(of path: String) -> Set<String> {
        Set(Flow.active(path).flatMap { states[$0]?.needs ?? [] }).filter { name in
            flow.slot(named: name).map { $0.terms.when == nil && $0.isAsked } ?? false
        }
    }

    /// What is known, with what follows from it: slots that are worked out of others.
    private func closed(_ known: Set<String>) -> Set<String> {
        var known = known
        // In file order: a slot is mostly worked out of earlier ones; what is left takes another round.
        for _ in flow.slots {
            let before = known.count
            for slot in flow.slots where !known.contains(slot.name) {
                guard let value = slot.terms.value else { continue }
                let needed = Set(value.fields.map(\.root)).intersection(names)
                if needed.isSubset(of: known) { known.insert(slot.name) }
            }
            if known.count == before { break }
        }
        return known
    }

    // MARK: What is read

    private mutating func read(_ state: State) {
        guard let before = entry[state.name] else { return }
        let origin = "\(flow.name)/\(state.name)"
        let place = FilePlace.state(state.name, of: flow.name)
        let inside = before.subtracting(state.clear).union(state.set.map(\.slot))
        read(state.say, knowing: before, origin, place)
        switch state.step {
        case .ask(let question):
            read(question.ask, knowing: inside, origin, place)
            read(question.again, knowing: inside, "\(origin)/again", place)
        case .go(let transition): read(transition, knowing: inside, origin, place)
        case .act, .call: break
        }
        for handler in state.handlers { read(handler.transition, knowing: inside, origin, place) }
    }

    private mutating func read(
        _ transition: Transition,
        knowing known: Set<String>,
        _ origin: String,
        _ place: [String]
    ) {
        for branch in transition.branches {
            let guarded = branch.when.map { Set($0.fields.map(\.root)) } ?? []
            read(branch.say, knowing: known.union(guarded), "\(origin)→", place)
        }
    }

    private mutating func read(
        _ response: Response?,
        knowing known: Set<String>,
        _ origin: String,
        _ place: [String]
    ) {
        guard let response else { return }
        for (variant, template) in response.variants.enumerated() {
            let condition =
                (response.terms ?? []).indices.contains(variant) ? response.terms?[variant].when : nil
            let asked = Set((condition?.fields ?? []).map(\.root))
            for slot in spoken(template, depth: 0) {
                readCount += 1
                guard !known.contains(slot), !asked.contains(slot) else { continue }
                unset.append(SlotRead(slot: slot, flow: flow.name, origin: origin, place: place))
            }
        }
    }

    /// The slots that a text says and that leave a hole in it when they have no value.
    private func spoken(_ template: Template, depth: Int) -> [String] {
        template.segments.flatMap { segment -> [String] in
            switch segment {
            case .text: return []
            case .field(let path, let filters):
                guard path.field == nil, names.contains(path.root), !filters.contains(where: \.standsIn)
                else {
                    return []
                }
                return [path.root]
            case .partial(let name):
                guard depth < 16, let partial = assistant.partials.first(where: { $0.name == name }) else {
                    return []
                }
                return partial.response.variants.first.map { spoken($0, depth: depth + 1) } ?? []
            }
        }
    }
}

extension Template.Filter {
    /// Whether the text is whole without the value.
    fileprivate var standsIn: Bool {
        switch self {
        case .prefix, .suffix, .fallback, .choose: true
        default: false
        }
    }
}
