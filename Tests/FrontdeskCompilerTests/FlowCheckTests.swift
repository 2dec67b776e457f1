import FrontdeskCompiler
import Testing

@Suite("Checks of flows")
struct FlowCheckTests {
    private static let frame = """
        actions:
          read: {takes: [n], gives: row, fields: [x], custom: true}
          write: {takes: [n], custom: true, mode: write}
        intents:
          begin: {patterns: "begin", flow: f}
          other: {patterns: "other", answer: Other.}
        flows:
          f:
            slots:
              n: {type: text, ask: n?}
              m: {type: text, ask: "m for {{n}}?", otherwise: handoff}
            states:

        """

    /// The codes for a flow of these states, indented by two.
    private func remarks(_ states: String) -> [String] {
        let lines = states.split(separator: "\n").map { "      \($0)" }.joined(separator: "\n")
        let sources = [
            SourceFile(path: "assistant.yaml", text: "assistant: a\non: {failed: handoff}\n"),
            SourceFile(path: "f.yaml", text: Self.frame + lines + "\n"),
        ]
        return Compiler.compile(sources).diagnostics.map { "\($0.code) \($0.message)" }
    }

    @Test(
        "A cycle counts unless the customer is asked on the way",
        arguments: [
            ("a: {go: b}\nb: {go: a}", "a → b → a"),
            ("a: {go: a}", "a → a"),
            ("a: {go: b}\nb: {do: read(n), on: {found: c, missing: b}}\nc: {end: resolved}", "b → b"),
            ("a: {do: read(n), on: {found: b, missing: {clear: n, go: a}}}\nb: {end: resolved}", nil),
            (
                "a: {do: read(n), on: {found: b, missing: {clear: n, set: {n: x}, go: a}}}\nb: {end: resolved}",
                "a → a"
            ),
            (
                "a: {do: read(n), on: {found: b, missing: {clear: m, go: a}}}\nb: {needs: m, end: resolved}",
                "a → a"
            ),
            (
                "a: {needs: m, do: read(m), on: {found: b, missing: {clear: m, go: a}}}\nb: {end: resolved}",
                nil
            ),
            ("a: {ask: Sure?, on: {yes: b, no: a}}\nb: {go: a}", nil),
            ("a: {clear: m, go: b}\nb: {needs: m, go: a}", nil),
        ] as [(String, String?)]
    )
    func cycles(_ states: String, _ cycle: String?) {
        let found = remarks(states).filter { $0.hasPrefix("FD0050") }
        #expect(found.count == (cycle == nil ? 0 : 1))
        if let cycle { #expect(found.first?.hasSuffix(": \(cycle)") == true) }
    }

    @Test(
        "A write counts as confirmed when every path to it passes a yes after the last slot",
        arguments: [
            ("w: {do: write(n), on: {done: e, unchanged: e}}", false),
            ("q: {ask: Sure?, on: {yes: w, no: e}}\nw: {do: write(n), on: {done: e, unchanged: e}}", true),
            ("q: {ask: Sure?, on: {yes: e, no: w}}\nw: {do: write(n), on: {done: e, unchanged: e}}", false),
            (
                "q: {ask: Sure?, on: {yes: r, no: e}}\nr: {do: read(n), on: {found: w, missing: e}}\nw: {do: write(n), on: {done: e, unchanged: e}}",
                true
            ),
            (
                "q: {ask: Sure?, on: {yes: w, no: e}}\nw: {needs: m, do: write(m), on: {done: e, unchanged: e}}",
                false
            ),
            (
                "q: {needs: m, ask: Sure?, on: {yes: w, no: e}}\nw: {needs: m, do: write(m), on: {done: e, unchanged: e}}",
                true
            ),
            (
                "q: {ask: Sure?, on: {yes: {clear: n, go: w}, no: e}}\nw: {do: write(n), on: {done: e, unchanged: e}}",
                false
            ),
            (
                "q: {ask: Sure?, otherwise: w, on: {yes: w, no: e}}\nw: {do: write(n), on: {done: e, unchanged: e}}",
                false
            ),
            (
                "q: {ask: Sure?, on: {yes: w, no: e, other: w}}\nw: {do: write(n), on: {done: e, unchanged: e}}",
                false
            ),
            (
                "q: {ask: {text: Which?, choices: [One, Two]}, on: {one: w, two: e}}\nw: {do: write(n), on: {done: e, unchanged: e}}",
                true
            ),
        ]
    )
    func confirmation(_ states: String, _ isConfirmed: Bool) {
        let found = remarks(states + "\ne: {end: resolved}").filter { $0.hasPrefix("FD0051") }
        #expect(found.count == (isConfirmed ? 0 : 1))
    }

    @Test(
        "Every answer and outcome must lead somewhere",
        arguments: [
            ("a: {ask: Sure?, on: {yes: e}}", "the answer 'no' leads"),
            ("a: {ask: {text: Which?, choices: [One, Two]}, on: {one: e}}", "the answer 'two' leads"),
            ("a: {do: read(n), on: {}}", "the outcomes 'found' and 'missing' lead"),
        ]
    )
    func unhandled(_ states: String, _ message: String) {
        let found = remarks(states + "\ne: {end: resolved}").filter { $0.hasPrefix("FD0048") }
        #expect(found.count == 1)
        #expect(found.first?.contains(message) == true)
    }

    @Test("A comma within braces is told apart from a misspelt key")
    func commaInBraces() {
        let found = remarks(
            "a: {do: read(n), on: {found: e, missing: handoff(support, error)}}\ne: {end: resolved}"
        )
        #expect(found.contains { $0.hasPrefix("FD0006") })
        let said = remarks("a: {say: Yes, gladly, end: resolved}")
        #expect(said.contains { $0.hasPrefix("FD0006") && $0.contains("'gladly'") })
    }
}
