import FrontdeskMatching

/// A customer's message as the rules of decision look at it.
struct Utterance {
    let inbound: Inbound
    let match: MatchResult
    let sentiment: Double
    /// The words that tell how an answer is meant, in the language it is read in.
    let words: DialogueWords

    init(_ inbound: Inbound, _ match: MatchResult) {
        self.inbound = inbound
        self.match = match
        let language = match.language.flatMap { Language(tag: $0.language) } ?? .english
        words = .of(language)
        sentiment = Sentiment(of: inbound.text, tokens: match.tokens, in: language).score
    }

    /// The candidates that are no controls, best first.
    var intents: some Sequence<Candidate> {
        match.candidates.lazy.filter { !$0.intent.hasPrefix("control.") }
    }

    /// The control that the whole utterance says, if it says one.
    var control: Control? {
        guard let best = match.candidates.first?.pattern?.literalWords else { return nil }
        let said = match.candidates.first {
            $0.intent.hasPrefix("control.") && ($0.pattern?.literalWords ?? -1) >= best
        }
        return said.flatMap { Control(rawValue: String($0.intent.dropFirst("control.".count))) }
    }

    /// The control that the utterance means with at least the given confidence, above every intent.
    func sureControl(atLeast confidence: Double) -> Control? {
        guard let top = match.candidates.first, top.confidence >= confidence,
            top.intent.hasPrefix("control.")
        else { return nil }
        return Control(rawValue: String(top.intent.dropFirst("control.".count)))
    }

    /// Whether a control is said, or meant with at least the given confidence.
    func means(_ control: Control, atLeast confidence: Double) -> Bool {
        match.candidates.contains {
            $0.intent == control.intentName && ($0.pattern != nil || $0.confidence >= confidence)
        }
    }

    /// The yes or no that the utterance says, alone or before more words: "no, Tuesday".
    ///
    /// A no may be guessed, a yes may not: it can change things. "Yes, but", "ok, wait", "sure?" are neither.
    var polarity: Bool? {
        let first = match.tokens.first?.text ?? ""
        let startsWithNo = words.no.contains(first)
        if control == .deny { return false }
        if control == .affirm, !asksBack { return true }
        if isHesitant { return startsWithNo && !contradictsItself ? false : nil }
        switch sureControl(atLeast: 0.6) {
        case .affirm: return true
        case .deny: return false
        default: break
        }
        if words.yes.contains(first) { return true }
        return startsWithNo ? false : nil
    }

    /// Whether it asks back, sets a condition, or puts something off.
    private var isHesitant: Bool {
        asksBack || words.inverted.contains(match.tokens.first?.text ?? "")
            || match.tokens.contains { words.hesitation.contains($0.text) }
    }

    private var asksBack: Bool { inbound.text.utf8.contains(UInt8(ascii: "?")) }

    /// "No, yes": whoever says both has decided nothing.
    private var contradictsItself: Bool {
        match.tokens.contains { words.assent.contains($0.text) }
    }

    /// Whether words in it take something back: "actually", "I meant", "not … but".
    var isCorrection: Bool {
        match.tokens.contains { words.correction.contains($0.text) } || polarity == false
    }
}

extension MatchResult {
    /// What the first entity of a built-in type says, when that is a text.
    func text(of type: BuiltInEntity) -> String? {
        guard case .text(let text)? = entities.first(where: { $0.type == type.rawValue })?.value else {
            return nil
        }
        return text
    }
}
