/// How one non-ASCII character folds.
///
/// Case and compatibility forms are folded and accents are removed, so that `CAFÉ`, `café` and `cafe` are one word;
/// this also makes `ñ` an `n` and `й` an `и`. Typographic quotes, dashes and spaces become their ASCII forms.
/// Invisible and control characters vanish. Everything else stays as it is written.
struct CharacterFolding: Sendable {
    /// The table, read once from ``FoldingTable``.
    static let shared = CharacterFolding()

    /// What becomes of a character.
    enum Fold {
        case keep
        case drop
        /// The stretch of ``CharacterFolding/targets`` that replaces it.
        case replace(Range<Int>)
    }

    /// The UTF-8 bytes of all replacements, one after the other.
    let targets: [UInt8]
    /// For each block of 256 characters, the number of its page, or 0 for the empty page.
    private let pageOfBlock: [UInt16]
    /// Pages of 256 entries: 0 keeps, `UInt32.max` drops, else the offset in `targets` × 16 + the length.
    private let entries: [UInt32]

    private static let blockCount = 0x300

    private init() {
        var targets: [UInt8] = []
        var pageOfBlock = [UInt16](repeating: 0, count: Self.blockCount)
        var entries = [UInt32](repeating: 0, count: 256)
        func set(_ scalar: UInt32, _ entry: UInt32) {
            let block = Int(scalar >> 8)
            guard block < Self.blockCount else { return }
            if pageOfBlock[block] == 0 {
                pageOfBlock[block] = UInt16(entries.count / 256)
                entries.append(contentsOf: repeatElement(0, count: 256))
            }
            entries[Int(pageOfBlock[block]) * 256 + Int(scalar & 255)] = entry
        }
        for line in FoldingTable.groups.split(separator: "\n") {
            let parts = line.unicodeScalars.split(separator: "\t", maxSplits: 1)
            guard parts.count == 2 else { continue }
            let target = Array(String(parts[0]).utf8)
            let entry = UInt32(targets.count) << 4 | UInt32(target.count)
            targets.append(contentsOf: target)
            for scalar in parts[1] { set(scalar.value, entry) }
        }
        for index in stride(from: 0, to: FoldingTable.dropped.count, by: 2) {
            for scalar in FoldingTable.dropped[index]...FoldingTable.dropped[index + 1] { set(scalar, .max) }
        }
        self.targets = targets
        self.pageOfBlock = pageOfBlock
        self.entries = entries
    }

    /// Looks a character up in constant time.
    func fold(_ scalar: Unicode.Scalar) -> Fold {
        let block = Int(scalar.value >> 8)
        guard block < Self.blockCount else { return scalar.value >= 0xE0000 ? .drop : .keep }
        let entry = entries[Int(pageOfBlock[block]) * 256 + Int(scalar.value & 255)]
        if entry == 0 { return .keep }
        if entry == .max { return .drop }
        let start = Int(entry >> 4)
        return .replace(start..<start + Int(entry & 15))
    }
}
