import FrontdeskDialogue
import FrontdeskMatching
import FrontdeskTesting
import FrontdeskVerification

/// A transcript that notices what no other did.
public struct Suggestion: Sendable {
    /// The transcript; it passes on the assistant as it is.
    public let text: String
    /// What it notices: the summaries of the mutants on which it fails.
    public let notices: [String]
}

extension Mutation {
    /// How many conversations are tried for one mutant.
    private static let tries = 24

    /// Writes transcripts that notice mutants which survived; each was run: it passes on the assistant and fails on the mutants.
    ///
    /// - Parameters:
    ///   - report: What survived.
    ///   - limit: How many transcripts at most; nil: as many as are found.
    ///   - lanes: How many conversations are tried at the same time, from 1.
    public func suggestions(for report: MutationReport, limit: Int? = nil, lanes: Int = 1) async
        -> [Suggestion]
    {
        let found = Verification(assistant: assistant, matcher: matcher).conversations(limit: Self.tries / 2)
        var left = report.survivors.map(\.mutant)
        var suggestions: [Suggestion] = []
        while let mutant = left.first, suggestions.count < limit ?? Int.max {
            left.removeFirst()
            guard let text = await draft(noticing: mutant, found) else { continue }
            let rest = await unnoticed(left, by: text, lanes: lanes)
            let noticed = [mutant.summary] + left.map(\.summary).filter { !rest.map(\.summary).contains($0) }
            left = rest
            suggestions.append(Suggestion(text: text, notices: noticed))
        }
        return suggestions
    }

    /// A transcript that passes on the assistant and fails on a mutant; nil when none of those tried does.
    private func draft(noticing mutant: Mutant, _ found: FoundConversations) async -> String? {
        let original = TranscriptRunner(assistant: assistant, matcher: matcher, actions: actions)
        let changed = runner(of: mutant)
        for text in candidates(for: mutant, found).prefix(Self.tries) {
            guard let draft = await TranscriptDraft.completed(titled(text, mutant), by: original),
                let transcript = Self.transcript(draft), await original.run(transcript).passed
            else { continue }
            if await !changed.run(transcript).passed { return draft }
        }
        return nil
    }

    private static func transcript(_ text: String) -> Transcript? {
        TranscriptFile(path: "draft.transcript", text: text).reading().transcripts.first
    }

    private func titled(_ text: String, _ mutant: Mutant) -> String {
        let title = mutant.summary.split(whereSeparator: \.isNewline).joined(separator: " ")
        return "# Notices that \(title)\n" + text.drop { $0 != "\n" }.dropFirst()
    }

    /// Conversations that may tell the mutant, the shortest first, without the desk's lines.
    private func candidates(for mutant: Mutant, _ found: FoundConversations) -> [String] {
        switch mutant.change {
        case .dialogue: break
        case .matching(let language, _), .silence(let language, _): return sentences(for: mutant, language)
        }
        switch mutant.reach {
        case .state(let state, let flow): return found.leading(to: flow, state: state)
        case .flow(let flow): return found.leading(to: flow, state: nil)
        case .intent(let name):
            guard let place = assistant.languages.firstIndex(of: mutant.language),
                let intent = assistant.matching(in: place == 0 ? nil : mutant.language).intents.first(where: {
                    $0.name == name
                })
            else { return [] }
            return said(
                IntentSampler(assistant.matching(in: place == 0 ? nil : mutant.language)).shortest(
                    of: intent,
                    limit: 6
                ),
                place
            )
        case .everything, .text, .handoff: return []
        }
    }

    private func sentences(for mutant: Mutant, _ language: Int) -> [String] {
        guard case .intent(let name) = mutant.reach else { return [] }
        let definition = assistant.matching(in: language == 0 ? nil : assistant.languages[language])
        guard var intent = definition.intents.first(where: { $0.name == name }) else { return [] }
        if let source = mutant.text {
            intent.patterns = intent.patterns.filter { $0.source == source }
            return said(IntentSampler(definition).shortest(of: intent, limit: Self.tries), language)
        }
        return said(intent.examples.prefix(Self.tries).map(\.text), language)
    }

    /// Conversations in which a customer says one sentence.
    private func said(_ sentences: [String], _ language: Int) -> [String] {
        let tag = language == 0 ? "" : "language: \(assistant.languages[language])\n"
        return sentences.map { "# Found\nassistant: \(assistant.name)\n\(tag)\n> \($0)\n" }
    }

    /// Those of some mutants on which a transcript does not fail.
    private func unnoticed(_ mutants: [Mutant], by text: String, lanes: Int) async -> [Mutant] {
        guard let transcript = Self.transcript(text) else { return mutants }
        let original = TranscriptRunner(assistant: assistant, matcher: matcher, actions: actions)
        let parts = Reached(await original.run(transcript).events).parts
        var noticed: Set<Int> = []
        await withTaskGroup(of: Int?.self) { group in
            var begun = 0
            for (number, mutant) in mutants.enumerated() where parts.contains(mutant.reach) {
                if begun >= lanes, let done = await group.next(), let done { noticed.insert(done) }
                begun += 1
                group.addTask { await runner(of: mutant).run(transcript).passed ? nil : number }
            }
            for await done in group { if let done { noticed.insert(done) } }
        }
        return mutants.indices.filter { !noticed.contains($0) }.map { mutants[$0] }
    }
}
