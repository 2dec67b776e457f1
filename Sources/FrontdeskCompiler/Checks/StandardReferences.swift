/// A service standard names intents that exist, and has words for languages of the assistant alone.
enum StandardReferences: Check {
    static func run(_ program: Program, _ names: Names, _ report: Reporter) {
        let standard = program.assistant.standard
        let languages = program.assistant.languages
        for language in standard.languages where !languages.contains(language.text) {
            report.reportUnknown(.unknownWord, "language", language, known: languages)
        }
        for intent in standard.intents
        where !intent.text.contains("*") && !names.intents.contains(intent.text) {
            report.reportUnknown(.unknownIntent, "intent", intent, known: names.intentList)
        }
    }
}
