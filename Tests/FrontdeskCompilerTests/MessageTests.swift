import FrontdeskCompiler
import Testing

@Suite("Messages")
struct MessageTests {
    /// What the compiler says about a topic file beside a one-line assistant.
    private func remarks(_ text: String, assistant: String = "assistant: a\n") -> [String] {
        let sources = [
            SourceFile(path: "assistant.yaml", text: assistant), SourceFile(path: "x.yaml", text: text),
        ]
        return Compiler.compile(sources).diagnostics.map {
            "\($0.code) \($0.line):\($0.column) \($0.message)"
        }
    }

    private static let hello = "intents:\n  hello:\n    patterns: \"hello\"\n"

    @Test(
        "Texts name what is wrong in them, at its place",
        arguments: [
            ("{{customer}}", "FD0018 4:16 'customer' is a record, of which one field must be named"),
            ("{{custmer.name}}", "FD0018 4:16 unknown record 'custmer'"),
            ("{{now.hour}}", "FD0018 4:16 'now' has no field 'hour'"),
            ("{{queue.title}}", "FD0018 4:16 unknown record 'queue'"),
            ("{{customer.name|prefix}}", "FD0029 4:30 the filter 'prefix' needs a text in double quotes"),
            ("a {{ slot_a }}", "FD0007 4:19 unknown slot 'slot_a'"),
        ]
    )
    func texts(_ text: String, _ remark: String) {
        #expect(remarks(Self.hello + "    answer: \"\(text)\"\n") == [remark])
    }

    @Test("A field inside a block of several lines is found on its line")
    func blocks() {
        let text = Self.hello + "    answer: |\n      Hello,\n      dear {{customer.nam}}.\n"
        #expect(remarks(text) == ["FD0018 6:23 unknown field of 'customer': 'nam'"])
    }

    @Test("An empty folder has no assistant")
    func nothing() {
        let compilation = Compiler.compile([])
        #expect(compilation.assistant == nil)
        #expect(compilation.diagnostics.map(\.code) == ["FD0024"])
        #expect(
            DiagnosticRenderer.text(compilation.diagnostics, sources: []).hasPrefix(
                "assistant.yaml:1:1: error"
            )
        )
    }

    @Test("A control's phrase cannot lead to an intent")
    func controls() {
        let text = "intents:\n  contact:\n    patterns: \"never mind\"\n    answer: A.\n"
        #expect(remarks(text) == ["FD0042 3:15 the built-in control 'cancel' has the same pattern"])
    }

    @Test("The choices of a fallback are intents")
    func fallbackChoices() {
        let assistant =
            "assistant: a\ntexts:\n  fallback_choices: {text: Which?, choices: [{id: helo, title: Hi}]}\n"
        let found = remarks(Self.hello + "    answer: Hi.\n", assistant: assistant)
        #expect(found == ["FD0009 3:51 unknown intent 'helo'"])
    }

    @Test(
        "Settings that contradict each other, or themselves, are refused",
        arguments: [
            ("thresholds: {answer: 0.3, clarify: 0.5}", "FD0035"), ("thresholds: {answer: nan}", "FD0035"),
            ("handoff: {no_match_limit: 0}", "FD0035"), ("handoff: {sentiment_below: sometimes}", "FD0035"),
            ("handoff: {reasons: {sentimant: {priority: 7}}}", "FD0017"), ("timezone: Europe", "FD0039"),
            ("business_hours: {office: {mon-fry: \"09:00-18:00\"}}", "FD0037"),
            ("business_hours: {office: {mon: \"18:00-09:00\"}}", "FD0037"),
            ("business_hours: {office: {mon: \"09:00-24:30\"}}", "FD0037"),
            ("business_hours: {office: {mon: \"09:00-12:00, 11:00-13:00\"}}", "FD0060"),
            ("queues: {care: {answers_within: -1h}}", "FD0036"), ("database: {file: a, seed: b}", "FD0023"),
            ("queues: [care]", "FD0021"), ("queues: {care: {priority: 10}}", "FD0035"),
            ("controls: {humn: {patterns: x}}", "FD0017"), ("texts: {help: []}", "FD0028"),
        ]
    )
    func settings(_ line: String, _ code: String) {
        let found = remarks("", assistant: "assistant: a\n\(line)\n")
        #expect(found.count == 1)
        #expect(found.first?.hasPrefix(code) == true)
    }

    @Test(
        "The nearest word is proposed",
        arguments: [("patern", "patterns"), ("examlpes", "examples"), ("awnser", "answer")]
    )
    func nearest(_ key: String, _ meant: String) {
        let text = Self.hello + "    answer: A.\n    \(key): x\n"
        let sources = [
            SourceFile(path: "assistant.yaml", text: "assistant: a\n"),
            SourceFile(path: "x.yaml", text: text),
        ]
        #expect(Compiler.compile(sources).diagnostics.map(\.help) == ["did you mean '\(meant)'?"])
    }

    @Test("No word is proposed that is far away")
    func farAway() {
        let sources = [SourceFile(path: "assistant.yaml", text: "assistant: a\nzzz: x\n")]
        #expect(Compiler.compile(sources).diagnostics.first?.help?.contains("did you mean") == false)
    }
}
