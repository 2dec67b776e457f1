import FrontdeskDialogue

// Who customers are, and how they prove it.
extension FileReader {
    /// `identity: {secret: SHOP_SECRET, unverified: sign_in}`.
    func identity(_ node: SyntaxNode) -> IdentityPolicy? {
        guard var keys = keys(node, "'identity'") else { return nil }
        var policy = IdentityPolicy()
        let names = names(keys["secret"], "an environment variable's name")
        if let unverified = keys["unverified"].flatMap({ name($0, "'unverified'") }) {
            policy.unverified =
                word(unverified, "way", as: IdentityPolicy.Unverified.self) ?? policy.unverified
        }
        keys.finish("in 'identity'")
        for name in names where !Self.isVariable(name.text) {
            report.report(
                .secretInFile,
                name.place,
                "'secret' names an environment variable, and this is no such name",
                help:
                    "write a name such as SHOP_USER_SECRET, and set the secret itself where the desk is started"
            )
        }
        if names.count > Self.secretLimit {
            report.report(
                .overLimit,
                names[Self.secretLimit].place,
                "there are \(names.count) secrets; at most \(Self.secretLimit) count at the same time",
                help: "keep the new one and the one it replaces"
            )
        }
        policy.secrets = names.map(\.text)
        return policy
    }

    /// How many secrets may count at the same time.
    private static let secretLimit = 2

    /// Large letters, digits and `_`, such as `SHOP_USER_SECRET`: no secret is taken for one by mistake.
    private static func isVariable(_ text: String) -> Bool {
        guard let first = text.utf8.first, (0x41...0x5A).contains(first), text.utf8.count <= 64 else {
            return false
        }
        return text.utf8.allSatisfy {
            (0x41...0x5A).contains($0) || (0x30...0x39).contains($0) || $0 == UInt8(ascii: "_")
        }
    }

    /// `needs` of a flow or an action: what cannot be asked for on the way.
    func proofs(_ node: SyntaxNode?, _ what: String) -> [CustomerNeed] {
        names(node, "what must be known").compactMap { name in
            guard let need = customerNeed(name) else { return nil }
            guard need == .verified else {
                report.report(
                    .unknownWord,
                    name.place,
                    "\(what) can only need 'customer.verified'",
                    help:
                        "what can be asked for is needed by an intent, or is a slot with 'from: \(need.rawValue)'"
                )
                return nil
            }
            return need
        }
    }
}
