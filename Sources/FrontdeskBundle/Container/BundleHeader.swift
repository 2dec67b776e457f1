/// The first bytes of a bundle, and its table of sections.
///
/// | bytes | content |
/// |---|---|
/// | 0–3 | `FDK1` |
/// | 4–7 | the version of the format |
/// | 8–15 | the length of the whole file |
/// | 16–19 | how many sections there are |
/// | 20–23 | 0 |
/// | 24–31 | the checksum of the table, and before it of the bytes 0–23 |
/// | 32… | for each section 32 bytes: kind, number, offset, length, checksum |
///
/// Numbers have their lowest byte first. Sections lie in the table's order, each at the next multiple of eight bytes.
struct BundleHeader {
    static let magic = Array("FDK1".utf8)
    static let length = 32
    static let entryLength = 32
    /// More sections than an assistant in every language has.
    static let sectionLimit = 4096

    /// A section's line in the table.
    struct Entry: Hashable {
        var kind: UInt32
        var number: UInt32
        var range: Range<Int>
        var checksum: UInt64
    }

    var entries: [Entry]

    /// Reads the header and the table, and checks that the table accounts for every byte of the file.
    init(_ bytes: BundleBytes) throws(BundleError) {
        let known = min(bytes.count, Self.magic.count)
        guard bytes.raw.prefix(known).elementsEqual(Self.magic.prefix(known)) else { throw .notABundle }
        guard bytes.count >= Self.length else { throw .truncated(bytes: bytes.count, expected: Self.length) }
        let format: UInt32 = bytes.number(4)
        guard format == CompiledAssistant.formatVersion else {
            throw .format(found: Int(format), known: CompiledAssistant.formatVersion)
        }
        let whole: UInt64 = bytes.number(8)
        guard whole <= UInt64(bytes.count) else {
            throw .truncated(bytes: bytes.count, expected: Int(clamping: whole))
        }
        guard whole == UInt64(bytes.count) else { throw .trailing(bytes: bytes.count - Int(whole)) }
        let count: UInt32 = bytes.number(16)
        let end = Self.length + Int(count) * Self.entryLength
        guard count <= Self.sectionLimit, end <= bytes.count else {
            throw .section("table", reason: "it has \(count) lines, more than the file holds")
        }
        guard bytes.number(24) == Self.checksum(bytes, tableEnd: end), bytes.number(20, as: UInt32.self) == 0
        else { throw .checksum(part: "table of sections") }
        entries = []
        var place = end
        for line in 0..<Int(count) {
            let entry = try Self.entry(bytes, at: Self.length + line * Self.entryLength, after: place)
            guard !entries.contains(where: { $0.kind == entry.kind && $0.number == entry.number }) else {
                throw .section(BundleSection.name(entry.kind), reason: "it is there twice")
            }
            entries.append(entry)
            place = entry.range.upperBound
        }
        guard bytes.count - place < 8, bytes.raw[place...].allSatisfy({ $0 == 0 }) else {
            throw .trailing(bytes: bytes.count - place)
        }
    }

    private static func entry(_ bytes: BundleBytes, at line: Int, after end: Int) throws(BundleError) -> Entry
    {
        let kind: UInt32 = bytes.number(line)
        let (offset, length): (UInt64, UInt64) = (bytes.number(line + 8), bytes.number(line + 16))
        guard offset == UInt64((end + 7) / 8 * 8) else {
            throw .section(BundleSection.name(kind), reason: "it does not begin where the one before it ends")
        }
        guard offset <= UInt64(bytes.count), length <= UInt64(bytes.count) - offset else {
            throw .section(BundleSection.name(kind), reason: "it ends behind the end of the file")
        }
        return Entry(
            kind: kind,
            number: bytes.number(line + 4),
            range: Int(offset)..<Int(offset + length),
            checksum: bytes.number(line + 24)
        )
    }

    private static func checksum(_ bytes: BundleBytes, tableEnd: Int) -> UInt64 {
        checksum(head: bytes[0..<24].array, table: bytes[length..<tableEnd].array)
    }

    /// The checksum over the header's fields and the table's lines.
    static func checksum(head: [UInt8], table: [UInt8]) -> UInt64 { Checksum.of(head + table) }

    /// Puts sections behind a header and a table.
    static func file(_ sections: [(kind: BundleSection, number: Int, bytes: [UInt8])]) -> [UInt8] {
        var table = ByteWriter()
        var place = length + sections.count * entryLength
        for section in sections {
            place = (place + 7) / 8 * 8
            table.write(fixed: UInt64(section.kind.rawValue) | UInt64(section.number) << 32)
            table.write(fixed: UInt64(place))
            table.write(fixed: UInt64(section.bytes.count))
            table.write(fixed: Checksum.of(section.bytes))
            place += section.bytes.count
        }
        place = (place + 7) / 8 * 8
        var file = ByteWriter()
        file.reserve(place)
        file.write(magic)
        for byte in 0..<4 {
            file.write(byte: UInt8(truncatingIfNeeded: CompiledAssistant.formatVersion >> (8 * byte)))
        }
        file.write(fixed: UInt64(place))
        file.write(fixed: UInt64(sections.count))
        file.write(fixed: checksum(head: file.bytes, table: table.bytes))
        file.write(table.bytes)
        for section in sections {
            file.align()
            file.write(section.bytes)
        }
        file.align()
        return file.bytes
    }
}

/// What a section holds; the numbers are the format's and never change.
enum BundleSection: UInt32, CaseIterable {
    /// Which program made the bundle, and from what.
    case about = 1
    /// The assistant without its intents and what the matcher matches with.
    case assistant = 2
    /// What the matcher matches with; one for each language.
    case matching = 3
    /// The index over its patterns; one for each language.
    case patterns = 4
    /// The trained model; one for each language that has examples.
    case model = 5
    /// The intent files it was made of: names and sizes.
    case files = 6
    /// The SQL script that makes the assistant's data.
    case seed = 7
    /// The assistant's intents, each to be found by its name.
    case intents = 8

    /// The kind's name in messages.
    static func name(_ kind: UInt32) -> String {
        guard let section = BundleSection(rawValue: kind) else { return "section of kind \(kind)" }
        return switch section {
        case .about: "title page"
        case .assistant: "assistant"
        case .matching: "matcher"
        case .patterns: "pattern index"
        case .model: "model"
        case .files: "list of files"
        case .seed: "SQL script"
        case .intents: "list of intents"
        }
    }
}
