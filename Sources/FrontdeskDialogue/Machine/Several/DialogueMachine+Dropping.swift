import FrontdeskMatching

// "Never mind, what are your hours?": what was under way is dropped, and something else is wanted.
extension DialogueMachine {
    /// How many words stand at most before the sign behind which something else is said.
    private static let headLimit = 5

    /// What may be dropped by name behind them: "cancel, A-10022" only has a comma too many.
    private static let verbs: Set<String> = [
        "cancel", "cancela", "cancelar", "cancele", "anula", "anular", "anule",
    ]

    /// The result with its two parts, where a message first drops what is under way; nil where it does not.
    func dropped(
        _ whole: MatchResult,
        of inbound: Inbound,
        in tracker: Tracker,
        _ match: (String) -> MatchResult
    ) -> MatchResult? {
        guard inbound.choice == nil, inbound.form == nil, whole.language?.foreign == nil,
            tracker.flow != nil || whole.candidates.first?.control == .cancel,
            let place = firstPause(of: inbound.text, whole.tokens), whole.tokens.count > place + 1
        else { return nil }
        let bytes = Array(inbound.text.utf8)
        let head = String(decoding: bytes[..<whole.tokens[place - 1].span.end], as: UTF8.self)
        let first = match(head)
        guard let top = first.candidates.first, top.control == .cancel, top.pattern?.gapWords == 0,
            first.tokens.map(\.text).contains(where: { !Self.verbs.contains($0) })
        else { return nil }
        let rest = String(decoding: bytes[whole.tokens[place].span.start...], as: UTF8.self)
        let second = match(rest)
        guard let wanted = second.candidates.first, wanted.control == nil,
            index.isCourtesy(wanted.intent) != true,
            wanted.pattern != nil || wanted.confidence >= assistant.thresholds.answer
        else { return nil }
        var result = whole
        result.parts = [UtterancePart(text: head, match: first), UtterancePart(text: rest, match: second)]
        return result
    }

    /// The word behind the first sign that parts what was said, among the first few.
    private func firstPause(of text: String, _ tokens: [Token]) -> Int? {
        guard tokens.count > 2 else { return nil }
        return tokens.indices.dropFirst().prefix(Self.headLimit).first { place in
            let end = tokens[place - 1].span.end
            return NegationWords.hasBreak(text, end..<max(end, tokens[place].span.start))
        }
    }
}
