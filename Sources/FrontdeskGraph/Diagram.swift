/// Boxes and the arrows between them, before anybody knows where they stand.
public struct Diagram: Sendable, Hashable {
    /// What a box stands for, which decides its shape.
    public enum Shape: String, Sendable, Hashable {
        /// Where it begins.
        case start
        /// A state that asks, says or does something.
        case state
        /// A question for a slot.
        case slot
        /// A human takes over.
        case handoff
        /// The end of a flow.
        case end
        /// Another flow, or a flow as a whole.
        case flow
        /// What holds in every state.
        case anywhere
    }

    /// A box.
    public struct Node: Sendable, Hashable {
        /// Its shape.
        public var shape: Shape
        /// The name above the text.
        public var title: String
        /// What it asks, says or does, a piece a line.
        public var lines: [String]
        /// The whole text, for whoever points at it.
        public var whole: String
        /// Whether it is drawn grey.
        public var isFaint = false

        /// Makes a box.
        public init(_ shape: Shape, _ title: String, lines: [String] = [], whole: String? = nil) {
            self.shape = shape
            self.title = title
            self.lines = lines
            self.whole = whole ?? ([title] + lines).joined(separator: "\n")
        }
    }

    /// An arrow.
    public struct Edge: Sendable, Hashable {
        /// The box it leaves, by its number.
        public var from: Int
        /// The box it leads to.
        public var to: Int
        /// What makes it happen, one cause a line; empty: it just goes on.
        public var labels: [String]

        /// Makes an arrow.
        public init(from: Int, to: Int, labels: [String] = []) {
            self.from = from
            self.to = to
            self.labels = labels
        }
    }

    /// What it shows.
    public var title: String
    /// What it shows, in a sentence.
    public var summary: String
    /// The boxes.
    public var nodes: [Node] = []
    /// The arrows, at most one for each pair of boxes and direction.
    public var edges: [Edge] = []

    /// Makes an empty diagram.
    public init(title: String, summary: String) {
        self.title = title
        self.summary = summary
    }

    /// Adds a box and gives its number.
    public mutating func add(_ node: Node) -> Int {
        nodes.append(node)
        return nodes.count - 1
    }

    /// Adds an arrow, or what it says to the one that is there; an arrow to the same box becomes a line in it.
    public mutating func connect(_ from: Int, _ to: Int, _ label: String) {
        guard from != to else {
            let line = "↺ " + (label.isEmpty ? "again" : label)
            if !nodes[from].lines.contains(line) {
                nodes[from].lines.append(line)
                nodes[from].whole += "\n" + line
            }
            return
        }
        let place = edges.firstIndex { $0.from == from && $0.to == to }
        let number = place ?? edges.count
        if place == nil { edges.append(Edge(from: from, to: to)) }
        if !label.isEmpty, !edges[number].labels.contains(label) { edges[number].labels.append(label) }
    }
}
