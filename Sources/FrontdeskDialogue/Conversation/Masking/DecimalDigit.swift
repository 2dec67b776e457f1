/// The digits 0–9 in the shapes in which keyboards write them.
enum DecimalDigit {
    /// Where each set of ten begins: full-width, Arabic, Persian, Devanagari.
    private static let zeros: [UInt32] = [0xFF10, 0x0660, 0x06F0, 0x0966]
    /// Five sets of mathematical digits, one behind the other.
    private static let mathematical: ClosedRange<UInt32> = 0x1D7CE...0x1D7FF

    /// What a digit stands for; nil for everything else.
    static func value(of scalar: Unicode.Scalar) -> Int? {
        let code = scalar.value
        if code < 0x80 { return code &- 0x30 < 10 ? Int(code - 0x30) : nil }
        if mathematical.contains(code) { return Int((code - mathematical.lowerBound) % 10) }
        for zero in zeros where code &- zero < 10 { return Int(code - zero) }
        return nil
    }

    /// Whether a byte of UTF-8 is an ASCII digit or may begin one of the others.
    static func mayBegin(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0xD9, 0xDB, 0xE0, 0xEF, 0xF0: true
        default: false
        }
    }
}
