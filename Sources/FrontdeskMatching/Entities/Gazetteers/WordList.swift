/// Words in order of their bytes, each with its place as its number; made for a million of them.
struct WordList: Sendable {
    private let text: [UInt8]
    private let offsets: [UInt32]
    /// Places of words by hash, open addressing; 0 is empty, else the number plus one.
    private let slots: [UInt32]

    /// Sorts words and drops repeated ones.
    init(_ words: [[UInt8]]) {
        // The first eight bytes as one number part nearly all words without a look at the others.
        var keyed = words.enumerated().map { (key: Self.key($0.element), place: UInt32($0.offset)) }
        keyed.sort { left, right in
            if left.key != right.key { return left.key < right.key }
            let (one, other) = (words[Int(left.place)], words[Int(right.place)])
            return one.count <= 8 && other.count <= 8
                ? one.count < other.count : one.lexicographicallyPrecedes(other)
        }
        var text: [UInt8] = []
        var offsets: [UInt32] = [0]
        var last: [UInt8]?
        for (_, place) in keyed {
            let word = words[Int(place)]
            guard word != last else { continue }
            last = word
            text += word
            offsets.append(UInt32(text.count))
        }
        self.init(text: text, offsets: offsets)
    }

    private init(text: [UInt8], offsets: [UInt32]) {
        self.text = text
        self.offsets = offsets
        var size = 16
        while size < offsets.count * 2 { size *= 2 }
        var slots = [UInt32](repeating: 0, count: size)
        for number in 0..<(offsets.count - 1) {
            var slot =
                Int(truncatingIfNeeded: Self.hash(text[Int(offsets[number])..<Int(offsets[number + 1])]))
                & (size - 1)
            while slots[slot] != 0 { slot = (slot + 1) & (size - 1) }
            slots[slot] = UInt32(number + 1)
        }
        self.slots = slots
    }

    var count: Int { offsets.count - 1 }

    /// The bytes of a word.
    subscript(number: Int) -> ArraySlice<UInt8> {
        text[Int(offsets[number])..<Int(offsets[number + 1])]
    }

    /// How many bytes a word has.
    func length(_ number: Int) -> Int {
        Int(offsets[number + 1] - offsets[number])
    }

    /// One byte of a word, which has to be long enough.
    @inline(__always)
    func byte(_ number: Int, _ place: Int) -> UInt8 {
        text[Int(offsets[number]) + place]
    }

    /// The number of a word, or nil when it is not among them.
    func number(of word: some Collection<UInt8>) -> Int? {
        var slot = Int(truncatingIfNeeded: Self.hash(word)) & (slots.count - 1)
        while slots[slot] != 0 {
            let number = Int(slots[slot]) - 1
            if length(number) == word.count, self[number].elementsEqual(word) { return number }
            slot = (slot + 1) & (slots.count - 1)
        }
        return nil
    }

    /// How many bytes of memory the words take.
    var byteCount: Int { text.count + 4 * (offsets.count + slots.count) }

    private static func key(_ word: [UInt8]) -> UInt64 {
        var key: UInt64 = 0
        for place in 0..<8 { key = key << 8 | UInt64(place < word.count ? word[place] : 0) }
        return key
    }

    /// FNV-1a with its high bits folded in.
    private static func hash(_ word: some Collection<UInt8>) -> UInt64 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in word { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        return hash ^ (hash >> 29)
    }
}
