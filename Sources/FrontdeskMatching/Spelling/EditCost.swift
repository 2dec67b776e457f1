/// How far a word is from another in slips of the finger.
enum EditCost {
    /// What a neighbour on the keyboard costs in place of the right letter; any other slip costs 1.
    static let neighbour = 0.7
    /// What two swapped letters cost.
    static let swap = 0.8
    /// What a wrong first letter costs more: people seldom get it wrong.
    static let first = 0.3

    /// The least cost of the slips that turn one word into the other: letters put in, left out, replaced, or swapped
    /// with their neighbour (restricted Damerau-Levenshtein distance with weights).
    ///
    /// - Parameter limit: How many slips are forgiven.
    /// - Returns: The cost; nil when it takes more slips.
    static func cost(from typed: [UInt8], to known: [UInt8], limit: Int) -> Double? {
        guard abs(typed.count - known.count) <= limit else { return nil }
        if let cost = ofOneSlip(from: typed, to: known) { return cost }
        guard limit > 1, max(typed.count, known.count) <= SpellingIndex.longest else { return nil }
        let way = best(from: typed, to: known)
        return way.slips <= limit ? way.cost + (typed.first == known.first ? 0 : first) : nil
    }

    /// The slips that lead from the beginning of one word to that of the other, and what they cost.
    private struct Way: BitwiseCopyable, Comparable {
        var slips = 0
        var cost = 0.0

        func with(_ more: Int, _ price: Double) -> Way { Way(slips: slips + more, cost: cost + price) }

        static func < (left: Way, right: Way) -> Bool {
            (left.slips, left.cost) < (right.slips, right.cost)
        }
    }

    /// The ways to all beginnings of the known word, from three successive beginnings of the typed one.
    private typealias Rows = InlineArray<75, Way>

    /// Works out the ways between all beginnings, row by row, and gives the last one.
    private static func best(from typed: [UInt8], to known: [UInt8]) -> Way {
        var rows = Rows(repeating: Way())
        let width = known.count + 1
        for row in 0...typed.count {
            let own = row % 3 * width
            let above = (row + 2) % 3 * width
            for column in 0...known.count {
                var best = row == 0 && column == 0 ? Way() : Way(slips: .max, cost: .infinity)
                if row > 0 { best = min(best, rows[above + column].with(1, 1)) }
                if column > 0 { best = min(best, rows[own + column - 1].with(1, 1)) }
                if row > 0, column > 0 {
                    let letters = (typed[row - 1], known[column - 1])
                    let isSame = letters.0 == letters.1
                    let price = isSame ? 0 : replacement(letters.0, letters.1)
                    best = min(best, rows[above + column - 1].with(isSame ? 0 : 1, price))
                    if row > 1, column > 1, typed[row - 2] == letters.1, letters.0 == known[column - 2],
                        !isSame
                    {
                        best = min(best, rows[(row + 1) % 3 * width + column - 2].with(1, swap))
                    }
                }
                rows[own + column] = best
            }
        }
        return rows[typed.count % 3 * width + known.count]
    }

    /// The same for at most one slip, which lies between what both words begin and end with.
    private static func ofOneSlip(from typed: [UInt8], to known: [UInt8]) -> Double? {
        var start = 0
        while start < min(typed.count, known.count), typed[start] == known[start] { start += 1 }
        var end = 0
        while end < min(typed.count, known.count) - start,
            typed[typed.count - 1 - end] == known[known.count - 1 - end]
        {
            end += 1
        }
        let first = typed.first == known.first ? 0 : first
        switch (typed.count - start - end, known.count - start - end) {
        case (0, 0): return first
        case (1, 0), (0, 1): return 1 + first
        case (1, 1): return replacement(typed[start], known[start]) + first
        case (2, 2) where typed[start] == known[start + 1] && typed[start + 1] == known[start]:
            return swap + first
        default: return nil
        }
    }

    private static func replacement(_ typed: UInt8, _ known: UInt8) -> Double {
        guard let left = place(typed), let right = place(known) else { return 1 }
        let isNear = abs(left.row - right.row) <= 1 && abs(left.column - right.column) <= 2
        return isNear ? neighbour : 1
    }

    /// Where a letter lies on the keyboard, in half keys from the left; each row stands half a key further right.
    private static func place(_ letter: UInt8) -> (row: Int, column: Int)? {
        let number = Int(letter) - Int(UInt8(ascii: "a"))
        return places.indices.contains(number) ? places[number] : nil
    }

    private static let places: [(row: Int, column: Int)] = {
        var places = [(row: Int, column: Int)](repeating: (0, 0), count: 26)
        for (row, keys) in ["qwertyuiop", "asdfghjkl", "zxcvbnm"].enumerated() {
            for (column, key) in keys.utf8.enumerated() {
                places[Int(key - UInt8(ascii: "a"))] = (row, 2 * column + row)
            }
        }
        return places
    }()
}
