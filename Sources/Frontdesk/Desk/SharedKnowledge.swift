package import FrontdeskDialogue
package import FrontdeskMatching

/// An assistant made ready once for many desks, each with a store, a queue and a clock of its own: that costs more than most
/// conversations.
package final class SharedKnowledge: Sendable {
    private let assistant: Assistant
    private let matcher: Matcher
    /// What is ready, by the zone as it is around a desk's clock.
    private let ready = Locked<[Zone: Knowledge]>([:])

    /// Makes an assistant ready when the first desk needs it.
    package init(_ assistant: Assistant, matcher: Matcher) {
        self.assistant = assistant
        self.matcher = matcher
    }

    func knowledge(at now: Int64) -> Knowledge {
        let zone = Knowledge.zone(of: assistant, around: now)
        return ready.withLock { ready in
            if let known = ready[zone] { return known }
            let made = Knowledge(assistant, matcher: matcher, generation: 0, now: now)
            ready[zone] = made
            return made
        }
    }
}
