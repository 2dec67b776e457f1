import FrontdeskMatching

/// "Next week", "mejor el 1 de diciembre": nothing but a value for the flow that is under way.
extension Turn {
    /// Whether a message says nothing but a value that the flow under way takes, while it has asked something.
    ///
    /// Whatever sentences it resembles, it answers or corrects.
    func isBareValue(_ utterance: Utterance) -> Bool {
        guard tracker.owner == .desk, utterance.inbound.choice == nil, !utterance.match.entities.isEmpty,
            hasAskedInFlow, let flow = tracker.flow.flatMap({ index.flow($0.flow) })
        else { return false }
        let types = flow.slots.compactMap { slot -> String? in
            guard slot.isAsked, slot.terms.value == nil, case .entity(let type) = slot.kind else {
                return nil
            }
            return type
        }
        let values = utterance.match.entities.filter { types.contains($0.type) }
        guard !values.isEmpty else { return false }
        let around = BareWords.of(utterance.language)
        return utterance.match.tokens.indices.allSatisfy { place in
            let word = utterance.match.tokens[place].text
            return values.contains { $0.tokens.contains(place) } || around.contains(word)
                || utterance.words.empty.contains(word) || utterance.words.correction.contains(word)
                // "Friday doesn't work, 1 December."
                || utterance.negation.unsuitable.contains { $0.contains(word) }
        }
    }

    /// What can be done with the value that is all of a message, the likeliest first: "A-10021" out of the blue.
    func takers(ofValueIn utterance: Utterance) -> [Candidate] {
        guard let type = typeOfBareValue(utterance) else { return [] }
        let takers = assistant.intents.filter { index.takesOne(type, $0.name) }.enumerated().map {
            (place, intent) -> (candidate: Candidate, likely: Double, steps: Int, place: Int) in
            let found = utterance.match.candidates.first { $0.intent == intent.name }
            let confidence = found?.confidence ?? 0
            // What nobody would ask back about says nothing of which is meant.
            let likely = confidence < assistant.thresholds.clarify ? 0 : confidence
            let candidate = found ?? Candidate(intent: intent.name, confidence: 0)
            return (candidate, likely, steps(of: intent), place)
        }
        // Of equally likely ones the value comes nearest to settling the shortest.
        return takers.sorted { ($1.likely, $0.steps, $0.place) < ($0.likely, $1.steps, $1.place) }
            .prefix(3).map(\.candidate)
    }

    /// How many values an intent's flow asks for.
    private func steps(of intent: Intent) -> Int {
        guard case .flow(let name) = intent.effect, let flow = index.flow(name) else { return 0 }
        return flow.slots.count { $0.isAsked && $0.terms.value == nil }
    }

    /// The type of the declared value that is all of a message: no request is in it, whatever sentences it resembles.
    func typeOfBareValue(_ utterance: Utterance) -> String? {
        guard let value = utterance.match.entities.first(where: { BuiltInEntity(rawValue: $0.type) == nil })
        else { return nil }
        let around = BareWords.of(utterance.language)
        let isAll = utterance.match.tokens.indices.allSatisfy { place in
            let word = utterance.match.tokens[place].text
            return utterance.match.entities.contains { $0.type == value.type && $0.tokens.contains(place) }
                || around.contains(word) || utterance.words.empty.contains(word)
        }
        return isAll ? value.type : nil
    }

    /// "The second": a position by itself says nothing but what it is a position of.
    func isBarePosition(_ utterance: Utterance) -> Bool {
        let ordinals = utterance.match.entities.filter { entity in
            if case .ordinal = entity.value { true } else { false }
        }
        guard !ordinals.isEmpty else { return false }
        return utterance.match.tokens.indices.allSatisfy { place in
            ordinals.contains { $0.tokens.contains(place) }
                || utterance.words.position.contains(utterance.match.tokens[place].text)
        }
    }

    private var hasAskedInFlow: Bool {
        switch tracker.question {
        case .slot, .state, .confirmation, .change: true
        default: false
        }
    }
}

/// The words that may stand around a value without saying anything else, beside those that are empty anywhere.
enum BareWords {
    static func of(_ language: Language) -> Set<String> {
        switch language {
        case .english: english
        case .spanish: spanish
        }
    }

    private static let english = DialogueWords.set(
        """
        make take change say then better rather from about around at by until but so maybe perhaps not only just how what
        prefer let s
        """
    )

    private static let spanish = DialogueWords.set(
        """
        para pues entonces sea seria ponlo ponme ponga pon hacia desde partir por hasta pero quizas tal vez solo prefiero
        preferiria cambia cambialo cambie dia fecha mejor dejalo
        """
    )
}
