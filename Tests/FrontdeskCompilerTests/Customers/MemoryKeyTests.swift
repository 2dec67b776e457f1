import FrontdeskCompiler
import FrontdeskDialogue
import Testing

@Suite("Memory and names in intent files")
struct MemoryKeyTests {
    private func compilation(_ lines: String) -> Compilation {
        Compiler.compile([SourceFile(path: "assistant.yaml", text: "assistant: a\n\(lines)\n")])
    }

    private func flow(_ remember: String) -> String {
        """
        intents: {shirt: {patterns: a shirt, flow: shirt}}
        flows:
          shirt:
            slots: {size: {type: text, remember: \(remember), ask: Which size?}}
            states: {done: {say: "{{size}}.", end: resolved}}
        """
    }

    @Test(
        "How long a value is kept arrives as written",
        arguments: [
            ("365d", 365, 91.25), ("{for: 100d}", 100, 25), ("{for: 90d, confirm_after: 30d}", 90, 30),
        ]
    )
    func remember(_ written: String, _ kept: Double, _ confirmed: Double) throws {
        let assistant = try #require(compilation(flow(written)).assistant)
        let rule = try #require(assistant.flows.first?.slots.first?.terms.remember)
        #expect(Double(rule.keptFor) == kept * 86_400)
        #expect(Double(rule.confirmAfter) == confirmed * 86_400)
        #expect(assistant.memory == MemoryPolicy(consent: .ask))
        #expect(assistant.intents.contains { $0.name == Control.forget.intentName })
    }

    @Test("Who remembers nothing looks nothing up, and has nothing to forget")
    func nothing() throws {
        let assistant = try #require(compilation("").assistant)
        #expect(assistant.memory == nil && assistant.nameEvery == nil)
        #expect(!assistant.intents.contains { $0.name == Control.forget.intentName })
    }

    @Test("The policy arrives as written")
    func policy() throws {
        let assistant = try #require(compilation("memory: {consent: profile}\nname_every: 5").assistant)
        #expect(assistant.memory == MemoryPolicy(consent: .profile))
        #expect(assistant.nameEvery == 5)
    }

    @Test(
        "What cannot be meant is refused, with the mend",
        arguments: [
            ("memory: {consent: always}", "ask"), ("memory: {consnet: ask}", "consent"),
            ("name_every: 1", "2"), ("name_every: 101", "100"),
            ("greeting: 'Hello {{customer.last_topik}}'", "last_topic"),
            ("greeting: 'Hello {{customer.last_topic}}'", "not every customer's last_topic is known"),
            ("greeting: '{{time.part_of_the_day}}'", "part_of_day"),
        ]
    )
    func refused(_ lines: String, _ word: String) {
        let found = compilation(lines).diagnostics.map { $0.message + ($0.help ?? "") }
        #expect(found.contains { $0.contains(word) }, "\(found)")
        #expect(compilation(lines).assistant == nil)
    }

    @Test(
        "What cannot be remembered so is refused",
        arguments: [
            ("forever", "365d"), ("0d", "30d"), ("{confirm_after: 3d}", "365d"),
            ("{for: 3d, confirm_after: 3d}", "3d"),
        ]
    )
    func refusedRules(_ written: String, _ word: String) {
        let found = compilation(flow(written)).diagnostics.map { $0.message + ($0.help ?? "") }
        #expect(found.contains { $0.contains(word) }, "\(found)")
    }

    // MARK: Names

    private static let manners = """
        intents:
          thanks: {patterns: thanks, answer: "You're welcome{{customer.called|prefix \\", \\"}}."}
          name: {patterns: what is my name, answer: "It is {{customer.name|default \\"unknown\\"}}."}
          hours: {patterns: hours, answer: From nine to six.}
        """

    /// What the customer says, and what the desk answers.
    static let conversations: [(String, String, [(String, String)])] = [
        (
            "at most once in three turns",
            "",
            [
                ("thanks", "You're welcome, Ada."), ("thanks", "You're welcome."),
                ("thanks", "You're welcome."),
                ("thanks", "You're welcome, Ada."), ("thanks", "You're welcome."),
            ]
        ),
        (
            "as often as is declared",
            "name_every: 2\n",
            [
                ("thanks", "You're welcome, Ada."), ("hours", "From nine to six."),
                ("thanks", "You're welcome, Ada."),
            ]
        ),
        (
            "what is asked for is said, and counts",
            "",
            [
                ("what is my name", "It is Ada Byron."), ("thanks", "You're welcome."),
                ("what is my name", "It is Ada Byron."),
            ]
        ),
    ]

    @Test("The name is used sparingly", arguments: conversations)
    func names(_ name: String, _ assistant: String, _ steps: [(String, String)]) throws {
        var shop = try SpokenShop(
            Self.manners,
            assistant: assistant + "greeting: Hello.\n",
            customer: CustomerProfile(name: "Ada Byron")
        )
        for (said, answer) in steps { #expect(shop.say(said).map(\.text) == [answer], "\(name): \(said)") }
    }

    @Test("A greeting by name is enough for a while, and nobody is called by a name that is not known")
    func greeting() throws {
        let greeting = "greeting: 'Hello{{customer.called|prefix \" \"}}.'\n"
        var shop = try SpokenShop(
            Self.manners,
            assistant: greeting,
            customer: CustomerProfile(name: "Ada Byron")
        )
        #expect(shop.say("thanks").map(\.text) == ["You're welcome."])
        var unknown = try SpokenShop(Self.manners, assistant: greeting)
        #expect(unknown.say("thanks").map(\.text) == ["You're welcome."])
        #expect(unknown.say("what is my name").map(\.text) == ["It is unknown."])
    }
}
