/// One thing that is otherwise in the second of two versions of an assistant.
public struct Change: Sendable, Hashable {
    /// What it means for customers.
    public enum Group: String, Sendable, Hashable, CaseIterable {
        /// What customers say is understood otherwise.
        case understanding
        /// They read something else.
        case answers
        /// They are asked something else, or led another way.
        case dialogue
        /// They reach humans otherwise, or are promised or asked to allow something else.
        case handoff
        /// Anything else that the assistant holds.
        case other

        /// The group's heading.
        public var title: String {
            switch self {
            case .understanding: "What is understood"
            case .answers: "What is said"
            case .dialogue: "What is asked and done"
            case .handoff: "Handoff, hours and promises"
            case .other: "Other settings"
            }
        }
    }

    /// What became of it.
    public enum Kind: String, Sendable, Hashable {
        case added, removed, changed, renamed, moved
    }

    /// What it means for customers.
    public var group: Group
    /// What became of it.
    public var kind: Kind
    /// What it belongs to: `intent hours`, `flow start_return, slot reason`, `assistant`.
    public var subject: String
    /// Which part of it: `answer`, `slot reason`; empty: all of it.
    public var part: String
    /// What it was; nil where there was nothing.
    public var old: String?
    /// What it is; nil where there is nothing.
    public var new: String?
    /// The language of a text, where the assistant speaks several.
    public var language: String?
    /// Whether both are texts that customers read, to be compared word by word.
    public var isText = false
    /// The keys under which it stands in the intent files, from the outside in.
    public var keys: [String]
    /// What stands there on its line; nil: the last key.
    public var anchor: String?
    /// Whether customers may notice it; what they cannot is only listed when asked for.
    public var isNoticeable = true

    /// Whether it follows from whatever else changes, as the words do by which languages are told apart.
    var isOfDetector = false

    /// The change in a few words: `answer (es) changed`.
    public var summary: String {
        var words: [String] = part.isEmpty ? [] : [part]
        if let language { words.append("(\(language))") }
        switch kind {
        case .moved: words.append("in another order")
        default: words.append(kind.rawValue)
        }
        return words.joined(separator: " ")
    }
}

extension Change {
    /// The script that makes the assistant's data, which says what actions find, is another one.
    public static func data(_ old: String?, _ new: String?) -> Change {
        func lines(_ text: String?) -> String? {
            text.map { "\($0.split(separator: "\n").count) lines" }
        }
        return Change(
            group: .other,
            kind: old == nil ? .added : new == nil ? .removed : .changed,
            subject: "assistant",
            part: "script that makes its data",
            old: lines(old),
            new: lines(new),
            keys: ["data"]
        )
    }
}
