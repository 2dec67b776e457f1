import FrontdeskMatching

// Messages that say what shall not be done: "don't cancel my order, where is it?"
extension DialogueMachine {
    /// How much surer a message may be understood with its refusal than without, where the refusal means nothing.
    private static let refusalMargin = 0.05

    /// What a message refuses, and what else it says.
    struct Refusal {
        /// The intent that is not wanted.
        var intent: String
        /// What stands beside what is refused, and where, in bytes of the message; nil where nothing does.
        var rest: (text: String, offset: Int)?
        /// What is known from what is refused.
        var told: [Entity]
    }

    /// What a message refuses: the request in it is as clear without its "don't" as with it, and would change something.
    func refusal(
        in whole: MatchResult,
        of inbound: Inbound,
        in tracker: Tracker,
        _ match: (String) -> MatchResult
    ) -> Refusal? {
        let words = RefusalWords.of(language(of: whole, tracker))
        guard inbound.choice == nil, inbound.form == nil, let top = whole.candidates.first,
            top.control == nil,
            let found = words.refusal(in: whole.tokens, of: inbound.text)
        else { return nil }
        let end = words.end(from: found.verb, in: whole.tokens, of: inbound.text)
        guard let wish = match(text(found.verb..<end, whole, inbound).text).candidates.first,
            let name = refused(wish, in: top), changes(name)
        else { return nil }
        var refusal = Refusal(
            intent: name,
            told: whole.entities.filter { (found.start..<end).contains($0.tokens.lowerBound) }
        )
        // What comes behind is the rest of it, else what stands before.
        for range in [end..<whole.tokens.count, 0..<found.start] where range.count >= 2 && refusal.rest == nil
        {
            refusal.rest = text(range, whole, inbound)
        }
        // "I want to pause it, not to cancel" may be understood as it is.
        if name != top.intent, refusal.rest == nil { return nil }
        return refusal
    }

    /// What a burst asks for and takes back in its last line: "cancel A-10022", "never mind".
    func withdrawn(in inbound: Inbound, _ match: (String) -> MatchResult) -> String? {
        guard inbound.burst != nil, let cut = inbound.text.utf8.lastIndex(of: 0x0A) else { return nil }
        let last = match(String(inbound.text[cut...]).trimmed).candidates.first
        guard let last, last.pattern != nil, last.control == .cancel || last.control == .deny,
            let top = match(String(inbound.text[..<cut])).candidates.first, !top.isControl
        else { return nil }
        return top.intent
    }

    /// The intent that is not wanted, where the message means no more with its refusal than without.
    private func refused(_ wish: Candidate, in top: Candidate) -> String? {
        // "Don't cancel it" means what is cancelled elsewhere.
        if wish.control == .cancel { return top.intent }
        guard wish.pattern != nil || wish.confidence >= assistant.thresholds.answer,
            wish.intent != top.intent || isNoMore(top, than: wish)
        else { return nil }
        return wish.intent
    }

    /// Whether a message is understood no better with its refusal: a pattern may have the refusal in its words.
    private func isNoMore(_ whole: Candidate, than wish: Candidate) -> Bool {
        switch (whole.pattern, wish.pattern) {
        case (let one?, let other?): one.literalWords <= other.literalWords
        case (_?, nil): false
        case (nil, _): whole.confidence <= wish.confidence + Self.refusalMargin
        }
    }

    /// Whether an intent leads to a flow that may change something.
    private func changes(_ intent: String) -> Bool {
        guard case .flow(let name)? = index.intent(intent)?.effect, let flow = index.flow(name) else {
            return false
        }
        return flow.states.contains { state in
            guard case .act(let call) = state.step else { return false }
            if case .sql(_, .read)? = index.action(call.action)?.kind { return false }
            return true
        }
    }

    private func text(_ range: Range<Int>, _ whole: MatchResult, _ inbound: Inbound) -> (
        text: String, offset: Int
    ) {
        guard !range.isEmpty else { return ("", 0) }
        let start = whole.tokens[range.lowerBound].span.start
        let end = max(start, whole.tokens[range.upperBound - 1].span.end)
        return (
            String(decoding: inbound.text.utf8.dropFirst(start).prefix(end - start), as: UTF8.self), start
        )
    }
}

extension MatchResult {
    /// The result for a piece of a message as one for the message, with what the rest of it tells.
    func moved(by offset: Int, knowing told: [Entity]) -> MatchResult {
        var result = self
        for place in result.tokens.indices { result.tokens[place].span.move(by: offset) }
        for place in result.entities.indices { result.entities[place].span.move(by: offset) }
        result.entities.add(told)
        if result.parts?.isEmpty == false { result.parts?[0].match.entities.add(told) }
        return result
    }
}

extension [Entity] {
    /// Adds those of types that there are none of yet; they stand outside the words that are read.
    fileprivate mutating func add(_ told: [Entity]) {
        let known = map(\.type)
        for var entity in told where !known.contains(entity.type) {
            entity.tokens = 0..<0
            append(entity)
        }
    }
}

extension SourceSpan {
    fileprivate mutating func move(by offset: Int) { self = SourceSpan(start + offset, end + offset) }
}
