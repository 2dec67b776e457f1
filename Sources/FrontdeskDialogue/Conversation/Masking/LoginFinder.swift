/// Finds the password beside an e-mail address in a text that speaks of logging in: "ada@example.com / Summer24".
enum LoginFinder {
    static func stretches(in bytes: [UInt8]) -> [Redaction.Stretch] {
        var found: [Redaction.Stretch] = []
        var index = 0
        while let at = bytes[index...].firstIndex(of: UInt8(ascii: "@")) {
            index = at + 1
            guard at > 0, isLetterOrDigit(bytes[at - 1]), speaksOfLogin(bytes[..<at]) else { continue }
            var end = index
            while end < bytes.count, isLetterOrDigit(bytes[end]) || bytes[end] == 0x2E || bytes[end] == 0x2D {
                end += 1
            }
            guard let secret = secret(behind: end, bytes) else { continue }
            found.append(Redaction.Stretch(range: secret, kind: .password))
            index = secret.upperBound
        }
        return found
    }

    /// What stands behind a slash, colon or bar, if it is no ordinary word and no address.
    private static func secret(behind end: Int, _ bytes: [UInt8]) -> Range<Int>? {
        var start = end
        while start < bytes.count, bytes[start] == 0x20 { start += 1 }
        guard start < bytes.count,
            [UInt8(ascii: "/"), UInt8(ascii: ":"), UInt8(ascii: "|")].contains(bytes[start])
        else { return nil }
        start += 1
        while start < bytes.count, bytes[start] == 0x20 { start += 1 }
        var stop = start
        while stop < bytes.count, bytes[stop] > 0x20 { stop += 1 }
        while stop > start,
            [UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: ";")].contains(bytes[stop - 1])
        {
            stop -= 1
        }
        let token = bytes[start..<stop]
        // An order number is written with a dash or a hash; an address has a dot behind its sign.
        let isAddress = token.firstIndex(of: UInt8(ascii: "@")).map { token[$0...].contains(0x2E) } ?? false
        let isNumber = token.first == UInt8(ascii: "#") || token.contains(UInt8(ascii: "-"))
        return !isAddress && !isNumber && PasswordFinder.looksSecret(token) ? start..<stop : nil
    }

    /// Whether "log", "login", "sign", "credentials" or "user…" stands in the text.
    private static func speaksOfLogin(_ bytes: ArraySlice<UInt8>) -> Bool {
        var previous: UInt8 = 0x20
        for index in bytes.indices {
            if !isLetterOrDigit(previous), beginnings.contains(where: { begins(bytes[index...], with: $0) }) {
                return true
            }
            previous = bytes[index]
        }
        return false
    }

    private static func begins(_ bytes: ArraySlice<UInt8>, with beginning: [UInt8]) -> Bool {
        bytes.count >= beginning.count && zip(bytes, beginning).allSatisfy { $0 | 0x20 == $1 }
    }

    private static let beginnings = ["log ", "login", "sign", "credential", "user"].map { Array($0.utf8) }

    private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
        byte >= 0x80 || byte &- 0x30 < 10 || (byte | 0x20) &- 0x61 < 26
    }
}
