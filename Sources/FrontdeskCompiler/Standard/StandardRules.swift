/// What each rule objects to.
extension ServiceStandard.Rule {
    /// What is wrong with a text, and how to mend it; nil: nothing by this rule.
    func objection(to text: StandardText, _ standard: ServiceStandard) -> (message: String, mend: String)? {
        func words(_ list: ServiceStandard.List) -> [String] { standard.words(list, in: text.language) }
        // Without words nothing can be found, and nothing missed.
        if let needed, words(needed).isEmpty { return nil }
        switch self {
        case .greeting:
            guard text.kind == .greeting, text.first(of: words(.assistant)) == nil else { return nil }
            return (
                "the greeting does not say that an assistant writes",
                "name it: \(Self.quoted(words(.assistant)))"
            )
        case .thanks:
            guard text.isAbout(standard.opinions), text.first(of: words(.thanks)) == nil else { return nil }
            return (
                "who tells us what they think is not thanked", "begin with \(Self.quoted(words(.thanks)))"
            )
        case .name:
            guard text.names > 1 else { return nil }
            return ("the customer is called by name \(text.names) times", "once is enough")
        case .empathy:
            guard text.isAbout(standard.complaints) else { return nil }
            let opening = (text.sentences.first ?? "").lowercased()
            guard !words(.empathy).contains(where: opening.holds) else { return nil }
            return (
                "a complaint is answered without a word of sympathy at first",
                "begin with \(Self.quoted(words(.empathy)))"
            )
        case .nextStep:
            guard case .answer = text.kind, !text.text.contains("?"), !text.hasPieces, !text.suggests,
                !text.isCourtesy, text.first(of: words(.next)) == nil
            else { return nil }
            return (
                "the answer ends without a next step",
                "say what the customer can do or what happens now, ask something, or add 'suggests'"
            )
        case .alternative:
            guard let refusal = text.first(of: words(.refusal)), !text.text.contains("?"), !text.hasPieces,
                !text.isFollowed
            else { return nil }
            // "No podemos" holds a "podemos", which offers nothing.
            let rest = words(.refusal).reduce(text.lower) { $0.replacing($1, with: " ") }
            guard !words(.alternative).contains(where: rest.holds) else { return nil }
            return ("'\(refusal)' comes without another way", "say what is possible instead, or who can help")
        case .blame:
            guard let phrase = text.first(of: words(.blame)) else { return nil }
            return ("'\(phrase)' blames the customer", "say what is needed, not what was wrong")
        case .shrug:
            guard let phrase = text.first(of: words(.shrug)), !text.text.contains("?"),
                text.first(of: words(.next)) == nil
            else { return nil }
            return (
                "'\(phrase)' is all the customer hears", "say who finds out, when, and how the customer hears"
            )
        case .handoff:
            guard text.isHandoffText, !text.tellsWait else { return nil }
            return (
                "who is handed over does not hear when and how the answer comes",
                "say {{queue.wait}}, {{queue.due}} or {{queue.opens}}, and {{queue.contact}}"
            )
        case .reading:
            guard let ease = Readability.ease(of: text.text, language: text.language),
                ease < standard.lowestEase
            else { return nil }
            return (
                "the text is hard to read: ease \(Int(ease.rounded())), not \(Int(standard.lowestEase)) or more",
                "make sentences shorter, and take shorter words"
            )
        case .length:
            guard text.text.count > standard.longest else { return nil }
            return (
                "the text has \(text.text.count) characters, not at most \(standard.longest)",
                "say less, or say it in two steps"
            )
        case .banned:
            guard let word = text.first(of: words(.banned)) else { return nil }
            return ("'\(word)' is a word we do not say", "say it in plain words")
        case .oneQuestion:
            let count = text.text.count { $0 == "?" }
            guard count > 1 else { return nil }
            return ("\(count) questions are asked at a time", "ask one, and the other one afterwards")
        }
    }

    /// The list that a text must have a word of.
    private var needed: ServiceStandard.List? {
        switch self {
        case .greeting: .assistant
        case .thanks: .thanks
        case .empathy: .empathy
        case .nextStep, .shrug: .next
        case .alternative: .alternative
        case .name, .blame, .handoff, .reading, .length, .banned, .oneQuestion: nil
        }
    }

    private static func quoted(_ words: [String]) -> String {
        words.prefix(3).map { "'\($0)'" }.joined(separator: ", ")
    }
}

extension StandardText {
    /// Whether it is what an intent says whose name is like one of some patterns.
    fileprivate func isAbout(_ patterns: [String]) -> Bool {
        switch kind {
        case .answer(let name), .handoff(let name?): patterns.contains(where: name.isLike)
        case .greeting, .handoff(nil), .other: false
        }
    }

    /// Whether it is an assistant's own text for a handoff, to which the engine adds nothing.
    fileprivate var isHandoffText: Bool { ["texts.handoff_open", "texts.handoff_closed"].contains(label) }
}
