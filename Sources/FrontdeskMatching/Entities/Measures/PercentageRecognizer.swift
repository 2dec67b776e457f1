/// Finds percentages: `20%`, `12.5 percent`, `ten per cent`, `veinte por ciento`; the value is the number before the sign.
enum PercentageRecognizer {
    static func recognize(
        _ words: UtteranceWords,
        _ numbers: [NumberReading],
        into readings: inout [EntityReading]
    ) {
        for number in numbers {
            guard let (tokens, bytes) = percentage(words, number) else { continue }
            readings.append(
                EntityReading(
                    .percentage,
                    .percentage,
                    tokens: tokens,
                    bytes: bytes,
                    value: .number(number.value)
                )
            )
        }
    }

    private static func percentage(
        _ words: UtteranceWords,
        _ number: NumberReading
    ) -> (tokens: Range<Int>, bytes: Range<Int>)? {
        let (start, end) = (number.bytes.lowerBound, number.bytes.upperBound)
        for sign in signs {
            let edge = words.byte(at: end) == UInt8(ascii: " ") ? end + 1 : end
            guard edge < words.bytes.count, words.bytes[edge...].starts(with: sign) else { continue }
            // In "5%20" and "5 %s" the sign belongs to something else.
            let after = words.byte(at: edge + sign.count)
            guard !after.isDigit, edge == end || !ByteSet.letters.contains(after) else { return nil }
            return (number.tokens, start..<edge + sign.count)
        }
        let next = number.tokens.upperBound
        guard words.isConnected(next - 1) else { return nil }
        let last: Int
        switch words[next] {
        case "percent", "pct": last = next
        case "per" where words[next + 1] == "cent" && words.isConnected(next): last = next + 1
        case "por" where ["ciento", "cien"].contains(words[next + 1]) && words.isSpaced(next): last = next + 1
        default: return nil
        }
        return (number.tokens.lowerBound..<last + 1, start..<words.ranges[last].upperBound)
    }

    private static let signs = ["%", "٪"].map { Array($0.utf8) }
}
