/// Why a turn came out otherwise: what differences are grouped by.
public enum Cause: Sendable, Hashable {
    /// The step could not be taken at all.
    case impossible(reason: String)
    /// The message was taken for another intent.
    case intent(was: String, is: String)
    /// The message was understood then, and is not now; the confidence fell.
    case notUnderstood(was: String)
    /// The message was not understood then, and is now.
    case understood(is: String)
    /// There was a handoff, and is none.
    case handoffLost(queue: String, reason: String)
    /// There was no handoff, and is one.
    case handoffAdded(queue: String, reason: String)
    /// The handoff goes to another queue, or has another reason.
    case handoffChanged(was: String, is: String)
    /// The flow goes to another state.
    case state(was: String?, is: String?)
    /// A slot got another value.
    case slot(name: String)
    /// The turn was of another kind.
    case decision(was: String, is: String)
    /// A response that another program's log names was not said.
    case response(name: String)
    /// The text of a response changed, or another one of its variants was said.
    case text(origin: String)
    /// A message was said in addition.
    case added(origin: String)
    /// A message is no longer said.
    case lost(text: String)
    /// The buttons of a response changed.
    case choices(origin: String)

    /// A word that programs can branch on.
    public var kind: String {
        switch self {
        case .impossible: "impossible"
        case .intent: "intent"
        case .notUnderstood: "not_understood"
        case .understood: "understood"
        case .handoffLost: "handoff_lost"
        case .handoffAdded: "handoff_added"
        case .handoffChanged: "handoff_changed"
        case .state: "state"
        case .slot: "slot"
        case .decision: "decision"
        case .response: "response"
        case .text: "text"
        case .added: "message_added"
        case .lost: "message_lost"
        case .choices: "choices"
        }
    }

    /// What people read.
    public var title: String {
        switch self {
        case .impossible(let reason): "cannot happen any more: \(reason)"
        case .intent(let was, let now): "taken for \(now) instead of \(was)"
        case .notUnderstood(let was): "\(was) is not understood any more"
        case .understood(let now): "\(now) is understood now"
        case .handoffLost(let queue, let reason): "no handoff to \(queue) (\(reason)) any more"
        case .handoffAdded(let queue, let reason): "a handoff to \(queue) (\(reason)) that was none"
        case .handoffChanged(let was, let now): "handoff to \(now) instead of \(was)"
        case .state(let was, let now): "goes to \(now ?? "no state") instead of \(was ?? "no state")"
        case .slot(let name): "slot \(name) has another value"
        case .decision(let was, let now): "the turn is '\(now)' instead of '\(was)'"
        case .response(let name): "\(name) is not said"
        case .text(let origin): "text of \(origin) changed"
        case .added(let origin): "\(origin) is said in addition"
        case .lost(let text): "not said any more: \(Self.shortened(text))"
        case .choices(let origin): "buttons of \(origin) changed"
        }
    }

    private static func shortened(_ text: String) -> String {
        let line = text.split(whereSeparator: \.isNewline).joined(separator: " ")
        return line.count > 60 ? "\(line.prefix(60))…" : line
    }

    /// The keys in the files that the cause has to do with, the likeliest first.
    var places: [[String]] {
        switch self {
        case .intent(_, let now), .understood(let now): [["intents", now]]
        case .notUnderstood(let was): [["intents", was]]
        case .handoffLost(let queue, _), .handoffAdded(let queue, _): [["queues", queue], ["handoff"]]
        case .handoffChanged: [["handoff"], ["queues"]]
        case .state(let was, let now): [now, was].compactMap(\.self).map(Self.place(ofState:))
        case .slot(let name): [["slots", name]]
        case .text(let origin), .added(let origin), .choices(let origin): Self.places(ofOrigin: origin)
        case .impossible, .decision, .response, .lost: []
        }
    }

    /// `flow/state` in the files.
    private static func place(ofState path: String) -> [String] {
        let names = path.split(separator: "/").map(String.init)
        guard let flow = names.first else { return [] }
        if names.count == 2, names[1] == "slots" { return ["flows", flow, "slots"] }
        return ["flows", flow] + names.dropFirst().flatMap { ["states", $0] }
    }

    private static func places(ofOrigin origin: String) -> [[String]] {
        let names = origin.filter { $0 != "→" }.split(separator: "/").map(String.init)
        guard names.count > 1 else {
            return [["intents", origin, "answer"], ["intents", origin], ["texts", origin], [origin]]
        }
        return [["flows", names[0], "states", names[1], "say"], ["flows", names[0], "slots", names[1]]]
    }
}
