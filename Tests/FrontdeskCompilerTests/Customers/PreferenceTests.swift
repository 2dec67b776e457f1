import FrontdeskCompiler
import FrontdeskDialogue
import Testing

@Suite("What customers prefer")
struct PreferenceTests {
    private static let shop = """
        entities: {size: {values: [small, large]}}
        intents:
          how: {patterns: ["how"], answer: [{when: "customer.prefers_contact = 'phone'", text: We call you.}, We write to you.]}
          shirt: {patterns: ["a shirt [in {size}]"], flow: shirt}
        flows:
          shirt:
            slots: {size: {from: customer.prefers_size, ask: Which size?}}
            states: {done: {say: "A {{size}} one{{customer.prefers_colour|prefix \\", \\"}}.", end: resolved}}
        """

    @Test(
        "is read in texts and conditions, fills slots, and counts less than what is said",
        arguments: [
            (nil, ["We write to you."], ["Which size?"]),
            (["contact": "phone"], ["We call you."], ["Which size?"]),
            (["size": "large"], ["We write to you."], ["A large one."]),
            (["size": "large", "colour": "blue"], ["We write to you."], ["A large one, blue."]),
        ] as [([String: String]?, [String], [String])]
    )
    func reads(preferences: [String: String]?, how: [String], shirt: [String]) throws {
        var shop = try SpokenShop(Self.shop, customer: CustomerProfile(preferences: preferences))
        #expect(shop.say("how").map(\.text) == how)
        #expect(shop.say("a shirt").map(\.text) == shirt)
        var other = try SpokenShop(Self.shop, customer: CustomerProfile(preferences: preferences))
        #expect(other.say("a shirt in small").first?.text.hasPrefix("A small one") == true)
    }

    @Test("is added to by what comes later")
    func merges() {
        var profile = CustomerProfile(preferences: ["size": "M", "contact": "phone"])
        profile.merge(CustomerProfile(preferences: ["size": "L"]))
        profile.merge(CustomerProfile(name: "Ada"))
        #expect(profile.preferences == ["size": "L", "contact": "phone"])
    }

    @Test(
        "may be missing, and has a name",
        arguments: [
            ("answer: \"{{customer.prefers_size}}\"", ["FD0099"]),
            ("answer: \"{{customer.prefers_|default \\\"-\\\"}}\"", nil),
            ("answer: \"{{customer.prefers_size|default \\\"-\\\"}}\"", []),
            ("answer: \"{{customer.prefer|default \\\"-\\\"}}\"", nil),
        ] as [(String, [String]?)]
    )
    func checks(answer: String, codes: [String]?) {
        let text = "assistant: shop\nintents: {hi: {patterns: hi, \(answer)}}\n"
        let found = Compiler.compile([SourceFile(path: "assistant.yaml", text: text)]).diagnostics.map(\.code)
        if let codes { #expect(found == codes) } else { #expect(found.count == 1) }
    }
}
