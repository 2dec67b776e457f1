import FrontdeskDialogue

// Addresses, headers and secrets of requests.
extension FileReader {
    /// The address of a request; nil, reported, when it cannot be one.
    func requestURL(_ keys: inout Keys, of what: String, takes: [Name], allowsPlain: Bool) -> RequestText? {
        guard let node = keys["url"] else {
            missing(
                "url",
                of: what,
                keys.place,
                help: "write its address, as in 'url: https://api.example.com/parcels'"
            )
            return nil
        }
        guard let url = requestText(node, "'url'", takes: takes) else { return nil }
        guard case .text(let beginning)? = url.pieces.first else {
            if case .environment? = url.pieces.first { return url }
            report.report(
                .badRequestText,
                node.place,
                "an argument cannot decide where a request goes",
                help: "begin the address with https://HOST/, or with a variable such as ${CARRIER_URL}"
            )
            return nil
        }
        let scheme =
            beginning.hasPrefix("https://") ? "https://" : beginning.hasPrefix("http://") ? "http://" : nil
        guard let scheme else {
            report.report(
                .badURL,
                node.place,
                "this address cannot be asked: '\(url.written)'",
                help: "begin it with https://"
            )
            return nil
        }
        let rest = beginning.dropFirst(scheme.utf8.count)
        let host = rest.prefix { $0 != "/" && $0 != "?" && $0 != "#" }
        // A host that is cut off by a place to fill would be decided by what fills it.
        if url.pieces.count > 1, host.count == rest.count, case .argument = url.pieces[1] {
            report.report(
                .badRequestText,
                node.place,
                "an argument cannot decide where a request goes",
                help: "write the whole host, and a '/' behind it"
            )
            return nil
        }
        if host.contains("@") {
            secret("the address holds a name and a password", node.place)
            return nil
        }
        if host.isEmpty || host.contains(" ") {
            report.report(.badURL, node.place, "this address has no host: '\(url.written)'")
            return nil
        }
        if scheme == "http://", !allowsPlain, !Self.isThisMachine(host) {
            report.report(
                .plainHTTP,
                node.place,
                "what is sent to '\(host)' could be read and changed by others on the way",
                help: "write https://, or allow it with 'plain_http: true'",
                mends: [
                    .write("https://" + url.written.dropFirst(scheme.utf8.count)),
                    .addBeside(key: "plain_http", value: "true"),
                ]
            )
        }
        return url
    }

    /// Whether a host, with or without a port, is the machine itself.
    private static func isThisMachine(_ host: Substring) -> Bool {
        if host.hasPrefix("[") { return host.hasPrefix("[::1]") }
        let name = host.prefix { $0 != ":" }
        return name == "localhost" || name.hasPrefix("127.")
    }

    /// Headers or parts of the query.
    func namedTexts(_ node: SyntaxNode?, _ what: String, takes: [Name]) -> [NamedText] {
        entries(node, what).compactMap { entry in
            let name = entry.name.text
            guard let text = requestText(entry.value, "'\(name)'", takes: takes) else { return nil }
            if what == "headers", !Self.isHeaderName(name) {
                report.report(
                    .badRequestText,
                    entry.key.place,
                    "'\(name)' cannot be the name of a header",
                    help: "write letters, digits and '-'"
                )
                return nil
            }
            if Self.isSecret(name), text.pieces.contains(where: \.isLongText) {
                secret("'\(name)' holds a secret in the clear", entry.value.place)
                return nil
            }
            return NamedText(name, text)
        }
    }

    /// The name of the variable that `${NAME}` stands for.
    func secretVariable(_ node: SyntaxNode, _ what: String) -> String? {
        guard let text = text(node, what) else { return nil }
        if text.hasPrefix("${"), text.hasSuffix("}"), Self.isVariable(String(text.dropFirst(2).dropLast())) {
            return String(text.dropFirst(2).dropLast())
        }
        secret("\(what) holds a secret in the clear", node.place)
        return nil
    }

    private func secret(_ message: String, _ place: Place) {
        report.report(
            .openSecret,
            place,
            message,
            help: "put it into an environment variable and name that: ${CARRIER_TOKEN}"
        )
    }

    private static func isHeaderName(_ name: String) -> Bool {
        !name.isEmpty
            && name.utf8.allSatisfy { byte in
                (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte)
                    || "-_.!#$%&'*+^`|~".utf8.contains(byte)
            }
    }

    /// Whether what is sent under a name is a secret, as far as the name tells.
    private static func isSecret(_ name: String) -> Bool {
        let words = name.lowercased().split { $0 == "-" || $0 == "_" }
        let known: Set<Substring> = [
            "authorization", "cookie", "token", "secret", "password", "apikey", "signature", "credential",
        ]
        return words.contains { known.contains($0) } || (words.contains("key") && words.contains("api"))
            || words == ["key"]
    }
}

extension RequestText.Piece {
    /// Whether it is written text that could be a secret: more than a word such as `Bearer`.
    fileprivate var isLongText: Bool {
        guard case .text(let text) = self else { return false }
        return text.split(separator: " ").contains {
            !["bearer", "basic", "token", "apikey"].contains($0.lowercased())
        }
    }
}
