import Glibc

/// Bytes that stay where they are as long as somebody needs them: copied from an array, or mapped from a file.
package struct FlatBytes: Sendable {
    /// Keeps the memory.
    private let owner: any AnyObject & Sendable
    nonisolated(unsafe) private let base: UnsafeRawPointer
    /// How many bytes there are.
    package let count: Int

    /// Copies an array.
    package init(_ bytes: [UInt8]) {
        let memory = OwnedMemory(capacity: bytes.count)
        bytes.withUnsafeBytes { memory.append($0) }
        self.init(memory)
    }

    fileprivate init(_ memory: OwnedMemory) {
        self.init(memory, UnsafeRawPointer(memory.base), memory.count)
    }

    /// Takes bytes that are neither moved nor changed nor freed before their owner goes.
    package init(keeping owner: any AnyObject & Sendable, _ bytes: UnsafeRawBufferPointer) {
        guard let base = bytes.baseAddress else {
            self.init([])
            return
        }
        self.init(owner, base, bytes.count)
    }

    private init(_ owner: any AnyObject & Sendable, _ base: UnsafeRawPointer, _ count: Int) {
        self.owner = owner
        self.base = base
        self.count = count
    }

    /// A stretch of the same bytes; nothing is copied.
    package subscript(range: Range<Int>) -> FlatBytes {
        precondition(range.lowerBound >= 0 && range.upperBound <= count, "the stretch is out of bounds")
        return FlatBytes(owner, base + range.lowerBound, range.count)
    }

    /// The bytes as an array.
    package var array: [UInt8] { Array(UnsafeRawBufferPointer(start: base, count: count)) }

    /// The text in a stretch; what is not UTF-8 is replaced.
    func text(_ range: Range<Int>) -> String {
        precondition(range.lowerBound >= 0 && range.upperBound <= count, "the stretch is out of bounds")
        let letters = UnsafeRawBufferPointer(start: base + range.lowerBound, count: range.count)
        return String(decoding: letters, as: UTF8.self)
    }

    /// Whether a stretch holds exactly these bytes.
    func holds(_ bytes: UnsafeBufferPointer<UInt8>, at range: Range<Int>) -> Bool {
        guard range.count == bytes.count else { return false }
        precondition(range.lowerBound >= 0 && range.upperBound <= count, "the stretch is out of bounds")
        for index in 0..<bytes.count
        where (base + range.lowerBound).load(fromByteOffset: index, as: UInt8.self) != bytes[index] {
            return false
        }
        return true
    }

    /// Hands a stretch to a loop that is too hot for checks at every byte.
    @inline(__always)
    func withStretch(_ range: Range<Int>, _ body: (UnsafeRawBufferPointer) -> Void) {
        precondition(range.lowerBound >= 0 && range.upperBound <= count, "the stretch is out of bounds")
        body(UnsafeRawBufferPointer(start: base + range.lowerBound, count: range.count))
    }

    /// The value whose bytes begin at an offset.
    @inline(__always)
    fileprivate func load<Value: BitwiseCopyable>(_ offset: Int, as _: Value.Type) -> Value {
        base.loadUnaligned(fromByteOffset: offset, as: Value.self)
    }
}

/// Values of a fixed size in a row, read where they lie.
struct FlatArray<Element: BitwiseCopyable>: Sendable {
    let bytes: FlatBytes
    let count: Int

    @inline(__always)
    subscript(index: Int) -> Element {
        precondition(UInt(bitPattern: index) < UInt(bitPattern: count), "the index is out of bounds")
        return bytes.load(index &* MemoryLayout<Element>.stride, as: Element.self)
    }
}

/// Memory of our own, which grows where it lies as long as nobody else knows it.
private final class OwnedMemory: Sendable {
    nonisolated(unsafe) private(set) var base: UnsafeMutableRawPointer
    nonisolated(unsafe) private var capacity: Int
    nonisolated(unsafe) private(set) var count = 0

    init(capacity: Int = 0) {
        self.capacity = max(capacity, 64)
        base = Self.checked(malloc(self.capacity))
    }

    deinit { free(base) }

    /// Appends bytes.
    ///
    /// Large blocks are moved by the kernel, page by page and without a second copy, which is why this is no array.
    func append(_ source: UnsafeRawBufferPointer) {
        let needed = count + source.count
        if needed > capacity {
            capacity = max(needed, capacity + capacity / 2)
            base = Self.checked(realloc(base, capacity))
        }
        UnsafeMutableRawBufferPointer(start: base + count, count: source.count).copyMemory(from: source)
        count = needed
    }

    private static func checked(_ memory: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer {
        guard let memory else { preconditionFailure("no memory is left") }
        return memory
    }
}

/// Writes arrays one after the other, each behind its count and at a multiple of eight bytes.
struct FlatWriter: ~Copyable {
    private let memory = OwnedMemory()

    mutating func write<Element: BitwiseCopyable>(_ array: [Element]) {
        withUnsafeBytes(of: UInt64(array.count).littleEndian) { memory.append($0) }
        array.withUnsafeBytes { memory.append($0) }
        let rest = memory.count % 8
        if rest > 0 { withUnsafeBytes(of: UInt64(0)) { memory.append(.init(rebasing: $0[rest...])) } }
    }

    /// What was written; nothing is copied.
    consuming func finish() -> FlatBytes { FlatBytes(memory) }
}

/// Finds the arrays that a ``FlatWriter`` wrote, and copies nothing.
struct FlatReader {
    private let bytes: FlatBytes
    private var place = 0

    init(_ bytes: FlatBytes) { self.bytes = bytes }

    var isAtEnd: Bool { place == bytes.count }

    mutating func read<Element: BitwiseCopyable>(
        _: Element.Type = Element.self
    ) throws(PatternIndexError) -> FlatArray<Element> {
        guard bytes.count - place >= 8 else { throw .truncated }
        let written = UInt64(littleEndian: bytes.load(place, as: UInt64.self))
        place += 8
        guard written <= UInt64((bytes.count - place) / MemoryLayout<Element>.stride) else {
            throw .truncated
        }
        let length = Int(written) * MemoryLayout<Element>.stride
        defer { place = min(bytes.count, (place + length + 7) / 8 * 8) }
        return FlatArray(bytes: bytes[place..<place + length], count: Int(written))
    }
}

/// Why the bytes of a pattern index were refused.
package enum PatternIndexError: Error, Sendable, Hashable, CustomStringConvertible {
    /// The bytes don't begin as a pattern index does.
    case notAnIndex
    /// Another version wrote them.
    case version(found: Int, supported: Int)
    /// They end too early.
    case truncated
    /// A part contradicts another.
    case inconsistent(String)

    package var description: String {
        switch self {
        case .notAnIndex: "these bytes are not a pattern index"
        case .version(let found, let supported):
            "the pattern index has version \(found), this build reads version \(supported); compile the assistant again"
        case .truncated: "the pattern index is cut off; compile the assistant again"
        case .inconsistent(let reason):
            "the pattern index contradicts itself: \(reason); compile the assistant again"
        }
    }
}
