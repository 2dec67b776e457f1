import FrontdeskDialogue

/// The intents as they lie in a bundle: each is found by its place or its name and read alone.
///
/// | bytes | content |
/// |---|---|
/// | 0–3 | how many intents there are |
/// | 4–7 | how many slots the table of names has, a power of two |
/// | 8… | for each intent 12 bytes: where it begins in the contents, its name's place among the texts, 1 if it starts a flow |
/// | … | for each slot 4 bytes: an intent's place from 1, or 0 |
/// | … | the contents: the texts, then the intents one after the other |
///
/// An intent stands in the first slot that was free from its name's checksum on, the first intent first.
struct IntentTable: Sendable {
    private static let headLength = 8
    private static let lineLength = 12

    let count: Int
    private let slotCount: Int
    private let bytes: BundleBytes
    private let texts: CompactTexts

    /// Checks the sizes, and nothing that takes longer with more intents.
    init(_ bytes: BundleBytes) throws(BundleError) {
        var reader = ByteReader(bytes)
        count = Int(try reader.half())
        slotCount = Int(try reader.half())
        try reader.skip(count * Self.lineLength + slotCount * 4)
        guard slotCount.nonzeroBitCount == 1, slotCount > count else {
            throw .malformed(part: "contents", reason: "its table of names has the wrong size")
        }
        self.bytes = bytes
        texts = try CompactTexts(bytes[reader.position..<bytes.count])
    }

    /// Whether the intent at a place starts a flow.
    func startsFlow(at place: Int) -> Bool { line(place).startsFlow != 0 }

    /// The place of the first intent of a name; nil also where the table is damaged.
    func place(of name: String) -> Int? {
        let mask = slotCount - 1
        var slot = Self.hash(name) & mask
        // A table has more slots than names; a damaged one is left after one round.
        for _ in 0..<slotCount {
            let entry = Int(bytes.number(slotStart + slot * 4, as: UInt32.self))
            guard entry > 0, entry <= count else { return nil }
            let range = try? texts.range(UInt64(line(entry - 1).name))
            if let range, texts.bytes.holds(name, at: range) { return entry - 1 }
            slot = (slot + 1) & mask
        }
        return nil
    }

    /// Reads one intent.
    func intent(at place: Int) throws(BundleError) -> Intent { try read(place, CompactSource(texts)).intent }

    /// Reads all intents.
    func all() throws(BundleError) -> [Intent] {
        let source = CompactSource(texts)
        var intents: [Intent] = []
        var end = source.start
        for place in 0..<count {
            let (intent, next) = try read(place, source)
            guard Int(line(place).start) == end, line(place).startsFlow == (intent.startsFlow ? 1 : 0) else {
                throw Self.objection("intent \(place) lies elsewhere, or leads elsewhere")
            }
            intents.append(intent)
            end = next
        }
        guard end == texts.bytes.count else { throw Self.objection("something follows the last intent") }
        return intents
    }

    /// Whether every intent can be read and is found by its name.
    func verify() throws(BundleError) {
        var seen: Set<String> = []
        for (place, intent) in try all().enumerated() where seen.insert(intent.name).inserted {
            guard self.place(of: intent.name) == place else {
                throw Self.objection("intent \(place) is not found by its name")
            }
        }
    }

    /// An intent's name as the table has it, for one that cannot be read.
    func name(at place: Int) -> String? {
        (try? texts.range(UInt64(line(place).name))).flatMap(texts.bytes.text)
    }

    private func read(_ place: Int, _ source: CompactSource) throws(BundleError) -> (intent: Intent, end: Int)
    {
        let start = Int(line(place).start)
        guard start >= source.start, start < source.bytes.count else {
            throw Self.objection("intent \(place) lies elsewhere")
        }
        do {
            let intent = try Intent(from: CompactValue(source: source, position: start, depth: 0))
            let range = try texts.range(UInt64(line(place).name))
            guard texts.bytes.holds(intent.name, at: range) else {
                throw Self.objection("intent \(place) has another name")
            }
            return (intent, try source.skip(start))
        } catch {
            throw BundleFile.malformed(.intents, error)
        }
    }

    private var slotStart: Int { Self.headLength + count * Self.lineLength }

    private func line(_ place: Int) -> (start: UInt32, name: UInt32, startsFlow: UInt32) {
        precondition(place >= 0 && place < count, "the place is out of bounds")
        let line = Self.headLength + place * Self.lineLength
        return (bytes.number(line), bytes.number(line + 4), bytes.number(line + 8))
    }

    private static func hash(_ name: String) -> Int {
        var name = name
        return name.withUTF8 { Int(truncatingIfNeeded: Checksum.of(UnsafeRawBufferPointer($0))) }
    }

    private static func objection(_ reason: String) -> BundleError {
        .malformed(part: BundleSection.name(BundleSection.intents.rawValue), reason: reason)
    }
}

extension IntentTable {
    /// The section's bytes; equal intents give equal bytes.
    static func bytes(of intents: IntentList) throws(BundleError) -> [UInt8] {
        let intents = Array(intents)
        return try bytes(of: intents.map { ($0.name, $0.startsFlow) }) {
            place,
            contents,
            table throws(BundleError) in
            do {
                try CompactEncoder.write(intents[place], to: &contents, table)
            } catch {
                throw objection("\(error)")
            }
        }
    }

    /// The section's bytes of intents that somebody else writes, each by its place.
    static func bytes(
        of intents: [(name: String, startsFlow: Bool)],
        write: (Int, inout ByteWriter, TextTable) throws(BundleError) -> Void
    ) throws(BundleError) -> [UInt8] {
        let table = TextTable()
        var contents = ByteWriter()
        var lines: [(start: Int, name: Int, startsFlow: Bool)] = []
        for (place, intent) in intents.enumerated() {
            lines.append((contents.bytes.count, table.place(of: intent.name), intent.startsFlow))
            try write(place, &contents, table)
        }
        let written = table.bytes(before: contents.bytes)
        let textEnd = written.count - contents.bytes.count
        let slots = slots(of: intents.map(\.name))
        var writer = ByteWriter()
        writer.write(half: UInt32(lines.count))
        writer.write(half: UInt32(slots.count))
        for line in lines {
            writer.write(half: UInt32(textEnd + line.start))
            writer.write(half: UInt32(line.name))
            writer.write(half: line.startsFlow ? 1 : 0)
        }
        for slot in slots { writer.write(half: slot) }
        writer.write(written)
        return writer.bytes
    }

    private static func slots(of names: [String]) -> [UInt32] {
        var size = 2
        while size < names.count * 2 { size *= 2 }
        var slots = [UInt32](repeating: 0, count: size)
        for (place, name) in names.enumerated() {
            var slot = hash(name) & (size - 1)
            while slots[slot] != 0 { slot = (slot + 1) & (size - 1) }
            slots[slot] = UInt32(place + 1)
        }
        return slots
    }
}
