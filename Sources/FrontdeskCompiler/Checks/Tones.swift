import FrontdeskDialogue

/// Tones exist, and every response can be said in each of them.
enum Tones: Check {
    static func run(_ program: Program, _ names: Names, _ report: Reporter) {
        let tones = program.assistant.tones.map(\.text)
        let rules = program.assistant.toneRules
        var named = rules.map(\.tone)
        if let usual = program.assistant.usualTone { named.append(usual) }
        for (response, _) in names.memory.responses(in: program) {
            for wordings in response.allTerms {
                named += wordings.compactMap(\.tone)
                checkRest(of: wordings, tones, response.place, report)
            }
        }
        for name in named where !tones.contains(name.text) {
            report.reportUnknown(
                .unknownTone,
                "tone",
                name,
                known: tones,
                otherwise: "declare it in assistant.yaml, as in 'tones: [\(name.text)]'"
            )
        }
        for queue in rules.flatMap(\.queues) where !names.queues.contains(queue.text) {
            report.reportUnknown(.unknownQueue, "queue", queue, known: names.queues)
        }
    }

    /// Something must be left to say in every tone and under all conditions.
    private static func checkRest(
        of wordings: [VariantDeclaration],
        _ tones: [String],
        _ place: Place,
        _ report: Reporter
    ) {
        let rest = wordings.filter { !$0.isConditional }
        if wordings.isEmpty || rest.contains(where: { $0.tone == nil }) { return }
        let unspoken = tones.filter { tone in !rest.contains { $0.tone?.text == tone } }
        guard rest.isEmpty || !unspoken.isEmpty else { return }
        report.report(
            .conditionalOnly,
            place,
            rest.isEmpty
                ? "every wording has a condition, so there may be nothing to say"
                : "there is no wording for the tone '\(unspoken[0])', and none for all tones",
            help: "add a wording without \(rest.isEmpty ? "'when'" : "'tone'")"
        )
    }
}

extension VariantDeclaration {
    /// Whether it is said under a condition only.
    var isConditional: Bool { when != nil }
}

extension ResponseDeclaration {
    /// The terms of the wordings, of the general ones, of those for channels, and of those in other languages.
    var allTerms: [[VariantDeclaration]] {
        let languages = translations.sorted { $0.key < $1.key }
        return [terms] + channels.compactMap { $0.wordings?.terms } + languages.flatMap(\.value.allTerms)
    }
}
