import FrontdeskPages
import Testing

@Suite("Two texts beside each other")
struct SideBySideTests {
    static let open = WordDifference(
        from: "We are open from 9:00 to 18:00, and closed on Sundays.",
        to: "We are open from 10:00 to 18:00, and closed on Sundays."
    )

    @Test("Changed words are marked, and lines are broken where the column ends")
    func beside() {
        let lines = SideBySide(width: 80, marks: .signs).lines(Self.open)
        #expect(
            lines == [
                "    expected                             │ actual",
                "    We are open from [-9-]:00 to 18:00,  │ We are open from {+10+}:00 to 18:00,",
                "    and closed on Sundays.               │ and closed on Sundays.",
            ]
        )
    }

    @Test("Without room they stand one below the other")
    func stacked() {
        let lines = SideBySide(width: 40, marks: .signs, old: "was", new: "is").lines(Self.open, indent: 2)
        #expect(
            lines == [
                "  was  We are open from [-9-]:00 to",
                "       18:00, and closed on Sundays.",
                "  is   We are open from {+10+}:00 to",
                "       18:00, and closed on Sundays.",
            ]
        )
    }

    @Test("Marks open and close on each line, and blanks that changed can be seen in colours")
    func colours() {
        let red = "\u{1B}[1;31m"
        let green = "\u{1B}[1;32m"
        let end = "\u{1B}[0m"
        let layout = SideBySide(width: 30, marks: .colours)
        let text = layout.lines(WordDifference(from: "one  two", to: "one two")).joined(separator: "\n")
        #expect(text.contains("one\(red)··\(end)two"))
        #expect(text.contains("one\(green)·\(end)two"))
        let whole = layout.lines(old: nil, new: "a message of five words", instead: "nothing")
        #expect(whole.contains { $0.hasSuffix("\(green)a message of\(end)") })
        #expect(whole.contains { $0.hasSuffix("\(green)five words\(end)") })
    }

    @Test(
        "No line is wider than asked for, whatever stands in it",
        arguments: [
            "word " + String(repeating: "x", count: 200), "日本語の文章です。長い長い長い文章です。", "\u{1B}[31m\t\r\n",
        ],
        [24, 79, 80, 120]
    )
    func width(text: String, width: Int) {
        for marks in [DifferenceMarks.signs, .colours] {
            let lines = SideBySide(width: width, marks: marks).lines(WordDifference(from: text, to: "other"))
            for line in lines {
                let seen = line.replacing(/\u{1B}\[[0-9;]*m/, with: "")
                #expect(DisplayWidth.columns(of: seen) <= width)
                #expect(!seen.unicodeScalars.contains { $0.value < 0x20 })
            }
        }
    }
}
