/// All patterns of an assistant, found by the words and entities an utterance holds.
///
/// A pattern is only run when the utterance holds one of its anchors (``PatternAnchors``), so the cost of a turn
/// depends on the patterns that share its rare words, not on all of them.
struct PatternIndex: Sendable {
    /// The best match of one intent.
    struct Hit {
        /// The intent's number in the definition, and the pattern's among ``IntentDefinition/wholeUtterances``.
        var intent: Int
        var pattern: Int
        var score: PatternRun.Score
        /// Where the match ends, if that decides between equals; else 0.
        var end: Int
        var captures: [PatternRun.Capture]

        /// Whether neither is better than the other.
        func isTied(with other: Hit) -> Bool { score == other.score && end == other.end }

        fileprivate func precedes(_ other: Hit) -> Bool {
            if score != other.score { return score > other.score }
            return end != other.end ? end > other.end : intent < other.intent
        }
    }

    private struct Entry: Sendable {
        var intent: Int32
        var pattern: Int32
        var automaton: PatternAutomaton
    }

    let vocabulary: PatternVocabulary
    private let fillers: Fillers
    private let entries: [Entry]
    private let ofWord: Postings
    private let ofEntityType: Postings
    /// Patterns without anchors: always run.
    private let unanchored: [Int32]

    init(_ definition: MatcherDefinition) {
        var vocabulary = PatternVocabulary()
        fillers = Fillers(vocabulary: &vocabulary)
        var entries: [Entry] = []
        var roots: [PatternNode] = []
        for (intent, definedIntent) in definition.intents.enumerated() {
            for (number, root) in definedIntent.wholeUtterances.enumerated() {
                guard let root,
                    let automaton = PatternAutomaton(
                        root,
                        rules: definition.rules,
                        vocabulary: &vocabulary
                    )
                else { continue }
                entries.append(Entry(intent: Int32(intent), pattern: Int32(number), automaton: automaton))
                roots.append(root)
            }
        }
        let anchors = Self.anchors(entries, vocabulary, definition.rules)
        var wordPosts: [(key: Int32, entry: Int32)] = []
        var entityPosts: [(key: Int32, entry: Int32)] = []
        var unanchored: [Int32] = []
        for (number, root) in roots.enumerated() {
            guard let chosen = anchors.anchors(of: root) else {
                unanchored.append(Int32(number))
                continue
            }
            for anchor in chosen {
                switch anchor {
                case .word(let word): wordPosts.append((word, Int32(number)))
                case .entity(let type): entityPosts.append((type, Int32(number)))
                }
            }
        }
        self.vocabulary = vocabulary
        self.entries = entries
        self.unanchored = unanchored
        ofWord = Postings(wordPosts, keys: vocabulary.words.count)
        ofEntityType = Postings(entityPosts, keys: vocabulary.entityTypes.count)
    }

    /// Finds the intents with a pattern that covers the utterance, best first; equals in the definition's order.
    ///
    /// Fillers at both ends may be skipped. An utterance of fillers alone is first taken as it is; when no pattern
    /// covers it, a pattern may cover any part of it, and the later part decides between equals ("ok, thanks").
    func matches(tokens: [Token], entities: [Entity]) -> [Hit] {
        guard !tokens.isEmpty, !entries.isEmpty else { return [] }
        let input = PatternInput(tokens: tokens, entities: entities, vocabulary: vocabulary)
        let candidates = candidates(input)
        guard !candidates.isEmpty else { return [] }
        let starts = fillers.starts(input.words)
        let ends = fillers.ends(input.words)
        var run = PatternRun()
        if starts[starts.count - 1] == tokens.count {
            let hits = matches(candidates, input, &run, starts: [0], ends: [tokens.count])
            if !hits.isEmpty { return hits }
            let anywhere = Array(0...tokens.count)
            return matches(
                candidates,
                input,
                &run,
                starts: anywhere,
                ends: anywhere.reversed(),
                prefersLate: true
            )
        }
        return matches(candidates, input, &run, starts: starts, ends: ends)
    }

