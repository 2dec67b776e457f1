@testable import FrontdeskBundle

/// Damages bundles as disks, programs and ill will do; the same seed makes the same damage.
struct BundleMutation: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) {
        state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 1
    }

    /// SplitMix64 (Steele, Lea, Flood, 2014).
    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var bits = state
        bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
        bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
        return bits ^ (bits >> 31)
    }

    mutating func below(_ limit: Int) -> Int { limit > 0 ? Int(next() % UInt64(limit)) : 0 }

    /// Numbers that programs trip over.
    private static let evil: [UInt64] = [
        0, 1, 7, 8, 0x7F, 0x80, 0xFF, 0xFFFF, 0x7FFF_FFFF, 0x8000_0000, 0xFFFF_FFFF, 1 << 40, .max >> 1,
        .max - 7, .max,
    ]

    /// A damaged copy; most of the time its checksums are right again, so that what lies behind them is reached.
    mutating func damaged(_ original: [UInt8]) -> [UInt8] {
        var bytes = original
        let repairs = below(5) > 0
        for _ in 0...below(3) { damageOnce(&bytes) }
        if repairs { Self.repair(&bytes) }
        return bytes
    }

    /// A stretch of bytes with some of them changed in place.
    mutating func altered(_ original: [UInt8]) -> [UInt8] {
        var bytes = original
        guard bytes.count > 16 else { return bytes }
        for _ in 0...below(3) {
            switch below(4) {
            case 0: bytes[below(bytes.count)] ^= 1 << UInt8(below(8))
            case 1: bytes[below(bytes.count)] = UInt8(truncatingIfNeeded: next())
            case 2: write(evil(), to: &bytes, at: below(bytes.count - 8), width: [1, 2, 4, 8][below(4)])
            default: copyStretch(&bytes)
            }
        }
        return bytes
    }

    private mutating func damageOnce(_ bytes: inout [UInt8]) {
        guard bytes.count > 64 else { return }
        switch below(9) {
        case 0: bytes[below(bytes.count)] ^= 1 << UInt8(below(8))
        case 1: bytes[below(bytes.count)] = UInt8(truncatingIfNeeded: next())
        case 2: bytes.removeLast(below(bytes.count))
        case 3: bytes += (0...below(40)).map { _ in UInt8(truncatingIfNeeded: next()) }
        case 4: write(evil(), to: &bytes, at: below(bytes.count - 8), width: below(2) == 0 ? 4 : 8)
        case 5: write(evil(), to: &bytes, at: 4 + 4 * below(7), width: 4)
        case 6: damageTable(&bytes)
        case 7: copyStretch(&bytes)
        default: write(evil(), to: &bytes, at: below(bytes.count / 8 - 1) * 8, width: 8)
        }
    }

    mutating func evil() -> UInt64 { Self.evil[below(Self.evil.count)] }

    private func write(_ number: UInt64, to bytes: inout [UInt8], at place: Int, width: Int) {
        for offset in 0..<width where place + offset < bytes.count {
            bytes[place + offset] = UInt8(truncatingIfNeeded: number >> UInt64(8 * offset))
        }
    }

    /// Changes a line of the table, or swaps two.
    private mutating func damageTable(_ bytes: inout [UInt8]) {
        let count = min(Int(bytes[16]), (bytes.count - 32) / 32)
        guard count > 0 else { return }
        let line = 32 + 32 * below(count)
        switch below(4) {
        case 0:
            let other = 32 + 32 * below(count)
            for offset in 0..<8 { bytes.swapAt(line + offset, other + offset) }
        case 1:
            let other = 32 + 32 * below(count)
            for offset in 8..<32 { bytes.swapAt(line + offset, other + offset) }
        case 2: write(evil(), to: &bytes, at: line + 8 * below(4), width: 8)
        default: bytes[line + below(32)] = UInt8(truncatingIfNeeded: next())
        }
    }

    private mutating func copyStretch(_ bytes: inout [UInt8]) {
        let length = 1 + below(64)
        guard bytes.count > 2 * length else { return }
        let (from, to) = (below(bytes.count - length), below(bytes.count - length))
        let stretch = Array(bytes[from..<from + length])
        bytes.replaceSubrange(to..<to + length, with: stretch)
    }

    /// Makes the checksums right, as far as the table says where the sections lie.
    private static func repair(_ bytes: inout [UInt8]) {
        guard bytes.count >= 32 else { return }
        func number(_ place: Int) -> UInt64 {
            (0..<8).reduce(0) { $0 | UInt64(bytes[place + $1]) << UInt64(8 * $1) }
        }
        let count = Int(number(16) & 0xFFFF_FFFF)
        let end = 32 + 32 * min(count, 4096)
        guard end <= bytes.count, count <= 4096 else { return }
        func write(_ value: UInt64, _ place: Int) {
            for offset in 0..<8 {
                bytes[place + offset] = UInt8(truncatingIfNeeded: value >> UInt64(8 * offset))
            }
        }
        for line in stride(from: 32, to: end, by: 32) {
            let (offset, length) = (number(line + 8), number(line + 16))
            guard offset <= UInt64(bytes.count), length <= UInt64(bytes.count) - offset else { continue }
            write(Checksum.of(Array(bytes[Int(offset)..<Int(offset + length)])), line + 24)
        }
        write(UInt64(bytes.count), 8)
        write(BundleHeader.checksum(head: Array(bytes[0..<24]), table: Array(bytes[32..<end])), 24)
    }
}
