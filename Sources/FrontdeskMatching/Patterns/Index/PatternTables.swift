/// The compiled patterns of an assistant as flat arrays, which are used where they lie.
///
/// Symbols are numbered through: words first, then entity types, sets of synonyms and exact words.
final class PatternTables: Sendable {
    static let magic = UInt32(bigEndian: 0x4644_5058)
    static let version: UInt32 = 3

    /// One pattern, or one example taken word for word.
    struct PatternRecord: BitwiseCopyable {
        /// The first of its positions; they end where those of the next pattern begin.
        var position: UInt32
        var intent: Int32
        /// Its number among its intent's patterns, the examples behind them.
        var number: Int32
        var minWords: UInt16
        /// ``unlimited`` for more than can be told.
        var maxWords: UInt16

        static let unlimited = UInt16.max
    }

    /// One position of a pattern.
    struct PositionRecord: BitwiseCopyable {
        /// A symbol, ``nothing`` or ``gap``.
        var symbol: Int32
        /// An entity's role, or -1; a gap's limits.
        var detail: Int32
        private var packedFollow: UInt32

        static let nothing: Int32 = -1
        static let gap: Int32 = -2

        init(symbol: Int32, detail: Int32, follow: Int, isLast: Bool) {
            self.symbol = symbol
            self.detail = detail
            packedFollow = UInt32(follow) << 1 | (isLast ? 1 : 0)
        }

        /// Where the list of what may come next begins; it ends where that of the next position begins.
        var follow: Int { Int(packedFollow >> 1) }
        /// Whether the pattern may end here.
        var isLast: Bool { packedFollow & 1 == 1 }

        static func gapDetail(min: Int32, max: Int32) -> Int32 { min << 16 | max }
        var gapMin: Int { Int(detail >> 16) }
        var gapMax: Int { Int(detail & 0xFFFF) }
    }

    /// A second and a third symbol that an utterance must hold beside the first, and the patterns that need them.
    struct KeyRecord: BitwiseCopyable {
        /// The second symbol; -1 when the first is enough.
        var second: Int32
        /// The third symbol; -1 when two are enough.
        var third: Int32
        /// Where the list of patterns begins; it ends where that of the next key begins.
        var post: UInt32
    }

    /// A member of a set of synonyms, found by its first word.
    struct MemberRecord: BitwiseCopyable {
        /// The set's symbol.
        var set: Int32
        /// Its other words.
        var start: UInt32
        var count: UInt32
    }

    let intents: TextTable
    let words: NameTable
    let entityTypes: NameTable
    let exactWords: NameTable
    let roles: TextTable
    /// How many symbols there are of each kind: words, entity types, sets, exact words.
    let symbolCounts: FlatArray<Int32>
    /// One more than there are patterns.
    let patterns: FlatArray<PatternRecord>
    /// For each pattern where its needs begin; one more at the end.
    let needStarts: FlatArray<UInt32>
    /// Sets of symbols of which every match holds at least one each, by their ``Signature``.
    let needs: FlatArray<UInt64>
    /// One more than there are positions.
    let positions: FlatArray<PositionRecord>
    /// Positions within their pattern.
    let follow: FlatArray<UInt16>
    /// The patterns as they were written.
    let sources: TextTable
    /// For each symbol where its keys begin; one more at the end.
    let keyStarts: FlatArray<UInt32>
    /// One more than there are keys; those of a symbol by their second one, then by their third one.
    let keys: FlatArray<KeyRecord>
    let posts: FlatArray<Int32>
    /// Patterns without keys: always run.
    let unanchored: FlatArray<Int32>
    /// For each word where the members that begin with it begin; one more at the end.
    let memberStarts: FlatArray<UInt32>
    let members: FlatArray<MemberRecord>
    let memberWords: FlatArray<Int32>

