/// Which kinds of bytes a text holds, one bit a kind: letters and digits each by itself, signs in a few groups.
///
/// Enough to tell in one quick pass that most recognizers can find nothing.
struct ByteKinds: Sendable, Hashable {
    private var bits: UInt64

    static let digits = ByteKinds(ByteSet(UInt8(ascii: "0")...UInt8(ascii: "9")))
    static let atSign = ByteKinds(ByteSet([UInt8(ascii: "@")]))
    static let dotOrSlash = ByteKinds(ByteSet("./".utf8))

    /// The kinds in a text.
    init(of bytes: [UInt8]) {
        var bits: UInt64 = 0
        for byte in bytes { bits |= Self.bit(byte) }
        self.bits = bits
    }

    /// The kinds of the bytes of a set.
    init(_ set: ByteSet) {
        self.init(of: set.bytes)
    }

    /// Whether no byte of the one can be in the other.
    func isDisjoint(with other: ByteKinds) -> Bool { bits & other.bits == 0 }

    /// A bit for a byte.
    ///
    /// Signs and digits have bits 0 to 31, one each, small letters those above; what is no ASCII shares the bit of DEL.
    @inline(__always)
    private static func bit(_ byte: UInt8) -> UInt64 {
        1 << UInt64(byte < 0x80 ? (byte & 31) | (byte >> 1 & 32) : 63)
    }
}

extension EntityHints {
    /// What the characters of a text alone can wake.
    static func ofBytes(_ bytes: [UInt8], _ present: ByteKinds) -> EntityHints {
        var found: EntityHints = []
        if !present.isDisjoint(with: .digits), bytes.contains(where: \.isDigit) { found.insert(.digit) }
        if !present.isDisjoint(with: .atSign), bytes.contains(UInt8(ascii: "@")) { found.insert(.atSign) }
        if !present.isDisjoint(with: .dotOrSlash), hasInnerDot(bytes) { found.insert(.innerDot) }
        return found
    }

    /// Whether a letter follows a dot or a slash.
    private static func hasInnerDot(_ bytes: [UInt8]) -> Bool {
        for index in bytes.indices.dropFirst() {
            let isSign = bytes[index - 1] == UInt8(ascii: ".") || bytes[index - 1] == UInt8(ascii: "/")
            if isSign, bytes[index] >= 0x80 || bytes[index] &- UInt8(ascii: "a") < 26 { return true }
        }
        return false
    }
}
