/// A set of byte values, as 256 bits.
package struct ByteSet: Sendable, Hashable {
    private var bits0: UInt64 = 0
    private var bits1: UInt64 = 0
    private var bits2: UInt64 = 0
    private var bits3: UInt64 = 0

    /// The empty set.
    package init() {}

    /// The bytes of a closed range.
    package init(_ range: ClosedRange<UInt8>) {
        self.init()
        insert(range)
    }

    /// The given bytes.
    package init(_ bytes: some Sequence<UInt8>) {
        self.init()
        for byte in bytes { insert(byte) }
    }

    /// Whether no byte is in the set.
    package var isEmpty: Bool { bits0 | bits1 | bits2 | bits3 == 0 }

    /// The bytes, in ascending order.
    package var bytes: [UInt8] { (UInt8.min...UInt8.max).filter { contains($0) } }

    /// Calls a function with each byte, in ascending order.
    func forEach(_ body: (UInt8) -> Void) {
        Self.forEach(bits0, from: 0, body)
        Self.forEach(bits1, from: 64, body)
        Self.forEach(bits2, from: 128, body)
        Self.forEach(bits3, from: 192, body)
    }

    private static func forEach(_ bits: UInt64, from first: Int, _ body: (UInt8) -> Void) {
        var bits = bits
        while bits != 0 {
            body(UInt8(first + bits.trailingZeroBitCount))
            bits &= bits - 1
        }
    }

    /// Whether the byte is in the set.
    @inline(__always)
    package func contains(_ byte: UInt8) -> Bool {
        let bit: UInt64 = 1 << UInt64(byte & 63)
        switch byte >> 6 {
        case 0: return bits0 & bit != 0
        case 1: return bits1 & bit != 0
        case 2: return bits2 & bit != 0
        default: return bits3 & bit != 0
        }
    }

    /// Adds a byte.
    @inline(__always)
    package mutating func insert(_ byte: UInt8) {
        let bit: UInt64 = 1 << UInt64(byte & 63)
        switch byte >> 6 {
        case 0: bits0 |= bit
        case 1: bits1 |= bit
        case 2: bits2 |= bit
        default: bits3 |= bit
        }
    }

    /// Adds the bytes of a closed range.
    package mutating func insert(_ range: ClosedRange<UInt8>) {
        for byte in range { insert(byte) }
    }

    /// Adds the bytes of another set.
    package mutating func formUnion(_ other: ByteSet) {
        bits0 |= other.bits0
        bits1 |= other.bits1
        bits2 |= other.bits2
        bits3 |= other.bits3
    }

    /// Takes away the bytes of another set.
    package mutating func subtract(_ other: ByteSet) {
        bits0 &= ~other.bits0
        bits1 &= ~other.bits1
        bits2 &= ~other.bits2
        bits3 &= ~other.bits3
    }

    /// Whether the two sets share a byte.
    package func intersects(_ other: ByteSet) -> Bool {
        (bits0 & other.bits0) | (bits1 & other.bits1) | (bits2 & other.bits2) | (bits3 & other.bits3) != 0
    }

    /// The set with both cases of every ASCII letter in it.
    package var ignoringCase: ByteSet {
        var result = self
        for lower in UInt8(ascii: "a")...UInt8(ascii: "z") {
            let upper = lower - 32
            if contains(lower) { result.insert(upper) }
            if contains(upper) { result.insert(lower) }
        }
        return result
    }
}

extension ByteSet {
    /// `0` to `9`.
    package static let digits = ByteSet(UInt8(ascii: "0")...UInt8(ascii: "9"))
    /// ASCII letters of both cases.
    package static let letters = ByteSet(UInt8(ascii: "a")...UInt8(ascii: "z")).ignoringCase
    /// `\w`: ASCII letters, digits and the underscore.
    package static let wordCharacters = union(digits, letters, ByteSet([UInt8(ascii: "_")]))
    /// `\s`: blank, tab and line ends.
    package static let spaces = ByteSet(" \t\n\r\u{B}\u{C}".utf8)
    /// All of ASCII.
    package static let ascii = ByteSet(0...127)
    /// What a word consists of where `\b` and the edges of a match are concerned: ASCII letters and digits.
    package static let insideWord = union(digits, letters)

    private static func union(_ sets: ByteSet...) -> ByteSet {
        sets.reduce(into: ByteSet()) { $0.formUnion($1) }
    }
}
