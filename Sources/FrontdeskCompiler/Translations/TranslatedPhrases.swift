/// The checks of phrases hold in every language.
enum TranslatedPhrases: Check {
    static func run(_ program: Program, _ names: Names, _ report: Reporter) {
        for language in program.assistant.languages.dropFirst() {
            let phrases = program.phrases(in: language)
            let names = Names(phrases)
            DuplicateNames.run(phrases, names, report)
            PhraseReferences.run(phrases, names, report)
            RuleCycles.run(phrases, names, report)
            SynonymCycles.run(phrases, names, report)
            PatternSize.run(phrases, names, report)
            SamePhrases.run(phrases, names, report)
            AmbiguousValues.run(phrases, names, report)
        }
    }
}
