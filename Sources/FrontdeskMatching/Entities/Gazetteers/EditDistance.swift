/// How far a word may be from the one that was meant.
enum EditDistance {
    /// How many typing errors a word of so many letters may have: one from 5 on, two from 9 on.
    static func allowed(forLength length: Int) -> Int {
        length < 5 ? 0 : length < 9 ? 1 : 2
    }

    /// How many letters have to be inserted, taken out, replaced or swapped with their neighbour, each letter taking part
    /// in one change at most.
    static func between(_ one: [UInt8], _ other: [UInt8]) -> Int {
        var before = [Int](repeating: 0, count: other.count + 1)
        var last = Array(0...other.count)
        for (place, letter) in one.enumerated() {
            var row = [place + 1] + [Int](repeating: 0, count: other.count)
            for index in other.indices {
                let cost = min(
                    last[index] + (letter == other[index] ? 0 : 1),
                    last[index + 1] + 1,
                    row[index] + 1
                )
                let isSwap =
                    place > 0 && index > 0 && letter == other[index - 1] && one[place - 1] == other[index]
                row[index + 1] = isSwap ? min(cost, before[index - 1] + 1) : cost
            }
            (before, last) = (last, row)
        }
        return last[other.count]
    }
}
