/// Vectors of word pieces and of neighbouring pairs of them: what gives texts of like meaning like numbers.
///
/// A table is one block of bytes, read where it lies: a program that carries one maps it and loads nothing. The
/// module `FrontdeskVectors` has one for English and the script that made it.
public struct VectorTable: Sendable {
    /// The name by which an assistant asks for it.
    public let name: String
    /// A number of its contents: a model is only good with the table it was trained with.
    package let fingerprint: UInt64
    /// How many numbers a text becomes.
    package let dimensions: Int
    let pieces: Index
    let pairs: Index
    /// How much each piece counts in a text: rare ones more.
    let weights: FlatArray<Float>
    private let bytes: FlatBytes

    /// Numbers by hash: a table of slots with linear probing, and what each number's row holds.
    struct Index: Sendable {
        /// The number + 1; 0 is a free slot.
        let slots: FlatArray<UInt16>
        let keys: FlatArray<UInt32>
        let scales: FlatArray<Float>
        let rows: FlatArray<Int8>

        /// What stands for no number.
        static let unknown = UInt64.max

        /// Replaces each key by its number.
        ///
        /// The table is larger than what a processor keeps near: all slots are read before any is looked at, so that
        /// it waits for many of them at once.
        func look(up found: inout [UInt64]) {
            let mask = UInt64(slots.count - 1)
            for place in found.indices {
                let key = found[place]
                found[place] = key << 32 | UInt64(slots[Int(key & mask)])
            }
            for place in found.indices {
                let key = UInt32(truncatingIfNeeded: found[place] >> 32)
                let entry = found[place] & 0xFFFF_FFFF
                if entry == 0 {
                    found[place] = Self.unknown
                } else if keys[Int(entry) - 1] == key {
                    found[place] = entry - 1
                } else {
                    found[place] = number(of: key).map { UInt64($0) } ?? Self.unknown
                }
            }
        }

        func number(of key: UInt32) -> Int? {
            let mask = slots.count - 1
            var slot = Int(key) & mask
            while true {
                let entry = slots[slot]
                if entry == 0 { return nil }
                if keys[Int(entry) - 1] == key { return Int(entry) - 1 }
                slot = (slot + 1) & mask
            }
        }
    }

    /// Reads a table's bytes.
    ///
    /// - Parameters:
    ///   - name: The name by which an assistant asks for it.
    ///   - bytes: What the script wrote.
    /// - Returns: The table, or nil when these are not the bytes of a whole table of this version.
    package init?(_ name: String, _ bytes: FlatBytes) {
        guard bytes.count >= 32, bytes[0..<4].array == Array("FDVT".utf8) else { return nil }
        let head = FlatArray<UInt32>(bytes: bytes[0..<32], count: 8)
        guard head[1] == Self.version else { return nil }
        self.name = name
        self.bytes = bytes
        dimensions = Int(head[2])
        fingerprint = UInt64(head[6]) | UInt64(head[7]) << 32
        var reader = FlatReader(bytes[32..<bytes.count])
        do throws(PatternIndexError) {
            weights = try reader.read()
            pieces = try Self.index(&reader)
            pairs = try Self.index(&reader)
        } catch {
            return nil
        }
        guard reader.isAtEnd, weights.count == pieces.keys.count, isConsistent else { return nil }
    }

    private static let version: UInt32 = 1

    private static func index(_ reader: inout FlatReader) throws(PatternIndexError) -> Index {
        Index(
            slots: try reader.read(),
            keys: try reader.read(),
            scales: try reader.read(),
            rows: try reader.read()
        )
    }

    /// Whether the sizes fit each other; a look-up ends because at least half of the slots are free.
    private var isConsistent: Bool {
        (1...1024).contains(dimensions)
            && [pieces, pairs].allSatisfy { index in
                index.slots.count.nonzeroBitCount == 1
                    && index.slots.count >= index.keys.count * 2
                    && index.scales.count == index.keys.count
                    && index.rows.count == index.keys.count * dimensions
            }
    }
}

extension VectorTable: Hashable {
    /// Whether both have the same contents.
    public static func == (left: VectorTable, right: VectorTable) -> Bool {
        left.name == right.name && left.fingerprint == right.fingerprint
    }

    /// Hashes the name and the fingerprint.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(name)
        hasher.combine(fingerprint)
    }
}

/// Where a program takes vector tables from, by name.
public struct VectorSource: Sendable {
    private let find: @Sendable (String) -> VectorTable?

    /// Makes a source.
    public init(_ find: @escaping @Sendable (String) -> VectorTable?) { self.find = find }

    /// A program without tables.
    public static let none = VectorSource { _ in nil }

    /// The tables that an assistant may ask for.
    public static let names = ["english"]

    /// The table of a name, or nil when the program has none.
    public func table(_ name: String) -> VectorTable? { find(name) }
}
