/// Values by word, for lists that are made once and asked often.
///
/// Most words of an utterance are in no list: their first byte and their length refuse them before anything is hashed.
/// The hash is that of ``NameTable``, so what the tokenizer computed once serves all tables.
struct WordTable<Value: Sendable>: Sendable {
    private var words: [String] = []
    private var values: [Value] = []
    /// The numbers of words by hash, -1 where there is none; a power of two, at least half of it empty.
    private var slots: [Int32]
    /// By first byte which lengths words have, a bit each; from 15 bytes on they share one.
    private var lengths = [UInt16](repeating: 0, count: 256)

    /// Takes the words of a dictionary.
    init(_ dictionary: [String: Value]) {
        // The order of a dictionary is not the same twice; that of the table must not depend on it.
        self.init(dictionary.sorted { $0.key < $1.key })
    }

    /// Takes words, all different, with their values; empty ones are never found.
    init(_ entries: some Collection<(key: String, value: Value)>) {
        var size = 4
        while size < entries.count * 2 { size *= 2 }
        slots = [Int32](repeating: -1, count: size)
        for (word, value) in entries {
            guard let first = word.utf8.first else { continue }
            lengths[Int(first)] |= Self.lengthBit(word.utf8.count)
            var slot = Int(truncatingIfNeeded: Hash.word(word)) & (size - 1)
            while slots[slot] >= 0 { slot = (slot + 1) & (size - 1) }
            slots[slot] = Int32(words.count)
            words.append(word)
            values.append(value)
        }
    }

    /// The value of a word, or nil.
    @inline(__always)
    subscript(word: String) -> Value? {
        mayHold(word) ? value(of: word, hash: Hash.word(word)) : nil
    }

    /// The value of a word whose hash is known, or nil.
    @inline(__always)
    subscript(word: String, hash hash: UInt64) -> Value? {
        mayHold(word) ? value(of: word, hash: hash) : nil
    }

    /// The words, ascending.
    var keys: [String] { words }

    /// Whether the table has a word.
    func contains(_ word: String) -> Bool { self[word] != nil }

    @inline(__always)
    private func mayHold(_ word: String) -> Bool {
        guard let first = word.utf8.first else { return false }
        return lengths[Int(first)] & Self.lengthBit(word.utf8.count) != 0
    }

    private func value(of word: String, hash: UInt64) -> Value? {
        var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
        while slots[slot] >= 0 {
            let number = Int(slots[slot])
            if words[number] == word { return values[number] }
            slot = (slot + 1) & (slots.count - 1)
        }
        return nil
    }

    @inline(__always)
    private static func lengthBit(_ length: Int) -> UInt16 { 1 << UInt16(min(length, 15)) }
}

extension WordTable: ExpressibleByDictionaryLiteral {
    /// Takes the words of a literal.
    init(dictionaryLiteral elements: (String, Value)...) {
        self.init(Dictionary(elements) { first, _ in first })
    }
}

extension WordTable<Void>: ExpressibleByArrayLiteral {
    /// Takes words without values.
    init(arrayLiteral elements: String...) {
        self.init(Dictionary(elements.map { ($0, ()) }) { first, _ in first })
    }
}

extension Hash {
    /// The hash of a word's bytes, as ``NameTable`` and ``WordTable`` use it.
    @inline(__always)
    static func word(_ word: String) -> UInt64 {
        mixed(word.utf8.reduce(start) { adding($1, to: $0) })
    }

    /// The same of bytes within a text.
    @inline(__always)
    static func word(_ bytes: [UInt8], _ start: Int, _ end: Int) -> UInt64 {
        var hash = Hash.start
        for index in start..<end { hash = adding(bytes[index], to: hash) }
        return mixed(hash)
    }
}
