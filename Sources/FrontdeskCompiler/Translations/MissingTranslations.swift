import FrontdeskDialogue
import FrontdeskMatching

/// Every text has words in every language; what is missing is said once for each owner of texts.
enum MissingTranslations: Check {
    static func run(_ program: Program, _ names: Names, _ report: Reporter) {
        let others = program.assistant.languages.dropFirst()
        guard !others.isEmpty else { return }
        for language in others {
            for (owner, pieces) in missing(in: language, program)
            where !pieces.isEmpty && !isDeclaredTwice(owner, program) {
                say(owner, pieces, language, program, report)
            }
        }
    }

    /// A translation belongs to the first of two namesakes; the second one is to be renamed anyway.
    private static func isDeclaredTwice(_ owner: TextOwner, _ program: Program) -> Bool {
        switch owner {
        case .intent(let name): program.intents.count { $0.name.text == name } > 1
        case .flow(let name): program.flows.count { $0.name.text == name } > 1
        default: false
        }
    }

    /// What is missing, by owner, in the order of the files.
    static func missing(in language: String, _ program: Program) -> [(owner: TextOwner, pieces: [String])] {
        var pieces: [TextOwner: [String]] = [:]
        func add(_ piece: String, _ owner: TextOwner) { pieces[owner, default: []].append(piece) }
        if program.assistant.title != nil, program.assistant.titles[language] == nil {
            add("title", .assistant)
        }
        for queue in program.queues where queue.queue.titles[language] == nil {
            add("queues.\(queue.name.text).title", .assistant)
        }
        for intent in program.intents {
            let owner = TextOwner.intent(intent.name.text)
            if intent.titles[language] == nil { add("title", owner) }
            if program.translations[language]?.phrases[intent.name.text]?.isEmpty ?? true {
                add("patterns or examples", owner)
            }
        }
        for flow in program.flows where flow.titles[language] == nil { add("title", .flow(flow.name.text)) }
        for flow in program.flows {
            // The buttons of a slot that its question does not bring itself.
            for slot in flow.slots where slot.ask?.choices.isEmpty ?? true {
                for choice in slot.choices where choice.translations[language] == nil {
                    add("\(slot.name.text).choices.\(choice.id.text)", .flow(flow.name.text))
                }
            }
        }
        let intents = Set(program.intents.map(\.name.text))
        var copy = program
        copy.visitResponses { response, owner, label in
            if response.translations[language] == nil { add(label, owner) }
            // A choice that stands for an intent has the intent's title.
            for choice in response.choices
            where choice.translations[language] == nil && !intents.contains(choice.id.text) {
                add("\(label).choices.\(choice.id.text)", owner)
            }
        }
        let owners =
            [.assistant] + program.intents.map { TextOwner.intent($0.name.text) }
            + program.flows.map { .flow($0.name.text) }
        return owners.map { ($0, pieces[$0] ?? []) }
    }

    private static func say(
        _ owner: TextOwner,
        _ pieces: [String],
        _ language: String,
        _ program: Program,
        _ report: Reporter
    ) {
        let (what, base) = described(owner, program)
        let shown = pieces.prefix(8).joined(separator: ", ")
        let more = pieces.count > 8 ? " and \(pieces.count - 8) more" : ""
        report.report(
            program.assistant.needsWholeTranslations ? .incompleteTranslation : .missingTranslation,
            place(of: owner, base, language, program, report),
            "\(what) has \(pieces.count) text\(pieces.count == 1 ? "" : "s") without '\(language)'",
            help: "missing are: \(shown)\(more)"
        )
    }

    private static func described(_ owner: TextOwner, _ program: Program) -> (String, Place) {
        switch owner {
        case .assistant: return ("the assistant", program.assistant.name?.place ?? Place(0, 0, 0))
        case .intent(let name):
            let place = program.intents.first { $0.name.text == name }?.name.place
            return ("the intent '\(name)'", place ?? Place(0, 0, 0))
        case .flow(let name):
            let place = program.flows.first { $0.name.text == name }?.name.place
            return ("the flow '\(name)'", place ?? Place(0, 0, 0))
        }
    }

    /// In the translation file, when there is one for this topic; else at the original.
    private static func place(
        of owner: TextOwner,
        _ base: Place,
        _ language: String,
        _ program: Program,
        _ report: Reporter
    ) -> Place {
        guard let translations = program.translations[language] else { return base }
        if let place = translations.places[owner] { return place }
        let stem = Self.stem(report.path(ofFile: base.file))
        let twin = translations.files.first { Self.stem(report.path(ofFile: $0)) == "\(stem).\(language)" }
        return twin.map { Place($0, 0, 0) } ?? base
    }

    private static func stem(_ path: String) -> String {
        for ending in [".yaml", ".yml"] where path.hasSuffix(ending) {
            return String(path.dropLast(ending.count))
        }
        return path
    }
}
