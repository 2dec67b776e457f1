import FrontdeskMatching

// Messages that say several things at once.
extension DialogueMachine {
    /// How many things one message may ask for; where there are more, it is read as a whole.
    static let partLimit = 3
    /// From which confidence on examples alone vouch for a part behind a word like "and".
    private static let loosePartConfidence = 0.75

    /// The result with the parts of the message, where each says something by itself and the whole is nothing better.
    ///
    /// Only a message with a joining word or the end of a sentence inside is matched again.
    func parted(
        _ whole: MatchResult,
        of inbound: Inbound,
        in tracker: Tracker,
        _ match: (String) -> MatchResult
    ) -> MatchResult {
        guard inbound.choice == nil, inbound.form == nil, whole.language?.foreign == nil,
            whole.candidates.first?.pattern?.gapWords != 0
        else { return whole }
        if let result = parted(whole, in: inbound.text, tracker, match) { return result }
        // Who writes in bursts breaks lines in the middle of a sentence, too.
        guard inbound.burst != nil, inbound.text.utf8.contains(0x0A) else { return whole }
        let oneLine = inbound.text.replacing("\n", with: " ")
        return parted(whole, in: oneLine, tracker, match) ?? whole
    }

    private func parted(
        _ whole: MatchResult,
        in text: String,
        _ tracker: Tracker,
        _ match: (String) -> MatchResult
    ) -> MatchResult? {
        let language = language(of: whole, tracker)
        let lists = ValueList.all(in: whole, of: text, language)
        guard
            let cuts = MessageCuts(
                text,
                whole.tokens,
                .of(language),
                keeping: lists.map(\.tokens)
            )
        else { return nil }
        let hasQuestion = tracker.question != nil
        let parts = parts(of: text, cuts, hasQuestion: hasQuestion) { part in
            lists.isEmpty ? match(part) : matchList(part, language, match)
        }
        guard (2...Self.partLimit).contains(parts.count), !isBetter(whole, than: parts) else { return nil }
        var result = whole
        result.parts = parts.map { UtterancePart(text: $0.text, match: $0.match) }
        return result
    }

    /// The language a message is read in.
    func language(of result: MatchResult, _ tracker: Tracker) -> Language {
        let tag = result.language?.language ?? tracker.language ?? assistant.languages.first
        return tag.flatMap { Language(tag: $0) } ?? .english
    }

    /// Some neighbouring stretches, read together.
    private struct Piece {
        var range: Range<Int>
        var text: String
        var match: MatchResult
        var isClear: Bool
    }

    /// Reads the message from left to right.
    ///
    /// What says nothing by itself is read with what follows, or belongs to what stands before it. One part may say
    /// nothing by itself when something was asked: it may be the answer.
    private func parts(
        of text: String,
        _ cuts: MessageCuts,
        hasQuestion: Bool,
        _ match: (String) -> MatchResult
    ) -> [Piece] {
        let count = cuts.stretches.count
        func piece(_ range: Range<Int>) -> Piece {
            let own = cuts.text(range, of: text)
            let found = match(own)
            return Piece(
                range: range,
                text: own,
                match: found,
                isClear: isClear(found, isLoose: cuts.isLoose[range.lowerBound], hasQuestion)
                    && !isOutcry(own, found)
            )
        }
        var pieces: [Piece] = []
        var mayAnswer = hasQuestion
        var start = 0
        while start < count {
            let single = piece(start..<start + 1)
            var found = single.isClear ? single : nil
            if found == nil, let last = pieces.last, let onward = onward(single, from: last) {
                found = onward
            }
            if found == nil, start == 0, mayAnswer {
                mayAnswer = false
                found = single
            }
            var end = start + 2
            while found == nil, end <= count, end - start < count {
                let longer = piece(start..<end)
                if longer.isClear { found = longer }
                end += 1
            }
            if found == nil, mayAnswer, start + 1 == count { found = single }
            if let found {
                pieces.append(found)
                start = found.range.upperBound
                continue
            }
            // What stands between two parts may belong to the one before it: "I need to cancel / order A-1 / and …".
            if let last = pieces.last, start + 1 < count {
                let joined = piece(last.range.lowerBound..<start + 1)
                if joined.isClear,
                    joined.match.candidates.first?.intent == last.match.candidates.first?.intent
                {
                    pieces[pieces.count - 1] = joined
                    start += 1
                    continue
                }
            }
            // What comes last and says nothing by itself belongs to the part before it.
            guard let last = pieces.popLast(), last.range.lowerBound > 0 else { return [] }
            let joined = piece(last.range.lowerBound..<count)
            guard joined.isClear, joined.match.candidates.first?.intent == last.match.candidates.first?.intent
            else { return [] }
            pieces.append(joined)
            start = count
        }
        return pieces
    }

