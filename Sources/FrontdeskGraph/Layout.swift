/// Where everything of a diagram stands, in units that are about a pixel.
public struct Layout: Sendable, Hashable {
    /// A rectangle.
    public struct Box: Sendable, Hashable {
        /// Its left edge.
        public var x: Double
        /// Its upper edge.
        public var y: Double
        /// How wide it is.
        public var width: Double
        /// How high it is.
        public var height: Double
        /// The text in it, line by line.
        public var lines: [String]

        /// Whether it shares ground with another one.
        public func overlaps(_ other: Box) -> Bool {
            x < other.x + other.width && other.x < x + width && y < other.y + other.height
                && other.y < y + height
        }
    }

    /// A way across the picture.
    public struct Path: Sendable, Hashable {
        /// The points it passes, each pair of which is the run down one row and the gap behind it.
        public var points: [Point]
        /// Its text; nil when it has none.
        public var label: Box?
    }

    /// A place.
    public struct Point: Sendable, Hashable {
        /// From the left.
        public var x: Double
        /// From above.
        public var y: Double
    }

    /// The boxes of the diagram's nodes, in their order.
    public private(set) var nodes: [Box] = []
    /// The ways of its arrows, in their order, each from where it leaves to where it leads.
    public private(set) var edges: [Path] = []
    /// How wide everything is.
    public private(set) var width = 0.0
    /// How high everything is.
    public private(set) var height = 0.0

    static let lineHeight = 16.0
    static let textWidth = 210.0

    /// Lays out a diagram: each part that hangs together for itself, then the parts side by side on shelves.
    public init(_ diagram: Diagram) {
        nodes = diagram.nodes.map(Self.box)
        edges = diagram.edges.map { edge in Path(points: [], label: Self.label(edge.labels)) }
        var parts: [(nodes: [Int], edges: [Int], width: Double, height: Double)] = []
        for part in Self.parts(diagram) {
            let size = place(diagram, part.nodes, part.edges)
            parts.append((part.nodes, part.edges, size.x, size.y))
        }
        let area = parts.reduce(0) { $0 + ($1.width + 40) * ($1.height + 40) }
        let shelf = max(parts.map(\.width).max() ?? 0, (area * 1.6).squareRoot())
        var corner = Point(x: 0, y: 0)
        var depth = 0.0
        // The tallest first, so that shelves are filled evenly; the order of the files otherwise.
        for part in parts.enumerated().sorted(by: {
            (-$0.element.height, $0.offset) < (-$1.element.height, $1.offset)
        }).map(\.element) {
            if corner.x > 0, corner.x + part.width > shelf {
                corner = Point(x: 0, y: corner.y + depth + 40)
                depth = 0
            }
            move(part.nodes, part.edges, by: corner)
            corner.x += part.width + 40
            depth = max(depth, part.height)
        }
        width =
            (nodes.map { $0.x + $0.width } + edges.compactMap(\.label).map { $0.x + $0.width }
            + edges.flatMap(\.points).map(\.x)).max() ?? 0
        height = nodes.map { $0.y + $0.height }.max() ?? 0
    }

    // MARK: Sizes

    private static func box(_ node: Diagram.Node) -> Box {
        var lines = TextMeasure.wrapped(node.title, width: textWidth, size: 13.5, lines: 2)
        for line in node.lines { lines += TextMeasure.wrapped(line, width: textWidth, size: 12, lines: 3) }
        let widest = lines.map { TextMeasure.width($0, size: 13) }.max() ?? 0
        let rounding = node.shape == .state || node.shape == .flow ? 24.0 : 40
        return Box(
            x: 0,
            y: 0,
            width: max(60, widest + rounding),
            height: Double(lines.count) * lineHeight + 16,
            lines: lines
        )
    }

    private static func label(_ labels: [String]) -> Box? {
        let lines = labels.flatMap { TextMeasure.wrapped($0, width: 150, size: 11, lines: 3) }
        guard !lines.isEmpty else { return nil }
        let widest = lines.map { TextMeasure.width($0, size: 11) }.max() ?? 0
        return Box(x: 0, y: 0, width: widest + 8, height: Double(lines.count) * 14 + 4, lines: lines)
    }

    // MARK: Parts

    private static func parts(_ diagram: Diagram) -> [(nodes: [Int], edges: [Int])] {
        var neighbours = [[Int]](repeating: [], count: diagram.nodes.count)
        for edge in diagram.edges {
            neighbours[edge.from].append(edge.to)
            neighbours[edge.to].append(edge.from)
        }
        var part = [Int](repeating: -1, count: diagram.nodes.count)
        var count = 0
        for root in diagram.nodes.indices where part[root] < 0 {
            var open = [root]
            while let node = open.popLast() {
                guard part[node] < 0 else { continue }
                part[node] = count
                open += neighbours[node].filter { part[$0] < 0 }
            }
            count += 1
        }
        return (0..<count).map { number in
            (
                diagram.nodes.indices.filter { part[$0] == number },
                diagram.edges.indices.filter { part[diagram.edges[$0].from] == number }
            )
        }
    }

