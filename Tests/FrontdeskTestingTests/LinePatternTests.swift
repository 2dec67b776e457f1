import FrontdeskTesting
import Testing

@Suite("Patterns for the desk's lines")
struct LinePatternTests {
    @Test(
        "A pattern matches",
        arguments: [
            ("Hello.", "Hello."), ("Hello.", "  Hello. "), ("...", ""), ("...", "anything"),
            ("Hello ...", "Hello Ada, hi"),
            ("... order ...", "Your order is late"), ("a{any}c", "abc"),
            ("on {date}.", "on Wednesday 25 November."),
            ("on {date}.", "on Wednesday 25 November 2026."), ("on {date}.", "on 2026-11-25."),
            ("{date}", "25 November"),
            ("{date}", "Monday"), ("{date} at {time}", "Monday at 09:00"),
            ("{date} at {time}", "Monday 30 November at 09:00"),
            ("at {time}", "at 9:05"), ("{number} items", "3 items"), ("€{number}", "€1,234.50"),
            ("{number}", "-4.5"),
            ("{number}.", "3."), ("order {word} is", "order A-10021 is"), ("{word}.", "A-10021."),
            ("\\{date}", "{date}"),
            ("a\\\\b", "a\\b"), ("one\\ntwo", "one\ntwo"), ("one...two", "one\n\ntwo"), ("", ""),
            ("好{word}", "好的"),
            ("{word}{word}", "ab"), ("{any}...{any}", "ab"),
        ]
    )
    func matches(pattern: String, text: String) throws {
        #expect(try LinePattern(pattern).matches(text))
    }

    @Test(
        "A pattern does not match",
        arguments: [
            ("Hello.", "hello."), ("Hello.", "Hello"), ("a{any}c", "ac"), ("on {date}.", "on Someday."),
            ("on {date}.", "on 2026-11-2."), ("at {time}", "at 900"), ("{number}", "A-1"),
            ("{word}", "two words"),
            ("{word}", ""), ("... order", "order!"), ("{number}", "1,"), ("", "x"), ("{any}", ""),
        ]
    )
    func refuses(pattern: String, text: String) throws {
        #expect(try !LinePattern(pattern).matches(text))
    }

    @Test(
        "A text that is escaped matches itself",
        arguments: ["{date}", "a\\nb", "one\ntwo", "{", "\\", "50 % {off}", "a b"]
    )
    func escapes(text: String) throws {
        #expect(try LinePattern(LinePattern.escape(text)).matches(text))
        #expect(!LinePattern.escape(text).contains("\n"))
    }

    @Test(
        "A brace that is not closed, and an unknown placeholder, are refused",
        arguments: ["{date", "{day}", "a {} b"]
    )
    func refusesPatterns(source: String) {
        #expect(throws: LinePatternError.self) { try LinePattern(source) }
    }

    @Test("A long text is matched without trying everything")
    func isFast() throws {
        let pattern = try LinePattern(String(repeating: "...a", count: 20) + "b")
        #expect(!pattern.matches(String(repeating: "a", count: 2000)))
    }
}
