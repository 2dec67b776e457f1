import FrontdeskDialogue
import FrontdeskMatching

/// What customers of tried conversations say, and what actions give them.
package struct Vocabulary: Sendable {
    /// What nobody understands.
    package static let nonsense = "zzgh qwrt plomf"

    /// A sentence that leads to each intent, by its name.
    let phrases: [String: String]
    /// How a customer asks for a human, in the assistant's first language.
    let call: String?
    private let actions: [String: ActionDefinition]
    private let sampler: PatternSampler

    init(_ assistant: Assistant, _ matcher: Matcher) {
        let definition = assistant.matching
        let intents = IntentSampler(definition)
        var phrases: [String: String] = [:]
        for intent in definition.intents {
            let sentences = intents.shortest(of: intent, limit: 4) + intent.examples.prefix(4).map(\.text)
            // One that is taken for the intent, if there is any; else the first, which shows what it is taken for.
            let own = sentences.first { matcher.match($0).candidates.first?.intent == intent.name }
            phrases[intent.name] = own ?? sentences.first
        }
        self.phrases = phrases
        call = phrases[Control.human.intentName]
        actions = Dictionary(assistant.actions.map { ($0.name, $0) }) { first, _ in first }
        sampler = PatternSampler(
            rules: definition.rules,
            synonyms: definition.synonyms,
            entityTypes: definition.entityTypes
        )
    }

    /// What fills an entity of a type.
    func value(ofType type: String) -> String? { sampler.example(ofEntityType: type) }

    /// Everything an action may give.
    func given(by name: String) -> [Move.Given] {
        guard let action = actions[name] else { return [] }
        return action.outcomes.map { outcome in
            Move.Given(action: name, outcome: outcome, record: row(of: action, outcome))
        }
    }

    private func row(of action: ActionDefinition, _ outcome: String) -> Record? {
        guard action.gives != nil, action.comesWithRow(outcome) else { return nil }
        let typed = Dictionary(action.types.map { ($0.name, $0.type) }) { first, _ in first }
        let names = action.fields + action.types.map(\.name).filter { !action.fields.contains($0) }
        return Record(names.map { Record.Field($0, .text(Self.sample(of: typed[$0] ?? .any))) })
    }

    /// A value of a type, written as transcripts write it.
    private static func sample(of type: ExpressionType) -> String {
        switch type {
        case .number, .money: "20"
        case .boolean: "true"
        case .date: "2026-11-30"
        case .time: "10:30"
        case .moment: "2026-11-30T10:30:00+01:00"
        case .choice(let texts): texts.first ?? "sample"
        case .text, .duration, .months, .list, .any: "sample"
        }
    }
}