    private mutating func move(_ nodes: [Int], _ edges: [Int], by corner: Point) {
        for node in nodes {
            self.nodes[node].x += corner.x
            self.nodes[node].y += corner.y
        }
        for edge in edges {
            self.edges[edge].label?.x += corner.x
            self.edges[edge].label?.y += corner.y
            for point in self.edges[edge].points.indices {
                self.edges[edge].points[point].x += corner.x
                self.edges[edge].points[point].y += corner.y
            }
        }
    }

    // MARK: Places

    private mutating func place(_ diagram: Diagram, _ part: [Int], _ arrows: [Int]) -> Point {
        let local = Dictionary(uniqueKeysWithValues: part.enumerated().map { ($1, $0) })
        let ends = arrows.map { edge in
            (from: local[diagram.edges[edge].from] ?? 0, to: local[diagram.edges[edge].to] ?? 0)
        }
        let layering = Layering(nodeCount: part.count, edges: ends)
        let sizes = layering.items.map { item -> Point in
            switch item {
            case .node(let node): Point(x: nodes[part[node]].width, y: nodes[part[node]].height)
            case .label(let edge):
                edges[arrows[edge]].label.map { Point(x: $0.width, y: $0.height) } ?? Point(x: 8, y: 0)
            case .bend: Point(x: 8, y: 0)
            }
        }
        let placement = Placement(layering, widths: sizes.map(\.x), gap: 22)
        var tops: [Double] = []
        var heights: [Double] = []
        var top = 0.0
        for row in layering.rows {
            let height = row.map { sizes[$0].y }.max() ?? 0
            tops.append(top)
            heights.append(height)
            top += height + 20
        }
        func middle(_ item: Int) -> Double { tops[layering.rank[item]] + heights[layering.rank[item]] / 2 }
        for (item, kind) in layering.items.enumerated() {
            let corner = Point(
                x: placement.centres[item] - sizes[item].x / 2,
                y: middle(item) - sizes[item].y / 2
            )
            switch kind {
            case .node(let node):
                nodes[part[node]].x = corner.x
                nodes[part[node]].y = corner.y
            case .label(let edge):
                edges[arrows[edge]].label?.x = corner.x
                edges[arrows[edge]].label?.y = corner.y
            case .bend: break
            }
        }
        let ports = Ports(layering, placement.centres, sizes.map(\.x))
        for (number, chain) in layering.chains.enumerated() {
            var points: [Point] = []
            for (place, item) in chain.enumerated() {
                let (row, y) = (layering.rank[item], middle(item))
                if place == 0 {
                    points += [
                        Point(x: ports.leaving[number], y: y + sizes[item].y / 2),
                        Point(x: ports.leaving[number], y: tops[row] + heights[row]),
                    ]
                } else if place == chain.count - 1 {
                    points += [
                        Point(x: ports.arriving[number], y: tops[row]),
                        Point(x: ports.arriving[number], y: y - sizes[item].y / 2),
                    ]
                } else {
                    let x = placement.centres[item]
                    points += [Point(x: x, y: tops[row]), Point(x: x, y: tops[row] + heights[row])]
                }
            }
            edges[arrows[number]].points = layering.isReversed[number] ? points.reversed() : points
        }
        let right = layering.items.indices.map { placement.centres[$0] + sizes[$0].x / 2 }.max() ?? 0
        return Point(x: right, y: max(0, top - 20))
    }
}

/// Where arrows touch their boxes: side by side, in the order of where they go, so that they do not cross at once.
private struct Ports {
    private(set) var leaving: [Double]
    private(set) var arriving: [Double]

    init(_ layering: Layering, _ centres: [Double], _ widths: [Double]) {
        leaving = layering.chains.map { centres[$0[0]] }
        arriving = layering.chains.map { centres[$0[$0.count - 1]] }
        var lower: [Int: [Int]] = [:]
        var upper: [Int: [Int]] = [:]
        for (number, chain) in layering.chains.enumerated() {
            lower[chain[0], default: []].append(number)
            upper[chain[chain.count - 1], default: []].append(number)
        }
        for (item, edges) in lower {
            let sorted = edges.sorted {
                (centres[layering.chains[$0][1]], $0) < (centres[layering.chains[$1][1]], $1)
            }
            for (place, edge) in sorted.enumerated() {
                leaving[edge] = Self.spread(place, sorted.count, centres[item], widths[item])
            }
        }
        for (item, edges) in upper {
            let sorted = edges.sorted {
                let (left, right) = (layering.chains[$0], layering.chains[$1])
                return (centres[left[left.count - 2]], $0) < (centres[right[right.count - 2]], $1)
            }
            for (place, edge) in sorted.enumerated() {
                arriving[edge] = Self.spread(place, sorted.count, centres[item], widths[item])
            }
        }
    }

    private static func spread(_ place: Int, _ count: Int, _ centre: Double, _ width: Double) -> Double {
        let step = min(28, width * 0.7 / Double(max(1, count)))
        return centre + (Double(place) - Double(count - 1) / 2) * step
    }
}
