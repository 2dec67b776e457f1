extension Sequence<Event> {
    /// The events that still count: without those of turns that were taken back.
    package var counted: [Event] {
        var kept: [Event] = []
        kept.reserveCapacity(underestimatedCount)
        for event in self {
            if case .undone(let turn) = event.fact {
                kept.removeAll { $0.turn >= turn }
            } else {
                kept.append(event)
            }
        }
        return kept
    }
}
