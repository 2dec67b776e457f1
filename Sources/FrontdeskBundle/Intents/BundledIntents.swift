import FrontdeskDialogue
import Synchronization

/// The intents of a bundle, each read when it is first asked for and kept from then on.
///
/// Turns on several threads share it without waiting for each other: whoever comes second to an intent takes the first
/// one's, or reads it once more.
final class BundledIntents: IntentSource {
    /// An intent that was read.
    private final class Reading: Sendable {
        let intent: Intent

        init(_ intent: Intent) { self.intent = intent }
    }

    private typealias Place = Atomic<Unmanaged<Reading>?>

    private let table: IntentTable
    /// For each intent what was read of it; each place is written once and then stays.
    nonisolated(unsafe) private let readings: UnsafeMutablePointer<Place>

    init(_ table: IntentTable) {
        self.table = table
        readings = .allocate(capacity: max(table.count, 1))
        for place in 0..<table.count { (readings + place).initialize(to: Place(nil)) }
    }

    deinit {
        for place in 0..<table.count { readings[place].load(ordering: .acquiring)?.release() }
        readings.deinitialize(count: table.count)
        readings.deallocate()
    }

    var count: Int { table.count }

    func place(of name: String) -> Int? { table.place(of: name) }

    func startsFlow(at place: Int) -> Bool { table.startsFlow(at: place) }

    func intent(at place: Int) -> Intent {
        precondition(place >= 0 && place < table.count, "the place is out of bounds")
        if let known = readings[place].load(ordering: .acquiring) {
            return known.takeUnretainedValue().intent
        }
        let intent = read(place)
        let reading = Unmanaged.passRetained(Reading(intent))
        let (isFirst, _) = readings[place].compareExchange(
            expected: nil,
            desired: reading,
            ordering: .acquiringAndReleasing
        )
        if !isFirst { reading.release() }
        return intent
    }

    /// Only ill will damages an intent behind a right checksum; who asks for it then gets a human.
    private func read(_ place: Int) -> Intent {
        if let intent = try? table.intent(at: place) { return intent }
        let name = table.name(at: place) ?? ""
        return Intent(name: name, title: name, effect: .handoff(HandoffTarget(reason: .error)))
    }
}
