import FrontdeskDialogue
import FrontdeskMatching

/// What happens next in a conversation that is tried out.
struct Move: Hashable {
    /// What somebody does.
    enum Act: Hashable {
        /// The customer writes.
        case says(String)
        /// The customer presses a button.
        case presses(Choice)
        /// Nothing happens for so many minutes.
        case waits(Int64)
        /// Something happens elsewhere.
        case reports(ExternalEvent)
    }

    var act: Act
    /// What actions give while it is answered, each one always the same.
    var given: [Given] = []

    /// What an action gives.
    struct Given: Hashable {
        var action: String
        var outcome: String
        var record: Record?
    }
}

/// Who begins a conversation, and how.
struct Beginning: Hashable {
    /// What is known of the customer.
    var customer: CustomerProfile?
    /// Whether it is Sunday night, when mostly nobody is there, and not Monday morning.
    var isAtNight = false

    /// When that is, as the machine's zone has it.
    func start(in zone: Zone) -> Int64 {
        zone.milliseconds(
            of: CivilDate(year: 2026, month: 11, day: isAtNight ? 22 : 23),
            at: isAtNight ? TimeOfDay(hour: 23, minute: 0) : TimeOfDay(hour: 10, minute: 0)
        )
    }
}

/// A condition that a transcript ends with, as it is written there.
struct Demand: Hashable {
    /// The expectation, such as `handoff` or `no handoff orders error`.
    var expectation: String
}
