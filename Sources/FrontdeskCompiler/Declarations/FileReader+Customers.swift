import FrontdeskDialogue

// Who customers are, and how they prove it.
extension FileReader {
    /// `identity: {secret: SHOP_SECRET, unverified: sign_in}`.
    func identity(_ node: SyntaxNode) -> IdentityPolicy? {
        guard var keys = keys(node, .identity, "'identity'") else { return nil }
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
    static func isVariable(_ text: String) -> Bool {
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

    /// `memory: {consent: ask}`.
    func memory(_ node: SyntaxNode) -> MemoryPolicy? {
        guard var keys = keys(node, .memory, "'memory'") else { return nil }
        var policy = MemoryPolicy()
        if let consent = keys["consent"].flatMap({ name($0, "'consent'") }) {
            policy.consent = word(consent, "way", as: MemoryPolicy.ConsentRule.self) ?? policy.consent
        }
        keys.finish("in 'memory'")
        return policy
    }

    /// `remember: 365d`, or `{for: 365d, confirm_after: 90d}`.
    func remember(_ node: SyntaxNode) -> RememberRule? {
        guard case .keys = node.kind else {
            return name(node, "'remember'").flatMap { days($0) }.map {
                RememberRule(keptFor: $0, confirmAfter: $0 / 4)
            }
        }
        guard var keys = keys(node, .remember, "'remember'") else { return nil }
        let kept = keys["for"].flatMap { name($0, "'for'") }
        let limit = keys["confirm_after"].flatMap { name($0, "'confirm_after'") }
        keys.finish("in 'remember'")
        guard let kept else {
            missing("for", of: "'remember'", node.place, help: "say for how long: 365d")
            return nil
        }
        guard let seconds = days(kept) else { return nil }
        guard let limit else { return RememberRule(keptFor: seconds, confirmAfter: seconds / 4) }
        guard let confirmAfter = days(limit) else { return nil }
        if confirmAfter >= seconds {
            report.report(
                .confirmedTooLate,
                limit.place,
                "the value is forgotten after \(kept.text), before anybody is asked whether it still holds",
                help: "write less than \(kept.text)"
            )
        }
        return RememberRule(keptFor: seconds, confirmAfter: confirmAfter)
    }

    private func days(_ name: Name) -> Int? {
        if name.text.hasSuffix("d"), let count = Int(name.text.dropLast()), (1...3_650).contains(count) {
            return count * 86_400
        }
        report.report(
            .badDuration,
            name.place,
            "'\(name.text)' is not a number of days",
            help: "write a number and d, at most ten years: 30d, 365d"
        )
        return nil
    }
}
