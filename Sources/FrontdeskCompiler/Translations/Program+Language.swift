import FrontdeskMatching

extension Program {
    /// The language whose phrases it holds.
    var language: Language {
        Language(tag: spokenLanguage ?? assistant.languages.first ?? "") ?? .english
    }

    /// What is matched in one language: its phrases, rules and words over the same intents; the first is the program's own.
    func phrases(in language: String) -> Program {
        guard language != assistant.languages.first else { return self }
        let added = translations[language] ?? LanguageDeclaration()
        var program = Program()
        program.assistant = assistant
        program.spokenLanguage = language
        program.intents = intents.map { intent in
            let phrases = added.phrases[intent.name.text]
            var intent = intent
            intent.title = intent.titles[language] ?? intent.title
            intent.patterns = phrases?.patterns ?? []
            intent.examples = phrases?.examples ?? []
            intent.counterexamples = phrases?.counterexamples ?? []
            return intent
        }
        let own = Set(added.rules.map(\.name.text))
        program.rules = added.rules + rules.filter { !own.contains($0.name.text) }
        let ownSets = Set(added.synonyms.map(\.name.text))
        program.synonyms = added.synonyms + synonyms.filter { !ownSets.contains($0.name.text) }
        program.entities = entities.map { entity in
            var entity = entity
            entity.add(added.values.filter { $0.type == entity.name.text })
            return entity
        }
        program.controls = added.controls
        program.background = added.background
        return program
    }
}

extension EntityDeclaration {
    /// Adds more words for its values.
    fileprivate mutating func add(_ added: [ValueDeclaration]) {
        guard !added.isEmpty, var entries = type?.recognition.entries else { return }
        for words in added {
            values += words.words.map { ($0, words.value) }
            guard let index = entries.firstIndex(where: { $0.value == words.value }) else { continue }
            entries[index].synonyms += words.words.map(\.text)
        }
        type?.recognition.entries = entries
    }
}