    /// The stretch as a request of the same thing for another value, "where is A-10021? I'm also waiting for A-10022";
    /// nil where it is none.
    private func onward(_ single: Piece, from last: Piece) -> Piece? {
        guard let intent = last.match.candidates.first, let top = single.match.candidates.first,
            top.intent == intent.intent, top.confidence >= assistant.thresholds.clarify
        else { return nil }
        let language = single.match.language.flatMap { Language(tag: $0.language) } ?? .english
        let words = DialogueWords.of(language).wrappedValue
        // Who says it otherwise means the second alone.
        guard
            !single.match.tokens.contains(where: { token in
                words.repair.contains(token.text) || words.correction.contains(token.text)
                    || words.no.contains(token.text)
            })
        else { return nil }
        let known = last.match.entities
        let others = single.match.entities.filter { entity in
            index.takesOne(entity.type, intent.intent) && known.contains { $0.type == entity.type }
        }
        guard !others.isEmpty, others.allSatisfy({ entity in !known.contains { $0.value == entity.value } })
        else { return nil }
        var piece = single
        piece.match.candidates = [Candidate(intent: intent.intent, confidence: intent.confidence)]
        piece.isClear = true
        return piece
    }

    /// Whether a part says how somebody feels in a few words, whatever sentences it resembles.
    private func isOutcry(_ text: String, _ result: MatchResult) -> Bool {
        guard result.tokens.count <= 3, let top = result.candidates.first, top.pattern == nil else {
            return false
        }
        let sentiment = sentiment(of: text, tokens: result.tokens, in: result.language?.language)
        return sentiment.score <= Mood.unhappyThreshold
    }

    /// Whether a part says clearly what it wants.
    private func isClear(_ result: MatchResult, isLoose: Bool, _ hasQuestion: Bool) -> Bool {
        guard let top = result.candidates.first else { return false }
        if let control = top.control {
            // Where nothing was asked, "I want to cancel" is how a request begins.
            return top.pattern != nil
                && (control == .human || hasQuestion && [.affirm, .deny, .cancel].contains(control))
        }
        let second = result.candidates.dropFirst().first
        if let own = top.pattern {
            return second?.pattern.map { $0.literalWords < own.literalWords || $0.gapWords > own.gapWords }
                ?? true
        }
        let least =
            isLoose ? max(Self.loosePartConfidence, assistant.thresholds.answer) : assistant.thresholds.answer
        return top.confidence >= least
            && top.confidence - (second?.confidence ?? 0) >= assistant.thresholds.margin
    }

    /// Whether the message is understood better as one: its pattern says more words than those of the parts.
    private func isBetter(_ whole: MatchResult, than parts: [Piece]) -> Bool {
        guard let top = whole.candidates.first else { return false }
        let words = parts.reduce(0) { $0 + ($1.match.candidates.first?.pattern?.literalWords ?? 0) }
        if let pattern = top.pattern { return pattern.literalWords >= words }
        // Sentences that all lead to one thing are one thing.
        let intents = Set(parts.compactMap { $0.match.candidates.first?.intent })
        return intents.count == 1 && parts.allSatisfy { $0.match.entities.isEmpty }
    }
}
