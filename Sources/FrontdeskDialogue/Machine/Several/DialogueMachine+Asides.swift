import FrontdeskMatching

// Messages in which what is wanted stands among what is only felt or told: "where is A-10021? this is so annoying".
extension DialogueMachine {
    /// How many sentences are looked at; whoever writes more is not understood by pieces.
    private static let sentenceLimit = 8
    /// From which confidence on examples alone vouch for what stands behind a word like "and".
    private static let sentenceConfidence = 0.75
    /// At or beyond this sentiment, either way, a sentence says how somebody feels.
    private static let feeling = 0.2

    /// The result with what the clear sentences of the message want, where the whole says nothing clearly and the other
    /// sentences are feelings, courtesies or a story; a question that nobody understands is never passed over.
    func withoutAsides(
        _ whole: consuming MatchResult,
        of inbound: Inbound,
        in tracker: Tracker,
        _ match: (String) -> MatchResult
    ) -> MatchResult {
        guard whole.parts == nil, tracker.flow == nil, inbound.choice == nil, inbound.form == nil,
            whole.language?.foreign == nil, whole.tokens.count >= 5, !isClear(whole)
        else { return whole }
        let language = language(of: whole, tracker)
        let lists = ValueList.all(in: whole, of: inbound.text, language)
        guard
            let cuts = MessageCuts(
                inbound.text,
                whole.tokens,
                .of(language),
                limit: Self.sentenceLimit,
                keeping: lists.map(\.tokens)
            )
        else { return whole }
        let table = whole.language.flatMap { indexes[$0.language]?.sounds } ?? index.sounds
        var clear: [UtterancePart] = []
        var told: [Entity] = []
        for stretch in cuts.stretches.indices {
            let text = cuts.text(stretch..<stretch + 1, of: inbound.text)
            let found = lists.isEmpty ? match(text) : matchList(text, language, match)
            if isClear(found, isLoose: cuts.isLoose[stretch]) {
                let top = found.candidates[0]
                if index.isCourtesy(top.intent) == true { continue }
                if clear.contains(where: { $0.match.candidates.first?.intent == top.intent }) { continue }
                clear.append(UtterancePart(text: text, match: found))
            } else if isAside(text, found, table, isLoose: cuts.isLoose[stretch]) {
                told += found.entities
            } else {
                return whole
            }
        }
        guard let first = clear.first, clear.count <= Self.partLimit else { return whole }
        var result = consume whole
        // What a story tells holds for what is asked after it.
        for place in clear.indices {
            let own = clear[place].match.entities.map(\.type)
            clear[place].match.entities += told.filter { !own.contains($0.type) }
        }
        result.parts = clear
        guard clear.count == 1 else { return result }
        // What is known of it may stand in any of the sentences.
        result.candidates = first.match.candidates
        for place in result.entities.indices {
            let own = result.entities[place]
            guard
                let named = first.match.entities.first(where: { $0.text == own.text && $0.type == own.type })
            else { continue }
            result.entities[place].role = named.role
        }
        return result
    }

    /// Whether a message, or a sentence among others, says clearly what it wants.
    private func isClear(_ result: MatchResult, isLoose: Bool = false) -> Bool {
        guard let top = result.candidates.first else { return false }
        if let control = top.control { return top.pattern != nil && control == .human }
        if top.pattern != nil { return true }
        let second = result.candidates.dropFirst().first?.confidence ?? 0
        let answer = assistant.thresholds.answer
        return top.confidence >= (isLoose ? max(Self.sentenceConfidence, answer) : answer)
            && top.confidence - second >= assistant.thresholds.margin
    }

    /// Whether a sentence says how somebody feels, or tells something in which no request can be seen.
    private func isAside(
        _ text: String,
        _ result: MatchResult,
        _ table: SentimentTable,
        isLoose: Bool
    ) -> Bool {
        if abs(Sentiment(of: text, tokens: result.tokens, by: table).score) >= Self.feeling { return true }
        let language = result.language.flatMap { Language(tag: $0.language) } ?? .english
        if HardshipWords.of(language).isTold(in: result.tokens) { return true }
        // What stands behind an "and" goes on with what was asked.
        if isLoose || text.utf8.contains(UInt8(ascii: "?")) { return false }
        return (result.candidates.first?.confidence ?? 0) < assistant.thresholds.answer
            || result.candidates.first?.control != nil
    }
}