    private func matches(
        _ candidates: [Int32],
        _ input: PatternInput,
        _ run: inout PatternRun,
        starts: [Int],
        ends: [Int],
        prefersLate: Bool = false
    ) -> [Hit] {
        var hits: [Hit] = []
        for candidate in candidates {
            let entry = entries[Int(candidate)]
            guard let score = run.run(entry.automaton, input, starts: starts, ends: ends) else { continue }
            var hit = Hit(
                intent: Int(entry.intent),
                pattern: Int(entry.pattern),
                score: score,
                end: prefersLate ? run.end(entry.automaton) : 0,
                captures: []
            )
            let known = hits.firstIndex { $0.intent == hit.intent }
            if let known, !hit.precedes(hits[known]) { continue }
            hit.captures = run.captures(entry.automaton, input)
            if let known { hits[known] = hit } else { hits.append(hit) }
        }
        if hits.count > 1 { hits.sort { $0.precedes($1) } }
        return hits
    }

    /// The patterns worth running, ascending, by their places among all patterns of the definition.
    func candidates(_ input: PatternInput) -> [Int32] {
        var found = unanchored
        for word in input.words where word != PatternVocabulary.unknown { found += ofWord[word] }
        for reading in input.readings { found += ofEntityType[reading.type] }
        guard found.count > 1 else { return found }
        found.sort()
        var kept = 1
        for index in 1..<found.count where found[index] != found[kept - 1] {
            found[kept] = found[index]
            kept += 1
        }
        found.removeSubrange(kept...)
        return found
    }

    private static func anchors(
        _ entries: [Entry],
        _ vocabulary: PatternVocabulary,
        _ rules: [String: PatternNode]
    ) -> PatternAnchors {
        var wordUses = [Int](repeating: 0, count: vocabulary.words.count)
        var entityUses = [Int](repeating: 0, count: vocabulary.entityTypes.count)
        for entry in entries {
            for position in entry.automaton.positions {
                switch position.label {
                case .word(let word): wordUses[Int(word)] += 1
                case .entity(let type, _): entityUses[Int(type)] += 1
                case .start, .gap: break
                }
            }
        }
        return PatternAnchors(
            rules: rules,
            vocabulary: vocabulary,
            wordUses: wordUses,
            entityUses: entityUses
        )
    }
}

extension IntentDefinition {
    /// What covers a whole utterance: the patterns, then the examples word for word, marked entities open.
    ///
    /// A sentence that stands among the examples belongs to its intent, whatever a pattern with gaps or the
    /// classifier makes of it.
    var wholeUtterances: [PatternNode?] {
        patterns.map(\.root) + examples.map(\.asPattern)
    }
}

extension Example {
    /// The sentence as a pattern: its words in order, a marked entity as any entity of its type.
    ///
    /// An example without words covers nothing.
    fileprivate var asPattern: PatternNode? {
        var nodes: [PatternNode] = []
        var marked: SourceSpan?
        for token in Tokenizer.tokenize(text) {
            guard let annotation = annotations.first(where: { $0.span.overlaps(token.span) }) else {
                nodes.append(.word(token.text))
                continue
            }
            if annotation.span != marked { nodes.append(.entity(annotation.type, role: annotation.role)) }
            marked = annotation.span
        }
        return nodes.isEmpty ? nil : .sequence(nodes)
    }
}

/// For each key, the numbers of the patterns it leads to, in one array.
private struct Postings: Sendable {
    private var starts: [Int32]
    private var numbers: [Int32]

    init(_ posts: [(key: Int32, entry: Int32)], keys: Int) {
        starts = [Int32](repeating: 0, count: keys + 1)
        for post in posts { starts[Int(post.key) + 1] += 1 }
        for key in 0..<keys { starts[key + 1] += starts[key] }
        numbers = [Int32](repeating: 0, count: posts.count)
        var next = starts
        for post in posts {
            numbers[Int(next[Int(post.key)])] = post.entry
            next[Int(post.key)] += 1
        }
    }

    subscript(key: Int32) -> ArraySlice<Int32> {
        numbers[Int(starts[Int(key)])..<Int(starts[Int(key) + 1])]
    }
}
