/// A pattern under one of its keys.
struct PatternPost: Comparable, BitwiseCopyable {
    var first: Int32
    /// -1 when the first symbol is enough.
    var second: Int32
    /// -1 when two are enough.
    var third: Int32 = -1
    var pattern: Int32

    static func < (left: PatternPost, right: PatternPost) -> Bool {
        if left.first != right.first { return left.first < right.first }
        if left.second != right.second { return left.second < right.second }
        return left.third != right.third ? left.third < right.third : left.pattern < right.pattern
    }

    func hasPair(of other: PatternPost) -> Bool { first == other.first && second == other.second }
    func hasKey(of other: PatternPost) -> Bool { hasPair(of: other) && third == other.third }
}

/// Divides what crowds under one pair of symbols by a third one.
///
/// Words of one phrase come together, so how rare a symbol is among all patterns tells little here: what counts is how
/// few of the crowd itself have it.
struct PatternCrowds {
    /// So many patterns under one pair are looked at one by one.
    private static let limit = 8

    /// Sets of which every match of a pattern holds a symbol each: the symbols, where sets begin, and where the sets of
    /// patterns begin.
    private var symbols: [Int32] = []
    private var setStarts: [UInt32] = [0]
    private var patternStarts: [UInt32] = [0]
    /// How many sets of the crowd hold a symbol.
    private var counts: [Int32]

    init(symbolCount: Int) {
        counts = [Int32](repeating: 0, count: symbolCount)
    }

    /// Adds a set to the pattern whose turn it is.
    mutating func append(_ set: ArraySlice<PatternKeys.Key>) {
        guard !set.isEmpty else { return }
        for symbol in set { symbols.append(symbol.first) }
        setStarts.append(UInt32(symbols.count))
    }

    mutating func endPattern() { patternStarts.append(UInt32(setStarts.count - 1)) }

    /// Gives patterns of a crowd a third symbol.
    ///
    /// - Parameter posts: In ascending order, without third symbols.
    /// - Returns: In ascending order; a pattern that needs one of several symbols stands under each.
    mutating func divided(_ posts: [PatternPost]) -> [PatternPost] {
        var result: [PatternPost] = []
        result.reserveCapacity(posts.count)
        var start = 0
        while start < posts.count {
            var end = start + 1
            while end < posts.count, posts[end].hasPair(of: posts[start]) { end += 1 }
            if end - start > Self.limit, posts[start].second >= 0 {
                divide(posts[start..<end], into: &result)
            } else {
                result.append(contentsOf: posts[start..<end])
            }
            start = end
        }
        return result
    }

    private mutating func divide(_ crowd: ArraySlice<PatternPost>, into result: inout [PatternPost]) {
        for post in crowd {
            for set in sets(of: post) { for index in symbols(of: set) { counts[Int(symbols[index])] += 1 } }
        }
        let start = result.count
        for post in crowd {
            var best: (count: Int, set: Int) = (crowd.count, -1)
            for set in sets(of: post) {
                let count = symbols(of: set).reduce(0) { $0 + Int(counts[Int(symbols[$1])]) }
                if count < best.count { best = (count, set) }
            }
            guard best.set >= 0 else {
                result.append(post)
                continue
            }
            for index in symbols(of: best.set) {
                var divided = post
                divided.third = symbols[index]
                result.append(divided)
            }
        }
        result[start...].sort()
        for post in crowd {
            for set in sets(of: post) { for index in symbols(of: set) { counts[Int(symbols[index])] = 0 } }
        }
    }

    private func sets(of post: PatternPost) -> Range<Int> {
        Int(patternStarts[Int(post.pattern)])..<Int(patternStarts[Int(post.pattern) + 1])
    }

    private func symbols(of set: Int) -> Range<Int> {
        Int(setStarts[set])..<Int(setStarts[set + 1])
    }
}
