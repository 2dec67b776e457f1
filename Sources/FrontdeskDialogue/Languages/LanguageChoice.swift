public import FrontdeskMatching

extension DialogueMachine {
    /// From which probability on the first words set a conversation's language.
    static let firstLanguageProbability = 0.8
    /// From which probability on, with at least ``sureLanguageWords`` words, a conversation changes its language.
    static let sureLanguageProbability = 0.97
    static let sureLanguageWords = 3
    /// From which probability on another language is tried at all.
    static let leaningProbability = 0.65

    /// Matches a message in the language it is read in.
    ///
    /// The language of a conversation stays until a message leaves no doubt (probability 0.97 and three words that speak
    /// for another language), or two signals agree: its words lean to another language (0.65), and that language's matcher
    /// understands it while the present one does not. The first message needs one signal, 0.8. A pressed button, a number, a name
    /// or "ok" never changes it.
    ///
    /// - Parameters:
    ///   - inbound: The message.
    ///   - tracker: The conversation.
    ///   - matcher: The assistant's matcher, with those of its further languages.
    public func match(_ inbound: Inbound, in tracker: Tracker, with matcher: Matcher) -> MatchResult {
        var result = wholeMatch(inbound, in: tracker, with: matcher)
        // Who has no idea, or only swears, means nothing that is merely written alike.
        let words = wordsOfAnswers(in: result, tracker)
        if words.isUndecided(result.tokens) || isMereOutcry(result, words) {
            result.candidates.removeAll { $0.pattern == nil }
        }
        let language = result.language
        let spoken = result.language?.language ?? tracker.language ?? assistant.languages.first ?? "en"
        let match = { (text: String) in
            var match = matcher.spoken(in: spoken).match(text)
            match.language = language
            return match
        }
        var inbound = inbound
        let negation = NegationWords.of(self.language(of: result, tracker))
        if let repair = SelfRepair(in: result, of: inbound.text, words, negation) {
            inbound.text = repair.text
            result = match(repair.text)
        }
        if let dropped = dropped(result, of: inbound, in: tracker, match) { return dropped }
        result = pointed(result, of: inbound, in: tracker, match)
        if let withdrawn = withdrawn(in: inbound, match) {
            result.refused = withdrawn
            return result
        }
        if let refusal = refusal(in: result, of: inbound, in: tracker, match) {
            return beside(refusal, in: result, of: inbound, in: tracker, match)
        }
        return inPieces(result, of: inbound, in: tracker, match)
    }

    /// What a message says beside what it refuses; where that is nothing, only the refusal.
    private func beside(
        _ refusal: Refusal,
        in whole: MatchResult,
        of inbound: Inbound,
        in tracker: Tracker,
        _ match: (String) -> MatchResult
    ) -> MatchResult {
        if let rest = refusal.rest {
            var other = inbound
            other.text = rest.text
            var piece = match(rest.text)
            if piece.entities.isEmpty, let told = refusal.told.first {
                // "Where is it?" asks about what was just named.
                piece.candidates = match("\(rest.text) \(told.text)").candidates
                for place in piece.candidates.indices { piece.candidates[place].pattern?.entities = [] }
            }
            let found = inPieces(piece, of: other, in: tracker, match)
            if let top = found.candidates.first, found.parts != nil || isUnderstood(found),
                index.isCourtesy(top.intent) != true
            {
                return found.moved(by: rest.offset, knowing: refusal.told)
            }
        }
        var result = whole
        result.refused = refusal.intent
        return result
    }

    /// A message with what its pieces say, where it says several things.
    private func inPieces(
        _ whole: MatchResult,
        of inbound: Inbound,
        in tracker: Tracker,
        _ match: (String) -> MatchResult
    ) -> MatchResult {
        let parted = parted(whole, of: inbound, in: tracker, match)
        let plain = withoutAsides(parted, of: inbound, in: tracker, match)
        return eachValueApart(plain, of: inbound, in: tracker, match)
    }

    /// How many words a message has at most that says no more than how somebody feels.
    private static let feelingLimit = 4

    /// Whether a short message says nothing but that somebody is unhappy, whatever sentences it resembles.
    private func isMereOutcry(_ result: MatchResult, _ words: DialogueWords) -> Bool {
        guard (1...Self.feelingLimit).contains(result.tokens.count), result.entities.isEmpty else {
            return false
        }
        let table = result.language.flatMap { indexes[$0.language]?.sounds } ?? index.sounds
        var hasFeeling = false
        for token in result.tokens {
            if let entry = table.entry(token.text), let weight = entry.weight, !entry.isMishap,
                weight <= Self.outcry
            {
                hasFeeling = true
            } else if !words.empty.contains(token.text) {
                return false
            }
        }
        return hasFeeling
    }

    /// At or below this weight a word by itself is an outcry.
    private static let outcry = -0.5

    /// The words that tell how an answer is meant, in the language a message is read in.
    private func wordsOfAnswers(in result: MatchResult, _ tracker: Tracker) -> DialogueWords {
        DialogueWords.of(language(of: result, tracker)).wrappedValue
    }

    /// Matches a message as one.
    private func wholeMatch(_ inbound: Inbound, in tracker: Tracker, with matcher: Matcher) -> MatchResult {
        guard let detector = assistant.detector, let first = assistant.languages.first else {
            var result = matcher.match(inbound.text)
            // Who speaks one language alone reads yes and no in it.
            if let only = assistant.languages.first, only != "en" {
                result.language = LanguageReading(language: only)
            }
            return result
        }
        let present = tracker.language ?? assistant.spoken(tracker.customer.language) ?? first
        let isOpen = tracker.turn == 0 && tracker.language == nil
        func matched(_ language: String) -> MatchResult {
            matcher.spoken(in: language).match(inbound.text)
        }
        let own = matched(present)
        // "No idea" is much the same in many languages, and no reason to change any.
        let isUndecided = DialogueWords.of(Language(tag: present) ?? .english).wrappedValue
            .isUndecided(own.tokens)
        let heard = inbound.choice == nil && (isOpen || !isUndecided) ? detector.read(own.tokens) : nil
        var reading = LanguageReading(
            language: present,
            heard: heard?.language,
            probability: heard?.probability ?? 0,
            words: heard?.words ?? 0
        )
        var result = own
        if let heard, heard.language != present {
            let isSure =
                heard.probability >= (isOpen ? Self.firstLanguageProbability : Self.sureLanguageProbability)
                && heard.words >= (isOpen ? 1 : Self.sureLanguageWords)
            if isSure || isUnderstood(result) == false && heard.probability >= Self.leaningProbability {
                let other = matched(heard.language)
                if isSure || isUnderstood(other) {
                    reading.language = heard.language
                    reading.cause = isSure ? .detected : .understood
                    result = other
                }
            }
        }
        if inbound.choice == nil, !isUnderstood(result) {
            reading.foreign = detector.foreign(own.tokens, beside: heard)
            // What is in neither language is no reason to change from one to the other.
            if reading.foreign != nil, reading.cause != nil, !isOpen {
                reading.language = present
                reading.cause = nil
                result = own
            }
        }
        result.language = reading
        return result
    }

    /// Whether something in the message is clear enough to act on.
    private func isUnderstood(_ result: MatchResult) -> Bool {
        guard let top = result.candidates.first else { return false }
        return top.pattern != nil || top.confidence >= assistant.thresholds.answer
    }
}
