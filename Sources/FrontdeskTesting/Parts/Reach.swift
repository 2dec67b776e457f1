/// A part of the assistant that a conversation reaches or does not.
package enum Reach: Hashable, Sendable {
    /// Every conversation.
    case everything
    /// The intent was acted on, or was a candidate.
    case intent(String)
    /// The flow was under way.
    case flow(String)
    /// The flow was in the state, or in one within it.
    case state(String, of: String)
    /// A text of this origin was said.
    case text(String)
    /// A conversation was handed over.
    case handoff
}
