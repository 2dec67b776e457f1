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
        var digits: [Int] = []
        var groups: [Int] = []
        var place = index
        while place < words.count, words[place].isDigits, digits.count <= CardNumber.lengths.upperBound,
            place == index || words.isJoined(place - 1, by: " ") || words.isJoined(place - 1, by: "-")
        {
            digits += words[place].utf8.map { Int($0 - UInt8(ascii: "0")) }
            groups.append(words[place].utf8.count)
            place += 1
        }
        guard CardNumber.lengths.contains(digits.count), isPrinted(groups), CardNumber.isIssued(digits),
            CardNumber.hasRightCheckDigit(digits),
            place >= words.count || !words.gap(after: place - 1).isEmpty
        else { return nil }
        let last = digits.suffix(4).map(String.init).joined()
        let tokens = index..<place
        return ("\(CardNumber.scheme(digits)) \(last)", tokens, words.span(of: tokens))
    }

    /// Whether nothing ties the first digits to what stands before them.
    private static func isFree(_ words: UtteranceWords, _ index: Int) -> Bool {
        let before = words.byte(before: words.ranges[index].lowerBound)
        if "+#-_./@".utf8.contains(before) { return false }
        return index == 0 || !words[index - 1].isDigits || !words.isSpaced(index - 1)
    }

    /// One group, 4-4-4-4 with a rest, 4-6-5 or 4-6-4.
    private static func isPrinted(_ groups: [Int]) -> Bool {
        if groups.count == 1 || groups == [4, 6, 5] || groups == [4, 6, 4] { return true }
        return groups.count >= 4 && groups.dropLast().allSatisfy { $0 == 4 } && (groups.last ?? 5) <= 4
    }
}
