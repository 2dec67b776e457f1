import FrontdeskMatching

// "Cancel A-10022 and A-10025": what is asked of several things is asked of each.
extension DialogueMachine {
    /// The result with a part for each of several values that stand side by side, in the message or in a part of it.
    func eachValueApart(
        _ whole: MatchResult,
        of inbound: Inbound,
        in tracker: Tracker,
        _ match: (String) -> MatchResult
    ) -> MatchResult {
        guard inbound.choice == nil, inbound.form == nil, whole.language?.foreign == nil else { return whole }
        let language = language(of: whole, tracker)
        func apart(_ result: MatchResult, _ text: String) -> [UtterancePart]? {
            let lists = ValueList.all(in: result, of: text, language)
            guard lists.count == 1, let texts = lists[0].texts(of: text, result) else { return nil }
            return parts(texts, of: lists[0], result, tracker, match)
        }
        var result = whole
        if let parts = whole.parts {
            result.parts = parts.flatMap { apart($0.match, $0.text) ?? [$0] }
        } else {
            result.parts = apart(whole, inbound.text)
        }
        return result
    }

    /// Matches a part of a message; what says nothing clearly of several values may say it of one.
    func matchList(_ text: String, _ language: Language, _ match: (String) -> MatchResult) -> MatchResult {
        var found = match(text)
        guard clearRequest(found) == nil,
            let list = ValueList.all(in: found, of: text, language).first,
            let single = list.texts(of: text, found)?.first,
            let top = clearRequest(match(single)), index.takesOne(list.type, top.intent)
        else { return found }
        found.candidates = [Candidate(intent: top.intent, confidence: top.confidence)]
        return found
    }

    /// A part for each value; nil where nothing in the message takes exactly one of them.
    private func parts(
        _ texts: [String],
        of list: ValueList,
        _ whole: MatchResult,
        _ tracker: Tracker,
        _ match: (String) -> MatchResult
    ) -> [UtterancePart]? {
        let named = clearRequest(whole)
        let asking = intent(askingFor: list.type, in: tracker)
        let words = DialogueWords.of(language(of: whole, tracker)).wrappedValue
        let isBare = whole.tokens.indices.allSatisfy {
            list.tokens.contains($0) || words.empty.contains(whole.tokens[$0].text)
        }
        var parts = texts.map { UtterancePart(text: $0, match: match($0)) }
        // Nothing but what was asked for is an answer, whatever sentences it resembles.
        if asking == nil || !isBare, let top = named ?? clearRequest(parts[0].match) {
            guard index.takesOne(list.type, top.intent) else { return nil }
            for place in parts.indices
            where clearRequest(parts[place].match)?.intent != top.intent {
                // "Orders" with a single number may match no pattern.
                parts[place].match.candidates = [Candidate(intent: top.intent, confidence: top.confidence)]
            }
            return parts
        }
        // "Which order is it?" – "A-10022 and A-10025": the first answers, the others are asked of afterwards.
        guard let asking else { return nil }
        if isBare { parts[0].match.candidates.removeAll { $0.pattern == nil } }
        for place in parts.indices.dropFirst() {
            parts[place].match.candidates = [Candidate(intent: asking, confidence: 1)]
        }
        return parts
    }

    /// The intent that began the flow which asks for one value of a type just now.
    private func intent(askingFor type: String, in tracker: Tracker) -> String? {
        guard case .slot(let name) = tracker.question, let run = tracker.flow, run.call == nil,
            let intent = run.intent, index.flow(run.flow)?.slot(name)?.kind == .entity(type),
            index.takesOne(type, intent)
        else { return nil }
        return intent
    }

    /// The intent that a message means clearly, by a pattern or by examples.
    private func clearRequest(_ result: MatchResult) -> Candidate? {
        guard let top = result.candidates.first, top.control == nil else { return nil }
        if top.pattern != nil { return top }
        let second = result.candidates.dropFirst().first?.confidence ?? 0
        guard top.confidence >= assistant.thresholds.answer,
            top.confidence - second >= assistant.thresholds.margin
        else { return nil }
        return top
    }
}
