import FrontdeskDialogue
import FrontdeskMatching

/// Two assistants without most of what is equal in both: what is left differs just when the whole does.
///
/// Parts that are equal, one by one and in their order, need not be turned into trees, which takes most of the time.
struct DifferingParts {
    private(set) var old: Assistant
    private(set) var new: Assistant

    init(_ old: Assistant, _ new: Assistant) {
        (self.old, self.new) = (old, new)
        let intents = Self.differing(Array(old.intents), Array(new.intents), \.name)
        self.old.intents = IntentList(intents.old)
        self.new.intents = IntentList(intents.new)
        (self.old.flows, self.new.flows) = Self.differing(old.flows, new.flows, \.name)
        (self.old.actions, self.new.actions) = Self.differing(old.actions, new.actions, \.name)
        Self.reduce(&self.old.matching, &self.new.matching)
        if old.translations.map(\.language) == new.translations.map(\.language) {
            for place in old.translations.indices {
                Self.reduce(&self.old.translations[place].matching, &self.new.translations[place].matching)
            }
        }
        if old.texts == new.texts { (self.old.texts, self.new.texts) = (DeskTexts(), DeskTexts()) }
        if old.detector == new.detector { (self.old.detector, self.new.detector) = (nil, nil) }
    }

    private static func reduce(_ old: inout MatcherDefinition, _ new: inout MatcherDefinition) {
        (old.intents, new.intents) = differing(old.intents, new.intents, \.name)
        (old.entityTypes, new.entityTypes) = differing(old.entityTypes, new.entityTypes, \.name)
        (old.synonyms, new.synonyms) = differing(old.synonyms, new.synonyms, \.name)
        if old.background == new.background { (old.background, new.background) = ([], []) }
    }

    /// The elements that differ; all of them where they come and go or change places.
    private static func differing<Element: Equatable>(
        _ old: [Element],
        _ new: [Element],
        _ name: (Element) -> String
    ) -> (old: [Element], new: [Element]) {
        guard old.map(name) == new.map(name) else { return (old, new) }
        let places = old.indices.filter { old[$0] != new[$0] }
        return (places.map { old[$0] }, places.map { new[$0] })
    }
}
