/// Writes numbers in little-endian order.
struct ModelWriter {
    private(set) var bytes: [UInt8] = []

    mutating func write<Number: FixedWidthInteger>(_ number: Number) {
        var rest = number
        for _ in 0..<(Number.bitWidth / 8) {
            bytes.append(UInt8(truncatingIfNeeded: rest))
            // Shifting a one-byte number by eight would be lost on its type.
            rest = Number.bitWidth > 8 ? rest >> 8 : 0
        }
    }

    mutating func write(_ number: Float) { write(number.bitPattern) }
    mutating func write(_ number: Double) { write(number.bitPattern) }

    /// Seven bits a byte, the lowest first; the high bit says that more follow.
    mutating func write(count: Int) {
        var rest = UInt(count)
        while rest >= 0x80 {
            bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        bytes.append(UInt8(rest))
    }

    mutating func write(_ text: String) {
        write(count: text.utf8.count)
        bytes.append(contentsOf: text.utf8)
    }
}

/// Reads what a ``ModelWriter`` wrote, and trusts nothing of it.
struct ModelReader {
    private let bytes: [UInt8]
    private var place = 0
    private let end: Int

    init(_ bytes: [UInt8], end: Int) {
        self.bytes = bytes
        self.end = end
    }

    var isAtEnd: Bool { place == end }

    mutating func read<Number: FixedWidthInteger>(_: Number.Type = Number.self) throws(IntentModelError)
        -> Number
    {
        let size = Number.bitWidth / 8
        guard end - place >= size else { throw .truncated }
        var bits: UInt64 = 0
        for index in 0..<size { bits |= UInt64(bytes[place + index]) << UInt64(8 * index) }
        place += size
        return Number(truncatingIfNeeded: bits)
    }

    mutating func readFloat() throws(IntentModelError) -> Float {
        let number = Float(bitPattern: try read())
        guard number.isFinite else { throw .inconsistent("a weight is not a number") }
        return number
    }

    mutating func readDouble() throws(IntentModelError) -> Double {
        let number = Double(bitPattern: try read())
        guard number.isFinite else { throw .inconsistent("a coefficient is not a number") }
        return number
    }

    mutating func readCount() throws(IntentModelError) -> Int {
        var count: UInt64 = 0
        for shift in stride(from: UInt64(0), to: 35, by: 7) {
            let byte: UInt8 = try read()
            count |= UInt64(byte & 0x7F) << shift
            if byte & 0x80 == 0 { return Int(count) }
        }
        throw .inconsistent("a count is too long")
    }

    /// A count of things that take at least `size` bytes each: more than the rest holds is refused before any
    /// memory is taken.
    mutating func readCount(of size: Int) throws(IntentModelError) -> Int {
        let count = try readCount()
        guard count <= (end - place) / size else { throw .truncated }
        return count
    }

    mutating func readText() throws(IntentModelError) -> String {
        let count = try readCount(of: 1)
        guard let text = String(validating: bytes[place..<(place + count)], as: UTF8.self) else {
            throw .inconsistent("a name is not UTF-8")
        }
        place += count
        return text
    }
}

/// Why the bytes of a model were refused.
public enum IntentModelError: Error, Sendable, Hashable, CustomStringConvertible {
    /// The bytes don't begin as a model does.
    case notAModel
    /// Another version wrote them.
    case version(found: Int, supported: Int)
    /// They end too early.
    case truncated
    /// They were changed on the way.
    case checksum
    /// A part contradicts another.
    case inconsistent(String)

    /// What is wrong, and the mend.
    public var description: String {
        switch self {
        case .notAModel: "these bytes are not a trained model"
        case .version(let found, let supported):
            "the model has version \(found), this build reads version \(supported); compile the assistant again"
        case .truncated: "the model is cut off; compile the assistant again"
        case .checksum: "the model's checksum does not match its bytes; compile the assistant again"
        case .inconsistent(let reason): "the model contradicts itself: \(reason); compile the assistant again"
        }
    }
}
