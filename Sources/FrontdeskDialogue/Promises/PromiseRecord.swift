/// What became of a promise.
public struct PromiseChange: Sendable, Hashable, Codable {
    /// What can become of a promise.
    public enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
        /// It was kept.
        case kept
        /// Its time comes near: the queue was told.
        case dueSoon = "due_soon"
        /// Its time has passed.
        case missed
        /// The customer was told a new time.
        case moved
        /// No new time is promised; people have it.
        case givenUp = "given_up"
        /// The customer no longer waits for it.
        case released
    }

    /// The promise's id.
    public var id: String
    /// What became of it.
    public var kind: Kind
    /// Who kept it, such as `agent Robin` or `event parcel.answered`.
    public var by: String?
    /// The new time, or when the customer hears that it was missed, in milliseconds since 1970.
    public var until: Int64?

    /// Makes a change.
    public init(id: String, kind: Kind, by: String? = nil, until: Int64? = nil) {
        self.id = id
        self.kind = kind
        self.by = by
        self.until = until
    }
}

/// A promise and everything that became of it, in order.
public struct PromiseRecord: Sendable, Hashable, Codable {
    /// Where a promise is in its life.
    public enum State: String, Sendable, Hashable, Codable, CaseIterable {
        case open, kept, missed
        case givenUp = "given_up"
        case released
    }

    /// A change, and when it happened.
    public struct Entry: Sendable, Hashable, Codable {
        /// The turn it belongs to.
        public var turn: Int
        /// When, in milliseconds since 1970.
        public var at: Int64
        /// What became of it.
        public var change: PromiseChange
    }

    /// The promise.
    public var promise: Promise
    /// The turn it was made in.
    public var turn: Int
    /// What became of it, oldest first.
    public internal(set) var changes: [Entry] = []

    init(promise: Promise, turn: Int) {
        self.promise = promise
        self.turn = turn
    }

    /// Where it is in its life.
    public var state: State {
        for entry in changes.reversed() {
            switch entry.change.kind {
            case .kept: return .kept
            case .missed: return .missed
            case .moved: return .open
            case .givenUp: return .givenUp
            case .released: return .released
            case .dueSoon: continue
            }
        }
        return .open
    }

    /// By when it is promised now, in milliseconds since 1970.
    public var dueAt: Int64 { latestMove?.change.until ?? promise.dueAt }

    /// How often its time has passed.
    public var misses: Int { changes.count { $0.change.kind == .missed } }

    /// Whether a new time was promised.
    public var isMoved: Bool { latestMove != nil }

    /// When something must be done about it next, in milliseconds since 1970; nil: nothing is to be done.
    public var nextCheck: Int64? {
        guard promise.madeAt != nil else { return nil }
        switch state {
        case .open:
            return changes.last?.change.kind == .dueSoon ? dueAt : dueSoonAt
        case .missed:
            return changes.last?.change.until
        case .kept, .givenUp, .released:
            return nil
        }
    }

    /// When its time comes near: a quarter of the time that was given before its end, but at least 15 minutes before,
    /// and never before half of the time has passed.
    public var dueSoonAt: Int64 {
        let start = latestMove?.at ?? promise.madeAt ?? dueAt
        let span = max(0, dueAt - start)
        return dueAt - min(max(span / 4, 15 * 60_000), span / 2)
    }

    private var latestMove: Entry? { changes.last { $0.change.kind == .moved } }
}
