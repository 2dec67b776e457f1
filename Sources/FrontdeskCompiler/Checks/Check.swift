/// One thing the compiler makes sure of.
protocol Check: Sendable {
    static func run(_ program: Program, _ names: Names, _ report: Reporter)
}

/// All checks, in the order in which they run; diagnostics are sorted by position afterwards.
let allChecks: [any Check.Type] = [
    DuplicateNames.self, IntentReferences.self, StandardReferences.self, QueueReferences.self, Promises.self,
    PhraseReferences.self,
    RuleCycles.self,
    SynonymCycles.self, PatternSize.self,
    FlowCalls.self, TargetPlaces.self,
    SamePhrases.self, AmbiguousValues.self, FlowReferences.self, SlotTypes.self, TextFields.self,
    Partials.self, ResponseForms.self, Tones.self, MissingValues.self,
    ActionCalls.self, FilledSlots.self,
    Triggers.self, UnhandledOutcomes.self, ReachableStates.self, EndlessCycles.self,
    FlowCycles.self,
    ConfirmedWrites.self,
    ValueCycles.self, Expressions.self,
    OpenActions.self,
    TranslatedPhrases.self, MissingTranslations.self, RequiredSlots.self, UnusedNames.self,
]
