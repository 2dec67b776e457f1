package import FrontdeskMatching

/// A message that waits until the customer has stopped writing.
public struct HeldMessage: Sendable, Hashable, Codable {
    /// The message, card numbers and passwords already masked.
    public var inbound: Inbound
    /// When the desk answers if nothing follows, in milliseconds since 1970.
    public var until: Int64

    /// Makes a held message.
    public init(inbound: Inbound, until: Int64) {
        self.inbound = inbound
        self.until = until
    }
}

/// The messages that wait until the customer has stopped writing; they become one turn.
public struct HeldMessages: Sendable, Hashable, Codable {
    /// When the first of them came, in milliseconds since 1970.
    public var since: Int64
    /// When the desk answers if nothing follows, in milliseconds since 1970.
    public var until: Int64
    /// The messages, in the order in which they came.
    public var messages: [Inbound]

    /// The text that they make together, each on a line of its own.
    public var text: String { messages.map(\.text).joined(separator: "\n") }

    /// Whether a message with this id is among them.
    public func holds(_ id: String) -> Bool { messages.contains { $0.id == id } }

    /// What they make together, as one message.
    package var joined: Inbound {
        // A number written over two messages is one only now.
        let (text, kinds) = Redaction.mask(text)
        return Inbound(
            id: messages.last?.id,
            text: text,
            redactions: messages.flatMap(\.redactions) + kinds,
            burst: Burst(ids: messages.compactMap(\.id), count: messages.count)
        )
    }
}

/// What a message is made of that was written as several in a row.
public struct Burst: Sendable, Hashable, Codable {
    /// The ids of the messages that had one, in order.
    public var ids: [String]
    /// How many messages they were; one that nothing followed makes a burst of one.
    public var count: Int

    /// Makes a burst.
    public init(ids: [String], count: Int) {
        self.ids = ids
        self.count = count
    }
}

extension Inbound {
    /// Whether it is this message, or one of the burst that it is made of.
    package func answers(_ id: String?) -> Bool {
        guard let id else { return self.id == nil }
        return self.id == id || burst?.ids.contains(id) == true
    }
}

extension Tracker {
    /// Takes one more message that waits into the state.
    mutating func hold(_ message: HeldMessage, at milliseconds: Int64) {
        var waiting = held ?? HeldMessages(since: milliseconds, until: 0, messages: [])
        waiting.messages.append(message.inbound)
        waiting.until = message.until
        held = waiting
    }
}

extension TurnSummary {
    /// What is told of a message that waits for what follows, in the turn that will answer it.
    package init(holding number: Int) {
        self.number = number
        decision = .hold
        rule = .stillWriting
        owner = Tracker.Owner.desk.name
        resumed = false
        messages = []
    }
}

extension DialogueMachine {
    /// Whether a message asks for a human, or for everything to stop, and so must not wait for what may follow.
    package func isUrgent(_ result: MatchResult) -> Bool {
        guard let top = result.candidates.first, let control = top.control else { return false }
        return [.human, .stop].contains(control)
            && (top.pattern != nil || top.confidence >= assistant.thresholds.answer)
    }
}

extension Tracker {
    /// Whether a text is nothing but a small number, and something was asked: a choice, picked in words.
    package func isChoiceNumber(_ text: String) -> Bool {
        guard question != nil, text.utf8.count <= 4, let number = Int(text.filter { !" .)".contains($0) })
        else { return false }
        return (1...9).contains(number)
    }
}
