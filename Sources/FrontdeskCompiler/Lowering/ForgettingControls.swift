import FrontdeskDialogue
import FrontdeskMatching

/// How customers ask to be forgotten, and what is remembered of them.
enum ForgettingControls {
    static let english = [
        "forget me", "forget all about me",
        "(forget|delete) (everything|all|what) you (remember|have remembered) [about me|of me]",
        "forget (everything|all) you know about me", "forget my (data|details) [please]",
        "do not remember (me|anything|anything about me) [any more|anymore]",
        "(stop|quit) remembering (me|things|things about me|that)",
        "i do not want to be remembered [any more|anymore]",
        "i do not want you to remember (me|anything|anything about me|that) [any more|anymore]",
        "i take back my consent [to be remembered]",
    ]
    static let spanish = [
        "olvídame", "olvídate de mí", "olvida todo sobre mí",
        "olvida (todo|lo que|todo lo que) (recuerdas|sabes|has recordado) [de mí|sobre mí]",
        "olvida mis datos",
        "no (recuerdes|guardes) nada [de mí|sobre mí] [más]", "no me recuerdes [más]",
        "deja de recordar (todo|eso|mis datos|cosas de mí)",
        "no quiero que (recuerdes|guardes) nada [de mí|sobre mí]",
        "retiro mi consentimiento [para que me recuerdes]",
    ]

    static let englishQuestions = [
        "[and] what (do you|have you|can you) [still] (remember|remembered) [about me|of me|from before|from last time]",
        "what (do you have|have you|are you|do you keep) (remembered|stored|saved|in memory) (about|of) me",
        "do you [still] remember (me|anything about me|things about me)",
        "(tell|show) me what you (remember|have remembered) [about me]",
        "what (is|was) remembered (about|of) me", "which (things|details) do you remember [about me]",
        "have you (remembered|kept|saved|stored) anything about me",
        "is there anything [that] you remember about me",
        "what have you got (remembered|saved|stored|in memory) about me",
        "what do you [still] know from (before|last time|earlier)",
    ]
    static let spanishQuestions = [
        "[y] qué (recuerdas|has recordado) [de mí|sobre mí|de antes]", "[y] de qué te acuerdas",
        "qué (tienes guardado|has guardado|guardas) (de mí|sobre mí)",
        "(te acuerdas de|recuerdas algo de) mí", "me recuerdas",
        "(dime|enséñame|muéstrame) (qué|lo que) recuerdas [de mí|sobre mí]",
        "qué se recuerda (de|sobre) mí", "qué (cosas|datos) recuerdas [de mí|sobre mí]",
        "(has guardado|guardas|tienes guardado) algo (de|sobre) mí", "hay algo que recuerdes de mí",
        "qué sabes de (antes|la última vez|otras veces)",
    ]

    /// What stands before the name of a value: "forget (my size|…)".
    static func verbs(in language: Language) -> (verb: String, owners: String) {
        switch language {
        case .english: ("(forget|do not remember|stop remembering)", "[my|the]")
        case .spanish: ("(olvida|no recuerdes|no guardes|deja de recordar)", "[mi|la|el]")
        }
    }
}

extension Program {
    /// Whether a slot is remembered across conversations.
    var remembersSlots: Bool {
        flows.contains { flow in flow.slots.contains { $0.terms.remember != nil } }
    }

    /// "Forget my size", for each slot that is remembered.
    func forgettingPatterns(in language: Language) -> [Pattern] {
        let slots = flows.flatMap(\.slots).filter { $0.terms.remember != nil }
        var names: [String] = []
        for slot in slots {
            let title =
                language == Language(tag: assistant.languages[0])
                ? slot.terms.title : slot.terms.title?.translations[language.rawValue]
            let written =
                title?.variants.first?.source ?? slot.name.text.split(separator: "_").joined(separator: " ")
            let words = Tokenizer.tokenize(written).map(\.text)
            let owners: Set<String> = ["my", "your", "the", "tu", "mi", "la", "el", "su"]
            let name = words.drop { owners.contains($0) }.joined(separator: " ")
            if !name.isEmpty, !names.contains(name) { names.append(name) }
        }
        guard !names.isEmpty else { return [] }
        let (verb, owners) = ForgettingControls.verbs(in: language)
        return names.compactMap { try? PatternParser.parse("\(verb) \(owners) \($0)") }
    }
}
