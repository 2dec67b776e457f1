import FrontdeskDialogue
import FrontdeskMatching

/// What an expression can name at one place of an assistant, and what is sure to be known there.
struct ExpressionContext {
    /// The types of the slots.
    var slots: [String: ExpressionType]
    /// The declared fields of the records that actions give; nothing is declared of the fields of an empty one.
    var records: [String: [String: TypedField]]
    /// The fields of each record, as far as they are known; empty when any may be there.
    var fields: [String: [String]]
    /// The queue that `queue.open` means.
    var queue: String
    var queues: [String]
    /// The slots that have a value and the records that are there, by their names; single fields by their paths.
    var known: Set<FieldPath> = []
    /// Whether something missing makes the whole missing, instead of being an error.
    var isLenient = false

    /// The context with more that is known.
    func knowing(_ more: Set<FieldPath>) -> ExpressionContext {
        var context = self
        context.known.formUnion(more)
        return context
    }
}

extension ExpressionContext {
    /// The context of a flow, or of what every flow inherits; nothing is known in it yet.
    init(_ flow: FlowDeclaration?, _ program: Program, _ names: Names) {
        slots = [:]
        for slot in flow?.slots ?? program.flows.flatMap(\.slots) {
            let type = Self.type(of: slot, program)
            let known = slots[slot.name.text]
            slots[slot.name.text] = known == nil || known == type ? type : .any
        }
        records = [:]
        // A flow knows what its own states call; elsewhere any action may have given the record.
        let called = Set((flow?.states ?? []).compactMap(\.calledAction))
        for action in program.actions.map(\.action) {
            guard let result = action.gives, flow == nil || called.contains(action.name) else { continue }
            var types: [String: TypedField] = [:]
            for field in action.types { types[field.name] = field }
            // Of two actions that give the same record, only what both declare alike counts.
            records[result] =
                records[result].map { known in known.filter { types[$0.key] == $0.value } } ?? types
        }
        fields = names.results
        let all = flow?.slots ?? program.flows.flatMap(\.slots)
        let bare = all.filter { $0.terms.value != nil && $0.type == nil && $0.choices.isEmpty }
            .filter { !names.entities.contains($0.name.text) }
        queue = flow?.queue?.text ?? program.assistant.handoffQueue?.text ?? names.queues[0]
        queues = names.queues
        infer(bare)
    }

    /// The types of slots that are worked out come from their expressions, which may rest on each other.
    private mutating func infer(_ slots: [SlotDeclaration]) {
        for slot in slots { self.slots[slot.name.text] = .any }
        for _ in slots {
            for slot in slots {
                guard let value = slot.terms.value else { continue }
                let typed = TypeCheck.check(value, expecting: nil, in: lenient, allowsMissing: true, nil)
                if let typed { self.slots[slot.name.text] = typed.type }
            }
        }
    }

    /// The type of what fits into a slot.
    static func type(of slot: SlotDeclaration, _ program: Program) -> ExpressionType {
        switch slot.type?.text ?? (slot.choices.isEmpty ? slot.name.text : "choice") {
        case "text": return .text
        case "yes_no": return .boolean
        case "choice": return .choice(slot.choices.map(\.id.text))
        case let name:
            if let entity = program.entities.first(where: { $0.name.text == name }) {
                return entity.valueType
            }
            return BuiltInEntity(rawValue: name)?.valueType ?? .text
        }
    }
}

extension StateDeclaration {
    /// The name of the action it calls, if it calls one.
    fileprivate var calledAction: String? {
        guard case .act(let call) = step else { return nil }
        return call.action.text
    }
}

extension EntityDeclaration {
    /// The type of the values of an entity.
    var valueType: ExpressionType {
        if case .builtIn(let builtIn)? = type?.recognition { return builtIn.valueType }
        guard !values.isEmpty else { return .text }
        var seen: Set<String> = []
        return .choice(values.map(\.value).filter { seen.insert($0).inserted })
    }
}

extension ExpressionType {
    /// The type in an author's words.
    var described: String {
        switch self {
        case .text: "a text"
        case .number: "a number"
        case .boolean: "yes or no"
        case .date: "a date"
        case .time: "a time of day"
        case .moment: "an instant"
        case .duration: "a length of time"
        case .months: "months or years"
        case .money(let currency): currency.map { "an amount in \($0)" } ?? "an amount of money"
        case .choice(let texts):
            texts.count > 6 ? "one of \(texts.count) texts" : "one of \(Spelling.list(texts, "or"))"
        case .list(let element): "a list, each \(element.described)"
        case .any: "a value of unknown type"
        }
    }
}
