import FrontdeskDialogue
import FrontdeskMatching

/// The names that the files declare, for looking them up.
struct Names {
    let intents: Set<String>
    let flows: Set<String>
    let entities: Set<String>
    let rules: Set<String>
    let synonyms: Set<String>
    let queues: [String]
    let calendars: [String]
    let actions: [String: ActionDefinition]
    /// The actions that change something.
    let writes: Set<String>
    /// The fields of each result that actions give; empty when they are not known.
    let results: [String: [String]]
    /// Every outcome of any action.
    let outcomes: [String]
    /// The words with which each flow can end, besides `cancelled`.
    let ends: [String: [String]]
    /// The slots that each action fills by itself.
    let fills: [String: [String]]
    /// The slots that each flow gives to its callers.
    let gives: [String: [String]]
    /// The roles that patterns and marked examples give: `{date:needed_by}`.
    let roles: Set<String>
    /// The slots of all flows, in file order, each once.
    let slots: [String]

    let intentList: [String]
    let flowList: [String]
    let entityList: [String]
    let ruleList: [String]
    let synonymList: [String]
    let actionList: [String]
    /// What checks found out about flows.
    let memory = FlowMemory()

    /// The queue that exists when none is declared.
    static let defaultQueue = "support"

    init(_ program: Program) {
        intentList = program.intents.map(\.name.text)
        intents = Set(intentList)
        flowList = program.flows.map(\.name.text)
        flows = Set(flowList)
        entityList = program.entities.map(\.name.text) + BuiltInEntity.allCases.map(\.rawValue)
        entities = Set(entityList)
        ruleList = program.rules.map(\.name.text)
        rules = Set(ruleList)
        synonymList = program.synonyms.map(\.name.text)
        synonyms = Set(synonymList)
        queues = program.queues.isEmpty ? [Self.defaultQueue] : program.queues.map(\.name.text)
        calendars = program.calendars.map(\.name.text)
        actionList = program.actions.map(\.name.text)
        actions = Dictionary(
            program.actions.map { ($0.name.text, $0.action) },
            uniquingKeysWith: { first, _ in first }
        )
        writes = Set(program.actions.filter { $0.mode == .write }.map(\.name.text))
        fills = Dictionary(
            program.actions.map { ($0.name.text, $0.slots.map(\.text)) },
            uniquingKeysWith: { first, _ in first }
        )
        let pairs = program.flows.map { ($0.name.text, $0.gives.map(\.text)) }
        gives = Dictionary(pairs, uniquingKeysWith: { first, _ in first })
        roles = program.roles
        let ends = Self.ends(program.flows)
        self.ends = ends
        results = Self.results(program.actions).merging(Self.results(program.flows, gives)) { $0 + $1 }
        let called = Set(program.flows.flatMap { $0.calls.map(\.flow.text) })
        let comeBacks = program.flows.filter { called.contains($0.name.text) }.flatMap {
            (ends[$0.name.text] ?? []) + [FlowOutcome.cancelled.rawValue]
        }
        outcomes = Self.unique(program.actions.flatMap(\.action.outcomes) + comeBacks)
        slots = Self.unique(program.flows.flatMap { $0.slots.map(\.name.text) })
    }

    /// Two actions may give the same result; one with unknown fields makes all fields possible.
    private static func results(_ actions: [ActionDeclaration]) -> [String: [String]] {
        var fields: [String: [String]] = [:]
        var open: Set<String> = []
        for action in actions.map(\.action) {
            guard let result = action.gives else { continue }
            if action.fields.isEmpty { open.insert(result) }
            fields[result] = unique((fields[result] ?? []) + action.fields)
        }
        for result in open { fields[result] = [] }
        return fields
    }

    private static func ends(_ flows: [FlowDeclaration]) -> [String: [String]] {
        let pairs = flows.map { flow in
            let ends = flow.transitions.compactMap { transition -> String? in
                if case .end(let outcome) = transition.target { outcome.rawValue } else { nil }
            }
            return (flow.name.text, unique(ends).filter { $0 != FlowOutcome.cancelled.rawValue })
        }
        return Dictionary(pairs, uniquingKeysWith: { first, _ in first })
    }

    /// What calls give, by the name under which the caller knows it.
    private static func results(_ flows: [FlowDeclaration], _ gives: [String: [String]]) -> [String: [String]]
    {
        var fields: [String: [String]] = [:]
        for call in flows.flatMap(\.calls) {
            fields[call.result.text] = unique(
                (fields[call.result.text] ?? []) + (gives[call.flow.text] ?? [])
            )
        }
        return fields
    }

    private static func unique(_ words: [String]) -> [String] {
        var seen: Set<String> = []
        return words.filter { seen.insert($0).inserted }
    }
}
