/// A row for each box, so that arrows lead downwards, and an order within each row with few crossings (Sugiyama, Tagawa and
/// Toda, "Methods for Visual Understanding of Hierarchical System Structures", 1981).
///
/// Every other row is for what arrows say: an arrow's text takes a place as a box does, so nothing can lie over it.
struct Layering {
    /// What has a place in a row.
    enum Item: Hashable {
        case node(Int)
        /// Where an arrow passes with its text.
        case label(edge: Int)
        /// Where an arrow only passes.
        case bend(edge: Int)
    }

    private(set) var items: [Item] = []
    /// The items' rows.
    private(set) var rank: [Int] = []
    /// The items of each row, from left to right.
    private(set) var rows: [[Int]] = []
    /// The items that each arrow passes, from the upper end to the lower one.
    private(set) var chains: [[Int]] = []
    /// Which arrows lead upwards.
    private(set) var isReversed: [Bool] = []
    private(set) var above: [[Int]] = []
    private(set) var below: [[Int]] = []

    init(nodeCount: Int, edges: [(from: Int, to: Int)]) {
        isReversed = Self.backwards(nodeCount, edges)
        let down = zip(edges, isReversed).map { $1 ? (from: $0.to, to: $0.from) : $0 }
        let ranks = Self.ranks(nodeCount, down)
        for node in 0..<nodeCount { _ = add(.node(node), ranks[node]) }
        for (number, edge) in down.enumerated() {
            var chain = [edge.from]
            // The text stands near the box that the arrow leaves.
            let labelRank = isReversed[number] ? ranks[edge.to] - 1 : ranks[edge.from] + 1
            for row in (ranks[edge.from] + 1)..<ranks[edge.to] {
                let item = add(row == labelRank ? .label(edge: number) : .bend(edge: number), row)
                chain.append(item)
            }
            chain.append(edge.to)
            chains.append(chain)
            for (upper, lower) in zip(chain, chain.dropFirst()) {
                below[upper].append(lower)
                above[lower].append(upper)
            }
        }
        order()
    }

    private mutating func add(_ item: Item, _ row: Int) -> Int {
        items.append(item)
        rank.append(row)
        above.append([])
        below.append([])
        return items.count - 1
    }

    // MARK: Rows

    /// The arrows that close a circle, seen depth first from the first box on.
    private static func backwards(_ count: Int, _ edges: [(from: Int, to: Int)]) -> [Bool] {
        var leaving = [[Int]](repeating: [], count: count)
        for (number, edge) in edges.enumerated() { leaving[edge.from].append(number) }
        var reversed = [Bool](repeating: false, count: edges.count)
        // 0: not seen, 1: on the way, 2: done.
        var state = [Int](repeating: 0, count: count)
        for root in 0..<count where state[root] == 0 {
            var way = [(node: root, next: 0)]
            state[root] = 1
            while let top = way.last {
                guard top.next < leaving[top.node].count else {
                    state[top.node] = 2
                    way.removeLast()
                    continue
                }
                way[way.count - 1].next += 1
                let edge = leaving[top.node][top.next]
                let to = edges[edge].to
                if state[to] == 1 { reversed[edge] = true }
                if state[to] == 0 {
                    state[to] = 1
                    way.append((to, 0))
                }
            }
        }
        return reversed
    }

    /// The longest way from a box that nothing leads to, two rows a step; such boxes stand right above what they lead to.
    private static func ranks(_ count: Int, _ edges: [(from: Int, to: Int)]) -> [Int] {
        var incoming = [Int](repeating: 0, count: count)
        var leaving = [[Int]](repeating: [], count: count)
        for edge in edges {
            incoming[edge.to] += 1
            leaving[edge.from].append(edge.to)
        }
        let isRoot = incoming.map { $0 == 0 }
        var ranks = [Int](repeating: 0, count: count)
        var open = (0..<count).filter { isRoot[$0] }
        var next = 0
        while next < open.count {
            let node = open[next]
            next += 1
            for to in leaving[node] {
                ranks[to] = max(ranks[to], ranks[node] + 2)
                incoming[to] -= 1
                if incoming[to] == 0 { open.append(to) }
            }
        }
        for node in 0..<count where isRoot[node] {
            if let nearest = leaving[node].map({ ranks[$0] }).min() { ranks[node] = nearest - 2 }
        }
        return ranks
    }

    // MARK: Order

    private mutating func order() {
        rows = [[Int]](repeating: [], count: (rank.max() ?? -1) + 1)
        var seen = [Bool](repeating: false, count: items.count)
        for root in items.indices {
            var open = [root]
            while let item = open.popLast() {
                guard !seen[item] else { continue }
                seen[item] = true
                rows[rank[item]].append(item)
                open += below[item].reversed()
            }
        }
        var best = rows
        var fewest = crossings()
        for sweep in 0..<24 where fewest > 0 {
            let isDown = sweep.isMultiple(of: 2)
            for row in isDown ? Array(rows.indices.dropFirst()) : Array(rows.indices.dropLast().reversed()) {
                sort(row, by: isDown ? above : below)
            }
            let now = crossings()
            if now < fewest { (fewest, best) = (now, rows) }
        }
        rows = best
    }

    private mutating func sort(_ row: Int, by neighbours: [[Int]]) {
        let place = places()
        let centres = rows[row].enumerated().map { index, item -> (Double, Int, Int) in
            let own = neighbours[item]
            let centre =
                own.isEmpty ? Double(index) : Double(own.reduce(0) { $0 + place[$1] }) / Double(own.count)
            return (centre, index, item)
        }
        rows[row] = centres.sorted { ($0.0, $0.1) < ($1.0, $1.1) }.map(\.2)
    }

    private func places() -> [Int] {
        var place = [Int](repeating: 0, count: items.count)
        for row in rows { for (index, item) in row.enumerated() { place[item] = index } }
        return place
    }

    /// How many pairs of lines between neighbouring rows cross.
    func crossings() -> Int {
        let place = places()
        var count = 0
        for row in rows {
            let ends = row.flatMap { below[$0].map { place[$0] }.sorted() }
            // Pairs in the wrong order, by insertion from the left.
            var sorted: [Int] = []
            for end in ends {
                var low = 0
                var high = sorted.count
                while low < high {
                    let middle = (low + high) / 2
                    if sorted[middle] <= end { low = middle + 1 } else { high = middle }
                }
                count += sorted.count - low
                sorted.insert(end, at: low)
            }
        }
        return count
    }
}
