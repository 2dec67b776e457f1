import FrontdeskDialogue

/// A message that opens a conversation, and what must come of it.
struct FirstMessage {
    var text: String
    /// With whom and when the conversation begins.
    var beginning: Beginning
    /// What a transcript expects of it, such as `intent order.status`.
    var demand: String

    /// The finding that an intent has when this message shows it.
    func finding(proof: String, intent: String, message: String, mend: String, in subject: Subject) -> Finding
    {
        let conversation = ShownConversation(
            title: message,
            beginning: beginning,
            moves: [Move(act: .says(text))],
            demands: [Demand(expectation: demand)]
        )
        return Finding(
            proof: proof,
            place: FilePlace.intent(intent),
            message: message,
            mend: mend,
            transcript: conversation.text(assistant: subject.assistant.name)
        )
    }
}
