/// The parts of an address that decide where a request goes.
struct HTTPAddress: Hashable {
    var isSecure: Bool
    /// The host with its port, in small letters: what a circuit breaker stands in front of.
    var host: String

    /// Reads an address; nil when it is none of HTTP, or holds a user's name.
    init?(_ url: String) {
        let rest: Substring
        if url.lowercased().hasPrefix("https://") {
            isSecure = true
            rest = url.dropFirst(8)
        } else if url.lowercased().hasPrefix("http://") {
            isSecure = false
            rest = url.dropFirst(7)
        } else {
            return nil
        }
        host = rest.prefix { $0 != "/" && $0 != "?" && $0 != "#" }.lowercased()
        guard !host.isEmpty,
            !host.utf8.contains(where: { $0 <= 0x20 || $0 == UInt8(ascii: "@") || $0 >= 0x7F })
        else { return nil }
    }

    /// Whether it is the machine itself.
    var isThisMachine: Bool {
        if host.hasPrefix("[") { return host.hasPrefix("[::1]") }
        let name = host.prefix { $0 != ":" }
        let parts = name.split(separator: ".", omittingEmptySubsequences: false)
        return name == "localhost"
            || (parts.count == 4 && parts[0] == "127" && parts.allSatisfy { UInt8($0) != nil })
    }
}
