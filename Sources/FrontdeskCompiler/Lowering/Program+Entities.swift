import FrontdeskDialogue
import FrontdeskMatching

extension Program {
    /// The names that patterns, examples, slots and handlers use, entity types among them.
    var usedEntities: Set<String> {
        var references = PatternReferences()
        for pattern in allPatterns { pattern.pattern.root.collect(into: &references) }
        var used = Set(references.entities)
        used.formUnion(allExamples.flatMap { $0.types.map(\.text) })
        for slot in flows.flatMap(\.slots) { used.insert(slot.type?.text ?? slot.name.text) }
        used.formUnion((handlers + anywhere + flows.flatMap(\.handlers)).map(\.key.text))
        used.formUnion(flows.flatMap { $0.slots.flatMap { $0.handlers.map(\.key.text) } })
        used.formUnion(flows.flatMap { $0.states.flatMap { $0.handlers.map(\.key.text) } })
        return used
    }

    /// The entity types that the matcher of one language looks for: the declared ones, and of the built-in ones that are
    /// not always found those that anything uses.
    func entityTypes(_ phrases: Program) -> [EntityType] {
        let used = usedEntities.union(phrases.usedEntities)
        let requested = BuiltInEntity.allCases.filter { !$0.isAlwaysFound && used.contains($0.rawValue) }
        return phrases.entities.compactMap(\.type)
            + (assistant.country.map { [EntityType(name: "phone", recognition: .phone($0))] } ?? [])
            + requested.map { EntityType(name: $0.rawValue, recognition: .builtIn($0)) }
    }
}
