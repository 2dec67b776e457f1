import FrontdeskDialogue
import FrontdeskMatching

/// Makes the assistant from declarations in which all checks found no error.
struct Lowering {
    let program: Program
    let names: Names
    let resolution: TriggerResolution

    init(_ program: Program, _ names: Names) {
        self.program = program
        self.names = names
        resolution = TriggerResolution(names: names)
    }

    /// The assistant.
    func assistant() -> Assistant {
        let declared = program.assistant
        let name = declared.name?.text ?? ""
        let overrides = Dictionary(
            program.texts.map { ($0.text, $0.response.response) },
            uniquingKeysWith: { first, _ in first }
        )
        let texts = DeskTexts(overrides: overrides)
        return Assistant(
            name: name,
            title: declared.title ?? FileReader.title(name, capitalised: true),
            languages: declared.languages,
            zone: declared.zone,
            greeting: declared.greeting?.response ?? texts[.greeting],
            thresholds: declared.thresholds,
            confidence: declared.confidence,
            handoff: HandoffPolicy(
                queue: declared.handoffQueue?.text ?? queues[0].name,
                noMatchLimit: declared.noMatchLimit,
                sentimentBelow: declared.sentimentBelow,
                routes: declared.routes.map(\.route)
            ),
            intents: program.intents.compactMap { intent($0) } + controlIntents,
            flows: program.flows.map { flow($0) },
            handlers: program.handlers.compactMap { handler($0) },
            queues: queues,
            calendars: program.calendars.map(\.calendar),
            actions: program.actions.map(\.action),
            database: declared.database,
            texts: texts,
            partials: program.partials.map { Partial(name: $0.name.text, response: $0.response.response) },
            matching: matching
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
            effect: lowered,
            suggests: intent.suggests.map(\.text),
            queue: intent.queue?.text,
            source: intent.source
        )
    }

    private var controlIntents: [Intent] {
        Control.allCases.map {
            Intent(name: $0.intentName, title: BuiltInControls.title($0), effect: .control($0))
        }
    }

    private var matching: MatcherDefinition {
        let intents = program.intents.map { intent in
            IntentDefinition(
                name: intent.name.text,
                title: intent.title,
                patterns: intent.patterns.map(\.pattern),
                examples: intent.examples.map(\.example),
                counterexamples: intent.counterexamples.map(\.example)
            )
        }
        let hasExamples = program.intents.contains { !$0.examples.isEmpty }
        let rules = program.rules.compactMap { rule in rule.pattern.map { (rule.name.text, $0.pattern.root) }
        }
        return MatcherDefinition(
            intents: intents + Control.allCases.map { definition(of: $0, withExamples: hasExamples) },
            entityTypes: program.entities.compactMap(\.type),
            rules: Dictionary(rules, uniquingKeysWith: { first, _ in first }),
            background: program.background.map(\.example)
        )
    }

    private func definition(of control: Control, withExamples: Bool) -> IntentDefinition {
        let added = program.controls.filter { $0.control == control }
        let builtIn = withExamples ? BuiltInControls.examples(control).map { Example($0) } : []
        return IntentDefinition(
            name: control.intentName,
            title: BuiltInControls.title(control),
            patterns: BuiltInControls.patterns(control) + added.flatMap { $0.patterns.map(\.pattern) },
            examples: builtIn + added.flatMap { $0.examples.map(\.example) }
        )
    }
}
