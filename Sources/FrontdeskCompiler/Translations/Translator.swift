import FrontdeskDialogue
import FrontdeskMatching

/// Merges one translation file: looks every text up in the program and puts the other language beside it.
struct Translator {
    let language: String
    let reader: FileReader

    var report: Reporter { reader.report }

    /// Keys of ordinary files that hold no texts.
    private static let withoutTexts = [
        "assistant", "languages", "vectors", "translations", "timezone", "country", "thresholds",
        "confidence",
        "handoff",
        "business_hours", "database", "queue",
    ]

    func merge(_ root: SyntaxNode, into program: inout Program) {
        guard var keys = reader.keys(root, .translationFile, "a file") else { return }
        _ = keys["language"]
        mergeAssistant(&keys, into: &program)
        mergePhrases(&keys, into: &program)
        for entry in reader.entries(keys["actions"], "actions") { mergeAction(entry, into: &program) }
        for entry in reader.entries(keys["intents"], "intents") { mergeIntent(entry, into: &program) }
        for entry in reader.entries(keys["flows"], "flows") { mergeFlow(entry, into: &program) }
        refuse(Self.withoutTexts, in: &keys, base: nil)
        keys.finish("in a translation")
    }

    private func mergeAssistant(_ keys: inout Keys, into program: inout Program) {
        for key in [
            "title", "greeting", "texts", "queues", "on", "after", "anywhere", "controls", "background",
            "partials", "sentiment",
        ]
        where keys.has(key) {
            note(.assistant, Place(reader.file, 0, 0), in: &program)
        }
        translate(&program.assistant.titles, keys.take("title"))
        if let entry = keys.take("greeting") {
            if program.assistant.greeting == nil {
                program.builtInTranslations[.greeting, default: [:]][language] =
                    reader.response(entry.value, "'greeting'")
            } else {
                translate(&program.assistant.greeting, entry, base: nil)
            }
        }
        for entry in reader.entries(keys["texts"], "texts") { mergeText(entry, into: &program) }
        for entry in reader.entries(keys["partials"], "partials") { mergePartial(entry, into: &program) }
        for entry in reader.entries(keys["queues"], "queues") { mergeQueue(entry, into: &program) }
        translate(&program.handlers, keys["on"], base: nil)
        translate(&program.handlers, keys["after"], base: nil)
        translate(&program.anywhere, keys["anywhere"], base: nil)
        for entry in reader.entries(keys["controls"], "controls") {
            guard let control = reader.control(entry) else { continue }
            program.translations[language]?.controls.append(control)
        }
        if let entry = keys.take("sentiment") { mergeSentiment(entry, into: &program) }
        let background = reader.examples(keys["background"], "a background sentence")
        program.translations[language]?.background += background
    }

    /// One of the engine's texts; it has words in every language, so that it need not stand in assistant.yaml.
    private func mergeText(_ entry: SyntaxNode.Entry, into program: inout Program) {
        guard let text = reader.word(entry.name, "text", as: DeskText.self) else { return }
        if let index = program.texts.firstIndex(where: { $0.text == text }) {
            var response: ResponseDeclaration? = program.texts[index].response
            translate(&response, entry, base: nil)
            if let response { program.texts[index].response = response }
        } else if let response = reader.response(entry.value, "the text '\(text.rawValue)'") {
            program.builtInTranslations[text, default: [:]][language] = response
        }
    }

    private func mergePartial(_ entry: SyntaxNode.Entry, into program: inout Program) {
        guard let index = program.partials.firstIndex(where: { $0.name.text == entry.key.text }) else {
            let known = program.partials.map(\.name.text)
            return report.reportUnknown(.unknownPartial, "partial", entry.name, known: known)
        }
        var response: ResponseDeclaration? = program.partials[index].response
        translate(&response, entry, base: program.partials[index].name.place)
        if let response { program.partials[index].response = response }
    }

    private func mergeQueue(_ entry: SyntaxNode.Entry, into program: inout Program) {
        guard let index = program.queues.firstIndex(where: { $0.name.text == entry.key.text }) else {
            let known = program.queues.map(\.name.text)
            return report.reportUnknown(.unknownQueue, "queue", entry.name, known: known)
        }
        guard var keys = reader.keys(entry.value, .translatedQueue, "a queue") else { return }
        translate(&program.queues[index].queue.titles, keys.take("title"))
        let base = program.queues[index].name.place
        refuse(["hours", "priority", "skills", "answers_within"], in: &keys, base: base)
        keys.finish("in a translated queue")
    }

