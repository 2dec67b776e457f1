import FrontdeskMatching

// Single texts and their choices.
extension Translator {
    /// Remembers where an intent, a flow or the assistant is translated first.
    func note(_ owner: TextOwner, _ place: Place, in program: inout Program) {
        if program.translations[language]?.places[owner] == nil {
            program.translations[language]?.places[owner] = place
        }
    }

    func translate(_ titles: inout [String: String], _ entry: SyntaxNode.Entry?) {
        guard let entry, let title = reader.text(entry.value, "'title'") else { return }
        if titles[language] != nil { return reportTwice(entry) }
        titles[language] = title
    }

    /// Puts a response beside the original.
    func translate(_ original: inout ResponseDeclaration?, _ entry: SyntaxNode.Entry?, base: Place?) {
        guard let entry else { return }
        let key = entry.key.text ?? ""
        guard var declared = original else {
            return nothing(entry.key, "the original has no '\(key)'", base)
        }
        guard let translation = reader.response(entry.value, "'\(key)'") else { return }
        if declared.translations[language] != nil { return reportTwice(entry) }
        let known = declared.choices.map(\.id.text)
        for choice in translation.choices {
            guard let index = declared.choices.firstIndex(where: { $0.id.text == choice.id.text }) else {
                reportChoice(choice.id, known)
                continue
            }
            declared.choices[index].translations[language] =
                ChoiceTranslation(title: choice.title, synonyms: choice.synonyms)
        }
        declared.translations[language] = translation
        original = declared
    }

    /// Choices by their ids: a title, or `{title, say}`.
    func translate(_ choices: inout [ChoiceDeclaration], _ entry: SyntaxNode.Entry, base: Place?) {
        guard !choices.isEmpty else { return nothing(entry.key, "the original has no 'choices'", base) }
        for item in reader.entries(entry.value, "choices") {
            guard let index = choices.firstIndex(where: { $0.id.text == item.key.text }) else {
                reportChoice(item.name, choices.map(\.id.text))
                continue
            }
            guard let translation = choice(item.value) else { continue }
            if choices[index].translations[language] != nil {
                reportTwice(item)
            } else {
                choices[index].translations[language] = translation
            }
        }
    }

    private func choice(_ node: SyntaxNode) -> ChoiceTranslation? {
        guard case .keys = node.kind else {
            return reader.text(node, "a choice").map { ChoiceTranslation(title: $0, synonyms: []) }
        }
        guard var keys = reader.keys(node, .choice, "a choice") else { return nil }
        let title = keys["title"].flatMap { reader.text($0, "a choice's title") }
        let say = reader.texts(keys["say"], "another word for a choice").compactMap(\.text)
        keys.finish("in a translated choice")
        if title == nil, keys.lacks("title") {
            reader.missing("title", of: "this choice", node.place, help: "write what customers read")
        }
        return title.map { ChoiceTranslation(title: $0, synonyms: say) }
    }

    private func reportChoice(_ id: Name, _ known: [String]) {
        report.reportUnknown(
            .unknownChoice,
            "choice",
            id,
            known: known,
            otherwise: known.isEmpty
                ? "the original has no choices" : "name the choice by its id: \(Spelling.list(known, "or"))"
        )
    }

    private func reportTwice(_ entry: SyntaxNode.Entry) {
        report.report(
            .translatedTwice,
            entry.key.place,
            "'\(entry.key.text ?? "")' is translated into '\(language)' a second time",
            help: "keep one of the two",
            mends: [.takeOut]
        )
    }

    /// A translation of a text that the ordinary file does not have.
    func nothing(_ key: SyntaxNode, _ message: String, _ base: Place?) {
        report.report(
            .nothingToTranslate,
            key.place,
            message,
            help: "write it in \(file(of: base)) first, or leave it out here",
            mends: [.takeOut]
        )
    }

    /// Reports keys that hold no texts.
    func refuse(_ untranslatable: [String], in keys: inout Keys, base: Place?) {
        for key in untranslatable {
            guard let entry = keys.takeForeign(key) else { continue }
            report.report(
                .notAText,
                entry.key.place,
                "a translation holds texts only; '\(key)' belongs in \(file(of: base))",
                help: "take it out here: all languages share it",
                mends: [.takeOut]
            )
        }
    }

    private func file(of base: Place?) -> String {
        base.map { report.path(ofFile: $0.file) } ?? "assistant.yaml"
    }
}
