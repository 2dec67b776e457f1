/// Texts by number.
struct TextTable: Sendable {
    /// Where each text begins; one more entry at the end.
    private let starts: FlatArray<UInt32>
    private let letters: FlatArray<UInt8>

    init(reading reader: inout FlatReader) throws(PatternIndexError) {
        starts = try reader.read()
        letters = try reader.read()
        guard starts.count > 0, Int(starts[starts.count - 1]) == letters.count else {
            throw .inconsistent("the texts do not end where they should")
        }
        for number in 0..<(starts.count - 1) where starts[number] > starts[number + 1] {
            throw .inconsistent("text \(number) ends before it begins")
        }
    }

    static func write(_ texts: some Sequence<String>, to writer: inout FlatWriter) {
        var starts: [UInt32] = [0]
        var letters: [UInt8] = []
        for text in texts {
            letters += text.utf8
            starts.append(UInt32(letters.count))
        }
        writer.write(starts)
        writer.write(letters)
    }

    var count: Int { starts.count - 1 }

    subscript(number: Int) -> String { letters.bytes.text(range(number)) }

    fileprivate func holds(_ text: UnsafeBufferPointer<UInt8>, at number: Int) -> Bool {
        letters.bytes.holds(text, at: range(number))
    }

    private func range(_ number: Int) -> Range<Int> {
        let (start, end) = (Int(starts[number]), Int(starts[number + 1]))
        return start..<max(start, end)
    }
}

/// Numbers for names: a hash table with open addressing over the names' bytes.
struct NameTable: Sendable {
    /// The number of a name that the table lacks.
    static let unknown: Int32 = -1

    private let names: TextTable
    /// Numbers by hash, ``unknown`` where there is none; a power of two.
    private let slots: FlatArray<Int32>

    init(reading reader: inout FlatReader) throws(PatternIndexError) {
        names = try TextTable(reading: &reader)
        slots = try reader.read()
        guard slots.count.nonzeroBitCount == 1, slots.count > names.count else {
            throw .inconsistent("a table of names has the wrong size")
        }
    }

    static func write(_ names: [String], to writer: inout FlatWriter) {
        TextTable.write(names, to: &writer)
        var size = 2
        while size < names.count * 2 { size *= 2 }
        var slots = [Int32](repeating: unknown, count: size)
        for (number, name) in names.enumerated() {
            var slot = Int(truncatingIfNeeded: Hash.word(name)) & (size - 1)
            while slots[slot] != unknown { slot = (slot + 1) & (size - 1) }
            slots[slot] = Int32(number)
        }
        writer.write(slots)
    }

    var count: Int { names.count }

    /// The number of a name, or ``unknown``.
    func number(of name: String) -> Int32 { number(of: name, hash: Hash.word(name)) }

    /// The number of a name whose hash is known, or ``unknown``.
    func number(of name: String, hash: UInt64) -> Int32 {
        // Short names lie inside the string itself: they are brought out, not allocated.
        name.utf8.withContiguousStorageIfAvailable { number(of: $0, hash: hash) }
            ?? Array(name.utf8).withUnsafeBufferPointer { number(of: $0, hash: hash) }
    }

    /// The number of a name given by its bytes, or ``unknown``.
    func number(of name: UnsafeBufferPointer<UInt8>, hash: UInt64) -> Int32 {
        var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
        // A table has more slots than names; a damaged one is left after one round.
        for _ in 0..<slots.count {
            let number = slots[slot]
            guard number >= 0, number < names.count else { return Self.unknown }
            if names.holds(name, at: Int(number)) { return number }
            slot = (slot + 1) & (slots.count - 1)
        }
        return Self.unknown
    }
}
