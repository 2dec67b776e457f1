/// How changed words are told from others where differences are shown.
package struct DifferenceMarks: Sendable, Hashable {
    /// What stands around a stretch of text.
    package struct Pair: Sendable, Hashable {
        var open: String
        var close: String
        /// How many columns both take.
        var columns: Int

        func around(_ text: String) -> String { text.isEmpty ? "" : open + text + close }
    }

    /// Around words that only the first text has.
    package var old: Pair
    /// Around words that only the second text has.
    package var new: Pair
    /// Around what is said beside the texts.
    package var aside: Pair
    /// Whether the marks are colours, which take no room: nothing shows blanks in them, and whole texts bear them well.
    var areColours: Bool

    /// `[-old-]` and `{+new+}`, where there are no colours.
    package static let signs = DifferenceMarks(
        old: Pair(open: "[-", close: "-]", columns: 4),
        new: Pair(open: "{+", close: "+}", columns: 4),
        aside: Pair(open: "", close: "", columns: 0),
        areColours: false
    )
    /// Red and green, bold, and all that is no text dim: for terminals.
    package static let colours = DifferenceMarks(
        old: Pair(open: "\u{1B}[1;31m", close: "\u{1B}[0m", columns: 0),
        new: Pair(open: "\u{1B}[1;32m", close: "\u{1B}[0m", columns: 0),
        aside: Pair(open: "\u{1B}[2m", close: "\u{1B}[0m", columns: 0),
        areColours: true
    )

    /// What is said beside the texts, such as a heading.
    package func aside(_ text: String) -> String { aside.around(text) }
}
