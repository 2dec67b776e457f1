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
    private static let tries = 32

    /// Writes transcripts that notice mutants which survived; each was run: it passes on the assistant and fails on the mutants.
    ///
    /// - Parameters:
    ///   - survivors: The mutants to be noticed.
    ///   - limit: How many transcripts at most; nil: as many as are found.
    ///   - lanes: How many conversations are tried at the same time, from 1.
    public func suggestions(for survivors: [Mutant], limit: Int? = nil, lanes: Int = 1) async
        -> [Suggestion]
    {
        precondition(lanes > 0, "conversations are tried in at least one lane")
        let found = Verification(assistant: assistant, matcher: matcher).conversations(limit: Self.tries / 2)
        var left = survivors
        var suggestions: [Suggestion] = []
        while !left.isEmpty, suggestions.count < limit ?? Int.max {
            let next = Array(left.prefix(lanes))
            left.removeFirst(next.count)
            var drafts = await drafts(noticing: next, found)
            for place in drafts.indices {
                guard let text = drafts[place], suggestions.count < limit ?? Int.max else { continue }
                let others = next.indices.filter { $0 > place && drafts[$0] != nil }
                let open = others.map { next[$0] } + left
                let unnoticed = await unnoticed(open, by: text, lanes: lanes)
                for (offset, other) in others.enumerated() where !unnoticed.contains(offset) {
                    drafts[other] = nil
                }
                let noticed = open.indices.filter { !unnoticed.contains($0) }.map { open[$0].summary }
                left = unnoticed.filter { $0 >= others.count }.map { open[$0] }
                suggestions.append(Suggestion(text: text, notices: [next[place].summary] + noticed))
            }
        }
        return suggestions
    }

    /// A draft for each of some mutants, all looked for at the same time.
    private func drafts(noticing mutants: [Mutant], _ found: FoundConversations) async -> [String?] {
        var drafts = [String?](repeating: nil, count: mutants.count)
        await withTaskGroup(of: (Int, String?).self) { group in
            for (place, mutant) in mutants.enumerated() {
                group.addTask { (place, await draft(noticing: mutant, found)) }
            }
            for await (place, draft) in group { drafts[place] = draft }
        }
        return drafts
    }

    /// A transcript that passes on the assistant and fails on a mutant; nil when none of those tried does.
    private func draft(noticing mutant: Mutant, _ found: FoundConversations) async -> String? {
        let original = TranscriptRunner(assistant: assistant, matcher: matcher, actions: actions)
        let changed = runner(of: mutant)
        for text in candidates(for: mutant, found).prefix(Self.tries) {
            guard let draft = await TranscriptDraft.completed(titled(text, mutant), by: original),
                let transcript = Self.transcript(draft), await original.run(transcript).passed
            else { continue }
            let result = await changed.run(transcript)
            if !result.passed { return draft }
            if let pinned = await Self.pinned(draft, transcript, original, result) { return pinned }
        }
        return nil
    }

    /// The draft with one expectation more, by which it fails as it went on the mutant; nil when there is none.
    private static func pinned(
        _ draft: String,
        _ transcript: Transcript,
        _ original: TranscriptRunner,
        _ changed: TranscriptResult
    ) async -> String? {
        let facts = await original.run(transcript).facts
        for (step, (before, after)) in zip(transcript.steps, zip(facts, changed.facts)) {
            guard let telling = before.first(where: { !after.contains($0) }) else { continue }
            return TranscriptDraft.adding([step.lastLine: ["  \(telling)"]], to: draft)
        }
        return nil
    }

    static func transcript(_ text: String) -> Transcript? {
        TranscriptFile(path: "draft.transcript", text: text).reading().transcripts.first
    }

    /// The text under a title that says what happens in it.
    private func titled(_ text: String, _ mutant: Mutant) -> String {
        let lines = text.split(separator: "\n")
        let said = lines.filter { $0.hasPrefix("> ") || $0.hasPrefix(">> ") }
            .map { $0.drop { $0 == ">" || $0 == " " } }
        let last = said.last.map(String.init) ?? ""
        let title: String
        switch mutant.reach {
        case .state(_, let flow), .flow(let flow):
            let topic = assistant.flows.first { $0.name == flow }?.title ?? flow
            let given = lines.last { $0.hasPrefix("action ") }?.dropFirst("action ".count)
                .prefix { $0 != "{" }
            let what =
                if last == Vocabulary.nonsense {
                    said.first { $0 != last }.map { "\($0)" } ?? ""
                } else {
                    given.map(String.init) ?? last
                }
            let end = last == Vocabulary.nonsense ? ", and then nothing that is understood" : ""
            title = "\(topic): \(what)\(end)"
        case .everything, .intent, .text, .handoff: title = last
        }
        let first = title.prefix(1).uppercased() + title.dropFirst()
        return "# \(first)\n" + text.drop { $0 != "\n" }.dropFirst()
    }

    /// Conversations that may tell the mutant, the shortest first, without the desk's lines.
    private func candidates(for mutant: Mutant, _ found: FoundConversations) -> [String] {
        switch mutant.change {
        case .dialogue: break
        case .matching(let language, _), .silence(let language, _): return sentences(for: mutant, language)
        }
        switch mutant.reach {
        case .state(let state, let flow):
            // First those in which what the changed key is about came to pass.
            let own = mutant.place.flatMap { found.leading(to: flow, state: state, by: $0) }
            return withNonsense(own + found.leading(to: flow, state: state).filter { !own.contains($0) })
        case .flow(let flow):
            let own = mutant.place.flatMap { found.leading(to: flow, asking: $0) }
            return withNonsense(own + found.leading(to: flow, state: nil).filter { !own.contains($0) })
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

    /// The conversations, and behind each of the first ones the same with a customer whom nobody understands from there on.
    private func withNonsense(_ texts: [String]) -> [String] {
        let lost = texts.prefix(4).map { text in
            text + String(repeating: "> \(Vocabulary.nonsense)\n", count: 3)
        }
        return Array(texts.prefix(8)) + lost + Array(texts.dropFirst(8))
    }

    private func sentences(for mutant: Mutant, _ language: Int) -> [String] {
        guard case .intent(let name) = mutant.reach else { return [] }
        if mutant.text != nil { return said(patternSentences(of: mutant, limit: Self.tries), language) }
        let definition = assistant.matching(in: language == 0 ? nil : assistant.languages[language])
        guard let intent = definition.intents.first(where: { $0.name == name }) else { return [] }
        return said(intent.examples.prefix(Self.tries).map(\.text), language)
    }

    /// Conversations in which a customer says one sentence.
    func said(_ sentences: [String], _ language: Int) -> [String] {
        let tag = language == 0 ? "" : "language: \(assistant.languages[language])\n"
        return sentences.map { "# Found\nassistant: \(assistant.name)\n\(tag)\n> \($0)\n" }
    }

    /// The places of those of some mutants on which a transcript does not fail.
    private func unnoticed(_ mutants: [Mutant], by text: String, lanes: Int) async -> [Int] {
        guard let transcript = Self.transcript(text) else { return Array(mutants.indices) }
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
        return mutants.indices.filter { !noticed.contains($0) }
    }
}
