public import FrontdeskDialogue
import FrontdeskReports

/// What came of playing a transcript.
public struct TranscriptResult: Sendable {
    /// The transcript.
    public let transcript: Transcript
    /// Where the conversation differed from it; empty when it passed.
    public internal(set) var differences: [Difference] = []
    /// The events of its conversations, one conversation after the other.
    public internal(set) var events: [Event] = []
    /// How conditions came out.
    var conditions: [ConditionWatch.Condition: Set<Bool>] = [:]
    /// What came of each step that was played.
    var outcomes: [StepOutcome] = []

    init(transcript: Transcript) {
        self.transcript = transcript
    }

    /// Whether everything was as written.
    public var passed: Bool { differences.isEmpty }
}

/// What came of one step.
struct StepOutcome: Sendable {
    /// What the desk said, in order.
    var messages: [Outbound] = []
    /// What it said to customers who did nothing in this step.
    var others: [SaidLine] = []
    /// The turn, when the step was a customer's message.
    var turn: TurnSummary?
    /// The conversation's state afterwards; nil before it began.
    var tracker: Tracker?
    /// The step's events.
    var events: [Event] = []
    /// The figures of all conversations on the desk so far; nil when nobody asked for them.
    var report: Report?
    /// The conversation it was in, by its id and by the name of its customer, if that has one.
    var conversation: (id: String, customer: String?) = ("", nil)
    /// Why the step could not be played.
    var failure: String?
    /// Whether it was the desk or its queue that did not let it happen.
    var isRefused = false

    /// All that was said, in order.
    var lines: [SaidLine] { messages.map { SaidLine(to: nil, text: $0.text) } + others }
}

/// What the desk said, as a line of a transcript.
struct SaidLine: Sendable, Hashable {
    /// To whom, when it is not the customer of the step.
    var to: String?
    var text: String

    /// The line as it is written.
    var source: String { "\(to ?? "")< \(LinePattern.escape(text))" }
}
