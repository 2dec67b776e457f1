extension Array {
    /// Sorts by an order in which no two elements are equal, without memory beside the array's own.
    ///
    /// The standard library's sort takes memory from 64 elements on; a heap (Williams 1964) takes none.
    mutating func sortInPlace(by precedes: (Element, Element) -> Bool) {
        guard count >= 64 else { return sort(by: precedes) }
        for place in (0..<count / 2).reversed() { sink(from: place, below: count, precedes) }
        for end in (1..<count).reversed() {
            swapAt(0, end)
            sink(from: 0, below: end, precedes)
        }
    }

    /// Makes a heap, whose root comes last, of what lies at a place and below it.
    private mutating func sink(from start: Int, below end: Int, _ precedes: (Element, Element) -> Bool) {
        var place = start
        while 2 * place + 1 < end {
            var child = 2 * place + 1
            if child + 1 < end, precedes(self[child], self[child + 1]) { child += 1 }
            guard precedes(self[place], self[child]) else { return }
            swapAt(place, child)
            place = child
        }
    }
}
