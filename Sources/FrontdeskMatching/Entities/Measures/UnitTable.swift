/// Words for units, each of up to three words, with what they mean.
struct UnitTable<Unit: Sendable>: Sendable {
    /// Units by their only word.
    private var units: [String: Unit] = [:]
    /// By their first word those that have more, and the others.
    private var phrases: [String: [(others: [String], unit: Unit)]] = [:]
    /// Short forms that only count right behind a digit, because they are words otherwise (`in`, `mi`).
    private var attached: [String: Unit] = [:]

    init() {}

    /// Adds words, each list parted by commas.
    mutating func add(_ unit: Unit, _ words: String) {
        for word in words.split(separator: ",") {
            let parts = word.trimmedSpaces.split(separator: " ").map(String.init)
            guard let first = parts.first else { continue }
            if parts.count == 1 {
                units[first] = unit
            } else {
                phrases[first, default: []].append((Array(parts.dropFirst()), unit))
            }
        }
    }

    /// Adds short forms that only count right behind a digit.
    mutating func addAttached(_ unit: Unit, _ words: String) {
        for word in words.split(separator: ",") { attached[String(word.trimmedSpaces)] = unit }
    }

    /// The words with which a unit can begin.
    var keys: [String] {
        Set(units.keys).union(phrases.keys).sorted()
    }

    /// The longest unit whose first word is given and whose others stand in an utterance.
    ///
    /// - Parameters:
    ///   - first: The first word, or what stands behind the digits of one.
    ///   - index: The place of that word.
    ///   - isAttached: Whether it hangs on digits.
    func unit(
        _ first: String,
        at index: Int,
        of words: UtteranceWords,
        isAttached: Bool = false
    ) -> (unit: Unit, end: Int)? {
        var found = units[first].map { (unit: $0, end: index + 1) }
        for phrase in phrases[first] ?? [] {
            let end = index + 1 + phrase.others.count
            if end > found?.end ?? 0, stands(phrase.others, at: index + 1, in: words) {
                found = (phrase.unit, end)
            }
        }
        if let found { return found }
        return isAttached ? attached[first].map { ($0, index + 1) } : nil
    }

    private func stands(_ others: [String], at index: Int, in words: UtteranceWords) -> Bool {
        for (offset, other) in others.enumerated() {
            let place = index + offset
            guard place < words.count, words[place] == other,
                words.isConnected(place - 1) || isPoint(words, place - 1)
            else { return false }
        }
        return true
    }

    /// Whether a shortened word ends in a point, as in `sq. ft`.
    private func isPoint(_ words: UtteranceWords, _ index: Int) -> Bool {
        words[index].utf8.count <= 3 && words.gap(after: index).elementsEqual(". ".utf8)
    }
}

extension Substring {
    /// The text without spaces and line breaks at its ends.
    fileprivate var trimmedSpaces: Substring {
        let start = drop { $0 == " " || $0 == "\n" }
        let kept = start.reversed().drop { $0 == " " || $0 == "\n" }.count
        return start.prefix(kept)
    }
}
