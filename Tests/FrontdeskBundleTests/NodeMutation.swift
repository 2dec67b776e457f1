@testable import FrontdeskBundle

/// Changes the values in a section as an author of ill will would: the form stays right, and the content does not.
struct NodeMutation {
    private var random: BundleMutation

    init(seed: UInt64) {
        random = BundleMutation(seed: seed)
    }

    /// A section's bytes with one to three values changed; nil when they hold no values.
    mutating func changed(_ bytes: [UInt8]) -> [UInt8]? {
        guard var node = CompactNode(reading: bytes) else { return nil }
        let texts = node.texts
        for _ in 0...random.below(3) {
            var place = random.below(node.size)
            change(&node, at: &place, texts)
        }
        return node.bytes()
    }

    /// Walks to the value with a number, counted in the order in which they lie, and changes it.
    private mutating func change(_ node: inout CompactNode, at place: inout Int, _ texts: [String]) {
        guard place > 0 else {
            place -= 1
            return node = altered(node, texts)
        }
        place -= 1
        switch node {
        case .list(var elements):
            for index in elements.indices where place >= 0 {
                change(&elements[index], at: &place, texts)
            }
            node = .list(elements)
        case .map(var entries):
            for index in entries.indices where place >= 0 {
                change(&entries[index].value, at: &place, texts)
            }
            node = .map(entries)
        default: break
        }
    }

    private mutating func altered(_ node: CompactNode, _ texts: [String]) -> CompactNode {
        guard random.below(12) > 0 else { return any(texts) }
        switch node {
        case .null, .written: return any(texts)
        case .boolean(let value): return .boolean(!value)
        case .integer(let value):
            return .integer(random.below(3) == 0 ? value &+ 1 : Int64(bitPattern: random.evil()))
        case .number(let value):
            return .number([-value, 0, .infinity, .nan, 1e300, value + 1][random.below(6)])
        case .string(let text):
            let edited = String(String.UnicodeScalarView(text.unicodeScalars.shuffled(using: &random)))
            return .string(random.below(3) == 0 ? edited : texts[random.below(texts.count)])
        case .list(var elements):
            guard !elements.isEmpty else { return .list([any(texts)]) }
            let index = random.below(elements.count)
            switch random.below(5) {
            case 0: elements.removeAll()
            case 1: elements.remove(at: index)
            case 2: elements.insert(elements[random.below(elements.count)], at: index)
            case 3: elements.swapAt(index, random.below(elements.count))
            default: elements += Array(repeating: elements[index], count: 1 + random.below(40))
            }
            return .list(elements)
        case .map(var entries):
            guard !entries.isEmpty else { return .map([("a", any(texts))]) }
            let index = random.below(entries.count)
            switch random.below(4) {
            case 0: entries.remove(at: index)
            case 1: entries[index].key = texts[random.below(texts.count)]
            case 2:
                let other = random.below(entries.count)
                let value = entries[index].value
                entries[index].value = entries[other].value
                entries[other].value = value
            default:
                // A value within itself.
                entries[index].value = node
            }
            return .map(entries)
        }
    }

    private mutating func any(_ texts: [String]) -> CompactNode {
        switch random.below(7) {
        case 0: .null
        case 1: .integer(Int64(bitPattern: random.evil()))
        case 2: .string(texts[random.below(texts.count)])
        case 3: .list([])
        case 4: .map([])
        case 5: .number(.nan)
        default: .string("")
        }
    }
}

extension CompactNode {
    /// Reads any value; nil when the bytes hold none.
    init?(reading bytes: [UInt8]) {
        guard let source = try? CompactSource(BundleBytes(bytes)),
            let read = try? Self.read(source, at: source.start, depth: 0), read.end == bytes.count
        else { return nil }
        self = read.node
    }

    private static func read(_ source: CompactSource, at position: Int, depth: Int) throws
        -> (node: CompactNode, end: Int)
    {
        var reader = source.reader(at: position)
        guard depth < CompactDecoder.depthLimit, let tag = Tag(rawValue: try reader.byte()) else {
            throw BundleError.notABundle
        }
        switch tag {
        case .null: return (.null, reader.position)
        case .no: return (.boolean(false), reader.position)
        case .yes: return (.boolean(true), reader.position)
        case .number: return (.number(Double(bitPattern: try reader.fixed())), reader.position)
        case .string: return (.string(try source.text(try reader.variable())), reader.position)
        case .integer:
            let bits = try reader.variable()
            return (.integer(Int64(bitPattern: bits >> 1) ^ -Int64(bitPattern: bits & 1)), reader.position)
        case .list, .map:
            let total = try reader.variable()
            _ = try reader.count()
            var position = reader.position
            var entries: [(key: String, value: CompactNode)] = []
            for _ in 0..<total {
                var key = ""
                if tag == .map {
                    var reader = source.reader(at: position)
                    key = try source.text(try reader.variable())
                    position = reader.position
                }
                let read = try read(source, at: position, depth: depth + 1)
                entries.append((key, read.node))
                position = read.end
            }
            return (tag == .list ? .list(entries.map(\.value)) : .map(entries), position)
        }
    }

    /// How many values there are, this one among them.
    fileprivate var size: Int {
        switch self {
        case .list(let elements): 1 + elements.reduce(0) { $0 + $1.size }
        case .map(let entries): 1 + entries.reduce(0) { $0 + $1.value.size }
        default: 1
        }
    }

    /// The texts and keys; at least one.
    fileprivate var texts: [String] {
        switch self {
        case .string(let text): [text]
        case .list(let elements): elements.flatMap(\.texts) + [""]
        case .map(let entries): entries.flatMap { [$0.key] + $0.value.texts } + [""]
        default: [""]
        }
    }
}
