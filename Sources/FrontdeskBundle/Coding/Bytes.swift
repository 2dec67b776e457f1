/// Writes numbers and texts as bytes.
struct ByteWriter {
    private(set) var bytes: [UInt8] = []

    mutating func write(_ more: [UInt8]) {
        bytes.append(contentsOf: more)
    }

    mutating func write(byte: UInt8) {
        bytes.append(byte)
    }

    /// Eight bytes, the lowest first.
    mutating func write(fixed number: UInt64) {
        for offset in 0..<8 { bytes.append(UInt8(truncatingIfNeeded: number >> UInt64(offset * 8))) }
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

    mutating func write(string: String) {
        let utf8 = Array(string.utf8)
        write(count: utf8.count)
        write(utf8)
    }
}

/// Reads what ``ByteWriter`` wrote; never past its end.
struct ByteReader {
    private let all: [UInt8]
    private let end: Int
    private(set) var position: Int

    init(_ bytes: [UInt8], _ range: Range<Int>) {
        all = bytes
        position = range.lowerBound
        end = range.upperBound
    }

    init(_ bytes: [UInt8], at position: Int, end: Int) {
        all = bytes
        self.position = position
        self.end = end
    }

    mutating func byte() throws(BundleError) -> UInt8 {
        guard position < end else { throw .truncated(bytes: end) }
        defer { position += 1 }
        return all[position]
    }

    mutating func fixed() throws(BundleError) -> UInt64 {
        guard position + 8 <= end else { throw .truncated(bytes: end) }
        var number: UInt64 = 0
        for offset in 0..<8 { number |= UInt64(all[position + offset]) << UInt64(offset * 8) }
        position += 8
        return number
    }

    mutating func variable() throws(BundleError) -> UInt64 {
        var number: UInt64 = 0
        var shift: UInt64 = 0
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
        guard count <= UInt64(end - position) else { throw .truncated(bytes: end) }
        return Int(count)
    }

    mutating func bytes(_ count: Int) throws(BundleError) -> ArraySlice<UInt8> {
        guard count <= end - position else { throw .truncated(bytes: end) }
        defer { position += count }
        return all[position..<(position + count)]
    }

    mutating func string() throws(BundleError) -> String {
        guard let string = String(validating: try bytes(try count()), as: UTF8.self) else {
            throw .malformed(part: "contents", reason: "a text is not UTF-8")
        }
        return string
    }
}
