/// What was promised in a conversation, and what is to be said later: a fold over its events.
///
/// Stores keep it beside a conversation, so that what is due is found without reading events.
public struct PromiseLedger: Sendable, Hashable, Codable {
    /// A report that waits, or that waited.
    struct Waiting: Sendable, Hashable, Codable {
        var deferred: DeferredReport
        var turn: Int
        /// The turn in which it was told.
        var toldIn: Int?

        func isWaiting(for report: ExternalEvent) -> Bool { toldIn == nil && deferred.report == report }
    }

    /// The promises, oldest first.
    public private(set) var promises: [PromiseRecord] = []
    private(set) var waiting: [Waiting] = []
    /// When something must be done next, in milliseconds since 1970; nil: nothing waits for its time.
    ///
    /// It is asked for after every turn and changes rarely, so it is kept.
    public private(set) var nextCheck: Int64?

    private enum CodingKeys: CodingKey {
        case promises, waiting
    }

    /// Nothing promised.
    public init() {}

    /// Reads what was promised and what waits; the rest is worked out.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        promises = try container.decode([PromiseRecord].self, forKey: .promises)
        waiting = try container.decode([Waiting].self, forKey: .waiting)
        nextCheck = earliestCheck
    }

    /// Whether there is nothing in it.
    public var isEmpty: Bool { promises.isEmpty && waiting.isEmpty }

    /// What waits to be told, in the order in which it came.
    public var deferred: [DeferredReport] { waiting.filter { $0.toldIn == nil }.map(\.deferred) }

    private var earliestCheck: Int64? {
        (promises.compactMap(\.nextCheck) + deferred.compactMap(\.until)).min()
    }

    /// The promise of an id.
    public subscript(_ id: String) -> PromiseRecord? { promises.first { $0.promise.id == id } }

    /// Takes one more event into account.
    public mutating func apply(_ event: Event) {
        switch event.fact {
        case .promised(let promise):
            promises.append(PromiseRecord(promise: promise, turn: event.turn))
        case .promiseChanged(let change):
            guard let index = promises.firstIndex(where: { $0.promise.id == change.id }) else { return }
            promises[index].changes.append(.init(turn: event.turn, at: event.at, change: change))
        case .reportDeferred(let deferred):
            // What waits already waits for something else from now on.
            if let index = waiting.firstIndex(where: { $0.isWaiting(for: deferred.report) }) {
                waiting[index].deferred = deferred
            } else {
                waiting.append(Waiting(deferred: deferred, turn: event.turn))
            }
        case .reported(let report):
            guard let index = waiting.firstIndex(where: { $0.isWaiting(for: report) }) else { return }
            waiting[index].toldIn = event.turn
        case .undone(let turn):
            takeBack(from: turn)
        default:
            return
        }
        nextCheck = earliestCheck
    }

    private mutating func takeBack(from turn: Int) {
        promises.removeAll { $0.turn >= turn }
        for index in promises.indices { promises[index].changes.removeAll { $0.turn >= turn } }
        waiting.removeAll { $0.turn >= turn }
        for index in waiting.indices where (waiting[index].toldIn ?? -1) >= turn {
            waiting[index].toldIn = nil
        }
    }

    /// The same without words, for what only has to know when to look.
    public var withoutWords: PromiseLedger {
        var copy = self
        for index in copy.promises.indices {
            copy.promises[index].promise.text = ""
            copy.promises[index].promise.route = nil
            copy.promises[index].promise.late = nil
            copy.promises[index].promise.about = nil
        }
        return copy
    }
}

extension Tracker {
    /// What was promised, oldest first.
    public var promises: [Promise] { ledger.promises.map(\.promise) }
}
