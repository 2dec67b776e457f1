/// A walk through sorted words, read as a tree of letters, that follows every way to type a query with a few errors.
struct TreeWalk {
    private let words: WordList
    private let query: [UInt8]
    /// How many errors there may be.
    private let limit: UInt8
    /// Up to this place of the query there may be only ``tightLimit`` errors.
    private let tight: Int
    private let tightLimit: UInt8
    private static let never: UInt8 = 100

    init(words: WordList, query: [UInt8], limit: Int, tight: Int, tightLimit: Int) {
        self.words = words
        self.query = query
        self.limit = UInt8(limit)
        self.tight = tight
        self.tightLimit = UInt8(tightLimit)
    }

    /// What a walk needs beside the words.
    struct Buffers: Sendable {
        /// The words within the limit, with the number of errors.
        fileprivate(set) var found: [(number: Int, distance: Int)] = []
        fileprivate var rows: [UInt8] = []

        init() {}
    }

    /// Finds the words within the limit, left behind as ``Buffers/found``.
    func findResults(using buffers: inout Buffers) {
        buffers.found.removeAll(keepingCapacity: true)
        let width = query.count + 1
        buffers.rows.removeAll(keepingCapacity: true)
        buffers.rows.append(
            contentsOf: repeatElement(Self.never, count: width * (query.count + Int(limit) + 2))
        )
        for place in 0..<width { buffers.rows[place] = cost(UInt8(min(place, 99)), at: place) }
        visit(0..<words.count, depth: 0, last: 0, &buffers.rows, &buffers.found)
    }

    /// A number of errors, or never when there are too many for the place.
    @inline(__always)
    private func cost(_ errors: UInt8, at place: Int) -> UInt8 {
        errors <= (place <= tight ? tightLimit : limit) ? errors : Self.never
    }

    /// Goes on from a stretch of words whose first `depth` letters are alike.
    ///
    /// - Parameter last: The latest of these letters.
    private func visit(
        _ range: Range<Int>,
        depth: Int,
        last: UInt8,
        _ rows: inout [UInt8],
        _ found: inout [(number: Int, distance: Int)]
    ) {
        let width = query.count + 1
        var low = range.lowerBound
        if depth > 0, words.length(low) == depth {
            let errors = rows[depth * width + query.count]
            if errors <= limit { found.append((low, Int(errors))) }
            low += 1
        }
        guard low < range.upperBound, depth < query.count + Int(limit) else { return }
        if let letters = onlyLetters(depth, last, rows) {
            letters.forEach { letter in
                let start = firstIndex(low..<range.upperBound, depth) { $0 >= letter }
                let end = firstIndex(start..<range.upperBound, depth) { $0 > letter }
                if start < end { step(start..<end, depth, letter, last, &rows, &found) }
            }
            return
        }
        while low < range.upperBound {
            let letter = words.byte(low, depth)
            let end = firstIndex(low..<range.upperBound, depth) { $0 > letter }
            step(low..<end, depth, letter, last, &rows, &found)
            low = end
        }
    }

    /// The letters that can follow when no other error is possible; nil when any can.
    private func onlyLetters(_ depth: Int, _ last: UInt8, _ rows: [UInt8]) -> ByteSet? {
        let width = query.count + 1
        var letters = ByteSet()
        for place in 0..<width {
            let errors = rows[depth * width + place]
            guard errors < Self.never else { continue }
            // One more letter, or another one, would be one error more.
            if cost(errors + 1, at: place) < Self.never { return nil }
            if place < query.count, cost(errors + 1, at: place + 1) < Self.never { return nil }
            if place < query.count { letters.insert(query[place]) }
            if place + 1 < query.count { letters.insert(query[place + 1]) }
        }
        // The second letter of two that were swapped.
        if depth > 0 {
            for place in 0..<query.count where rows[(depth - 1) * width + place] < Self.never {
                letters.insert(query[place])
            }
        }
        return letters
    }

    /// Works out the next row of errors and goes on when any is small enough.
    private func step(
        _ range: Range<Int>,
        _ depth: Int,
        _ letter: UInt8,
        _ last: UInt8,
        _ rows: inout [UInt8],
        _ found: inout [(number: Int, distance: Int)]
    ) {
        let width = query.count + 1
        let (above, own) = (depth * width, (depth + 1) * width)
        var isAlive = false
        var left = cost(min(rows[above], 99) + 1, at: 0)
        rows[own] = left
        if left < Self.never { isAlive = true }
        for place in 1..<width {
            let isSame = query[place - 1] == letter
            var errors = min(min(rows[above + place], left) + 1, rows[above + place - 1] + (isSame ? 0 : 1))
            if depth > 0, place > 1, query[place - 2] == letter, query[place - 1] == last {
                errors = min(errors, rows[above - width + place - 2] + 1)
            }
            left = cost(errors, at: place)
            rows[own + place] = left
            if left < Self.never { isAlive = true }
        }
        // A swap needs the row above even when this one is dead.
        if isAlive || mayBeginSwap(depth, letter, rows) {
            visit(range, depth: depth + 1, last: letter, &rows, &found)
        }
    }

    /// Whether the letter is the later one of two that the query has the other way round.
    private func mayBeginSwap(_ depth: Int, _ letter: UInt8, _ rows: [UInt8]) -> Bool {
        let width = query.count + 1
        for place in 0..<max(0, query.count - 1) where query[place + 1] == letter {
            let errors = rows[depth * width + place]
            if errors < Self.never, cost(errors + 1, at: place + 2) < Self.never { return true }
        }
        return false
    }

    /// The first word of a stretch whose letter at a place meets a condition that all later ones meet as well.
    @inline(__always)
    private func firstIndex(_ range: Range<Int>, _ depth: Int, _ condition: (UInt8) -> Bool) -> Int {
        // What is sought lies near the beginning more often than not.
        var low = range.lowerBound
        var stride = 1
        while low < range.upperBound, !condition(words.byte(low, depth)) {
            let next = low + stride
            guard next < range.upperBound, !condition(words.byte(next, depth)) else {
                var high = min(next, range.upperBound)
                low += 1
                while low < high {
                    let middle = (low + high) / 2
                    if condition(words.byte(middle, depth)) { high = middle } else { low = middle + 1 }
                }
                return low
            }
            low = next
            stride *= 2
        }
        return low
    }
}
