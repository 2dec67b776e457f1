import FrontdeskMatching

// Which language the desk speaks, and what it says about languages.
extension Turn {
    /// The id of the choice that brings a human in.
    private static let humanChoice = Control.human.intentName

    /// Goes on in another language of the assistant.
    mutating func change(to language: String, _ cause: LanguageCause) {
        guard language != self.language, assistant.languages.contains(language) else { return }
        record(.languageChanged(to: language, cause: cause))
        index = indexes[language] ?? index
    }

    /// Takes over the language the message was read in.
    mutating func takeLanguage(of match: MatchResult) {
        guard let reading = match.language, let cause = reading.cause else { return }
        // Who asks for a language is answered so, below.
        if tracker.turn > 1, match.candidates.first?.intent == Control.language.intentName { return }
        change(to: reading.language, cause)
    }

    /// Speaks the language of the profile, when the profile has just told one that the assistant speaks.
    mutating func takeLanguage(of profile: CustomerProfile, before: String?) {
        guard profile.language != before, let language = assistant.spoken(profile.language) else { return }
        change(to: language, .profile)
    }

    /// Answers "in English, please", "¿hablas español?" or "Sprechen Sie Deutsch?".
    mutating func answerLanguage(_ utterance: Utterance) {
        guard let tag = LanguageNames.tag(in: utterance.match.tokens) else {
            return sayLanguages()
        }
        guard let language = assistant.spoken(tag) else { return sayUnavailable() }
        change(to: language, .asked)
        if tracker.flow != nil, tracker.owner == .desk {
            return resume(leadingWith: render(assistant.texts[.languageSwitched].variants[0]))
        }
        say(.languageSwitched, kind: .answer, with: [languageRecord()])
    }

    /// Says which languages there are.
    mutating func sayLanguages() {
        say(.languageKnown, kind: .answer, with: [languageRecord()])
    }

    /// A message in a language the assistant does not speak, of which nothing was understood.
    mutating func heardForeignLanguage(_ utterance: Utterance) -> Bool {
        guard utterance.match.language?.foreign != nil, tracker.owner == .desk,
            confidentIntent(utterance) == nil
        else { return false }
        if case .slot(let name) = tracker.question, let flow = tracker.flow.flatMap({ index.flow($0.flow) }),
            flow.slot(name)?.kind.takesAnyText == true
        {
            return false
        }
        understand(utterance, .noMatch)
        lower(by: assistant.confidence.noMatch, .noMatch)
        sayUnavailable()
        return true
    }

    /// Says in every language which languages there are, and offers a human.
    private mutating func sayUnavailable() {
        let texts = assistant.languages.map { language in
            let own = indexes[language] ?? index
            let response = own.assistant.texts[.languageUnavailable]
            let renderer = Renderer(
                moment: moment,
                locale: own.locale(of: language),
                partials: own.partials
            )
            return renderer.render(response.variants[0], in: scope(with: [languageRecord(in: language)]))
        }
        let human = index.intent(Self.humanChoice).map { [Choice(id: $0.name, title: $0.title)] } ?? []
        if tracker.flow != nil {
            return resume(leadingWith: texts.joined(separator: "\n"))
        }
        closeQuestion()
        if !human.isEmpty { record(.questionOpened(.clarification(human))) }
        record(
            .said(
                Outbound(
                    text: texts.joined(separator: "\n"),
                    choices: human,
                    kind: .answer,
                    origin: DeskText.languageUnavailable.rawValue
                )
            )
        )
    }

    /// The values of `{{language.…}}`.
    private func languageRecord(in language: String? = nil) -> NamedRecord {
        let language = language ?? self.language
        let names = assistant.languages.compactMap { Language(tag: $0)?.nativeName }
        return NamedRecord(
            "language",
            [
                .init("known", .text(index.locale(of: language).wrappedValue.list(names))),
                .init("name", .text(Language(tag: language)?.nativeName ?? language)),
            ]
        )
    }
}
