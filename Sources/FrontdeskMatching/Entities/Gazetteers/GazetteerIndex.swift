/// All gazetteers of an assistant as one tree of words, so that a look-up costs the same however long the lists are.
///
/// A value is also found in its simple plural (`jackets` for `jacket`, `boxes`, `batteries`); a value or synonym that is
/// written exactly so comes first, then the one declared first.
struct GazetteerIndex: Sendable {
    /// A place in the tree and the number of the next word.
    private struct Step: Hashable {
        var node: Int
        var word: Int
    }

    fileprivate struct Terminal: Sendable {
        var type: Int
        var value: String
        var isExact: Bool
    }

    private var types: [String] = []
    private var wordNumbers: [String: Int] = [:]
    private var steps: [Step: Int] = [:]
    /// What ends at each node, at most once for each type; the root is node 0.
    private var terminals: [[Terminal]] = [[]]

    init(_ lists: [(type: String, entries: [GazetteerEntry])]) {
        for (number, list) in lists.enumerated() {
            types.append(list.type)
            for entry in list.entries {
                for form in [entry.value] + entry.synonyms {
                    let words = Tokenizer.tokenize(form).map(\.text)
                    guard let last = words.last else { continue }
                    insert(words, Terminal(type: number, value: entry.value, isExact: true))
                    for plural in Self.plurals(of: last) {
                        insert(
                            words.dropLast() + [plural],
                            Terminal(type: number, value: entry.value, isExact: false)
                        )
                    }
                }
            }
        }
    }

    /// The words with which a value can begin.
    var firstWords: [String] {
        wordNumbers.filter { steps[Step(node: 0, word: $0.value)] != nil }.map(\.key)
    }

    private mutating func insert(_ words: [String], _ terminal: Terminal) {
        var node = 0
        for word in words {
            let number = wordNumbers[word] ?? wordNumbers.count
            wordNumbers[word] = number
            let step = Step(node: node, word: number)
            if let next = steps[step] {
                node = next
            } else {
                node = terminals.count
                steps[step] = node
                terminals.append([])
            }
        }
        if let index = terminals[node].firstIndex(where: { $0.type == terminal.type }) {
            if terminal.isExact && !terminals[node][index].isExact { terminals[node][index] = terminal }
        } else {
            terminals[node].append(terminal)
        }
    }

    static func plurals(of word: String) -> [String] {
        guard word.utf8.count >= 3, word.utf8.allSatisfy({ ByteSet.letters.contains($0) }) else { return [] }
        if ["s", "x", "z", "ch", "sh"].contains(where: word.hasSuffix) { return [word + "es"] }
        if word.hasSuffix("y"), let before = word.utf8.dropLast().last, !"aeiou".utf8.contains(before) {
            return [String(word.dropLast()) + "ies"]
        }
        return word.hasSuffix("o") ? [word + "s", word + "es"] : [word + "s"]
    }

    /// Whether a word is among the plurals of another: what ``plurals(of:)`` says, without making them.
    ///
    /// - Parameters:
    ///   - plural: The letters of the word, all of them a–z where it is one.
    ///   - stem: How many of them the other has as well, from the front.
    ///   - ending: What the other has behind those: nothing, or a `y`.
    static func isPlural(_ plural: some BidirectionalCollection<UInt8>, stem: Int, ending: UInt8?) -> Bool {
        let base = plural.prefix(stem)
        guard stem + (ending == nil ? 0 : 1) >= 3, base.allSatisfy({ ByteSet.letters.contains($0) }) else {
            return false
        }
        let rest = plural.dropFirst(stem)
        let last = base.last ?? 0
        if let ending {
            let isVowel = "aeiou".utf8.contains(last)
            return ending == UInt8(ascii: "y") && !isVowel && rest.elementsEqual("ies".utf8)
        }
        let before = base.dropLast().last ?? 0
        if "sxz".utf8.contains(last)
            || last == UInt8(ascii: "h") && "cs".utf8.contains(before)
        {
            return rest.elementsEqual("es".utf8)
        }
        if last == UInt8(ascii: "y"), !"aeiou".utf8.contains(before) { return false }
        return rest.elementsEqual("s".utf8) || last == UInt8(ascii: "o") && rest.elementsEqual("es".utf8)
    }

    /// What finding values needs beside the tree.
    struct Buffers: Sendable {
        /// The words' numbers, -1 for words of no value.
        fileprivate var numbers: [Int] = []
        /// Where each type's latest value ends: values of one type do not overlap.
        fileprivate var reach: [Int] = []
        /// The longest value of each type at one place.
        fileprivate var longest: [(terminal: Terminal, end: Int)] = []

        init() {}
    }

    /// Finds, for each type, the longest value at each place, left to right.
    func recognize(
        _ words: UtteranceWords,
        using buffers: inout Buffers,
        into readings: inout [EntityReading]
    ) {
        buffers.numbers.removeAll(keepingCapacity: true)
        for token in words.tokens { buffers.numbers.append(wordNumbers[token.text] ?? -1) }
        buffers.reach.removeAll(keepingCapacity: true)
        buffers.reach.append(contentsOf: repeatElement(0, count: types.count))
        for start in buffers.numbers.indices where buffers.numbers[start] >= 0 {
            findLongest(at: start, &buffers)
            for (terminal, end) in buffers.longest where start >= buffers.reach[terminal.type] {
                buffers.reach[terminal.type] = end
                readings.append(
                    EntityReading(
                        .gazetteer,
                        type: types[terminal.type],
                        tokens: start..<end,
                        bytes: words.span(of: start..<end),
                        value: .text(terminal.value)
                    )
                )
            }
        }
    }

    private func findLongest(at start: Int, _ buffers: inout Buffers) {
        buffers.longest.removeAll(keepingCapacity: true)
        var node = 0
        var index = start
        while index < buffers.numbers.count, buffers.numbers[index] >= 0,
            let next = steps[Step(node: node, word: buffers.numbers[index])]
        {
            node = next
            index += 1
            for terminal in terminals[node] {
                buffers.longest.removeAll { $0.terminal.type == terminal.type }
                buffers.longest.append((terminal, index))
            }
        }
    }
}
