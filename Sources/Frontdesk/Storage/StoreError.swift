/// Why a store could not do what it was asked.
public enum StoreError: Error, Sendable, Hashable {
    /// Another writer was faster; nothing was kept.
    case conflict(conversation: String, expected: Int, actual: Int)
    /// The store cannot be reached or written to; nothing was kept.
    case unavailable(place: String, reason: String)
    /// What the store holds cannot be read.
    case corrupt(place: String, reason: String)
    /// The store was written by a newer version of Frontdesk.
    case tooNew(place: String, version: Int, known: Int)
    /// The store has been closed.
    case closed(place: String)
}

extension StoreError: CustomStringConvertible {
    /// What is wrong, where, and what was kept.
    public var description: String {
        switch self {
        case .conflict(let conversation, let expected, let actual):
            "conversation '\(conversation)' has \(actual) events, not \(expected): another process wrote to it. "
                + "Nothing of this change was kept; read the conversation again and repeat it."
        case .unavailable(let place, let reason):
            "the store \(place) cannot be used: \(reason). Nothing of this change was kept; what was stored before "
                + "is unharmed."
        case .corrupt(let place, let reason):
            "the store \(place) cannot be read: \(reason). Nothing was changed."
        case .tooNew(let place, let version, let known):
            "the store \(place) has format \(version), but this program knows formats up to \(known). Use a newer "
                + "frontdesk, or another store. Nothing was changed."
        case .closed(let place):
            "the store \(place) is closed. Nothing of this change was kept."
        }
    }
}
