/// A part of an intent file as it was written: a text, a list, or keys with their values.
struct SyntaxNode: Sendable {
    enum Kind {
        case text(String)
        case list([SyntaxNode])
        case keys([Entry])
    }

    /// How a part was written.
    enum Style {
        case plain, singleQuoted, doubleQuoted
        /// A text block under `|` or `>`.
        case literal, folded
        /// A list or keys within brackets or braces.
        case flow
        /// A list or keys on lines of their own.
        case lines
    }

    struct Entry {
        var key: SyntaxNode
        var value: SyntaxNode

        /// The key as a name.
        var name: Name { Name(text: key.text ?? "", place: key.place) }
    }

    var kind: Kind
    var style: Style
    /// A text's place covers what was written, quotes included; that of a list or keys is their first line.
    var place: Place
    /// The `&anchor` or `!tag` sign in front of it, which has no meaning in a pattern.
    var hasSign = false

    /// The text, when it is one.
    var text: String? {
        guard case .text(let text) = kind else { return nil }
        return text
    }

    /// Whether a key has nothing behind it.
    var isAbsent: Bool {
        guard case .text(let text) = kind else { return false }
        return style == .plain && text.isEmpty
    }

    /// What it is, in an author's words.
    var described: String {
        switch kind {
        case .text(let text): text.isEmpty ? "nothing" : "a text"
        case .list: "a list"
        case .keys: "keys and values"
        }
    }
}
