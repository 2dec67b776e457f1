// How the customer feels, as far as the events tell.
extension Tracker {
    /// At or above this sentiment the trouble before it is over.
    private static let contentThreshold = 0.2
    /// How many messages are kept.
    private static let kept = 10

    /// Takes what an event says of the customer's mood into the state, and nothing else of it.
    package mutating func feel(_ event: Event) {
        switch event.fact {
        case .understood(let understanding): feel(understanding.sentiment)
        case .agentReturned, .agentClosed: calmDown()
        default: break
        }
    }

    mutating func feel(_ sentiment: Double) {
        sentiments.append(sentiment)
        if sentiments.count > Self.kept { sentiments.removeFirst() }
        if sentiment >= Self.contentThreshold { isAcknowledged = false }
    }

    /// What a human has settled is over.
    mutating func calmDown() {
        sentiments = []
        isAcknowledged = false
    }
}
