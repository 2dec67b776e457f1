import Testing

@testable import FrontdeskMatching

@Suite("Regular expressions")
struct RegexPatternTests {
    /// Expression, text, what is found; `|` separates matches.
    static let cases: [(String, String, String)] = [
        ("abc", "an abc, ABC and abcd", "abc|ABC"),
        ("A-?\\d{5}", "A-10021 a10022 xA-10023 A-100245", "A-10021|a10022"),
        ("\\d{3}", "12 123 1234", "123"),
        ("\\d+", "7, 42; x9", "7|42"),
        ("[a-c]+", "abc abd cab", "abc|cab"),
        ("[^ ,]+", "one, two", "one|two"),
        ("[\\d-]+", "12-34 -", "12-34|-"),
        ("[a\\-z]+", "a-z b", "a-z"),
        ("a|ab|abc", "abc", "abc"),
        ("(?:a|b)c", "ac bc cc", "ac|bc"),
        ("ab?c", "ac abc abbc", "ac|abc"),
        ("ab*c", "ac abbbc", "ac|abbbc"),
        ("ab+c", "ac abbbc", "abbbc"),
        ("a{2}", "a aa aaa", "aa"),
        ("a{2,3}", "a aa aaa aaaa", "aa|aaa"),
        ("a{2,}", "a aa aaaaa", "aa|aaaaa"),
        ("a.c", "abc a-c a\nc aéc", "abc|a-c|aéc"),
        ("\\w+", "ab_1 é", "ab_1"),
        ("\\w+\\s\\w+", "one two three four", "one two|three four"),
        ("a\\b.b", "a-b axb", "a-b"),
        ("(?:\\b)?a+", "aa", "aa"),
        ("é+", "É é", "é"),
        ("[äé]x", "äx éx ax", "äx|éx"),
        ("\\$\\d+", "$5 5", "$5"),
        ("\\(x\\)", "(x) x", "(x)"),
        ("x}]", "x}]", "x}]"),
        ("a.*z", "a b z c z d", "a b z c z"),
        ("a|a.*z", "a b a", "a|a"),
        ("\\D\\d", "a1 -1 é1", "a1|-1|é1"),
        ("GB\\d{9}(?:\\d{3})?", "gb123456789012 GB123456789", "gb123456789012|GB123456789"),
    ]

    @Test("Finds the leftmost longest matches between word edges", arguments: cases)
    func finds(source: String, text: String, expected: String) throws {
        let bytes = Array(text.utf8)
        let found = try RegexPattern(source).matches(in: bytes).map {
            String(decoding: bytes[$0.range], as: UTF8.self)
        }
        #expect(found.joined(separator: "|") == expected)
    }

    @Test("Captures what the groups hold")
    func captures() throws {
        let pattern = try RegexPattern("(\\d{2})-(\\d{3})?(x)?")
        let text = Array("at 12-345 now".utf8)
        let match = try #require(pattern.matches(in: text).first)
        #expect(pattern.captures(in: text, of: match) == [3..<5, 6..<9, nil])
    }

    /// Expression, offset and message of the refusal.
    static let refusals: [(String, Int, String)] = [
        ("", 0, "the expression accepts the empty text; require at least one character"),
        ("a*", 0, "the expression accepts the empty text; require at least one character"),
        ("ab(cd", 2, "the group is not closed; ')' is missing"),
        ("ab)", 2, "')' closes a group that was never opened"),
        ("x[ab", 1, "the class is not closed; ']' is missing"),
        ("x[]", 1, "the class is empty; write '\\]' for the character ']'"),
        ("*a", 0, "there is nothing to repeat before '*'; write '\\*' for the character itself"),
        ("a|+", 2, "there is nothing to repeat before '+'; write '\\+' for the character itself"),
        (
            "a{x}", 1,
            "'{' begins a repetition such as {3}, {2,4} or {2,}; write '\\{' for the character itself"
        ),
        ("a{3,2}", 1, "the bounds {3,2} are out of order"),
        ("a{0}", 1, "a repetition of zero times matches nothing"),
        ("a{1001}", 2, "a repetition goes up to 1000 times"),
        ("a**", 2, "a repetition cannot be repeated; put '(?:…)' around it"),
        ("a+?", 2, "lazy repetition is not supported: the longest match always wins"),
        ("a++", 2, "possessive repetition is not supported: nothing here ever backtracks"),
        ("[z-a]", 1, "the range 'z-a' is out of order"),
        ("[a-\\d]", 1, "a range ends with one character, not with a class"),
        ("[à-é]", 1, "ranges take ASCII characters only; list the others one by one"),
        ("[^é]", 0, "a negated class takes ASCII characters only"),
        ("[[:alpha:]]", 1, "POSIX classes are not supported; use \\d, \\w, \\s or a range"),
        ("[\\b]", 1, "this escape cannot stand in a class"),
        ("a(?=b)", 1, "look-ahead is not supported"),
        ("a(?!b)", 1, "look-ahead is not supported"),
        ("(?<=a)b", 0, "look-behind is not supported"),
        ("(?<!a)b", 0, "look-behind is not supported"),
        ("(?<n>a)", 0, "named groups are not supported; write '(…)' and use $1, $2 … in the template"),
        ("(?i)a", 0, "flags are not supported; letters match in either case as it is"),
        ("(a)\\1", 3, "back-references are not supported"),
        ("\\pL", 0, "Unicode properties are not supported"),
        ("\\Aa", 0, "the anchor '\\A' is not supported"),
        ("a\\q", 1, "the escape '\\q' is not supported"),
        ("a\\", 1, "nothing follows the backslash"),
        ("(?:a{1000}){1000}", 0, "the expression is too large: it comes to more than 4096 states"),
        (
            "^a", 0,
            "'^' is not supported: a match always begins and ends at a word's edge; leave it out, or write '\\^' for "
                + "the character itself"
        ),
    ]

    @Test("Refuses what it does not support, and says where and why", arguments: refusals)
    func refuses(source: String, offset: Int, message: String) {
        let error = #expect(throws: RegexError.self) { try RegexPattern(source) }
        #expect(error == RegexError(message: message, offset: offset))
    }

    @Test("An expression whose automaton would explode is simulated and finds the same")
    func explosion() throws {
        let pattern = try RegexPattern("(?:a|b)*a(?:a|b){12}")
        #expect(!pattern.search.isDeterministic)
        let text = Array("abababababababaab bbbbbbbbbbbbbbbb".utf8)
        #expect(pattern.matches(in: text).map(\.range) == [0..<17])
    }

    @Test("Deeply nested groups are refused instead of overflowing the stack")
    func nesting() {
        let source = String(repeating: "(", count: 5000) + "a" + String(repeating: ")", count: 5000)
        let error = #expect(throws: RegexError.self) { try RegexPattern(source) }
        #expect(error == RegexError(message: "groups are nested deeper than 100", offset: 100))
    }
}
