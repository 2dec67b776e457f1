import FrontdeskMatching

/// Puts the texts of translation files beside those of ordinary files.
enum TranslationFiles {
    /// The language a file translates into; nil for an ordinary file.
    static func language(of root: SyntaxNode, _ reader: FileReader) -> Name? {
        guard !reader.isAssistantFile, case .keys(let entries) = root.kind,
            let entry = entries.first(where: { $0.key.text == "language" })
        else { return nil }
        return reader.name(entry.value, "'language'") ?? Name(text: "", place: entry.key.place)
    }

    /// Adds all files to the program, in the order of their paths.
    static func merge(_ files: [TranslationFile], into program: inout Program, _ report: Reporter) {
        let languages = program.assistant.languages
        for file in files where !file.language.text.isEmpty {
            guard languages.dropFirst().contains(file.language.text) else {
                reportLanguage(file.language, languages, report)
                continue
            }
            program.translations[file.language.text, default: LanguageDeclaration()].files
                .append(file.reader.file)
            Translator(language: file.language.text, reader: file.reader).merge(file.root, into: &program)
        }
        program.translateChoicesOfIntents()
    }

    private static func reportLanguage(_ name: Name, _ languages: [String], _ report: Reporter) {
        if name.text == languages.first {
            report.report(
                .wrongTranslationLanguage,
                name.place,
                "'\(name.text)' is the language of all ordinary files",
                help: "take 'language: \(name.text)' out, or write another language of the assistant"
            )
        } else {
            report.report(
                .wrongTranslationLanguage,
                name.place,
                "the assistant does not speak '\(name.text)'",
                help:
                    "write 'languages: [\((languages + [name.text]).joined(separator: ", "))]' in assistant.yaml"
            )
        }
    }
}

extension Program {
    /// Gives the choices that stand for intents the intents' titles, wherever a translation names no other.
    mutating func translateChoicesOfIntents() {
        guard !translations.isEmpty else { return }
        let titles = Dictionary(
            intents.map { ($0.name.text, $0.titles) },
            uniquingKeysWith: { first, _ in first }
        )
        visitResponses { response, _, _ in
            for index in response.choices.indices {
                for (language, title) in titles[response.choices[index].id.text] ?? [:]
                where response.choices[index].translations[language] == nil {
                    response.choices[index].translations[language] =
                        ChoiceTranslation(title: title, synonyms: [])
                }
            }
        }
    }
}
