/// Words for units, each of up to three words, with what they mean.
struct UnitTable<Unit: Sendable>: Sendable {
    /// Units by their words, parted by single spaces.
    private var units: [String: Unit] = [:]
    /// Short forms that only count right behind a digit, because they are words otherwise (`in`, `mi`).
    private var attached: [String: Unit] = [:]

    init() {}

    /// Adds words, each list parted by commas.
    mutating func add(_ unit: Unit, _ words: String) {
        for word in words.split(separator: ",") { units[String(word.trimmedSpaces)] = unit }
    }

    /// Adds short forms that only count right behind a digit.
    mutating func addAttached(_ unit: Unit, _ words: String) {
        for word in words.split(separator: ",") { attached[String(word.trimmedSpaces)] = unit }
    }

    /// The words with which a unit can begin.
    var keys: [String] {
        (units.keys.map { $0.prefix { $0 != " " } }.map(String.init)).sorted()
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
        var found: (Unit, Int)?
        var text = first
        var end = index + 1
        while true {
            if let unit = units[text] { found = (unit, end) }
            guard end < index + 3, end < words.count, words.isConnected(end - 1) || isPoint(words, end - 1)
            else { break }
            text += " " + words[end]
            end += 1
        }
        if let found { return found }
        return isAttached ? attached[first].map { ($0, index + 1) } : nil
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
