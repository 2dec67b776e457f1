public import FrontdeskMatching

/// A change of an intent file that mends a mistake where it stands.
public struct Mend: Sendable, Hashable, Codable {
    /// What is changed.
    enum Change: Sendable, Hashable, Codable {
        /// Something else instead of what is meant.
        case write(String)
        /// What is meant, in quotes.
        case quote
        /// The key or list item that is meant, with all that belongs to it, away.
        case takeOut
        /// Another key beside the one that is meant.
        case addBeside(key: String, value: String)
        /// Keys with the same value below a key beside the one that is meant, which is added where it is missing.
        case addBelow(key: String, keys: [String], value: String)
        /// Another item in the list of a key beside the one that is meant.
        case addItem(key: String, item: String)
        /// The key beside the one that is meant, away.
        case takeOutBeside(key: String)
    }

    let change: Change

    init(_ change: Change) {
        self.change = change
    }

    /// What it does, for a menu: "Write 'order_number'".
    public var title: String {
        switch change {
        case .write(let text): "Write '\(text)'"
        case .quote: "Put it in quotes"
        case .takeOut: "Take it out"
        case .addBeside(let key, let value): "Add '\(key): \(value)'"
        case .addBelow(_, let keys, let value):
            "Add \(keys.map { "'\($0): \(value)'" }.joined(separator: " and "))"
        case .addItem(let key, let item): "Add '\(item)' to '\(key)'"
        case .takeOutBeside(let key): "Take '\(key)' out"
        }
    }
}

/// A stretch of a file and what stands there instead.
public struct SourceEdit: Sendable, Hashable {
    /// The bytes that are replaced; none where something is added.
    public var span: SourceSpan
    /// What stands there instead.
    public var text: String

    /// Makes an edit.
    public init(span: SourceSpan, text: String) {
        self.span = span
        self.text = text
    }
}
