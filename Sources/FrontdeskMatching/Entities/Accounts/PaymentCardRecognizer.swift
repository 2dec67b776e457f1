/// Finds payment cards: a number with a right check digit, or the `[card]` that a desk puts in its place.
///
/// A desk masks card numbers before it reads a message, so it only ever sees the mask. The value never holds the number:
/// it is the scheme and the last four digits (`visa 1111`), or `card` for a mask.
enum PaymentCardRecognizer {
    static func recognize(_ words: UtteranceWords, into readings: inout [EntityReading]) {
        var index = 0
        while index < words.count {
            guard let (value, tokens, bytes) = mask(words, at: index) ?? number(words, at: index) else {
                index += 1
                continue
            }
            readings.append(
                EntityReading(.account, .paymentCard, tokens: tokens, bytes: bytes, value: .text(value))
            )
            index = tokens.upperBound
        }
    }

    private typealias Found = (value: String, tokens: Range<Int>, bytes: Range<Int>)

    private static func mask(_ words: UtteranceWords, at index: Int) -> Found? {
        let range = words.ranges[index]
        guard words[index] == "card", words.byte(before: range.lowerBound) == UInt8(ascii: "["),
            words.byte(at: range.upperBound) == UInt8(ascii: "]")
        else { return nil }
        return ("card", index..<index + 1, range.lowerBound - 1..<range.upperBound + 1)
    }

    private static func number(_ words: UtteranceWords, at index: Int) -> Found? {
        guard words[index].isDigits, isFree(words, index) else { return nil }
        // Most numbers are none of a card; only what is long enough is taken apart.
        var (count, end) = (0, index)
        while end < words.count, words[end].isDigits, count <= CardNumber.lengths.upperBound,
            end == index || words.isJoined(end - 1, by: " ") || words.isJoined(end - 1, by: "-")
        {
            count += words[end].utf8.count
            end += 1
        }
        guard CardNumber.lengths.contains(count), isPrinted(words, index..<end),
            end >= words.count || !words.gap(after: end - 1).isEmpty
        else { return nil }
        var digits = CardNumber.Digits()
        for place in index..<end {
            for byte in words[place].utf8 { digits.append(Int(byte - UInt8(ascii: "0"))) }
        }
        guard CardNumber.isIssued(digits), CardNumber.hasRightCheckDigit(digits) else { return nil }
        let tokens = index..<end
        return (CardNumber.name(digits), tokens, words.span(of: tokens))
    }

    /// Whether nothing ties the first digits to what stands before them.
    private static func isFree(_ words: UtteranceWords, _ index: Int) -> Bool {
        let before = words.byte(before: words.ranges[index].lowerBound)
        if "+#-_./@".utf8.contains(before) { return false }
        return index == 0 || !words[index - 1].isDigits || !words.isSpaced(index - 1)
    }

    /// One group, 4-4-4-4 with a rest, 4-6-5 or 4-6-4.
    private static func isPrinted(_ words: UtteranceWords, _ groups: Range<Int>) -> Bool {
        func count(_ group: Int) -> Int { words[groups.lowerBound + group].utf8.count }
        let last = groups.count - 1
        if groups.count == 1 { return true }
        if groups.count == 3, count(0) == 4, count(1) == 6, (4...5).contains(count(2)) { return true }
        guard groups.count >= 4, count(last) <= 4 else { return false }
        for group in 0..<last where count(group) != 4 { return false }
        return true
    }
}
