import Testing

@testable import FrontdeskBundle

@Suite("The checksum")
struct ChecksumTests {
    @Test(
        "gives the published values of XXH64",
        arguments: [
            ("", 0xEF46_DB37_51D8_E999), ("a", 0xD24E_C4F1_A98C_6E5B), ("abc", 0x44BC_2CF5_AD77_0999),
            ("Nobody inspects the spammish repetition", 0xFBCE_A83C_8A37_8BF1),
        ] as [(String, UInt64)]
    )
    func published(_ text: String, _ value: UInt64) {
        #expect(Checksum.of(Array(text.utf8)) == value)
    }

    @Test("differs after every change of one bit, at every length")
    func bits() {
        for length in [1, 3, 4, 7, 8, 9, 31, 32, 33, 63, 64, 65] {
            let bytes = (0..<length).map { UInt8(truncatingIfNeeded: $0 &* 37) }
            let value = Checksum.of(bytes)
            for bit in 0..<(length * 8) {
                var changed = bytes
                changed[bit / 8] ^= 1 << UInt8(bit % 8)
                #expect(Checksum.of(changed) != value)
            }
        }
    }
}
