/// Writes numbers and texts as bytes.
struct ByteWriter {
    private(set) var bytes: [UInt8] = []

    mutating func reserve(_ count: Int) {
        bytes.reserveCapacity(count)
    }

    mutating func write(_ more: some Collection<UInt8>) {
        bytes.append(contentsOf: more)
    }

    mutating func write(byte: UInt8) {
        bytes.append(byte)
    }

    /// Eight bytes, the lowest first.
    mutating func write(fixed number: UInt64) {
        withUnsafeBytes(of: number.littleEndian) { bytes.append(contentsOf: $0) }
    }

    /// Four bytes, the lowest first.
    mutating func write(half number: UInt32) {
        withUnsafeBytes(of: number.littleEndian) { bytes.append(contentsOf: $0) }
    }

    /// Seven bits a byte, the lowest first; the high bit says that more follow.
    mutating func write(variable number: UInt64) {
        var rest = number
        while rest >= 0x80 {
            bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        bytes.append(UInt8(rest))
    }

    mutating func write(count: Int) {
        write(variable: UInt64(count))
    }

    /// Fills up to a multiple of eight bytes.
    mutating func align() {
        while bytes.count % 8 != 0 { bytes.append(0) }
    }
}

/// Reads what ``ByteWriter`` wrote; never past its end.
struct ByteReader {
    private let all: BundleBytes
    private let end: Int
    private(set) var position: Int

    init(_ bytes: BundleBytes, at position: Int = 0) {
        all = bytes
        end = bytes.count
        self.position = position
    }

    mutating func byte() throws(BundleError) -> UInt8 {
        guard position < end else { throw Self.tooShort }
        defer { position += 1 }
        return all.byte(position)
    }

    mutating func fixed() throws(BundleError) -> UInt64 {
        guard end - position >= 8 else { throw Self.tooShort }
        defer { position += 8 }
        return all.number(position)
    }

    mutating func half() throws(BundleError) -> UInt32 {
        guard end - position >= 4 else { throw Self.tooShort }
        defer { position += 4 }
        return all.number(position)
    }

    mutating func variable() throws(BundleError) -> UInt64 {
        let first = try byte()
        if first < 0x80 { return UInt64(first) }
        var number = UInt64(first & 0x7F)
        var shift: UInt64 = 7
        while shift < 64 {
            let byte = try byte()
            number |= UInt64(byte & 0x7F) << shift
            if byte < 0x80 { return number }
            shift += 7
        }
        throw .malformed(part: "contents", reason: "a number has too many digits")
    }

    /// A number of bytes or elements, each of which takes at least one byte.
    mutating func count() throws(BundleError) -> Int {
        let count = try variable()
        guard count <= UInt64(end - position) else { throw Self.tooShort }
        return Int(count)
    }

    /// Leaves bytes out.
    mutating func skip(_ count: Int) throws(BundleError) {
        guard count <= end - position else { throw Self.tooShort }
        position += count
    }

    private static let tooShort = BundleError.malformed(part: "contents", reason: "they end too early")
}
