import FrontdeskIdentity
import Testing

@Suite("Identity proved by a signature")
struct SignedIdentityTests {
    private static let secret = "0123456789abcdef0123456789abcdef"
    private static let former = "the secret of last year, retired"

    // printf ID | openssl dgst -sha256 -hmac SECRET
    private static let proof = "d9817beeb0f5009c713b5582ba3027d90c2da8cb0c8aea55e422c4602666c314"
    private static let formerProof = "9f4a594b52b63d76b456e8e81520f4d60d3e6d6519eaea94f7f94b8696ebb244"
    private static let accented = "64bd0b89f9500306e666f1a29148521b83cdc43874181e432eb134a708c2b67a"

    @Test(
        "Only the signature of this very id counts",
        arguments: [
            ("u-1001", proof, true), ("u-1001", proof.uppercased(), true), ("Zoë", accented, true),
            ("u-1002", proof, false), ("u-1001 ", proof, false), ("", proof, false),
            ("u-1001", String(proof.dropLast()), false), ("u-1001", proof + "00", false),
            ("u-1001", String(proof.dropLast()) + "g", false), ("u-1001", "", false),
            ("u-1001", formerProof, false),
            ("u-1001", "sha256=" + proof, false), ("u-1001", String(repeating: "é", count: 32), false),
        ]
    )
    func proves(_ id: String, _ hash: String, _ expected: Bool) throws {
        #expect(try SignedIdentity(secrets: [Self.secret]).isProof(hash, of: id) == expected)
    }

    @Test("While a secret is changed, the new and the old one count")
    func rotation() throws {
        let both = try SignedIdentity(secrets: [Self.secret, Self.former])
        #expect(both.isProof(Self.proof, of: "u-1001"))
        #expect(both.isProof(Self.formerProof, of: "u-1001"))
        #expect(try !SignedIdentity(secrets: [Self.secret]).isProof(Self.formerProof, of: "u-1001"))
    }

    @Test(
        "Secrets that protect nobody are refused, and never repeated",
        arguments: [
            ([], "there are 0 secrets"), ([secret, former, secret], "there are 3 secrets"),
            (["hunter2"], "secret 1 has 7 bytes"), ([secret, ""], "secret 2 has 0 bytes"),
        ] as [([String], String)]
    )
    func refused(_ secrets: [String], _ words: String) {
        let refusal = #expect(throws: SignedIdentity.Refusal.self) { try SignedIdentity(secrets: secrets) }
        let text = refusal?.description ?? ""
        #expect(text.contains(words))
        #expect(!secrets.contains { !$0.isEmpty && text.contains($0) })
    }
}