    // MARK: Phrases

    private func mergePhrases(_ keys: inout Keys, into program: inout Program) {
        for entry in reader.entries(keys["rules"], "rules") {
            guard let name = reader.declaredName(entry.name, "a rule") else { continue }
            let rule = RuleDeclaration(name: name, pattern: reader.pattern(entry.value))
            program.translations[language]?.rules.append(rule)
        }
        program.translations[language]?.synonyms += reader.readSynonyms(&keys)
        for entry in reader.entries(keys["entities"], "entities") { mergeEntity(entry, into: &program) }
    }

    private func mergeEntity(_ entry: SyntaxNode.Entry, into program: inout Program) {
        guard let entity = program.entities.first(where: { $0.name.text == entry.key.text }) else {
            let known = program.entities.map(\.name.text)
            return report.reportUnknown(.unknownEntity, "entity type", entry.name, known: known)
        }
        guard var keys = reader.keys(entry.value, .translatedEntity, "an entity type") else { return }
        let values = keys.take("values")
        refuse(["regex", "normalise", "example", "mistyped"], in: &keys, base: entity.name.place)
        keys.finish("in a translated entity type")
        guard let values else { return }
        guard entity.type?.recognition.entries != nil else {
            return nothing(
                values.key,
                "the entity type '\(entity.name.text)' has no 'values'",
                entity.name.place
            )
        }
        var known: [String] = []
        for value in entity.values.map(\.value) where known.last != value { known.append(value) }
        for value in reader.entries(values.value, "values") {
            guard known.contains(value.key.text ?? "") else {
                report.reportUnknown(.unknownValue, "value", value.name, known: known)
                continue
            }
            let words = reader.names(value.value, "a word for a value")
            program.translations[language]?.values.append(
                ValueDeclaration(type: entity.name.text, value: value.name.text, words: words)
            )
        }
    }

    // MARK: Intents

    private func mergeIntent(_ entry: SyntaxNode.Entry, into program: inout Program) {
        guard let index = program.intents.firstIndex(where: { $0.name.text == entry.key.text }) else {
            let known = program.intents.map(\.name.text)
            return report.reportUnknown(.unknownIntent, "intent", entry.name, known: known)
        }
        let name = program.intents[index].name
        note(.intent(name.text), entry.key.place, in: &program)
        guard var keys = reader.keys(entry.value, .translatedIntent, "an intent") else { return }
        translate(&program.intents[index].titles, keys.take("title"))
        var phrases = program.translations[language]?.phrases[name.text] ?? PhrasesDeclaration()
        phrases.patterns += reader.patterns(keys["patterns"])
        phrases.examples += reader.examples(keys["examples"], "an example")
        phrases.counterexamples += reader.examples(keys["counterexamples"], "a counterexample")
        program.translations[language]?.phrases[name.text] = phrases
        mergeEffect(&keys, &program.intents[index])
        refuse(["flow", "suggests", "queue", "source", "courtesy"], in: &keys, base: name.place)
        keys.finish("in a translated intent")
    }

    private func mergeEffect(_ keys: inout Keys, _ intent: inout IntentDeclaration) {
        let (answer, handoff) = (keys.take("answer"), keys.take("handoff"))
        // What is wrong with the intent itself is said there.
        guard let effect = intent.effect else { return }
        if let answer {
            if case .answer(let response) = effect {
                var translated: ResponseDeclaration? = response
                translate(&translated, answer, base: intent.name.place)
                if let translated { intent.effect = .answer(translated) }
            } else {
                nothing(answer.key, "the intent '\(intent.name.text)' has no 'answer'", intent.name.place)
            }
        }
        guard let handoff else { return }
        if case .handoff(var declared) = effect {
            translate(&declared, handoff, base: intent.name.place)
            intent.effect = .handoff(declared)
        } else {
            nothing(handoff.key, "the intent '\(intent.name.text)' has no 'handoff'", intent.name.place)
        }
    }
}
