import Frontdesk

/// The lines that requests got which must not be done twice, by conversation and id: the latest
/// ``RepeatedAnswers/limit``.
///
/// A gateway that did not see an answer sends its request again; it gets the same line, and nothing happens anew.
/// Messages are not kept here, as the store knows their replies, except those that were too long. The store knows the
/// ids of events, too: after a restart one of them is done once all the same.
final class RepeatedAnswers: Sendable {
    /// How many answers are kept; the oldest go first.
    static let limit = 1000

    /// Which request is meant; a message and an act of an agent may have the same id.
    struct Key: Hashable, Sendable {
        var conversation: String
        var id: String
        var isMessage: Bool

        /// nil for a request without id, or one that may be done twice.
        init?(_ request: Request) {
            guard let id = request.id else { return nil }
            switch request.body {
            case .message: isMessage = true
            case .agent, .event: isMessage = false
            default: return nil
            }
            self.id = id
            conversation = request.conversation
        }
    }

    private struct State: Sendable {
        var lines: [Key: [UInt8]] = [:]
        /// The keys in a ring, the oldest at `next` once it is full.
        var keys: [Key] = []
        var next = 0
    }

    private let state = Locked(State())

    /// The line that a request got before.
    func line(for request: Request) -> [UInt8]? {
        Key(request).flatMap { key in state.withLock { $0.lines[key] } }
    }

    /// Keeps the line that a request got.
    func keep(_ line: [UInt8], for request: Request) {
        guard let key = Key(request) else { return }
        state.withLock { state in
            guard state.lines.updateValue(line, forKey: key) == nil else { return }
            if state.keys.count < Self.limit {
                state.keys.append(key)
            } else {
                state.lines[state.keys[state.next]] = nil
                state.keys[state.next] = key
                state.next = (state.next + 1) % Self.limit
            }
        }
    }

    /// Forgets what was answered in a conversation that was erased.
    func forget(_ conversation: String) {
        state.withLock { state in
            let ordered = state.keys[state.next...] + state.keys[..<state.next]
            state.keys = ordered.filter { $0.conversation != conversation }
            state.next = 0
            for key in ordered where key.conversation == conversation { state.lines[key] = nil }
        }
    }
}
