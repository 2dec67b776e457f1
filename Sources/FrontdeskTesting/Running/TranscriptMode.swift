public import Frontdesk
import FoundationEssentials
public import FrontdeskDialogue

/// A way to play transcripts, in which nothing may come out otherwise than in any other.
///
/// What a desk keeps in memory between two turns must be no more than what it stores: each mode takes something away
/// from the desk between turns, or puts something else under it.
public struct TranscriptMode: Sendable {
    /// Where a conversation is kept.
    public typealias Places = (store: any EventStore, queue: any TicketQueue)
    /// Opens an empty store and its queue for one transcript.
    public typealias PlacesFactory = @Sendable () async throws -> Places

    /// What becomes of the conversation's state between two steps.
    public enum Carriage: Sendable {
        /// It stays in memory.
        case kept
        /// It is taken through this, and must be the same afterwards.
        case through(@Sendable (Tracker) throws -> Tracker)
        /// It is forgotten, and folded anew from what the store has.
        case reread
    }

    /// The name that failures are told with, such as `encoded`.
    public var name: String
    /// What becomes of the state between two steps.
    public var carriage: Carriage
    /// Opens where one transcript's conversations are kept.
    public var places: PlacesFactory

    /// Makes a mode.
    public init(
        name: String,
        carriage: Carriage = .kept,
        places: @escaping PlacesFactory = { (InMemoryStore(), InMemoryQueue()) }
    ) {
        self.name = name
        self.carriage = carriage
        self.places = places
    }

    /// The desk runs on, in memory.
    public static let straight = TranscriptMode(name: "straight")
    /// The state is encoded and decoded between turns.
    public static let encoded = TranscriptMode(
        name: "encoded",
        carriage: .through { try JSONDecoder().decode(Tracker.self, from: JSONEncoder().encode($0)) }
    )
    /// The state is folded anew for each turn, from a store in memory.
    public static let memory = TranscriptMode(name: "memory", carriage: .reread)

    /// Does to a desk's state what the mode does between two steps.
    ///
    /// - Returns: What was lost on the way, in a sentence without a full stop; nil: nothing.
    func carry(_ conversation: String, on desk: Desk) async -> String? {
        let carriage = carriage
        if case .kept = carriage { return nil }
        let loss = Locked<String?>(nil)
        await desk.exchangeState(of: conversation) { tracker in
            guard case .through(let way) = carriage else { return nil }
            do {
                let other = try way(tracker)
                if other != tracker {
                    loss.withLock {
                        $0 = "the conversation's state is another one after encoding and decoding"
                    }
                }
                return other
            } catch {
                loss.withLock { $0 = "the conversation's state cannot be encoded and decoded: \(error)" }
                return tracker
            }
        }
        return loss.withLock { $0 }
    }
}
