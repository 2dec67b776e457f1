import FrontdeskDialogue

/// One wording of the desk, as the standard looks at it.
struct StandardText {
    /// What kind of text it is.
    enum Kind: Hashable {
        case greeting
        /// The answer of an intent.
        case answer(String)
        /// What is said on the way to a human, by an intent or in a flow.
        case handoff(String?)
        /// A question, a text of a flow or one of the engine's own.
        case other
    }

    var kind: Kind
    var language: String
    /// What is said, with a word in place of each value.
    var text: String
    /// The same in small letters.
    var lower: String
    /// How often the customer is called by name.
    var names: Int
    /// Whether something can be picked or opened.
    var hasPieces: Bool
    /// Whether the intent offers others after it.
    var suggests: Bool
    /// Whether it only answers a courtesy, such as thanks.
    var isCourtesy: Bool
    /// Whether values of the queue tell when and how the answer comes.
    var tellsWait: Bool
    /// Whether the flow goes on after it, so that more is said or asked at once.
    var isFollowed: Bool
    var place: Place
    /// How an author would name it: `order.status: answer`.
    var label: String

    /// Whether it holds one of some words or phrases, whole words only.
    func first(of phrases: [String]) -> String? {
        phrases.first { phrase in lower.holds(phrase) }
    }

    /// The sentences, without their ends.
    var sentences: [String] {
        text.split { ".!?".contains($0) }.map(String.init).filter { $0.contains(where: \.isLetter) }
    }
}

extension String {
    /// Whether a phrase stands in the text and no letter touches it.
    func holds(_ phrase: String) -> Bool {
        for range in ranges(of: phrase) {
            let before = range.lowerBound == startIndex ? nil : self[index(before: range.lowerBound)]
            let after = range.upperBound == endIndex ? nil : self[range.upperBound]
            if !(before?.isLetter ?? false), !(after?.isLetter ?? false) { return true }
        }
        return false
    }

    /// Whether the text is like a pattern in which `*` stands for anything.
    func isLike(_ pattern: String) -> Bool {
        let parts = pattern.split(separator: "*", omittingEmptySubsequences: false).map(String.init)
        guard parts.count > 1 else { return self == pattern }
        guard hasPrefix(parts[0]), hasSuffix(parts[parts.count - 1]) else { return false }
        var rest = self[index(startIndex, offsetBy: parts[0].count)...]
        for part in parts.dropFirst().dropLast() where !part.isEmpty {
            guard let range = rest.ranges(of: part).first else { return false }
            rest = rest[range.upperBound...]
        }
        return rest.count >= parts[parts.count - 1].count
    }
}

extension Program {
    /// Every wording in every language, with what it belongs to.
    func standardTexts() -> [StandardText] {
        var copy = self
        let first = assistant.languages.first ?? "en"
        let courtesies = Set(intents.filter(\.isCourtesy).map(\.name.text))
        let suggesting = Set(intents.filter { !$0.suggests.isEmpty }.map(\.name.text))
        let parts = Dictionary(partials.map { ($0.name.text, $0.response) }) { first, _ in first }
        let followed = followedPlaces
        var texts: [StandardText] = []
        copy.visitResponses { response, owner, label in
            let kind = StandardText.Kind(owner, label)
            for (language, spoken) in [(first, response)]
                + response.translations.sorted(by: { $0.key < $1.key })
            {
                for wording in spoken.variants {
                    let text = wording.plain { name in
                        let partial = parts[name]
                        return (language == first ? partial : partial?.translations[language])?.variants.first
                    }
                    var intent = ""
                    if case .intent(let name) = owner { intent = name }
                    texts.append(
                        StandardText(
                            kind: kind,
                            language: language,
                            text: text,
                            lower: text.lowercased(),
                            names: wording.count(ofRoot: "customer", ["name", "first_name", "called"]),
                            hasPieces: !response.choices.isEmpty || !spoken.content.isEmpty,
                            suggests: suggesting.contains(intent),
                            isCourtesy: courtesies.contains(intent),
                            tellsWait: wording.count(ofRoot: "queue", ["wait", "due", "opens", "contact"])
                                > 0,
                            isFollowed: followed.contains(response.place),
                            place: spoken.place,
                            label: owner.label + label
                        )
                    )
                }
            }
        }
        return texts
    }
}

extension Program {
    /// Where texts stand after which a flow goes on.
    fileprivate var followedPlaces: Set<Place> {
        Set(
            transitions.compactMap { _, transition in
                switch transition.target {
                case .state, .history, .flow, .stay: transition.say?.place
                case .end, .handoff, .pass: nil
                }
            }
        )
    }
}

extension TextOwner {
    fileprivate var label: String {
        switch self {
        case .assistant: ""
        case .intent(let name), .flow(let name): "\(name): "
        }
    }
}

extension StandardText.Kind {
    fileprivate init(_ owner: TextOwner, _ label: String) {
        switch owner {
        case .assistant where label == "greeting": self = .greeting
        case .intent(let name) where label == "answer": self = .answer(name)
        case .intent(let name): self = .handoff(name)
        case .flow where label.hasSuffix("handoff.say"): self = .handoff(nil)
        default: self = .other
        }
    }
}

extension Template {
    /// The text with a word in place of each value.
    fileprivate func plain(depth: Int = 0, _ partial: (String) -> Template?) -> String {
        segments.map { segment in
            switch segment {
            case .text(let text): text
            case .field(_, let filters): filters.contains(where: \.mayBeSilent) ? "" : "it"
            case .partial(let name): depth < 8 ? partial(name)?.plain(depth: depth + 1, partial) ?? "" : ""
            }
        }.joined()
    }

    fileprivate func count(ofRoot root: String, _ fields: [String]) -> Int {
        segments.count { segment in
            guard case .field(let path, _) = segment else { return false }
            return path.root == root && fields.contains(path.field ?? "")
        }
    }
}

extension Template.Filter {
    /// Whether the value is said only where there is one.
    fileprivate var mayBeSilent: Bool {
        switch self {
        case .prefix, .suffix: true
        default: false
        }
    }
}
