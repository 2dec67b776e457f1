extension StateGraph {
    /// The places of circles in which nobody outside of the desk says or does anything; sorted.
    ///
    /// A flow's start is no step of its own: what is asked there is asked of somebody.
    var silentCircle: [Int] {
        // Places from which every silent way ends are taken away, until only circles, and what leads to them, are left.
        var silent = edges.map { steps in steps.filter { !$0.needsCustomer }.map(\.to) }
        for (number, place) in places.enumerated() {
            if case .start = place { silent[number] = [] }
            if case .slot = place { silent[number] = [] }
        }
        var incoming = [[Int]](repeating: [], count: places.count)
        var left = silent.map(\.count)
        for (from, steps) in silent.enumerated() { for to in steps { incoming[to].append(from) } }
        var done = places.indices.filter { left[$0] == 0 }
        var isDone = [Bool](repeating: false, count: places.count)
        while let place = done.popLast() {
            guard !isDone[place] else { continue }
            isDone[place] = true
            for from in incoming[place] {
                left[from] -= 1
                if left[from] == 0 { done.append(from) }
            }
        }
        return places.indices.filter { place in
            guard !isDone[place] else { return false }
            var seen: Set<Int> = []
            var open = silent[place]
            while let next = open.popLast() {
                if next == place { return true }
                if seen.insert(next).inserted { open += silent[next] }
            }
            return false
        }
    }
}
