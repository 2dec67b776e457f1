import FrontdeskDialogue
import Testing

@Suite("Who writes, by what is claimed and proved")
struct ProfileClaimTests {
    struct Case: Sendable, CustomTestStringConvertible {
        var name: String
        var known: CustomerProfile
        var claim: CustomerProfile
        var isRefuted = false
        var then: CustomerProfile

        var testDescription: String { name }
    }

    private static let visitor = CustomerProfile(email: "ada@example.com")
    private static let said = CustomerProfile(id: "1", name: "Ada", email: "ada@example.com", tier: "vip")
    private static let proved = CustomerProfile(
        id: "1",
        name: "Ada",
        email: "ada@example.com",
        tier: "vip",
        isVerified: true
    )

    static let cases = [
        Case(
            name: "what is said is added to what was said",
            known: visitor,
            claim: CustomerProfile(id: "1", name: "Ada", tier: "vip"),
            then: said
        ),
        Case(
            name: "a visitor who signs in keeps what the conversation knows",
            known: visitor,
            claim: CustomerProfile(id: "1", name: "Ada", tier: "vip", isVerified: true),
            then: proved
        ),
        Case(
            name: "the proof of what was said before",
            known: said,
            claim: CustomerProfile(id: "1", isVerified: true),
            then: proved
        ),
        Case(
            name: "nothing that was said of one customer is left for another one who signs in",
            known: said,
            claim: CustomerProfile(id: "2", isVerified: true),
            then: CustomerProfile(id: "2", isVerified: true)
        ),
        Case(
            name: "a claim without proof changes nothing of a verified customer",
            known: proved,
            claim: CustomerProfile(id: "1", name: "Eve", email: "eve@example.com", tier: "gold"),
            then: proved
        ),
        Case(
            name: "it adds what is missing, and says the language and the zone of now",
            known: proved,
            claim: CustomerProfile(phone: "+49301", language: "es", zone: "Europe/Madrid"),
            then: CustomerProfile(
                id: "1",
                name: "Ada",
                email: "ada@example.com",
                phone: "+49301",
                language: "es",
                zone: "Europe/Madrid",
                tier: "vip",
                isVerified: true
            )
        ),
        Case(
            name: "another id without proof is another customer, not verified",
            known: proved,
            claim: CustomerProfile(id: "2", name: "Eve"),
            then: CustomerProfile(id: "2", name: "Eve")
        ),
        Case(
            name: "a wrong proof takes the rights away and nothing else",
            known: proved,
            claim: CustomerProfile(id: "1"),
            isRefuted: true,
            then: said
        ),
        Case(
            name: "a wrong proof of a visitor locks nobody out",
            known: visitor,
            claim: CustomerProfile(id: "1", name: "Ada", tier: "vip"),
            isRefuted: true,
            then: said
        ),
    ]

    @Test("What is proved counts more than what is said", arguments: cases)
    func claimed(_ test: Case) {
        #expect(test.known.claimed(as: test.claim, isRefuted: test.isRefuted) == test.then)
    }
}
