/// What a place in the tree of an assistant belongs to, and where it stands in the files.
struct Owner {
    /// `intent hours`, `flow start_return, slot reason`.
    var subject = ""
    /// From the outside in.
    var keys: [String] = []
    var language: String?
    /// What of it is meant: keys and names below it.
    var rest: [TreeComparison.Step] = []
    /// Whether the last of the path names the owner itself: all of it was added or removed.
    var isWhole: Bool { rest.isEmpty }
    /// Whom changes of it concern, unless a part says otherwise.
    var group = Change.Group.other
    /// Whether it is an intent's part in matching.
    var isMatching = false

    private static let lists: [String: (name: String, key: String, group: Change.Group)] = [
        "intents": ("intent", "intents", .understanding),
        "flows": ("flow", "flows", .dialogue),
        "queues": ("queue", "queues", .handoff),
        "calendars": ("hours", "business_hours", .handoff),
        "actions": ("action", "actions", .dialogue),
        "channels": ("channel", "channels", .answers),
        "partials": ("text", "partials", .answers),
        "entityTypes": ("entity", "entities", .understanding),
        "synonyms": ("synonyms", "synonyms", .understanding),
        "routes": ("reason", "reasons", .handoff),
        "feedback": ("feedback", "feedback", .handoff),
        "slots": ("slot", "slots", .dialogue),
        "states": ("state", "states", .dialogue),
    ]

    private static let groups: [String: Change.Group] = [
        "matching": .understanding, "thresholds": .handoff, "confidence": .handoff, "handoff": .handoff,
        "greeting": .answers, "texts": .answers, "tone": .answers, "title": .answers, "titles": .answers,
        "languages": .answers, "handlers": .dialogue, "anywhere": .dialogue, "memory": .handoff,
        "identity": .handoff, "quietHours": .handoff, "sentiment": .handoff, "feedback": .handoff,
        "detector": .understanding,
    ]

    init(_ path: [TreeComparison.Step]) {
        var rest = path[...]
        if rest.first == .key("translations"), rest.count > 1 {
            language = rest[rest.startIndex + 1].text
            rest = rest.dropFirst(2)
        }
        if let first = rest.first { group = Self.groups[first.text] ?? .other }
        var names: [String] = []
        while let step = rest.first {
            if case .key("matching") = step {
                isMatching = true
            } else if case .key("handoff") = step, names.isEmpty {
                keys.append("handoff")
                names.append("handoff")
            } else if case .key(let list) = step, let known = Self.lists[list], rest.count > 1,
                case .item(let name) = rest[rest.startIndex + 1]
            {
                names.append("\(known.name) \(name)")
                group = known.group
                keys +=
                    list == "states"
                    ? name.split(separator: "/").flatMap { ["states", String($0)] } : [known.key, name]
                rest = rest.dropFirst()
            } else if step == .key("handlers") || step == .key("anywhere"), rest.count > 1,
                case .item(let name) = rest[rest.startIndex + 1]
            {
                if names.isEmpty { names.append(step == .key("anywhere") ? "anywhere" : "every flow") }
                names.append(Trigger.words(of: name))
                group = .dialogue
                keys += [step == .key("anywhere") ? "anywhere" : "on", Trigger.key(of: name)]
                rest = rest.dropFirst()
            } else {
                break
            }
            rest = rest.dropFirst()
        }
        subject = names.isEmpty ? "assistant" : names.joined(separator: ", ")
        self.rest = Array(rest)
    }

    /// Whether all of an intent or a flow is meant, or of a part of matching.
    var isTop: Bool { isWhole && keys.count == 2 }
}
