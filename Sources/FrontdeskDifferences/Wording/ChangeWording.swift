import FrontdeskDialogue
import FrontdeskMatching

/// Puts a difference of two trees into words.
///
/// Each difference gives at least one change.
struct ChangeWording {
    private typealias Step = TreeComparison.Step

    private let difference: TreeComparison.Difference
    private let owner: Owner

    init(_ difference: TreeComparison.Difference) {
        self.difference = difference
        owner = Owner(difference.path)
    }

    var changes: [Change] {
        switch difference.kind {
        case .order(let old, let new): [order(old, new)]
        case .values(let old, let new): values(old, new)
        }
    }

    /// Keys that say nothing to a reader: what is below them does.
    private static let silent: Set<String> = [
        "terms", "effect", "step", "go", "question", "rawValue", "confidence", "texts", "overrides",
        "response",
        "translations", "state", "transition",
    ]

    // MARK: Parts

    private func change(_ kind: Change.Kind, _ old: String?, _ new: String?) -> Change {
        var language = owner.language
        var words: [String] = []
        var group: Change.Group?
        var keys = owner.keys
        var rest = owner.rest
        // The last key that has words of its own, should all of them be silent.
        var last: String?
        while !rest.isEmpty {
            let step = rest.removeFirst()
            switch step {
            case .key(let key) where key.hasPrefix("_"): continue
            case .key(let key):
                last = key
                if ["titles", "translations"].contains(key), let tag = rest.first {
                    language = tag.text
                    rest.removeFirst()
                }
                let phrase = Phrases.phrase(key)
                group = phrase?.group ?? group
                if key == "ask", !rest.filter({ !$0.text.hasPrefix("_") }).isEmpty { continue }
                if ["texts", "confidence"].contains(key) { keys.append(key) }
                guard !Self.silent.contains(key) else { continue }
                words.append(Phrases.words(of: key))
                keys.append(phrase?.key ?? Self.written(key))
            case .item(let name):
                words.append(name)
                keys.append(name)
            }
        }
        if words.isEmpty, let last, !owner.isWhole { words = [Phrases.words(of: last)] }
        return Change(
            group: group ?? owner.group,
            kind: kind,
            subject: owner.subject,
            part: words.joined(separator: " "),
            old: old,
            new: new,
            language: language,
            keys: keys
        )
    }

    /// A key as intent files write it: `answers_within`.
    private static func written(_ key: String) -> String {
        var text = ""
        for letter in key { text += letter.isUppercase ? "_" + letter.lowercased() : String(letter) }
        return text
    }

    // MARK: Values

    private func values(_ old: Node?, _ new: Node?) -> [Change] {
        if difference.path == [.key("detector")], old != nil, new != nil {
            // It says in words what patterns, examples and texts say; what follows is seen in the sentences.
            var change = change(.changed, nil, nil)
            change.isOfDetector = true
            return [change]
        }
        if let pair = Self.responses(old, new) { return responses(pair.0, pair.1) }
        let kind: Change.Kind = Self.isNothing(old) ? .added : Self.isNothing(new) ? .removed : .changed
        var change = change(kind, NodeText.text(old), NodeText.text(new))
        if let last = owner.rest.last, owner.rest.count > 1,
            case .key(let list) = owner.rest[owner.rest.count - 2],
            ["patterns", "examples", "counterexamples", "background"].contains(list)
        {
            change.part = Phrases.words(of: list)
            change.keys.removeLast()
            change.anchor = last.text
        }
        return [change]
    }

    private static func isNothing(_ node: Node?) -> Bool { NodeText.text(node) == nil }

    private static func response(_ node: Node?) -> Response? {
        if case .part(.response(let response))? = node { response } else { nil }
    }

    private static func responses(_ old: Node?, _ new: Node?) -> (Response?, Response?)? {
        let pair = (response(old), response(new))
        if pair.0 == nil, pair.1 == nil { return nil }
        guard pair.0 != nil || old == nil || old == .null, pair.1 != nil || new == nil || new == .null else {
            return nil
        }
        return pair
    }

    private func responses(_ old: Response?, _ new: Response?) -> [Change] {
        guard let old, let new else {
            var change = change(
                old == nil ? .added : .removed,
                old.map(NodeText.text),
                new.map(NodeText.text)
            )
            change.isText = true
            // A question that is there now, or no more, is more than a text.
            let isQuestion = owner.rest.last == .key("ask")
            if !isQuestion { change.group = textGroup(change) }
            return [change]
        }
        return ResponseChanges(from: old, to: new).pieces.map { piece in
            let kind: Change.Kind = piece.old == nil ? .added : piece.new == nil ? .removed : .changed
            var change = change(kind, piece.old, piece.new)
            change.group = textGroup(change)
            change.part = [change.part, piece.name].filter { !$0.isEmpty }.joined(separator: ", ")
            change.language = piece.language ?? change.language
            change.isText = piece.isText
            return change
        }
    }

    /// Texts are what is said, but for those that promise something.
    private func textGroup(_ change: Change) -> Change.Group {
        owner.rest.contains(.key("promise")) ? .handoff : .answers
    }

    // MARK: Order

    /// Lists whose order nobody can notice by itself: what it decides is looked at elsewhere.
    private static let unordered: Set<String> = [
        "intents", "flows", "actions", "calendars", "channels", "partials", "queues", "patterns", "examples",
        "counterexamples", "background", "entityTypes", "synonyms", "members", "holidays", "hours", "skills",
        "outcomes", "keptBy", "movedBy", "about", "routes", "words", "clear", "fields", "types", "requires",
        "secrets",
        "recognition",
    ]

    private func order(_ old: [String], _ new: [String]) -> Change {
        var change = change(.moved, old.joined(separator: ", "), new.joined(separator: ", "))
        guard case .key(let list)? = difference.path.last(where: { $0.isNamed }) else { return change }
        if change.part.isEmpty { change.part = Phrases.words(of: list) }
        switch list {
        case "states": change.isNoticeable = old.first != new.first
        case "handlers", "anywhere":
            // One message can only set off several of these: the first of them is taken.
            func values(_ names: [String]) -> [String] { names.filter { $0.hasPrefix("entity ") } }
            change.isNoticeable = values(old) != values(new)
        default: change.isNoticeable = !Self.unordered.contains(list)
        }
        return change
    }
}

extension TreeComparison.Step {
    /// Whether it is a key with a name of its own.
    fileprivate var isNamed: Bool {
        if case .key(let key) = self { !key.hasPrefix("_") } else { false }
    }
}
