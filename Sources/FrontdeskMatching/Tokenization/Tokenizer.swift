/// Cuts folded text into words.
///
/// A word is a run of letters and digits in any script; an ideograph is a word by itself. Contractions and the
/// short forms of chat are expanded as ``Contractions`` says, and a possessive `'s` vanishes, so `where's my
/// mum's parcel` and `where is my mum parcel` are the same words. Emoji are left out, unless the utterance has
/// nothing else: then each one is a word. Spans always point into the utterance as it was written.
package enum Tokenizer {
    /// Folds and cuts an utterance.
    package static func tokenize(_ utterance: String) -> [Token] {
        tokenize(NormalizedText(utterance))
    }

    /// Cuts folded text.
    package static func tokenize(_ text: NormalizedText) -> [Token] {
        var words: [Token] = []
        var hashes: [UInt64] = []
        return tokenize(text, words: &words, hashes: &hashes)
    }

    /// Cuts folded text.
    ///
    /// - Parameters:
    ///   - words: Any; the memory for words as long as their number is not known.
    ///   - hashes: Filled with the words' hashes, as tables of words use them.
    static func tokenize(_ text: NormalizedText, words: inout [Token], hashes: inout [UInt64]) -> [Token] {
        var scanner = TokenScanner(text: text, tokens: words.takingMemory(), hashes: hashes.takingMemory())
        scanner.scanWords()
        if scanner.tokens.isEmpty, text.bytes.contains(where: { $0 >= 0x80 }) { scanner.scanPictures() }
        hashes = scanner.hashes
        var tokens: [Token] = []
        tokens.reserveCapacity(scanner.tokens.count)
        tokens.append(contentsOf: scanner.tokens)
        words = scanner.tokens.takingMemory()
        return tokens
    }
}

/// One pass over folded bytes.
private struct TokenScanner {
    let text: NormalizedText
    let bytes: [UInt8]
    var tokens: [Token]
    var hashes: [UInt64]

    init(text: NormalizedText, tokens: [Token], hashes: [UInt64]) {
        self.text = text
        self.tokens = tokens
        self.hashes = hashes
        bytes = text.bytes
    }

    mutating func scanWords() {
        var index = 0
        while index < bytes.count {
            let end = wordEnd(index)
            if end == index {
                index += width(index)
                continue
            }
            index = appendWord(index, end)
        }
    }

    mutating func scanPictures() {
        var index = 0
        while index < bytes.count {
            let next = index + width(index)
            if bytes[index] >= 0x80, CharacterClass(scalar(index)) == .picture { append(index, next) }
            index = next
        }
    }

    /// Appends the word at `start..<end` and the contraction it may begin; returns where to go on.
    private mutating func appendWord(_ start: Int, _ end: Int) -> Int {
        guard let suffixEnd = suffixEnd(end) else {
            let word = string(start, end)
            let hash = Hash.word(bytes, start, end)
            if let words = Contractions.shortForms[word, hash: hash] {
                append(words, start, end)
            } else {
                tokens.append(Token(word, text.originalSpan(start, end)))
                hashes.append(hash)
            }
            return end
        }
        var joinedEnd = suffixEnd
        if self.suffixEnd(suffixEnd) == nil,
            let words = Contractions.expand(string(start, end), suffix: string(end + 1, suffixEnd))
        {
            append(words.first, start, suffixEnd)
            if let second = words.second { append(second, start, suffixEnd) }
            return suffixEnd
        }
        // Some other apostrophe inside a word (o'clock, O'Brien, rock'n'roll): the parts are one word.
        while let next = self.suffixEnd(joinedEnd) { joinedEnd = next }
        let word = joined(start, joinedEnd)
        tokens.append(Token(word, text.originalSpan(start, joinedEnd)))
        hashes.append(Hash.word(word))
        return joinedEnd
    }

    /// The end of the letters behind an apostrophe at `index`, or nil when there are none.
    private func suffixEnd(_ index: Int) -> Int? {
        guard index + 1 < bytes.count, isApostrophe(bytes[index]) else { return nil }
        guard bytes[index + 1] >= UInt8(ascii: "A") else { return nil }
        let end = wordEnd(index + 1)
        return end > index + 1 ? end : nil
    }

    /// A stretch without its apostrophes, as one word.
    private func joined(_ start: Int, _ end: Int) -> String {
        let count = bytes[start..<end].count { !isApostrophe($0) }
        return String(unsafeUninitializedCapacity: count) { target in
            var place = 0
            for index in start..<end where !isApostrophe(bytes[index]) {
                target.initializeElement(at: place, to: bytes[index])
                place += 1
            }
            return place
        }
    }

    private mutating func append(_ words: [String], _ start: Int, _ end: Int) {
        for word in words { append(word, start, end) }
    }

    private mutating func append(_ word: String, _ start: Int, _ end: Int) {
        tokens.append(Token(word, text.originalSpan(start, end)))
        hashes.append(Hash.word(word))
    }

    private mutating func append(_ start: Int, _ end: Int) {
        tokens.append(Token(string(start, end), text.originalSpan(start, end)))
        hashes.append(Hash.word(bytes, start, end))
    }

    private func string(_ start: Int, _ end: Int) -> String {
        String(decoding: bytes[start..<end], as: UTF8.self)
    }

    private func isApostrophe(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "'") || byte == UInt8(ascii: "`")
    }

    /// The end of the word that begins at `start`; `start` itself when none does.
    private func wordEnd(_ start: Int) -> Int {
        var index = start
        while index < bytes.count {
            let byte = bytes[index]
            if byte < 0x80 {
                guard Self.isWord[Int(byte)] else { return index }
                index += 1
                continue
            }
            switch CharacterClass(scalar(index)) {
            case .word: index += width(index)
            case .loneWord: return index == start ? index + width(index) : index
            case .picture, .separator: return index
            }
        }
        return index
    }

    /// The number of bytes of the character at `index`; the text is valid UTF-8.
    private func width(_ index: Int) -> Int {
        switch bytes[index] {
        case 0..<0xC0: 1
        case 0xC0..<0xE0: 2
        case 0xE0..<0xF0: 3
        default: 4
        }
    }

    private func scalar(_ index: Int) -> UInt32 {
        let count = width(index)
        if count == 1 { return UInt32(bytes[index]) }
        var value = UInt32(bytes[index] & (0xFF >> UInt8(count + 1)))
        for next in index + 1..<index + count { value = value << 6 | UInt32(bytes[next] & 0x3F) }
        return value
    }

    private static let isWord: [Bool] = (0..<128).map { value in
        switch UInt8(value) {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): true
        default: false
        }
    }
}

extension Array {
    /// The memory of an array that is filled anew, its old values gone.
    mutating func takingMemory() -> [Element] {
        var taken: [Element] = []
        swap(&taken, &self)
        taken.removeAll(keepingCapacity: true)
        return taken
    }
}
