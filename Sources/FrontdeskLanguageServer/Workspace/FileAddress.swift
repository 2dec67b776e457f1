/// Addresses of files, `file:///a/b%20c.yaml`, and their paths.
enum FileAddress {
    /// The path of an address; nil for what is no file.
    static func path(_ address: String) -> String? {
        guard address.hasPrefix("file://") else { return nil }
        let rest = Array(address.utf8.dropFirst(7))
        guard let slash = rest.firstIndex(of: UInt8(ascii: "/")) else { return nil }
        var bytes: [UInt8] = []
        var index = slash
        while index < rest.count {
            if rest[index] == UInt8(ascii: "%"), index + 2 < rest.count,
                let byte = UInt8(String(decoding: rest[index + 1...index + 2], as: UTF8.self), radix: 16)
            {
                bytes.append(byte)
                index += 3
            } else {
                bytes.append(rest[index])
                index += 1
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// The address of a path.
    static func address(_ path: String) -> String {
        var result = "file://"
        for byte in path.utf8 {
            let isPlain =
                (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte)
                || "/-._~".utf8.contains(byte)
            if isPlain {
                result.unicodeScalars.append(Unicode.Scalar(byte))
            } else {
                let digits = String(byte, radix: 16, uppercase: true)
                result += "%" + (digits.utf8.count == 1 ? "0" : "") + digits
            }
        }
        return result
    }
}
