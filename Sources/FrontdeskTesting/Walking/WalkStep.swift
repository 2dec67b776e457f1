import Frontdesk
import FrontdeskDialogue

/// What happens next in a conversation of a random walk.
enum WalkStep: Sendable, Hashable {
    /// The customer writes.
    case says(String)
    /// The customer presses a button.
    case presses(Choice)
    /// Nobody says anything for so many milliseconds.
    case waits(Int64)
    /// The latest message is delivered a second time.
    case redelivers
    /// The program ends and another one opens the same store.
    case restarts
    /// Something happens elsewhere.
    case reports(ExternalEvent)
    /// An agent does something.
    case agent(AgentAct)

    /// The step as it stands in a transcript; a comment for what a transcript cannot say.
    var line: String {
        switch self {
        case .says(let text): "> \(text.split(whereSeparator: \.isNewline).joined(separator: " "))"
        case .presses(let choice): ">> \(choice.title)"
        case .waits(let milliseconds): "@ +\(max(1, milliseconds / 60_000))m"
        case .redelivers: "// the last message is delivered again"
        case .restarts: "// the program is started again"
        case .reports(let event): event.transcriptLine()
        case .agent(.claim(let name)): "agent \(name) claims"
        case .agent(.say(_, let text)): "agent> \(text)"
        case .agent(.giveBack(let back)): "agent \(back.agent) returns \(back.outcome.rawValue)"
        case .agent(.close(let name)): "agent \(name) closes"
        }
    }
}
