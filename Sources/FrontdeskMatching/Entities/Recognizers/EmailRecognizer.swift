/// Finds e-mail addresses; the value is in lower case, accents kept.
enum EmailRecognizer {
    static func recognize(_ words: UtteranceWords, into readings: inout [EntityReading]) {
        let bytes = words.bytes
        var position = 0
        while let sign = bytes[position...].firstIndex(of: UInt8(ascii: "@")) {
            position = sign + 1
            guard let range = address(words, around: sign) else { continue }
            position = range.upperBound
            let value = words.originalText(range).lowercased()
            readings.append(
                EntityReading(
                    .email,
                    .email,
                    tokens: words.tokens(in: range),
                    bytes: range,
                    value: .text(value)
                )
            )
        }
    }

    private static func address(_ words: UtteranceWords, around sign: Int) -> Range<Int>? {
        let bytes = words.bytes
        var start = sign
        while start > 0, isPart(words, start - 1, signs: ".-_+%'&") { start -= 1 }
        while start < sign, ".-'&".utf8.contains(bytes[start]) { start += 1 }
        guard start < sign, bytes[sign - 1] != UInt8(ascii: ".") else { return nil }
        var end = sign + 1
        while end < bytes.count, isPart(words, end, signs: ".-") { end += 1 }
        while end > sign + 1, ".-".utf8.contains(bytes[end - 1]) { end -= 1 }
        guard end < bytes.count ? bytes[end] != UInt8(ascii: "@") : true else { return nil }
        guard isDomain(bytes[(sign + 1)..<end]), !hasTwins(bytes[start..<sign]) else { return nil }
        return start..<end
    }

    private static func isPart(_ words: UtteranceWords, _ index: Int, signs: String) -> Bool {
        let byte = words.bytes[index]
        // Beyond ASCII letters count, pictures and typographic signs do not.
        if byte >= 0x80 { return words.ranges.contains { $0.contains(index) } }
        return ByteSet.insideWord.contains(byte) || signs.utf8.contains(byte)
    }

    /// Whether a stretch is two or more labels, the last one of two letters or more.
    static func isDomain(_ bytes: ArraySlice<UInt8>) -> Bool {
        var (labels, start) = (0, bytes.startIndex)
        for index in bytes.startIndex...bytes.endIndex
        where index == bytes.endIndex || bytes[index] == UInt8(ascii: ".") {
            guard index > start, bytes[start] != UInt8(ascii: "-"), bytes[index - 1] != UInt8(ascii: "-")
            else {
                return false
            }
            labels += 1
            if index < bytes.endIndex { start = index + 1 }
        }
        return labels >= 2 && bytes.endIndex - start >= 2
            && bytes[start...].allSatisfy { ByteSet.letters.contains($0) || $0 >= 0x80 }
    }

    private static func hasTwins(_ bytes: ArraySlice<UInt8>) -> Bool {
        zip(bytes, bytes.dropFirst()).contains { $0 == UInt8(ascii: ".") && $1 == UInt8(ascii: ".") }
    }
}