    init(_ bytes: FlatBytes) throws(PatternIndexError) {
        var reader = FlatReader(bytes)
        guard bytes.count >= 16 else { throw .truncated }
        let start = FlatArray<UInt32>(bytes: bytes, count: 4)
        guard start[0] == 2, start[1] == 0, start[2] == Self.magic else { throw .notAnIndex }
        let header = try reader.read(UInt32.self)
        guard header[1] == Self.version else {
            throw .version(found: Int(header[1]), supported: Int(Self.version))
        }
        intents = try TextTable(reading: &reader)
        words = try NameTable(reading: &reader)
        entityTypes = try NameTable(reading: &reader)
        exactWords = try NameTable(reading: &reader)
        roles = try TextTable(reading: &reader)
        symbolCounts = try reader.read()
        patterns = try reader.read()
        needStarts = try reader.read()
        needs = try reader.read()
        positions = try reader.read()
        follow = try reader.read()
        sources = try TextTable(reading: &reader)
        keyStarts = try reader.read()
        keys = try reader.read()
        posts = try reader.read()
        unanchored = try reader.read()
        memberStarts = try reader.read()
        members = try reader.read()
        memberWords = try reader.read()
        guard reader.isAtEnd else { throw .inconsistent("bytes are left over") }
        guard symbolCounts.count == 4, (0..<4).allSatisfy({ (0...Int32.max / 4).contains(symbolCounts[$0]) }),
            Int(symbolCounts[0]) == words.count,
            patterns.count == sources.count + 1, needStarts.count == patterns.count, positions.count > 0,
            keys.count > 0,
            keyStarts.count == Int(symbolCounts.sum) + 1, memberStarts.count == words.count + 1
        else { throw .inconsistent("its parts differ in size") }
    }

    var patternCount: Int { patterns.count - 1 }

    /// Whether an utterance can hold everything that a pattern needs.
    @inline(__always)
    func needs(of pattern: Int, areMetBy present: borrowing SymbolPresence) -> Bool {
        for index in Int(needStarts[pattern])..<Int(needStarts[pattern + 1])
        where !present.mayHoldOne(of: needs[index]) {
            return false
        }
        return true
    }

    /// The first symbol that is no word.
    var firstEntityType: Int32 { symbolCounts[0] }
    /// The first symbol that is no entity type.
    var firstSet: Int32 { symbolCounts[0] + symbolCounts[1] }
    /// The first symbol that is no set.
    var firstExact: Int32 { firstSet + symbolCounts[2] }
}

extension FlatArray<Int32> {
    fileprivate var sum: Int32 {
        var total: Int32 = 0
        for index in 0..<count { total += self[index] }
        return total
    }
}

/// A set of up to four symbols as the classes they belong to, 16 bits each.
///
/// Two symbols may share a class, so a set may seem to be met that is not, but never the other way round.
enum Signature {
    /// The signature of a set that is too large for one; it refuses nothing.
    static let anything = UInt64.max
    static let classCount = 4096

    @inline(__always)
    static func symbolClass(_ symbol: Int32) -> Int {
        // The upper bits of a product with the golden ratio (Knuth) spread neighbouring numbers.
        Int((UInt64(UInt32(bitPattern: symbol)) &* 0x9E37_79B9_7F4A_7C15) >> 52)
    }

    static func of(_ symbols: some Collection<Int32>) -> UInt64 {
        guard let first = symbols.first, symbols.count <= 4 else { return anything }
        var signature: UInt64 = 0
        for symbol in symbols { signature = signature << 16 | UInt64(symbolClass(symbol)) }
        for _ in symbols.count..<4 { signature = signature << 16 | UInt64(symbolClass(first)) }
        return signature
    }
}

/// Which classes of symbols an utterance holds.
struct SymbolPresence: Sendable {
    private var bits = [UInt64](repeating: 0, count: Signature.classCount / 64)

    /// Takes the symbols of an utterance in the place of those before.
    mutating func read(_ symbols: [Int32]) {
        for index in bits.indices { bits[index] = 0 }
        for symbol in symbols {
            let symbolClass = Signature.symbolClass(symbol)
            bits[symbolClass >> 6] |= 1 << UInt64(symbolClass & 63)
        }
    }

    /// Whether a symbol of a set may be there.
    @inline(__always)
    func mayHoldOne(of signature: UInt64) -> Bool {
        holds(signature & 0xFFFF) || holds(signature >> 16 & 0xFFFF) || holds(signature >> 32 & 0xFFFF)
            || holds(signature >> 48)
    }

    @inline(__always)
    private func holds(_ symbolClass: UInt64) -> Bool {
        // A damaged index may name any class.
        let word = Int(symbolClass >> 6) & (Signature.classCount / 64 - 1)
        return bits[word] >> (symbolClass & 63) & 1 != 0
    }
}
