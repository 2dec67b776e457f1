/// Finds the entities of an utterance: the built-in types and those that an assistant declares.
///
/// One pass over the bytes and one look-up a word decide which recognizers can find anything at all; only those run.
package final class EntityRecognizer: Sendable {
    /// How many words of an utterance may begin a built-in entity.
    ///
    /// Prose of the longest utterance has a hundred; only a wall of numbers has more, and would take milliseconds. What
    /// stands behind the last of them is read for an assistant's own regular expressions and lists alone.
    static let startLimit = 400

    /// From so many values on, a list is kept in flat arrays.
    private static let largeCount = 5000

    private let regexTypes: [RegexRecognizer]
    private let gazetteers: GazetteerIndex
    private let largeGazetteers: [LargeGazetteer]
    /// The words of patterns, which are never taken for mistyped ones.
    private let isKnown: @Sendable (String) -> Bool
    private let readsSpanish: Bool
    /// The built-in types beyond those that are found everywhere.
    private let requested: RequestedEntities
    /// Whose phone numbers need no `+`.
    private let country: PhoneCountry?
    /// Further names of built-in types.
    private let renamed: [String: [String]]
    /// What each known word can wake.
    private let hints: WordTable<EntityHints>

    /// Prepares the recognizers.
    ///
    /// - Parameters:
    ///   - types: The declared types, in file order. Of the built-in ones only those must be among them that are not
    ///     always found, or that have another name. A `normalise` that names a group which the expression lacks counts as
    ///     none; the compiler refuses it before it comes here.
    ///   - languages: The languages whose numbers, dates and names are read, besides English.
    ///   - isKnown: Whether the assistant's patterns have a word, so that it is no mistyped value of a gazetteer.
    package init(
        types: [EntityType] = [],
        languages: [Language] = [.english],
        isKnown: @escaping @Sendable (String) -> Bool = { _ in false }
    ) {
        var regexTypes: [RegexRecognizer] = []
        var lists: [(type: String, entries: [GazetteerEntry])] = []
        var large: [LargeGazetteer] = []
        var requested: RequestedEntities = []
        var renamed: [String: [String]] = [:]
        var country: PhoneCountry?
        for type in types {
            switch type.recognition {
            case .builtIn(let builtIn):
                requested.formUnion(RequestedEntities(builtIn))
                if type.name != builtIn.rawValue { renamed[builtIn.rawValue, default: []].append(type.name) }
            case .phone(let phoneCountry): country = phoneCountry
            case .regex(let pattern, let normalise):
                regexTypes.append(
                    RegexRecognizer(name: type.name, pattern: pattern, normalise: normalise)
                )
            case .gazetteer(let entries) where entries.count < Self.largeCount:
                lists.append((type.name, entries))
            case .gazetteer(let entries):
                large.append(LargeGazetteer(type: type.name, entries: entries, findsMistyped: false))
            case .fuzzyGazetteer(let entries):
                large.append(LargeGazetteer(type: type.name, entries: entries, findsMistyped: true))
            }
        }
        self.regexTypes = regexTypes
        gazetteers = GazetteerIndex(lists)
        largeGazetteers = large
        self.isKnown = isKnown
        readsSpanish = languages.contains(.spanish)
        var hints = EntityHints.ofWords
        if readsSpanish { hints.merge(SpanishEntities.hints) { $0.union($1) } }
        if !requested.isEmpty {
            hints.merge(requested.hints(inSpanish: readsSpanish)) { $0.union($1) }
        }
        self.requested = requested
        self.renamed = renamed
        self.country = country
        for word in gazetteers.firstWords { hints[word, default: []].formUnion(.gazetteer) }
        self.hints = WordTable(hints)
    }

    /// Finds all entities of an utterance.
    ///
    /// - Parameters:
    ///   - text: The folded utterance.
    ///   - tokens: Its words, as the tokenizer cut them.
    /// - Returns: The entities by position, of those that begin together the longest first. Readings of different types
    ///   may overlap; what lies strictly inside a longer address, date, amount, regex or gazetteer entity is left out.
    package func recognize(_ text: NormalizedText, tokens: [Token]) -> [Entity] {
        var workspace = EntityWorkspace()
        return recognize(text, tokens: tokens, hashes: tokens.map { Hash.word($0.text) }, using: &workspace)
    }

    /// The same with the tokens' hashes, and memory that serves one utterance after the other.
    func recognize(
        _ text: NormalizedText,
        tokens: [Token],
        hashes: [UInt64],
        using workspace: inout EntityWorkspace
    ) -> [Entity] {
        guard !tokens.isEmpty else { return [] }
        let present = ByteKinds(of: text.bytes)
        var found = EntityHints.ofBytes(text.bytes, present)
        workspace.starts.removeAll(keepingCapacity: true)
        for index in tokens.indices {
            if let hint = hints[tokens[index].text, hash: hashes[index]] {
                found.formUnion(PersonNameRecognizer.confirmed(hint, tokens, at: index))
                workspace.starts.append(index)
            } else if found.contains(.digit), tokens[index].text.beginsWithDigit {
                workspace.starts.append(index)
            }
        }
        found.remove(.lead)
        workspace.regexes.removeAll(keepingCapacity: true)
        for index in regexTypes.indices where regexTypes[index].required?.isDisjoint(with: present) != true {
            workspace.regexes.append(index)
        }
        if found.isEmpty && workspace.regexes.isEmpty && !holdsLargeValue(tokens, &workspace.largeGazetteers)
        {
            return []
        }
        workspace.ranges.removeAll(keepingCapacity: true)
        for token in tokens { workspace.ranges.append(text.foldedRange(token.span)) }
        let words = UtteranceWords(text, tokens, ranges: workspace.ranges, starts: workspace.starts)
        return entities(in: words, found, using: &workspace)
    }

    /// The same without a look at what the utterance can hold at all: slower, and the measure of `recognize(_:tokens:)`.
    func recognizeUnfiltered(_ text: NormalizedText, tokens: [Token]) -> [Entity] {
        guard !tokens.isEmpty else { return [] }
        var workspace = EntityWorkspace()
        workspace.regexes = Array(regexTypes.indices)
        return entities(in: UtteranceWords(text, tokens), .all, using: &workspace)
    }

    private func entities(
        in words: UtteranceWords,
        _ found: EntityHints,
        using workspace: inout EntityWorkspace
    ) -> [Entity] {
        workspace.readings.removeAll(keepingCapacity: true)
        defer { workspace.forget() }
        for index in workspace.regexes { regexTypes[index].recognize(words, using: &workspace) }
        if found.contains(.gazetteer) {
            gazetteers.recognize(words, using: &workspace.gazetteers, into: &workspace.readings)
        }
        for gazetteer in largeGazetteers {
            gazetteer.recognize(
                words,
                isKnown: isOrdinary,
                using: &workspace.largeGazetteers,
                into: &workspace.readings
            )
        }
        let near = words.upToStart(Self.startLimit)
        recognizeBuiltIn(near, found, using: &workspace)
        if !requested.isEmpty {
            requested.recognize(near, found, inSpanish: readsSpanish, using: &workspace)
        }
        guard !workspace.readings.isEmpty else { return [] }
        EntityReading.resolve(&workspace.readings, using: &workspace.weighing)
        return entities(of: workspace.readings, in: words)
    }

    /// The readings as entities; behind each of a built-in type comes the same under its other names.
    private func entities(of readings: [EntityReading], in words: UtteranceWords) -> [Entity] {
        var count = readings.count
        if !renamed.isEmpty { for reading in readings { count += renamed[reading.type]?.count ?? 0 } }
        var entities: [Entity] = []
        entities.reserveCapacity(count)
        for reading in readings {
            let span = words.text.originalSpan(reading.bytes.lowerBound, reading.bytes.upperBound)
            guard isWhole(reading.tokens, span, words) else { continue }
            var entity = Entity(
                type: reading.type,
                span: span,
                tokens: reading.tokens,
                text: words.text.originalText(span),
                value: reading.value
            )
            entities.append(entity)
            guard !renamed.isEmpty, let names = renamed[reading.type] else { continue }
            for name in names {
                entity.type = name
                entities.append(entity)
            }
        }
        return entities
    }

    /// Whether a value of a large gazetteer may be there.
    private func holdsLargeValue(_ tokens: [Token], _ buffers: inout LargeGazetteer.Buffers) -> Bool {
        for gazetteer in largeGazetteers {
            for token in tokens where gazetteer.mayBegin(with: token.text, using: &buffers) { return true }
        }
        return false
    }

    /// Whether a word is one of everyday language or of the assistant's patterns.
    private func isOrdinary(_ word: String) -> Bool {
        hints[word] != nil || OrdinaryWords.all.contains(word) || isKnown(word)
    }

    /// Whether a span shares no character with the words beside it, as the halves of `½` (folded to `1/2`) do.
    private func isWhole(_ tokens: Range<Int>, _ span: SourceSpan, _ words: UtteranceWords) -> Bool {
        if tokens.lowerBound > 0, words.tokens[tokens.lowerBound - 1].span.overlaps(span) { return false }
        return tokens.upperBound >= words.count || !words.tokens[tokens.upperBound].span.overlaps(span)
    }

    /// Finds the types that every assistant has; numbers are left behind, because other types are made of them.
    private func recognizeBuiltIn(
        _ words: UtteranceWords,
        _ found: EntityHints,
        using workspace: inout EntityWorkspace
    ) {
        if found.contains(.atSign) { EmailRecognizer.recognize(words, into: &workspace.readings) }
        if found.contains(.innerDot) { URLRecognizer.recognize(words, into: &workspace.readings) }
        // What a customer's language reads comes before what all languages are read as.
        workspace.ownNumbers.removeAll(keepingCapacity: true)
        if readsSpanish {
            SpanishEntities.recognize(words, found, &workspace.ownNumbers, into: &workspace.readings)
        }
        if found.contains(.personName) { PersonNameRecognizer.recognize(words, into: &workspace.readings) }
        let hasDigit = found.contains(.digit)
        workspace.numbers.read(wordCount: words.count, own: workspace.ownNumbers) { numbers in
            if hasDigit || found.contains(.number) { NumberRecognizer.find(in: words, into: &numbers) }
        }
        guard !found.isDisjoint(with: [.digit, .number, .ordinal, .date, .time]) else { return }
        let placed = workspace.numbers
        for number in placed.all[..<placed.commonCount] { workspace.readings.append(number.reading) }
        if hasDigit || found.contains(.ordinal) {
            OrdinalRecognizer.recognize(words, into: &workspace.readings)
        }
        if !found.isDisjoint(with: [.digit, .number, .ordinal, .date]) {
            DateRecognizer.recognize(words, placed, into: &workspace.readings)
        }
        if !found.isDisjoint(with: [.digit, .number, .time]) {
            TimeRecognizer.recognize(words, into: &workspace.readings)
        }
        if hasDigit || !placed.all.isEmpty {
            MoneyRecognizer.recognize(words, placed.all, into: &workspace.readings)
        }
        if hasDigit { PhoneRecognizer.recognize(words, country: country, into: &workspace.readings) }
    }
}
