/// A word that takes part in spelled-out numbers.
enum NumberWord: Sendable {
    /// 0 to 9.
    case unit(Double)
    /// 10 to 19.
    case teen(Double)
    /// 20, 30 … 90.
    case tens(Double)
    case hundred
    /// 1,000 or 1,000,000.
    case scale(Double)
    case dozen
    case couple

    static let table: WordTable<NumberWord> = {
        var table: [String: NumberWord] = [
            "hundred": .hundred, "thousand": .scale(1000), "million": .scale(1_000_000), "dozen": .dozen,
            "couple": .couple,
        ]
        let units = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]
        for (value, word) in units.enumerated() { table[word] = .unit(Double(value)) }
        let teens = [
            "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen",
            "nineteen",
        ]
        for (index, word) in teens.enumerated() { table[word] = .teen(Double(index + 10)) }
        let tens = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
        for (index, word) in tens.enumerated() { table[word] = .tens(Double((index + 2) * 10)) }
        table["fourty"] = .tens(40)
        return WordTable(table)
    }()
}

/// A number in words, read from the left as far as it makes sense.
struct SpelledNumber {
    private enum Part { case nothing, unit, teen, tens, hundred, scale, joiner }

    private(set) var value: Double
    private(set) var end: Int

    /// Reads `twenty-five`, `a hundred and two`, `half a dozen`, `two point five` from a word on.
    init?(_ words: UtteranceWords, from start: Int) {
        if words[start] == "half", words[start + 1] == "a", words[start + 2] == "dozen", words.isSpaced(start)
        {
            self.init(value: 6, end: start + 3)
            return
        }
        var first = start
        if words[start] == "a" || words[start] == "an" {
            guard words.isSpaced(start), let word = NumberWord.table[words[start + 1]] else { return nil }
            switch word {
            case .hundred, .scale, .dozen, .couple: first += 1
            case .unit, .teen, .tens: return nil
            }
        }
        guard let number = Self.cardinal(words, from: first) else { return nil }
        self = number
        readDecimals(words)
    }

    private init(value: Double, end: Int) {
        self.value = value
        self.end = end
    }

    /// Reads units, tens, hundreds and scales in an order that makes one number.
    private static func cardinal(_ words: UtteranceWords, from start: Int) -> SpelledNumber? {
        var (total, current) = (0.0, 0.0)
        var last = Part.nothing
        var lowestScale = Double.infinity
        var index = start
        var end = start
        reading: while index < words.count, index == start || words.isConnected(index - 1) {
            if words[index] == "and", last == .hundred || last == .scale, isSmall(words[index + 1]) {
                last = .joiner
                index += 1
                continue
            }
            guard let word = NumberWord.table[words[index]] else { break }
            switch (word, last) {
            case (.unit(let value), .nothing), (.unit(let value), .hundred), (.unit(let value), .scale),
                (.unit(let value), .joiner):
                current += value
                last = .unit
            case (.unit(let value), .tens) where value > 0:
                current += value
                last = .unit
            case (.teen(let value), .nothing), (.teen(let value), .hundred), (.teen(let value), .scale),
                (.teen(let value), .joiner):
                current += value
                last = .teen
            case (.tens(let value), .nothing), (.tens(let value), .hundred), (.tens(let value), .scale),
                (.tens(let value), .joiner):
                current += value
                last = .tens
            case (.hundred, .nothing), (.hundred, .unit), (.hundred, .teen):
                guard current < 100 else { break reading }
                current = max(current, 1) * 100
                last = .hundred
            case (.scale(let scale), _) where last != .scale && last != .joiner && scale < lowestScale:
                total += max(current, 1) * scale
                current = 0
                lowestScale = scale
                last = .scale
            case (.dozen, .nothing), (.dozen, .unit), (.dozen, .teen):
                return SpelledNumber(value: max(current, 1) * 12, end: index + 1)
            case (.couple, .nothing):
                return SpelledNumber(value: 2, end: index + 1)
            default:
                break reading
            }
            index += 1
            end = index
        }
        return end > start ? SpelledNumber(value: total + current, end: end) : nil
    }

    private static func isSmall(_ word: String) -> Bool {
        switch NumberWord.table[word] {
        case .unit, .teen, .tens: true
        default: false
        }
    }

    /// Reads `point five` behind the number.
    private mutating func readDecimals(_ words: UtteranceWords) {
        guard words[end] == "point", words.isSpaced(end - 1) else { return }
        var index = end + 1
        var weight = 0.1
        var decimals = 0.0
        while case .unit(let digit)? = NumberWord.table[words[index]], words.isSpaced(index - 1) {
            decimals += digit * weight
            weight /= 10
            index += 1
        }
        guard index > end + 1 else { return }
        value += decimals
        end = index
    }
}
