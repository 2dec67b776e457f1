/// The intents of an assistant, in file order: all at hand, or read one by one out of a bundle when they are asked for.
///
/// It is used like an array. A turn needs a handful of intents, whatever their number, and finds each by its name.
public struct IntentList: Sendable {
    private enum Storage {
        case array([Intent])
        case source(any IntentSource)
    }

    private var storage: Storage

    /// Takes intents that are at hand.
    public init(_ intents: some Sequence<Intent>) {
        storage = .array(Array(intents))
    }

    /// Takes intents that are read when they are asked for.
    package init(reading source: some IntentSource) {
        storage = .source(source)
    }

    /// The intent of a name; the first one, should several have it.
    ///
    /// A list that is at hand is searched from its beginning: ``AssistantIndex`` has a table for it.
    public func named(_ name: String) -> Intent? {
        switch storage {
        case .array(let intents): intents.first { $0.name == name }
        case .source(let source): source.place(of: name).map { source.intent(at: $0) }
        }
    }

    /// Where the intents are read from; nil when they are at hand.
    var source: (any IntentSource)? {
        if case .source(let source) = storage { source } else { nil }
    }

    /// The first intents that start a flow, at most so many.
    func startingFlows(atMost limit: Int) -> [Intent] {
        switch storage {
        case .array(let intents): Array(intents.lazy.filter(\.startsFlow).prefix(limit))
        case .source(let source):
            source.indices.lazy.filter { source.startsFlow(at: $0) }.prefix(limit).map(source.intent)
        }
    }

    /// The same intents with a change to each, which is made when one is asked for.
    func changed(by change: @escaping @Sendable (Intent) -> Intent) -> IntentList {
        switch storage {
        case .array(let intents): IntentList(intents.map(change))
        case .source(let source): IntentList(reading: ChangedIntents(source: source, change: change))
        }
    }

    /// The intents at hand, all of them read.
    private var array: [Intent] {
        switch storage {
        case .array(let intents): intents
        case .source(let source): source.indices.map(source.intent)
        }
    }
}

/// Where intents are read from, one by one; safe to use from several threads.
package protocol IntentSource: Sendable {
    /// How many there are.
    var count: Int { get }
    /// The intent at a place, from 0.
    func intent(at place: Int) -> Intent
    /// The place of the first intent of a name.
    func place(of name: String) -> Int?
    /// Whether the intent at a place starts a flow; known without reading it.
    func startsFlow(at place: Int) -> Bool
}

extension IntentSource {
    fileprivate var indices: Range<Int> { 0..<count }
}

/// Intents that are changed when they are asked for: names and effects stay what they are.
private struct ChangedIntents: IntentSource {
    let source: any IntentSource
    let change: @Sendable (Intent) -> Intent

    var count: Int { source.count }
    func intent(at place: Int) -> Intent { change(source.intent(at: place)) }
    func place(of name: String) -> Int? { source.place(of: name) }
    func startsFlow(at place: Int) -> Bool { source.startsFlow(at: place) }
}

extension Intent {
    /// Whether it leads to a flow.
    package var startsFlow: Bool {
        if case .flow = effect { true } else { false }
    }
}

extension IntentList: RandomAccessCollection, MutableCollection, RangeReplaceableCollection {
    /// Makes an empty list.
    public init() { storage = .array([]) }

    /// 0.
    public var startIndex: Int { 0 }

    /// How many intents there are.
    public var endIndex: Int {
        switch storage {
        case .array(let intents): intents.count
        case .source(let source): source.count
        }
    }

    /// The intent at a place; setting one brings all of them at hand.
    public subscript(position: Int) -> Intent {
        get {
            switch storage {
            case .array(let intents): return intents[position]
            case .source(let source):
                precondition(position >= 0 && position < source.count, "the place is out of bounds")
                return source.intent(at: position)
            }
        }
        set {
            var intents = array
            storage = .array([])
            intents[position] = newValue
            storage = .array(intents)
        }
    }

    /// Puts other intents in the place of some; all of them are at hand then.
    public mutating func replaceSubrange(_ range: Range<Int>, with intents: some Collection<Intent>) {
        var all = array
        storage = .array([])
        all.replaceSubrange(range, with: intents)
        storage = .array(all)
    }
}

extension IntentList: ExpressibleByArrayLiteral {
    /// Takes the intents between brackets.
    public init(arrayLiteral intents: Intent...) { storage = .array(intents) }
}

extension IntentList: Hashable {
    /// Whether both hold the same intents in the same order, wherever they are read from.
    public static func == (left: IntentList, right: IntentList) -> Bool { left.array == right.array }

    /// Adds the intents to a hash.
    public func hash(into hasher: inout Hasher) { hasher.combine(array) }
}

extension IntentList: Codable {
    /// Reads a list of intents; all of them are at hand then.
    public init(from decoder: any Decoder) throws {
        storage = .array(try [Intent](from: decoder))
    }

    /// Writes all intents as a list.
    public func encode(to encoder: any Encoder) throws { try array.encode(to: encoder) }
}
