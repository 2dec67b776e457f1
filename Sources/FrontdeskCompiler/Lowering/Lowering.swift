import FrontdeskDialogue
import FrontdeskMatching

/// Makes the assistant from declarations in which all checks found no error.
struct Lowering {
    let program: Program
    let names: Names
    let resolution: TriggerResolution
    /// What expressions can name in the flow that is being lowered, or in all flows.
    var context: ExpressionContext

    init(_ program: Program, _ names: Names) {
        self.program = program
        self.names = names
        resolution = TriggerResolution(names: names)
        context = ExpressionContext(nil, program, names).lenient
    }

    /// The assistant.
    ///
    /// - Parameter training: Whether to train what tells its languages apart.
    func assistant(training: Bool) -> Assistant {
        let declared = program.assistant
        let name = declared.name?.text ?? ""
        let texts = self.texts
        return Assistant(
            name: name,
            title: declared.title ?? FileReader.title(name, capitalised: true),
            titles: declared.titles,
            languages: declared.languages,
            zone: declared.zone,
            greeting: declared.greeting?.response ?? builtInGreeting(texts),
            thresholds: declared.thresholds,
            confidence: declared.confidence,
            handoff: HandoffPolicy(
                queue: declared.handoffQueue?.text ?? queues[0].name,
                noMatchLimit: declared.noMatchLimit,
                loopLimit: declared.loopLimit,
                sentimentBelow: declared.sentimentBelow,
                routes: declared.routes.map(\.route)
            ),
            intents: program.intents.compactMap { intent($0) } + controlIntents,
            flows: program.flows.map { within($0).flow($0) },
            handlers: program.handlers.compactMap { handler($0) },
            anywhere: program.anywhere.compactMap { handler($0) },
            queues: queues,
            calendars: program.calendars.map(\.calendar),
            actions: program.actions.map(\.lowered),
            database: declared.database,
            texts: texts,
            tone: tone,
            channels: program.channels.map(\.channel),
            partials: program.partials.map { Partial(name: $0.name.text, response: $0.response.response) },
            matching: matching(in: declared.languages[0]),
            translations: declared.languages.dropFirst().map {
                AssistantTranslation(language: $0, matching: matching(in: $0), words: words(in: $0))
            },
            detector: training ? detector : nil,
            feedback: declared.feedback.isEmpty ? nil : declared.feedback,
            quietHours: declared.quietHours,
            identity: declared.identity,
            sentiment: declared.sentiment == .usual ? nil : declared.sentiment,
            memory: declared.memory ?? (program.remembersSlots ? MemoryPolicy() : nil),
            nameEvery: declared.nameEvery
        )
    }

    private var queues: [Queue] {
        program.queues.isEmpty
            ? [Queue(name: Names.defaultQueue, title: "our support team")] : program.queues.map(\.queue)
    }

    private func intent(_ intent: IntentDeclaration) -> Intent? {
        guard let effect = intent.effect else { return nil }
        let lowered: Intent.Effect =
            switch effect {
            case .answer(let response): .answer(response.response)
            case .flow(let flow): .flow(flow.text)
            case .handoff(let handoff): .handoff(target(handoff))
            }
        return Intent(
            name: intent.name.text,
            title: intent.title,
            titles: intent.titles,
            effect: lowered,
            suggests: intent.suggests.map(\.text),
            queue: intent.queue?.text,
            source: intent.source,
            needs: intent.needs,
            skills: intent.skills,
            isCourtesy: intent.isCourtesy
        )
    }

    private var controlIntents: [Intent] {
        controls.map {
            Intent(
                name: $0.intentName,
                title: BuiltInControls.title($0, in: firstLanguage),
                titles: titles(of: $0),
                effect: .control($0)
            )
        }
    }

    /// What the matcher of one language matches with.
    private func matching(in language: String) -> MatcherDefinition {
        let phrases = program.phrases(in: language)
        let intents = phrases.intents.map { intent in
            IntentDefinition(
                name: intent.name.text,
                title: intent.title,
                patterns: intent.patterns.map(\.pattern),
                examples: intent.examples.map(\.example),
                counterexamples: intent.counterexamples.map(\.example)
            )
        }
        let hasExamples = phrases.intents.contains { !$0.examples.isEmpty }
        let rules = phrases.rules.compactMap { rule in rule.pattern.map { (rule.name.text, $0.pattern.root) }
        }
        let spoken = Language(tag: language) ?? .english
        return MatcherDefinition(
            intents: intents
                + controls.map { definition(of: $0, in: spoken, phrases, withExamples: hasExamples) },
            entityTypes: program.entityTypes(phrases),
            rules: Dictionary(rules, uniquingKeysWith: { first, _ in first }),
            synonyms: phrases.synonyms.map(\.set),
            background: phrases.background.map(\.example),
            languages: spoken == firstLanguage ? [spoken] : [spoken, firstLanguage],
            vectors: spoken == .english ? program.assistant.vectors : nil
        )
    }

    private func definition(
        of control: Control,
        in language: Language,
        _ phrases: Program,
        withExamples: Bool
    ) -> IntentDefinition {
        let added = phrases.controls.filter { $0.control == control }
        let builtIn =
            withExamples ? BuiltInControls.examples(control, in: language).map { Example($0) } : []
        return IntentDefinition(
            name: control.intentName,
            title: BuiltInControls.title(control, in: language),
            patterns: BuiltInControls.patterns(control, in: language)
                // Where nobody is written to, who wants no more messages only leaves.
                + (control == .stop && !program.sendsNotices
                    ? BuiltInControls.patterns(.noNotices, in: language) : [])
                + added.flatMap { $0.patterns.map(\.pattern) }
                + (control == .forget ? program.forgettingPatterns(in: language) : []),
            examples: builtIn + added.flatMap { $0.examples.map(\.example) }
        )
    }
}
