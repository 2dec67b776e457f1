import FrontdeskMatching

/// "A-10022 and A-10025": several values of one type that stand side by side in a message.
struct ValueList {
    /// How many values are taken one after the other at most.
    static let limit = 5

    /// The values, in order; their type is one that the files declare: days and amounts that stand side by side are often
    /// the ends of one stretch.
    let values: [Entity]

    /// Their type.
    var type: String { values[0].type }
    /// The values, equal ones once.
    var single: [Entity] {
        var single: [Entity] = []
        for value in values where !single.contains(where: { $0.value == value.value }) {
            single.append(value)
        }
        return single
    }
    /// The words from the first value to the last.
    var tokens: Range<Int> { values[0].tokens.lowerBound..<values[values.count - 1].tokens.upperBound }

    /// Finds the lists of a message, in order.
    ///
    /// Nothing but words that join, articles and words that came before may stand between the values: "A-1, sorry, A-2" is
    /// no list, and "not A-1 but A-2" is none either.
    static func all(in result: MatchResult, of text: String, _ language: Language) -> [ValueList] {
        guard result.entities.count > 1 else { return [] }
        let values = declared(result, in: text)
        guard values.count > 1 else { return [] }
        let words = ListWords.of(language)
        let negation = NegationWords.of(language)
        var lists: [ValueList] = []
        var run: [Entity] = []
        for value in values {
            if let first = run.first, let last = run.last, first.type == value.type,
                last.tokens.upperBound <= value.tokens.lowerBound,
                words.join(
                    result.tokens[last.tokens.upperBound..<value.tokens.lowerBound].map(\.text),
                    behind: result.tokens.prefix(first.tokens.lowerBound).map(\.text),
                    hasComma: text.utf8.dropFirst(last.span.end).first == UInt8(ascii: ",")
                )
            {
                run.append(value)
                continue
            }
            if run.count > 1 { lists.append(ValueList(values: run)) }
            run = [value]
        }
        if run.count > 1 { lists.append(ValueList(values: run)) }
        return lists.filter { list in
            !list.values.contains { value in
                let place = value.tokens
                return place.lowerBound > 0 && negation.shutOut(place.lowerBound, in: result.tokens, of: text)
                    || negation.shutOut(before: place.upperBound, in: result.tokens, of: text, isTime: false)
            }
        }
    }

    /// The message with each of the values in place of all of them; equal values count once.
    ///
    /// - Returns: nil where there are too many, or another value of the type stands elsewhere in the message.
    func texts(of text: String, _ result: MatchResult) -> [String]? {
        guard Self.declared(result, in: text).count(where: { $0.type == type }) == values.count else {
            return nil
        }
        let single = single
        guard (2...Self.limit).contains(single.count) else { return nil }
        let start = String(decoding: text.utf8.prefix(values[0].span.start), as: UTF8.self)
        let end = String(decoding: text.utf8.dropFirst(values[values.count - 1].span.end), as: UTF8.self)
        return single.map { start + $0.text + end }
    }

    /// The values of declared types that stand in a text, which what other sentences tell does not; of readings that overlap, the longer one comes first.
    private static func declared(_ result: MatchResult, in text: String) -> [Entity] {
        var values: [Entity] = []
        for entity in result.entities where BuiltInEntity(rawValue: entity.type) == nil {
            guard case .text = entity.value, values.last?.span.overlaps(entity.span) != true,
                entity.tokens.upperBound <= result.tokens.count,
                text.utf8.dropFirst(entity.span.start).prefix(entity.span.end - entity.span.start)
                    .elementsEqual(entity.text.utf8)
            else { continue }
            values.append(entity)
        }
        return values
    }
}

/// The words between the members of a list.
private struct ListWords {
    let joining: Set<String>
    let light: Set<String>

    static func of(_ language: Language) -> ListWords {
        switch language {
        case .english: english
        case .spanish: spanish
        }
    }

    private static let english = ListWords(
        joining: ["and", "or", "plus"],
        light: DialogueWords.set("the my order orders number numbers no nr also then")
    )
    private static let spanish = ListWords(
        joining: ["y", "e", "o", "u"],
        light: DialogueWords.set("el la los las mi mis pedido pedidos numero numeros tambien")
    )

    /// Whether words between two values do nothing but join them; nouns that came before may come again.
    func join(_ words: [String], behind before: [String], hasComma: Bool) -> Bool {
        guard hasComma || words.contains(where: joining.contains) else { return false }
        return words.allSatisfy { word in
            joining.contains(word) || light.contains(word) || before.contains(word)
                || before.contains(word + "s")
        }
    }
}
