/// What must hold after each step of a random walk.
public enum WalkInvariant: String, Sendable, Hashable, CaseIterable {
    /// No request to the desk fails.
    case works = "no request fails"
    /// Every message is answered while no agent has the conversation, and no text is empty.
    case answered = "no message is left without a reply, and no reply is empty"
    /// No reply shows a place to fill in that was not filled.
    case filled = "no reply shows an unfilled place"
    /// Two reprompts or fallbacks in a row are in different words.
    case varied = "no two consecutive reprompts are alike"
    /// Whoever asks for a human has a ticket within two messages.
    case human = "a human is reachable within two messages"
    /// What a flow or the profile knows is not asked for, unless it was cleared, corrected or refused.
    case known = "nothing that is known is asked for again"
    /// The tracker is the fold of the stored events.
    case folded = "the state is the fold of the events"
    /// A message that is delivered twice gets the same reply twice, and changes nothing.
    case once = "a message delivered twice is answered once"
    /// An open ticket is in the queue, and one that is over is not.
    case queued = "conversation and queue agree"
    /// The same seed gives the same conversations.
    case same = "the same seed gives the same bytes"
}
