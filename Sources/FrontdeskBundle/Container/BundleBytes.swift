import Glibc

/// Bytes that stay where they are as long as somebody needs them: a mapped file, or a copy.
struct BundleBytes: Sendable {
    /// Keeps the memory.
    private let memory: any AnyObject & Sendable
    nonisolated(unsafe) private let base: UnsafeRawPointer
    let count: Int

    /// Copies an array.
    init(_ bytes: [UInt8]) {
        let memory = CopiedBytes(bytes)
        self.init(memory, memory.base, bytes.count)
    }

    /// Maps a file; the mapping stays whole when the file is replaced by renaming another one over it.
    ///
    /// - Throws: ``BundleError/unreadable(reason:)``.
    init(mapping path: String) throws(BundleError) {
        let file = try MappedFile(path)
        self.init(file, file.base, file.count)
    }

    private init(_ memory: any AnyObject & Sendable, _ base: UnsafeRawPointer, _ count: Int) {
        self.memory = memory
        self.base = base
        self.count = count
    }

    /// A stretch of the same bytes; nothing is copied.
    subscript(range: Range<Int>) -> BundleBytes {
        precondition(range.lowerBound >= 0 && range.upperBound <= count, "the stretch is out of bounds")
        return BundleBytes(memory, base + range.lowerBound, range.count)
    }

    /// What keeps the bytes in place.
    var owner: any AnyObject & Sendable { memory }

    /// The bytes, valid as long as ``owner`` lives.
    var raw: UnsafeRawBufferPointer { UnsafeRawBufferPointer(start: base, count: count) }

    /// The bytes as an array.
    var array: [UInt8] { Array(raw) }

    /// One byte; the caller keeps within the bounds.
    @inline(__always)
    func byte(_ place: Int) -> UInt8 { base.load(fromByteOffset: place, as: UInt8.self) }

    /// The number whose lowest byte lies at a place; the caller keeps within the bounds.
    @inline(__always)
    func number<Number: FixedWidthInteger & BitwiseCopyable>(_ place: Int, as _: Number.Type = Number.self)
        -> Number
    {
        Number(littleEndian: base.loadUnaligned(fromByteOffset: place, as: Number.self))
    }

    /// The text in a stretch; nil when it is not UTF-8.
    func text(_ range: Range<Int>) -> String? {
        precondition(range.lowerBound >= 0 && range.upperBound <= count, "the stretch is out of bounds")
        let letters = UnsafeRawBufferPointer(start: base + range.lowerBound, count: range.count)
        return String(validating: letters, as: UTF8.self)
    }

    /// Whether a stretch holds exactly a text's bytes.
    func holds(_ text: String, at range: Range<Int>) -> Bool {
        precondition(range.lowerBound >= 0 && range.upperBound <= count, "the stretch is out of bounds")
        guard text.utf8.count == range.count else { return false }
        var place = range.lowerBound
        for byte in text.utf8 {
            guard self.byte(place) == byte else { return false }
            place += 1
        }
        return true
    }
}

/// Memory of our own.
private final class CopiedBytes: Sendable {
    nonisolated(unsafe) let base: UnsafeRawPointer

    init(_ source: [UInt8]) {
        let memory = UnsafeMutableRawPointer.allocate(byteCount: max(source.count, 1), alignment: 16)
        source.withUnsafeBytes {
            UnsafeMutableRawBufferPointer(start: memory, count: source.count).copyMemory(from: $0)
        }
        base = UnsafeRawPointer(memory)
    }

    deinit { UnsafeMutableRawPointer(mutating: base).deallocate() }
}

/// A file's content as memory that the system reads when it is touched, and shares between processes.
private final class MappedFile: Sendable {
    nonisolated(unsafe) let base: UnsafeRawPointer
    let count: Int

    init(_ path: String) throws(BundleError) {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .unreadable(reason: Self.reason()) }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw .unreadable(reason: Self.reason()) }
        guard status.st_mode & S_IFMT == S_IFREG else { throw .unreadable(reason: "it is no file") }
        count = Int(status.st_size)
        guard count > 0 else { throw .truncated(bytes: 0, expected: BundleHeader.length) }
        guard let memory = mmap(nil, count, PROT_READ, MAP_PRIVATE, descriptor, 0), memory != MAP_FAILED
        else {
            throw .unreadable(reason: Self.reason())
        }
        base = UnsafeRawPointer(memory)
    }

    deinit { munmap(UnsafeMutableRawPointer(mutating: base), count) }

    private static func reason() -> String { String(cString: strerror(errno)) }
}
