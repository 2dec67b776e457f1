/// A regular expression in the documented subset that runs in linear time and never backtracks.
///
/// | notation | matches |
/// |---|---|
/// | `abc` | these characters, whatever their case |
/// | `\.` `\-` `\\` | a sign of punctuation as it stands; `\t` `\n` `\r` are tab and line ends |
/// | `.` | any one character but a line end |
/// | `[a-z_]` `[^,;]` | one of these characters, or any other one |
/// | `\d` `\w` `\s` | a digit; a letter, digit or underscore; white space. `\D` `\W` `\S`: any other character |
/// | `\b` | where a word begins or ends |
/// | `(…)` `(?:…)` | a group; the first kind is what `$1`, `$2` … of a template stand for |
/// | `a|b` | either |
/// | `?` `*` `+` | at most one, any number, at least one |
/// | `{3}` `{2,4}` `{2,}` | so many times, at most 1,000 |
///
/// The leftmost match wins, and of those that begin there the longest. A match never begins or ends inside a word (a
/// run of Latin letters and digits), so `^` and `$` are neither needed nor allowed. Expressions run over folded text:
/// lower case, without accents where folding takes them off. Finding one match takes one pass over the text at most,
/// however the expression is written.
public struct RegexPattern: Sendable {
    /// How many states an expression may come to; `a{100}` counts 100.
    public static let stateLimit = 4096

    /// The expression as its author wrote it.
    public let source: String
    let search: RegexSearch

    /// Reads and compiles an expression.
    ///
    /// - Throws: ``RegexError`` with the offset of the first mistake.
    public init(_ source: String) throws(RegexError) {
        self.source = source
        var parser = RegexParser(source)
        let root = try parser.parse()
        if root.acceptsEmpty {
            throw RegexError(
                message: "the expression accepts the empty text; require at least one character",
                offset: 0
            )
        }
        search = try RegexSearch(root, captures: parser.captures)
    }

    /// How many capturing groups the expression has.
    public var captureCount: Int { search.captures }

    /// Finds all matches in valid UTF-8, from left to right, none of them overlapping.
    package func matches(in text: [UInt8]) -> [RegexMatch] {
        search.matches(in: text)
    }

    /// What the capturing groups of a match cover, the first group first; nil for a group that took no part.
    package func captures(in text: [UInt8], of match: RegexMatch) -> [Range<Int>?] {
        search.captures(in: text, of: match.range)
    }

    /// Whether the whole text is one match.
    package func matchesWhole(_ text: [UInt8]) -> Bool {
        search.matches(in: text).first?.range == 0..<text.count
    }
}

/// One match of a regular expression.
package struct RegexMatch: Sendable, Hashable {
    /// The bytes it covers.
    package var range: Range<Int>
}

/// Why a regular expression was refused.
public struct RegexError: Error, Sendable, Hashable {
    /// What is wrong, in a sentence without a full stop.
    public var message: String
    /// The byte offset in the expression.
    public var offset: Int

    /// Makes an error.
    public init(message: String, offset: Int) {
        self.message = message
        self.offset = offset
    }
}

// The source is all there is to know: equal sources compile to equal automata.
extension RegexPattern: Hashable {
    /// Compares the sources.
    public static func == (left: RegexPattern, right: RegexPattern) -> Bool {
        left.source == right.source
    }

    /// Hashes the source.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(source)
    }
}

extension RegexPattern: Codable {
    /// Reads the source and compiles it.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        do {
            try self.init(container.decode(String.self))
        } catch let error as RegexError {
            throw DecodingError.dataCorruptedError(
                in: container,
                debugDescription: "regular expression, byte \(error.offset): \(error.message)"
            )
        }
    }

    /// Writes the source.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(source)
    }
}
