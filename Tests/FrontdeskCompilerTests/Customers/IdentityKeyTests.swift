import FrontdeskCompiler
import FrontdeskDialogue
import Testing

@Suite("Identity in intent files")
struct IdentityKeyTests {
    private func compilation(_ lines: String) -> Compilation {
        Compiler.compile([SourceFile(path: "assistant.yaml", text: "assistant: a\n\(lines)\n")])
    }

    @Test(
        "The policy arrives as written",
        arguments: [
            ("identity: {secret: SHOP_SECRET}", IdentityPolicy(secrets: ["SHOP_SECRET"])),
            (
                "identity: {secret: [NEW_1, OLD_1], unverified: sign_in}",
                IdentityPolicy(secrets: ["NEW_1", "OLD_1"], unverified: .signIn)
            ),
            ("identity: {unverified: handoff}", IdentityPolicy()),
        ]
    )
    func policy(_ lines: String, _ expected: IdentityPolicy) throws {
        #expect(try #require(compilation(lines).assistant).identity == expected)
        #expect(try #require(compilation("").assistant).identity == nil)
    }

    @Test(
        "What cannot be meant is refused, with the mend",
        arguments: [
            ("identity: {secret: hunter2hunter2hunter2}", "environment variable"),
            ("identity: {secret: [A_1, B_1, C_1]}", "at most 2"),
            ("identity: {unverified: signin}", "sign_in"), ("identity: {secrets: A_1}", "secret"),
            (
                "actions: {a.b: {takes: [x], needs: customer.email, sql: 'SELECT :x'}}",
                "can only need 'customer.verified'"
            ),
        ]
    )
    func refused(_ lines: String, _ word: String) {
        let found = compilation(lines).diagnostics.map { $0.message + ($0.help ?? "") }
        #expect(found.contains { $0.contains(word) }, "\(found)")
        #expect(compilation(lines).assistant == nil)
    }

    private static let shop = """
        actions:
          points.find: {takes: [id], needs: customer.verified, gives: account, fields: {points: number}, custom: true}
        intents:
          points: {patterns: how many points do i have, flow: points}
          close: {patterns: close my account, flow: close}
          hello: {patterns: am i signed in, answer: [{when: customer.verified, text: You are.}, You are not.]}
          hours: {patterns: when are you open, answer: From nine to six.}
        flows:
          points:
            states:
              look:
                do: points.find(customer.id)
                on: {found: {say: "{{account.points}} points.", end: resolved}, failed: {say: Failed., end: resolved}, missing: handoff}
          close:
            needs: customer.verified
            slots: {reason: {type: text, ask: Why?}}
            states:
              sure:
                ask: "Because of {{reason}}: shall I close it?"
                on: {yes: {say: Closed., end: resolved}, no: end}
        """

    private static let unknown = CustomerProfile(id: "1")
    private static let known = CustomerProfile(id: "1", isVerified: true)
    private static let signIn =
        "For your safety, please sign in first. Then write to me here, and I'll go straight on."
    private static let again =
        "I can't see yet that you are signed in. Please sign in and write to me again, or write \"human\" for a colleague."

    /// What the customer says, and what the desk answers; `+` signs in, `-` is somebody else.
    static let conversations: [(String, [(String, [String])])] = [
        (
            "an action waits for the sign-in, and runs then",
            [
                ("how many points do i have", [signIn]), ("how do I do that", [again]),
                ("+", []), ("done", ["Failed."]),
            ]
        ),
        ("a flow asks for nothing before", [("close my account", [signIn]), ("+", []), ("done", ["Why?"])]),
        (
            "a request by the way is answered, and the sign-in asked for again without counting",
            [
                ("close my account", [signIn]), ("when are you open", ["From nine to six.", signIn]),
                ("how would I do that", [again]), ("when are you open", ["From nine to six.", signIn]),
            ]
        ),
        (
            "the same request again is an attempt",
            [("close my account", [signIn]), ("close my account", [again])]
        ),
        (
            "signed in, another request comes first",
            [
                ("close my account", [signIn]), ("+", []),
                ("when are you open", ["From nine to six.", "Why?"]),
            ]
        ),
        (
            "whoever loses the proof in the middle goes no further",
            [("+", []), ("close my account", ["Why?"]), ("!", []), ("because", [signIn])]
        ),
        (
            "somebody else finds nothing of the first",
            [("+", []), ("close my account", ["Why?"]), ("-", []), ("am i signed in", ["You are not."])]
        ),
        (
            "a guard asks for it",
            [("am i signed in", ["You are not."]), ("+", []), ("am i signed in", ["You are."])]
        ),
    ]

    @Test("Nothing personal before the sign-in", arguments: conversations)
    func signingIn(_ name: String, _ steps: [(String, [String])]) throws {
        var shop = try SpokenShop(
            Self.shop,
            assistant: "identity: {unverified: sign_in}",
            customer: Self.unknown
        )
        for (said, answers) in steps {
            switch said {
            case "+": shop.know(Self.known)
            case "!": shop.know(Self.unknown)
            case "-": shop.know(CustomerProfile(id: "2"))
            default:
                let found = shop.say(said).map(\.text).map { $0.replacing("Now, back to close. ", with: "") }
                #expect(found == answers, "\(name): \(said)")
            }
        }
    }
}
