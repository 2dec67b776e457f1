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
        guard limit > 1 else { return nil }
        let width = known.count + 1
        var slips = [Int](repeating: 0, count: (typed.count + 1) * width)
        var costs = [Double](repeating: 0, count: slips.count)
        for row in 0...typed.count {
            for column in 0...known.count {
                let place = row * width + column
                guard row > 0 || column > 0 else { continue }
                var best = (slips: Int.max, cost: Double.infinity)
                func offer(_ from: Int, _ more: Int, _ price: Double) {
                    let offered = (slips: slips[from] + more, cost: costs[from] + price)
                    if (offered.slips, offered.cost) < (best.slips, best.cost) { best = offered }
                }
                if row > 0 { offer(place - width, 1, 1) }
                if column > 0 { offer(place - 1, 1, 1) }
                if row > 0, column > 0 {
                    let letters = (typed[row - 1], known[column - 1])
                    let isSame = letters.0 == letters.1
                    offer(place - width - 1, isSame ? 0 : 1, isSame ? 0 : replacement(letters.0, letters.1))
                    if row > 1, column > 1, typed[row - 2] == letters.1, letters.0 == known[column - 2],
                        !isSame
                    {
                        offer(place - 2 * width - 2, 1, swap)
                    }
                }
                slips[place] = best.slips
                costs[place] = best.cost
            }
        }
        guard let total = slips.last, total <= limit, let cost = costs.last else { return nil }
        return cost + (typed.first == known.first ? 0 : first)
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
        guard let left = position(typed), let right = position(known) else { return 1 }
        let isNear = abs(left.row - right.row) <= 1 && abs(left.column - right.column) <= 1.1
        return isNear ? neighbour : 1
    }

    /// Where a letter lies on the keyboard; each row stands half a key further right.
    private static func position(_ letter: UInt8) -> (row: Int, column: Double)? {
        for (row, keys) in rows.enumerated() {
            if let column = keys.firstIndex(of: letter) { return (row, Double(column) + Double(row) / 2) }
        }
        return nil
    }

    private static let rows: [[UInt8]] = ["qwertyuiop", "asdfghjkl", "zxcvbnm"].map { Array($0.utf8) }
}
