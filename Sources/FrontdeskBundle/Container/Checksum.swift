/// XXH64 with seed 0 (Yann Collet, "xxHash fast digest algorithm", version 0.1.1): finds damage at several bytes a
/// cycle, and proves nothing against ill will.
enum Checksum {
    private static let first: UInt64 = 0x9E37_79B1_85EB_CA87
    private static let second: UInt64 = 0xC2B2_AE3D_27D4_EB4F
    private static let third: UInt64 = 0x1656_67B1_9E37_79F9
    private static let fourth: UInt64 = 0x85EB_CA77_C2B2_AE63
    private static let fifth: UInt64 = 0x27D4_EB2F_1656_67C5

    static func of(_ bytes: [UInt8]) -> UInt64 {
        bytes.withUnsafeBytes { of($0) }
    }

    static func of(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
        var place = 0
        var hash = bytes.count >= 32 ? stripes(bytes, &place) : fifth
        hash &+= UInt64(bytes.count)
        while place + 8 <= bytes.count {
            hash ^= round(0, word(bytes, place))
            hash = rotated(hash, 27) &* first &+ fourth
            place += 8
        }
        if place + 4 <= bytes.count {
            let half = UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: place, as: UInt32.self))
            hash ^= UInt64(half) &* first
            hash = rotated(hash, 23) &* second &+ third
            place += 4
        }
        while place < bytes.count {
            hash ^= UInt64(bytes[place]) &* fifth
            hash = rotated(hash, 11) &* first
            place += 1
        }
        hash = (hash ^ (hash >> 33)) &* second
        hash = (hash ^ (hash >> 29)) &* third
        return hash ^ (hash >> 32)
    }

    /// Four sums side by side, over all whole stretches of 32 bytes.
    private static func stripes(_ bytes: UnsafeRawBufferPointer, _ place: inout Int) -> UInt64 {
        var one = first &+ second
        var two = second
        var three: UInt64 = 0
        var four = 0 &- first
        while place + 32 <= bytes.count {
            one = round(one, word(bytes, place))
            two = round(two, word(bytes, place + 8))
            three = round(three, word(bytes, place + 16))
            four = round(four, word(bytes, place + 24))
            place += 32
        }
        var hash = rotated(one, 1) &+ rotated(two, 7) &+ rotated(three, 12) &+ rotated(four, 18)
        for sum in [one, two, three, four] { hash = (hash ^ round(0, sum)) &* first &+ fourth }
        return hash
    }

    @inline(__always)
    private static func round(_ sum: UInt64, _ word: UInt64) -> UInt64 {
        rotated(sum &+ word &* second, 31) &* first
    }

    @inline(__always)
    private static func rotated(_ word: UInt64, _ count: UInt64) -> UInt64 {
        (word << count) | (word >> (64 - count))
    }

    @inline(__always)
    private static func word(_ bytes: UnsafeRawBufferPointer, _ place: Int) -> UInt64 {
        UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self))
    }
}
