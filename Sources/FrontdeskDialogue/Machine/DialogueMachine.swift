public import FrontdeskMatching

/// Decides what to say and do: a function of the conversation's state, what came in, and the time.
///
/// The order of decision is fixed and is that of ``DecisionRule``. The machine reads no clock, draws no random
/// numbers and does nothing itself: what must happen outside comes back as ``Action`` values.
public struct DialogueMachine: Sendable {
    /// The longest utterance that is read, in bytes of UTF-8.
    public static let utteranceLimit = 4096
    /// How many actions one turn may run before the conversation goes to a human.
    public static let stepLimit = 16
    /// How deep flows may call each other.
    public static let callLimit = 8
    /// How many flows may be under way at once, interrupted ones too; for one more, the latest is given up.
    public static let interruptionLimit = 5

    let index: AssistantIndex
    /// The assistant in each of its languages.
    let indexes: [String: AssistantIndex]

    /// What the desk knows.
    public var assistant: Assistant { index.assistant }
    /// The zone that the assistant's calendars are kept in.
    public var zone: Zone { index.zone }

    /// The intent of a name, found in about the same time whatever their number.
    package func intent(_ name: String) -> Intent? { index.intent(name) }

    /// Makes the machine of an assistant.
    ///
    /// - Parameters:
    ///   - assistant: A checked assistant.
    ///   - zone: The zone that ``Assistant/zone`` names, in which its opening times are meant.
    public init(_ assistant: Assistant, zone: Zone = .utc) {
        let index = AssistantIndex(assistant, zone: zone)
        self.index = index
        indexes = Dictionary(
            assistant.languages.enumerated().map { place, language in
                guard place > 0 else { return (language, index) }
                let spoken = assistant.spoken(in: language)
                return (language, AssistantIndex(spoken, zone: zone, words: assistant.words(in: language)))
            },
            uniquingKeysWith: { first, _ in first }
        )
    }

    /// How a message sounds, with what counted, by the words of the language that it was read in.
    public func sentiment(of text: String, tokens: [Token], in language: String?) -> Sentiment {
        let table = language.flatMap { indexes[$0]?.sounds } ?? index.sounds
        return Sentiment(of: text, tokens: tokens, by: table)
    }

    /// Takes one input to its conclusion, or to the next action that has to run.
    ///
    /// - Parameters:
    ///   - tracker: The conversation's state; every event of the decision is applied to it.
    ///   - input: What came in.
    ///   - moment: The clock's reading in the customer's zone.
    /// - Returns: The new events and what to do next; equal inputs give equal decisions.
    public func advance(_ tracker: inout Tracker, with input: Input, at moment: Moment) -> Decision {
        // The state moves into the turn and back, so that its arrays are never copied.
        var state = Tracker(conversation: "")
        swap(&state, &tracker)
        var turn = Turn(indexes: indexes, index: index, tracker: consume state, moment: moment)
        turn.take(input)
        swap(&turn.tracker, &tracker)
        return Decision(events: turn.events, actions: turn.actions)
    }
}
