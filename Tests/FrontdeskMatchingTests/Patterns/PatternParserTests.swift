import Testing

@testable import FrontdeskMatching

/// A short notation of nodes for the tables: words bare, `(a|b)`, `[a]`, `{type:role}`, `<rule>`, `_min-max`.
func describe(_ node: PatternNode) -> String {
    switch node {
    case .word(let word): word
    case .exact(let word): "=\(word)"
    case .synonyms(let name): "~\(name)"
    case .permutation(let nodes): "(\(nodes.map(describe).joined(separator: ";")))"
    case .entity(let type, let role): role.map { "{\(type):\($0)}" } ?? "{\(type)}"
    case .rule(let name): "<\(name)>"
    case .gap(let min, let max): "_\(min)-\(max)"
    case .sequence(let nodes): nodes.map(describe).joined(separator: " ")
    case .alternatives(let nodes): "(\(nodes.map(describe).joined(separator: "|")))"
    case .optional(let node): "[\(describe(node))]"
    }
}

@Suite("Pattern parser")
struct PatternParserTests {
    @Test(
        "A pattern is read as its author means it",
        arguments: [
            ("where is my order", "where is my order"),
            ("Where's my ORDER?", "where is my order"),
            (
                "(where is|where's|track|find) [my] (order|parcel)",
                "(where is|where is|track|find) [my] (order|parcel)"
            ),
            ("order [[number] {order_number}]", "order [[number] {order_number}]"),
            ("[the|my] parcel", "[(the|my)] parcel"),
            ("from {city:from} to {city:to}", "from {city:from} to {city:to}"),
            ("<ask_for> money", "<ask_for> money"),
            ("cancel * order", "cancel _0-8 order"),
            ("+ order *3", "_1-8 order _0-3"),
            ("* order +50", "_0-8 order _1-50"),
            (#"press \* or \(a\) \[b\] \| \\ c"#, "press or a b c"),
            ("(one) two", "one two"),
            ("((a b)) c", "a b c"),
            ("{person_name}'s order", "{person_name} order"),
            ("can't (dont|won’t)", "can not (do not|will not)"),
            ("A-{number}, please!", "a {number} please"),
            ("[a][b](c)", "[a] [b] c"),
            ("(yes|👍)", "(yes|👍)"),
            ("CAFÉ", "cafe"),
            ("find (my order; today;[please]) now", "find (my order;today;[please]) now"),
            ("[my;order] x", "[(my;order)] x"),
            ("((a|b);c)", "((a|b);c)"),
            ("* order *2-5", "_0-8 order _2-5"),
            ("a +2-5, *0-3 b", "a _2-5 _0-3 b"),
            ("~parcel", "~parcel"),
            ("where is my ~parcel?", "where is my ~parcel"),
            ("(~a|[~b_2]) x", "(~a|[~b_2]) x"),
            ("=ur parcel", "=ur parcel"),
            ("=Where's it", "=where's it"),
            ("=don’t =E-mail", "=don't =e =mail"),
            (#"a \= \~ \; b"#, "a b"),
        ]
    )
    func meaning(source: String, expected: String) throws {
        let pattern = try PatternParser.parse(source)
        #expect(describe(pattern.root) == expected)
        #expect(pattern.source == source)
    }

    @Test(
        "A mistake is told with its place and its mend",
        arguments: [
            ("", "the pattern has no words", 0, 0, "such as: where is my order"),
            ("?! …", "the pattern has no words", 0, 6, "such as: where is my order"),
            ("(a|b c", "'(' is never closed", 0, 1, "add ')'"),
            ("a [b", "'[' is never closed", 2, 3, "add ']'"),
            ("a {b", "'{' is never closed", 2, 3, "add '}'"),
            ("a <b", "'<' is never closed", 2, 3, "add '>'"),
            ("a; b", "';' outside of brackets", 1, 2, "in any order in ( )"),
            ("(a|b;c)", "'|' and ';' stand in the same brackets", 4, 5, "((a|b);c)"),
            ("(a;b|c)", "'|' and ';' stand in the same brackets", 4, 5, "((a|b);c)"),
            ("x (a;b;c;d;e)", "5 parts in any order; the limit is 4", 2, 13, "write several patterns"),
            ("(a;)", "nothing stands beside the ';'", 2, 4, "a part on each side"),
            ("(;a)", "nothing stands beside the ';'", 0, 2, "a part on each side"),
            ("([a];[b])", "the pattern accepts an utterance without words", 0, 9, "out of [ ]"),
            ("a *5-2 b", "a gap of 5-2 words", 2, 6, "the smaller number first"),
            ("a +0-3 b", "a gap of 0-3 words", 2, 6, "1 to 50"),
            ("a *0-0 b", "a gap of 0-0 words", 2, 6, "0 to 50"),
            ("a *2-99 b", "a gap of 2-99 words", 2, 7, "0 to 50"),
            ("a *2- b", "a gap of 2- words", 2, 5, "such as *2-5"),
            ("a ~ b", "no set of synonyms is named behind '~'", 2, 3, "such as ~parcel"),
            ("a~b", "'~' inside a word", 1, 2, "a space in front"),
            ("a = b", "no word stands behind '='", 2, 3, "such as =ur"),
            ("a=b", "'=' inside a word", 1, 2, "a space in front"),
            ("a )", "')' closes nothing", 2, 3, #"write '\)'"#),
            ("a ] b", "']' closes nothing", 2, 3, #"write '\]'"#),
            ("a }", "'}' closes nothing", 2, 3, #"write '\}'"#),
            ("(a >)", "'>' closes nothing", 3, 4, #"write '\>'"#),
            ("(a b]", "'(' is closed by ']'", 4, 5, "write ')' here"),
            ("[a b)", "'[' is closed by ')'", 4, 5, "write ']' here"),
            ("(|a)", "an empty alternative", 0, 2, "write [ ] instead of ( )"),
            ("(a|) b", "an empty alternative", 2, 4, "write [ ] instead of ( )"),
            ("(a||b)", "an empty alternative", 2, 4, "write [ ] instead of ( )"),
            ("x [a|]", "an empty alternative", 4, 6, "already allow nothing"),
            ("a ()", "nothing stands between the brackets", 2, 4, "or remove them"),
            ("a [ ? ]", "nothing stands between the brackets", 2, 7, "or remove them"),
            ("a {}", "no entity type is named here", 2, 4, "{number}"),
            ("a <>", "no rule is named here", 2, 4, "<greeting>"),
            ("{:from}", "no entity type is named here", 0, 7, "{number}"),
            ("{city:}", "the role behind ':' is missing", 0, 7, "{city:role}"),
            (
                "{order number}", "'order number' is no name of an entity type or role", 0, 14,
                "letters, digits"
            ),
            ("<a b>", "'a b' is no name of a rule", 0, 5, "letters, digits"),
            ("a *0", "a gap of 0 words", 2, 4, "1 to 50"),
            ("a +51", "a gap of 51 words", 2, 5, "1 to 50"),
            ("a *99999999999999999999", "a gap of 99999999999999999999 words", 2, 23, "1 to 50"),
            ("[a] *", "the pattern accepts an utterance without words", 0, 5, "+ instead of *"),
            ("([a]|b)", "the pattern accepts an utterance without words", 0, 7, "out of [ ]"),
            ("order[s]", "'[' inside a word", 5, 6, "(order|orders)"),
            ("[re]order", "']' inside a word", 3, 4, "(order|orders)"),
            ("a|b", "'|' outside of brackets", 1, 2, "in ( )"),
            (
                "deliver* it", "'*' stands for words of its own, it does not belong to its neighbour", 7, 8,
                "spaces around"
            ),
            (
                "(a|b)+", "'+' stands for words of its own, it does not belong to its neighbour", 5, 6,
                "spaces around"
            ),
            (
                "*3rd", "'*' stands for words of its own, it does not belong to its neighbour", 0, 2,
                "spaces around"
            ),
            (#"a \"#, #"nothing follows the '\'"#, 2, 3, #"'\\'"#),
            (
                String(repeating: "(", count: 21) + "a" + String(repeating: ")", count: 21),
                "brackets nest deeper than 20 levels", 20, 21, "<its_name>"
            ),
        ]
    )
    func mistake(source: String, message: String, start: Int, end: Int, help: String) {
        do {
            let pattern = try PatternParser.parse(source)
            Issue.record("accepted as \(describe(pattern.root))")
        } catch {
            #expect(error.message == message)
            #expect(error.span == SourceSpan(start, end))
            #expect(error.help?.contains(help) == true, "\(error.help ?? "no help")")
        }
    }
}
