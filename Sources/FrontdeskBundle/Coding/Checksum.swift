/// FNV-1a over words of 64 bits (Fowler, Noll, Vo): finds changed bytes, proves nothing against ill will.
struct Checksum {
    private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

    static func of(_ bytes: ArraySlice<UInt8>) -> UInt64 {
        var checksum = Checksum()
        checksum.add(bytes)
        return checksum.value
    }

    mutating func add(_ word: UInt64) {
        value = (value ^ word) &* 0x0000_0100_0000_01B3
        // The multiplication carries upwards only; the high bits are brought back down.
        value ^= value >> 32
    }

    mutating func add(_ bytes: ArraySlice<UInt8>) {
        var index = bytes.startIndex
        while index + 8 <= bytes.endIndex {
            var word: UInt64 = 0
            for offset in 0..<8 { word |= UInt64(bytes[index + offset]) << UInt64(offset * 8) }
            add(word)
            index += 8
        }
        while index < bytes.endIndex {
            add(UInt64(bytes[index]))
            index += 1
        }
    }
}
