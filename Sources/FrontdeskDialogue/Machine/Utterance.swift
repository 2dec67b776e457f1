import FrontdeskMatching

/// A customer's message as the rules of decision look at it.
struct Utterance {
    let inbound: Inbound
    let match: MatchResult
    let sentiment: Double
    /// The words that tell how an answer is meant, in the language it is read in.
    @Shared private(set) var words: DialogueWords
    /// The language it is read in.
    let language: Language
    /// The candidates that are no controls, best first.
    private(set) var intents: [Candidate]
    /// The control that the whole utterance says, if it says one.
    let control: Control?
    /// Whether the desk has spoken by itself since its question, so that a yes may be meant for that.
    var leavesYesOpen = false

    /// - Parameter sounds: The words that tell how it sounds; nil: those of its language.
    init(_ inbound: Inbound, _ match: MatchResult, by sounds: SentimentTable? = nil) {
        self.inbound = inbound
        self.match = match
        let language = match.language.flatMap { Language(tag: $0.language) } ?? .english
        _words = DialogueWords.of(language)
        self.language = language
        sentiment = Sentiment(of: inbound.text, tokens: match.tokens, by: sounds ?? .of(language)).score
        intents = match.candidates.filter { !$0.isControl }
        control = Self.control(among: match.candidates)
    }

    /// Whether it tells of a death or another misfortune.
    var tellsHardship: Bool { HardshipWords.of(language).isTold(in: match.tokens) }

    private static func control(among candidates: [Candidate]) -> Control? {
        guard let best = candidates.first?.pattern?.literalWords else { return nil }
        return candidates.first { $0.isControl && ($0.pattern?.literalWords ?? -1) >= best }?.control
    }

    /// Leaves out what nobody means who is unhappy: praise, thanks and the like, unless a pattern says it.
    mutating func leaveOutCourtesies(_ isCourtesy: (String) -> Bool) {
        guard sentiment <= Mood.unhappyThreshold else { return }
        intents.removeAll { $0.pattern == nil && isCourtesy($0.intent) }
    }

    /// Leaves out what only resembles examples.
    mutating func leaveOutExamples() {
        intents.removeAll { $0.pattern == nil }
    }

    /// The control that the utterance means with at least the given confidence, above every intent.
    func sureControl(atLeast confidence: Double) -> Control? {
        guard let top = match.candidates.first, top.confidence >= confidence else { return nil }
        return top.control
    }

    /// Whether a control is said, or meant with at least the given confidence.
    func means(_ control: Control, atLeast confidence: Double) -> Bool {
        let name = control.intentName
        return match.candidates.contains {
            $0.intent == name && ($0.pattern != nil || $0.confidence >= confidence)
        }
    }

    /// The words that shut something out, in its language.
    var negation: NegationWords { .of(language) }

    /// The yes or no that the utterance says, alone or before more words: "no, Tuesday".
    ///
    /// A no may be guessed, a yes may not: it can change things. "Yes, but", "ok, wait", "sure?" are neither.
    var polarity: Bool? {
        let said = saidPolarity
        return said == true && leavesYesOpen ? nil : said
    }

    private var saidPolarity: Bool? {
        let first = firstWord
        let startsWithNo = words.no.contains(first)
        if putsOff || isUndecided || isCondition { return nil }
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

    /// The first word that is no courtesy: "thanks, but no" begins with its no.
    private var firstWord: String {
        guard let first = match.tokens.first?.text else { return "" }
        guard words.thanks.contains(first) else { return first }
        return match.tokens.first { !words.thanks.contains($0.text) }?.text ?? first
    }

    /// Whether it begins with a yes or a no that is meant so.
    var beginsWithPolarity: Bool {
        polarity != nil && (words.yes.contains(firstWord) || words.no.contains(firstWord))
    }

    /// "No idea", "no lo sé": a no by its first word alone.
    private var isUndecided: Bool {
        guard words.no.contains(match.tokens.first?.text ?? "") else { return false }
        let text = match.tokens.prefix(5).map(\.text).joined(separator: " ")
        return words.undecided.contains { phrase in
            text.hasPrefix(phrase) && (match.tokens.count <= 3 || phrase.utf8.count > 6)
        }
    }

    /// "Si es gratis": an "if" that is written like a yes without its accent.
    private var isCondition: Bool {
        guard language == .spanish, match.tokens.count > 1, match.tokens[0].text == "si" else { return false }
        let start = match.tokens[0].span.start
        let gap = match.tokens[1].span.start - match.tokens[0].span.end
        let isPlain = inbound.text.utf8.dropFirst(start).prefix(2).allSatisfy { $0 < 0x80 }
        return isPlain && gap == 1 && words.inverted.contains(match.tokens[1].text)
    }

    /// "Maybe later" decides nothing.
    var putsOff: Bool {
        guard let first = match.tokens.first?.text else { return false }
        return match.tokens.count > 1 && words.perhaps.contains(first)
            && match.tokens.contains { words.later.contains($0.text) }
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

extension Candidate {
    /// Whether it is one of the controls.
    var isControl: Bool { intent.hasPrefix("control.") }

    /// The control it is, if it is one.
    var control: Control? { Control(intentName: intent) }
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
