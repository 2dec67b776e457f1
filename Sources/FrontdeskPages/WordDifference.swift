/// Two texts word by word: what both say, and what only one of them says.
///
/// ```swift
/// let difference = WordDifference(from: "Your order is late.", to: "Your parcel is late.")
/// difference.old.filter(\.isChanged).map(\.text)  // ["order"]
/// ```
package struct WordDifference: Sendable, Hashable {
    /// A stretch of both texts.
    package struct Part: Sendable, Hashable {
        /// What the first text says there; empty when it says nothing.
        package var old: String
        /// What the second one says there.
        package var new: String
        /// Whether they differ there.
        package var isChanged: Bool
    }

    /// A stretch of one of the texts.
    package struct Run: Sendable, Hashable {
        /// Its text, blanks included.
        package var text: String
        /// Whether the other text does not say it.
        package var isChanged: Bool

        /// Makes a stretch.
        package init(_ text: String, isChanged: Bool) {
            self.text = text
            self.isChanged = isChanged
        }
    }

    /// The stretches of both texts, in order; to take one for the same that differs only in words, set its `isChanged`.
    package var parts: [Part]

    /// The stretches of the first text, in order: joined they are the text.
    ///
    /// Blanks at the edges of what changed count as the same.
    package var old: [Run] { Self.runs(parts.map { Run($0.old, isChanged: $0.isChanged) }) }
    /// Those of the second text.
    package var new: [Run] { Self.runs(parts.map { Run($0.new, isChanged: $0.isChanged) }) }

    /// How alike the texts are, from 0 to 1: the share of their letters that stand in both.
    package var likeness: Double {
        let all = parts.reduce(0) { $0 + $1.old.count + $1.new.count }
        let same = parts.reduce(0) { $0 + ($1.isChanged ? 0 : $1.old.count + $1.new.count) }
        return all == 0 ? 1 : Double(same) / Double(all)
    }

    /// Compares two texts.
    ///
    /// As many words as possible are taken as said by both. Where that is less than a fifth of the longer text, single
    /// words in common tell nobody anything, and all of both is changed.
    package init(from old: String, to new: String) {
        let first = Words(old)
        let second = Words(new)
        var common = CommonWords(first.words, second.words).pairs
        if common.count * 5 < max(first.words.count, second.words.count) { common = [] }
        parts = []
        var last = (old: -1, new: -1)
        for pair in common + [(first.words.count, second.words.count)] {
            addBetween(first.between(last.old, pair.old), second.between(last.new, pair.new))
            last = pair
            guard pair.old < first.words.count else { break }
            let word = String(first.words[pair.old])
            add(Part(old: word, new: word, isChanged: false))
        }
    }

    /// What stands between two words that both have; blanks at its ends that both have there are the same.
    private mutating func addBetween(_ old: Substring, _ new: Substring) {
        let before = old.prefix(while: \.isWhitespace)
        let isSameBefore = new.prefix(while: \.isWhitespace) == before
        let skipped = isSameBefore ? before.count : 0
        let (old, new) = (old.dropFirst(skipped), new.dropFirst(skipped))
        let after = Self.blanksBehind(old)
        let isSameAfter = Self.blanksBehind(new) == after
        let (inner, other) = isSameAfter ? (old.dropLast(after.count), new.dropLast(after.count)) : (old, new)
        if isSameBefore { add(Part(old: String(before), new: String(before), isChanged: false)) }
        add(Part(old: String(inner), new: String(other), isChanged: inner != other))
        if isSameAfter { add(Part(old: String(after), new: String(after), isChanged: false)) }
    }

    private static func blanksBehind(_ text: Substring) -> Substring {
        let last = text.lastIndex { !$0.isWhitespace }
        return text[(last.map(text.index(after:)) ?? text.startIndex)...]
    }

    private mutating func add(_ part: Part) {
        guard !part.old.isEmpty || !part.new.isEmpty else { return }
        if let last = parts.indices.last, parts[last].isChanged == part.isChanged {
            parts[last].old += part.old
            parts[last].new += part.new
        } else {
            parts.append(part)
        }
    }

    private static func runs(_ stretches: [Run]) -> [Run] {
        var runs: [Run] = []
        func add(_ text: Substring, _ isChanged: Bool) {
            guard !text.isEmpty else { return }
            if let last = runs.indices.last, runs[last].isChanged == isChanged {
                runs[last].text += text
            } else {
                runs.append(Run(String(text), isChanged: isChanged))
            }
        }
        for stretch in stretches {
            let text = stretch.text
            guard stretch.isChanged, let first = text.firstIndex(where: { !$0.isWhitespace }),
                let last = text.lastIndex(where: { !$0.isWhitespace })
            else {
                add(text[...], stretch.isChanged)
                continue
            }
            add(text[..<first], false)
            add(text[first...last], true)
            add(text[text.index(after: last)...], false)
        }
        return runs
    }
}

/// A text as words: letters and digits that stand together, or another character that is no blank, as often as it stands
/// in a row.
private struct Words {
    private let text: String
    private(set) var words: [Substring] = []

    init(_ text: String) {
        self.text = text
        var rest = text[...]
        while let start = rest.firstIndex(where: { !$0.isWhitespace }) {
            rest = rest[start...]
            let letters = rest.prefix { $0.isLetter || $0.isNumber }
            let word = letters.isEmpty ? rest.prefix { $0 == rest.first } : letters
            words.append(word)
            rest = rest[word.endIndex...]
        }
    }

    /// What stands between two words; -1 is the text's beginning, the count of words its end.
    func between(_ first: Int, _ second: Int) -> Substring {
        let start = first < 0 ? text.startIndex : words[first].endIndex
        let end = second < words.count ? words[second].startIndex : text.endIndex
        return text[start..<end]
    }
}
