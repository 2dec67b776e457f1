/// Finds the values of an entity type that a regular expression declares.
struct RegexRecognizer: Sendable {
    let name: String
    let pattern: RegexPattern
    let template: EntityTemplate?
    /// Kinds of bytes of which a match holds at least one; nil when nothing is known.
    let required: ByteKinds?

    /// - Parameter normalise: A template for values; one that names a group which the expression lacks counts as none.
    init(name: String, pattern: RegexPattern, normalise: String?) {
        self.name = name
        self.pattern = pattern
        template = normalise.flatMap { try? EntityTemplate($0, captureCount: pattern.captureCount) }
        required = pattern.search.required.map { ByteKinds($0) }
    }

    func recognize(
        _ words: UtteranceWords,
        using workspace: inout EntityWorkspace
    ) {
        pattern.search.find(in: words.bytes, using: &workspace.matches)
        for number in workspace.matches.found.indices {
            let range = workspace.matches.found[number].range
            let tokens = words.tokens(in: range)
            // The expression knows ASCII words alone; a letter of another script may still be cut through.
            guard !tokens.isEmpty, !words.isInsideWord(range.lowerBound),
                !words.isInsideWord(range.upperBound)
            else { continue }
            let value =
                template.map { fill($0, range, words, &workspace.matches) }
                ?? words.originalText(range)
            workspace.readings.append(
                EntityReading(.regex, type: name, tokens: tokens, bytes: range, value: .text(value))
            )
        }
    }

    private func fill(
        _ template: EntityTemplate,
        _ match: Range<Int>,
        _ words: UtteranceWords,
        _ buffers: inout RegexSearch.Buffers
    ) -> String {
        buffers.groups.removeAll(keepingCapacity: true)
        if template.usesGroups {
            pattern.search.findGroups(in: words.bytes, of: match, using: &buffers)
        }
        var result = ""
        for part in template.parts {
            switch part {
            case .text(let text): result += text
            case .group(0): result += words.originalText(match)
            case .group(let number):
                if number <= buffers.groups.count, let group = buffers.groups[number - 1] {
                    result += words.originalText(group)
                }
            case .digits:
                for place in match where ByteSet.digits.contains(words.bytes[place]) {
                    result.unicodeScalars.append(Unicode.Scalar(words.bytes[place]))
                }
            }
        }
        return result
    }
}
