/// Two texts word by word: what both say, and what only one of them says.
///
/// ```swift
/// let difference = WordDifference(from: "Your order is late.", to: "Your parcel is late.")
/// difference.old.filter(\.isChanged).map(\.text)  // ["order"]
/// ```
package struct WordDifference: Sendable, Hashable {
    /// A stretch of one of the texts.
    package struct Run: Sendable, Hashable {
        /// Its text, blanks included.
        package var text: String
        /// Whether the other text has it not.
        package var isChanged: Bool

        /// Makes a stretch.
        package init(_ text: String, isChanged: Bool) {
            self.text = text
            self.isChanged = isChanged
        }
    }

    /// The stretches of the first text, in order; joined they are the text.
    package let old: [Run]
    /// Those of the second text.
    package let new: [Run]

    /// Compares two texts.
    ///
    /// As many words as possible are taken as said by both. Where that is less than a fifth of the longer text, single
    /// words in common tell nobody anything, and all of both is changed.
    package init(from old: String, to new: String) {
        let first = Words(old)
        let second = Words(new)
        var common = Self.common(first.words, second.words)
        if common.count * 5 < max(first.words.count, second.words.count) { common = [] }
        self.old = first.runs(keeping: common.map { ($0.old, $0.new) }, of: second)
        self.new = second.runs(keeping: common.map { ($0.new, $0.old) }, of: first)
    }

    /// So many comparisons are made at most; of longer texts only the equal ends count as common.
    private static let comparisonLimit = 4_000_000

    /// A longest row of words that both have in the same order, by their places.
    private static func common(_ old: [Substring], _ new: [Substring]) -> [(old: Int, new: Int)] {
        var start = 0
        while start < min(old.count, new.count), old[start] == new[start] { start += 1 }
        var end = 0
        while end < min(old.count, new.count) - start, old[old.count - 1 - end] == new[new.count - 1 - end] {
            end += 1
        }
        var pairs = (0..<start).map { (old: $0, new: $0) }
        pairs += inner(old, start..<(old.count - end), new, start..<(new.count - end))
        pairs += (0..<end).reversed().map { (old: old.count - 1 - $0, new: new.count - 1 - $0) }
        return pairs
    }

    private static func inner(
        _ old: [Substring],
        _ oldRange: Range<Int>,
        _ new: [Substring],
        _ newRange: Range<Int>
    ) -> [(old: Int, new: Int)] {
        let width = newRange.count + 1
        guard !oldRange.isEmpty, !newRange.isEmpty, oldRange.count * newRange.count <= comparisonLimit else {
            return []
        }
        // best[i * width + j]: how many words the rest of both from there on have in common.
        var best = Array(repeating: 0, count: (oldRange.count + 1) * width)
        for i in oldRange.indices.reversed().map({ $0 - oldRange.lowerBound }) {
            for j in (0..<newRange.count).reversed() {
                let isSame = old[oldRange.lowerBound + i] == new[newRange.lowerBound + j]
                best[i * width + j] =
                    isSame
                    ? best[(i + 1) * width + j + 1] + 1
                    : max(best[(i + 1) * width + j], best[i * width + j + 1])
            }
        }
        var pairs: [(old: Int, new: Int)] = []
        var i = 0
        var j = 0
        while i < oldRange.count, j < newRange.count {
            if old[oldRange.lowerBound + i] == new[newRange.lowerBound + j] {
                pairs.append((oldRange.lowerBound + i, newRange.lowerBound + j))
                i += 1
                j += 1
            } else if best[(i + 1) * width + j] >= best[i * width + j + 1] {
                i += 1
            } else {
                j += 1
            }
        }
        return pairs
    }
}

/// A text as words, and what stands around them.
private struct Words {
    /// Letters and digits that stand together, or one other character that is no blank.
    private(set) var words: [Substring] = []
    /// The blanks before each word, and those behind the last.
    private var gaps: [Substring] = []

    init(_ text: String) {
        var rest = Substring(text)
        while true {
            let gap = rest.prefix { $0.isWhitespace }
            gaps.append(gap)
            rest = rest[gap.endIndex...]
            guard !rest.isEmpty else { return }
            let letters = rest.prefix { $0.isLetter || $0.isNumber }
            words.append(letters.isEmpty ? rest.prefix(1) : letters)
            rest = rest[(words.last ?? rest).endIndex...]
        }
    }

    /// The text in stretches, given the words that the other one has too, by place here and there.
    ///
    /// Blanks are changed where the words on both sides are, and where the other text has others in the same place.
    func runs(keeping pairs: [(here: Int, there: Int)], of other: Words) -> [WordDifference.Run] {
        var partners: [Int?] = Array(repeating: nil, count: words.count)
        for pair in pairs { partners[pair.here] = pair.there }
        var runs: [WordDifference.Run] = []
        func add(_ text: Substring, _ isChanged: Bool) {
            guard !text.isEmpty else { return }
            if let last = runs.indices.last, runs[last].isChanged == isChanged {
                runs[last].text += text
            } else {
                runs.append(WordDifference.Run(String(text), isChanged: isChanged))
            }
        }
        for place in gaps.indices {
            add(gaps[place], isGapChanged(place, partners, other))
            if place < words.count { add(words[place], partners[place] == nil) }
        }
        return runs
    }

    private func isGapChanged(_ place: Int, _ partners: [Int?], _ other: Words) -> Bool {
        // Where a text begins or ends, the other does too.
        let before = place == 0 ? -1 : partners[place - 1]
        let after = place == words.count ? other.words.count : partners[place]
        guard let before, let after else { return before == nil && after == nil }
        return after == before + 1 && gaps[place] != other.gaps[after]
    }
}
