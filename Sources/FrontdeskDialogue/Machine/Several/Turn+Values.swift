import FrontdeskMatching

/// "Cancel A-10022 and A-10025": the same request of several values, told apart by them.
extension Turn {
    /// Says in which order the same thing is done with several values.
    ///
    /// - Parameters:
    ///   - intent: What is done.
    ///   - first: The entities of the first request.
    ///   - others: Those of the others.
    /// - Returns: Whether there are values to say.
    mutating func sayValues(of intent: Intent, _ first: [Entity], behind others: [[Entity]]) -> Bool {
        let values = others.compactMap { value(of: intent, $0) }
        guard let own = value(of: intent, first), !values.isEmpty, values.count == others.count else {
            return false
        }
        say(
            .severalValues,
            kind: .notice,
            with: [value("first", own), value("next", values.joined(separator: ", "))]
        )
        return true
    }

    /// What a request is about: the value of a declared type that its flow asks for.
    func value(of intent: Intent, _ entities: [Entity]) -> String? {
        guard case .flow(let name) = intent.effect, let flow = index.flow(name) else { return nil }
        let found = entities.first { entity in
            BuiltInEntity(rawValue: entity.type) == nil
                && flow.slots.contains { $0.kind == .entity(entity.type) && $0.isAsked }
        }
        guard case .text(let text)? = found?.value else { return nil }
        return text
    }

    func value(_ name: String, _ text: String) -> NamedRecord {
        NamedRecord(name, [.init("value", .text(text))])
    }

    /// Whether what has just been done is what an intent leads to.
    func isOfSameKind(_ intent: Intent) -> Bool {
        guard case .flow(let name) = intent.effect else { return false }
        return tracker.endedFlows.last?.flow == name
    }

    /// An unclear message once for each of its values, now that its intent is known and takes one of them.
    func eachValue(of message: UnclearMessage, for intent: Intent) -> [UnclearMessage] {
        let result = MatchResult(tokens: Tokenizer.tokenize(message.text), entities: message.entities)
        let language = tracker.language.flatMap { Language(tag: $0) } ?? .english
        let lists = ValueList.all(in: result, of: message.text, language)
        guard lists.count == 1, index.takesOne(lists[0].type, intent.name),
            let texts = lists[0].texts(of: message.text, result)
        else { return [message] }
        let list = lists[0]
        return zip(texts, list.single).map { (text, value) -> UnclearMessage in
            var own = value
            own.span = SourceSpan(
                list.values[0].span.start,
                list.values[0].span.start + value.text.utf8.count
            )
            own.tokens = list.tokens.lowerBound..<list.tokens.lowerBound + value.tokens.count
            let others = message.entities.filter { !list.values.contains($0) }
            return UnclearMessage(text: text, entities: [own] + others)
        }
    }

    /// Keeps an unclear message's further values until the first is done, and says so.
    mutating func keep(_ messages: [UnclearMessage], of intent: Intent, behind first: UnclearMessage) {
        guard !messages.isEmpty else { return }
        for message in messages {
            record(.requestKept(NextRequest(intent: intent.name, message: message)))
        }
        _ = sayValues(of: intent, first.entities, behind: messages.map(\.entities))
    }
}

extension AssistantIndex {
    /// Whether an intent leads to a flow that asks for one value of a type, and for one alone.
    func takesOne(_ type: String, _ name: String) -> Bool {
        guard case .flow(let flow) = intent(name)?.effect, let parts = self.flow(flow) else { return false }
        return parts.slots.count { $0.kind == .entity(type) && $0.terms.value == nil } == 1
    }
}
