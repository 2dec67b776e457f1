public import FrontdeskDialogue
import FrontdeskMatching

/// What is otherwise in the second of two versions of an assistant.
///
/// Everything that is stored of an assistant is compared: two assistants without a change here are equal but for orders that
/// nobody can notice, which are changes too, with ``Change/isNoticeable`` false.
public struct AssistantDifferences: Sendable {
    /// The changes, by group, then by what they belong to, in the order of the files.
    public let changes: [Change]
    /// Intents that only go by another name: the old one, and the new one.
    public let renamed: [Renamed]

    /// An intent that goes by another name.
    public struct Renamed: Sendable, Hashable {
        /// The name in the first version.
        public var old: String
        /// The name in the second.
        public var new: String
    }

    /// Compares two versions.
    ///
    /// - Throws: What a value throws that cannot be encoded; none of an assistant's does.
    public init(from old: Assistant, to new: Assistant) throws {
        let renames = IntentRenames(from: old, to: new)
        renamed = renames.pairs
        let before = renames.renaming(old)
        let pair = DifferingParts(before, new)
        let trees = (try NodeEncoder.node(of: pair.old), try NodeEncoder.node(of: pair.new))
        let differences = TreeComparison(trees.0, trees.1).found
        let paths = Set(differences.map(\.path))
        var changes: [Change] = renames.pairs.map { pair in
            Change(
                group: .understanding,
                kind: .renamed,
                subject: "intent \(pair.new)",
                part: "",
                old: pair.old,
                new: pair.new,
                keys: ["intents", pair.new]
            )
        }
        let counts = SentenceCounts(before, new)
        for difference in differences where !Self.isToldElsewhere(difference, paths) {
            changes += ChangeWording(difference).changes.map { counts.told($0, difference) }
        }
        // How languages are told apart follows from everything that is understood and said in them.
        for place in changes.indices where changes.count > 1 && changes[place].isOfDetector {
            changes[place].isNoticeable = false
        }
        changes += OfferedTopics(before, new).changes
        changes += try FlowWays(before, new).changes
        if changes.isEmpty, old != new { changes.append(Self.unnamed) }
        self.changes = Self.sorted(changes)
    }

    /// Whether what differs follows from another difference that is told.
    private static func isToldElsewhere(
        _ difference: TreeComparison.Difference,
        _ paths: Set<[TreeComparison.Step]>
    ) -> Bool {
        let path = difference.path
        if path.contains(where: { if case .key(let key) = $0 { Phrases.isDerived(key) } else { false } }) {
            return true
        }
        // Matching has each intent once more, in each language.
        guard let place = path.firstIndex(of: .key("matching")), path.count > place + 2,
            path[place + 1] == .key("intents")
        else { return false }
        let intent = path[place + 2]
        let rest = path[(place + 3)...]
        if rest.isEmpty { return paths.contains([.key("intents"), intent]) }
        guard Array(rest) == [.key("title")] else { return false }
        return paths.contains([.key("intents"), intent, .key("title")])
            || paths.contains { Array($0.prefix(3)) == [.key("intents"), intent, .key("titles")] }
    }

    /// What is left to say when two assistants differ and their trees do not.
    private static let unnamed = Change(
        group: .other,
        kind: .changed,
        subject: "assistant",
        part: "something without a name",
        keys: []
    )

    private static func sorted(_ changes: [Change]) -> [Change] {
        var order: [String: Int] = [:]
        for change in changes where order[change.subject] == nil { order[change.subject] = order.count }
        let groups = Change.Group.allCases
        return changes.enumerated().sorted { one, other in
            let first = (
                groups.firstIndex(of: one.element.group) ?? 0, order[one.element.subject] ?? 0, one.offset
            )
            let second = (
                groups.firstIndex(of: other.element.group) ?? 0, order[other.element.subject] ?? 0,
                other.offset
            )
            return first < second
        }.map(\.element)
    }
}

/// How many sentences teach an intent: told where it came or went.
private struct SentenceCounts {
    private let old: MatcherDefinition
    private let new: MatcherDefinition

    init(_ old: Assistant, _ new: Assistant) {
        self.old = old.matching
        self.new = new.matching
    }

    func told(_ change: Change, _ difference: TreeComparison.Difference) -> Change {
        guard difference.path.count == 2, difference.path[0] == .key("intents"),
            case .item(let name) = difference.path[1], change.kind == .added || change.kind == .removed
        else { return change }
        var change = change
        change.old = change.old.map { add(old, name, $0) }
        change.new = change.new.map { add(new, name, $0) }
        return change
    }

    private func add(_ definition: MatcherDefinition, _ name: String, _ text: String) -> String {
        guard let intent = definition.intents.first(where: { $0.name == name }) else { return text }
        let counts = [(intent.patterns.count, "pattern"), (intent.examples.count, "example")]
            .filter { $0.0 > 0 }.map { "\($0.0) \($0.1)\($0.0 == 1 ? "" : "s")" }
        return ([text] + counts).joined(separator: "; ")
    }
}

/// What is offered when nothing was understood: the first topics that do something.
private struct OfferedTopics {
    let changes: [Change]

    init(_ old: Assistant, _ new: Assistant) {
        let before = old.mainTopics
        let after = new.mainTopics
        // Titles, and choices that an assistant names itself, are told where they stand.
        guard before.map(\.id) != after.map(\.id), !old.namesTopics, !new.namesTopics else {
            changes = []
            return
        }
        changes = [
            Change(
                group: .answers,
                kind: .changed,
                subject: "assistant",
                part: "topics offered when nothing was understood",
                old: before.map(\.title).joined(separator: " | "),
                new: after.map(\.title).joined(separator: " | "),
                keys: ["intents"]
            )
        ]
    }
}

extension Assistant {
    /// Whether its own texts say which topics are offered.
    fileprivate var namesTopics: Bool { !texts[.fallbackChoices].choices.isEmpty }
}
