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

    private struct Terminal: Sendable {
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

    /// Finds, for each type, the longest value at each place, left to right.
    func recognize(_ words: UtteranceWords, into readings: inout [EntityReading]) {
        let numbers = words.tokens.map { wordNumbers[$0.text] }
        // Where each type's latest value ends: values of one type do not overlap.
        var reach = [Int](repeating: 0, count: types.count)
        for start in numbers.indices {
            var longest: [(terminal: Terminal, end: Int)] = []
            var node = 0
            var index = start
            while index < numbers.count, let word = numbers[index],
                let next = steps[Step(node: node, word: word)]
            {
                node = next
                index += 1
                for terminal in terminals[node] {
                    longest.removeAll { $0.terminal.type == terminal.type }
                    longest.append((terminal, index))
                }
            }
            for (terminal, end) in longest where start >= reach[terminal.type] {
                reach[terminal.type] = end
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
}
