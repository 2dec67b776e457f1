/// Finds amounts of money: `$5.50`, `€20`, `20 EUR`, `fifteen dollars`, `5 bucks`, `50p`, `5 euros and 20 cents`.
///
/// A plain `$` and "dollars" are US dollars, "pounds" are pounds sterling; cents alone are US cents.
enum MoneyRecognizer {
    static func recognize(
        _ words: UtteranceWords,
        _ numbers: [NumberReading],
        into readings: inout [EntityReading]
    ) {
        for number in numbers {
            if let reading = beforeNumber(words, number) ?? behindNumber(words, number) {
                readings.append(reading)
            }
        }
        for index in words.starts {
            if let reading = attached(words, at: index) { readings.append(reading) }
        }
    }

    // MARK: Where the currency stands

    /// `$5`, `EUR 20`, `US$5`.
    private static func beforeNumber(_ words: UtteranceWords, _ number: NumberReading) -> EntityReading? {
        let first = number.tokens.lowerBound
        if var (currency, start) = symbol(words, endingAt: number.bytes.lowerBound) {
            var tokens = number.tokens
            if currency == "USD", first > 0, words.ranges[first - 1].upperBound == start,
                let dollar = dollars[words[first - 1]]
            {
                currency = dollar
                start = words.ranges[first - 1].lowerBound
                tokens = first - 1..<tokens.upperBound
            }
            // "-€5", but not the hyphen of "EUR-€5".
            let isNegative =
                number.value > 0 && words.byte(before: start) == UInt8(ascii: "-")
                && words.byte(before: start - 1) == UInt8(ascii: " ")
            return reading(
                isNegative ? -number.value : number.value,
                currency,
                tokens: tokens,
                bytes: (isNegative ? start - 1 : start)..<number.bytes.upperBound
            )
        }
        guard first > 0, words.isSpaced(first - 1), let currency = codes[words[first - 1]] else { return nil }
        return reading(
            number.value,
            currency,
            tokens: first - 1..<number.tokens.upperBound,
            bytes: words.ranges[first - 1].lowerBound..<number.bytes.upperBound
        )
    }

    /// `20€`, `20 euros`, `5 euros and 20 cents`.
    private static func behindNumber(_ words: UtteranceWords, _ number: NumberReading) -> EntityReading? {
        let start = number.bytes.lowerBound
        if let (currency, end) = symbol(words, startingAt: number.bytes.upperBound) {
            return reading(number.value, currency, tokens: number.tokens, bytes: start..<end)
        }
        let next = number.tokens.upperBound
        guard words.isConnected(next - 1) else { return nil }
        let word = words[next]
        if let currency = codes[word] ?? Self.words[word] {
            let (minor, end) = cents(words, behind: next)
            return reading(
                number.value + minor,
                currency,
                tokens: number.tokens.lowerBound..<end,
                bytes: start..<words.ranges[end - 1].upperBound
            )
        }
        guard word != "p", let currency = minorWords[word] else { return nil }
        return reading(
            number.value / 100,
            currency,
            tokens: number.tokens.lowerBound..<next + 1,
            bytes: start..<words.ranges[next].upperBound
        )
    }

    /// The `and 20 cents` behind a currency word, in major units, and where it ends.
    private static func cents(_ words: UtteranceWords, behind index: Int) -> (amount: Double, end: Int) {
        var place = index + 1
        if ["and", "con", "y"].contains(words[place]) { place += 1 }
        guard words.isSpaced(index), words[place].isDigits, words[place].utf8.count <= 2,
            let amount = Double(words[place]), words.isSpaced(place), minorWords[words[place + 1]] != nil
        else { return (0, index + 1) }
        return (amount / 100, place + 2)
    }

    /// One word of digits and letters: `20eur`, `50p`.
    private static func attached(_ words: UtteranceWords, at index: Int) -> EntityReading? {
        let word = words[index]
        guard let split = word.utf8.firstIndex(where: { !$0.isDigit }), split > word.startIndex else {
            return nil
        }
        let digits = word[..<split]
        let unit = String(word[split...])
        guard digits.utf8.count <= 9, var amount = Double(digits) else { return nil }
        var tokens = index..<index + 1
        let before = words.byte(before: words.ranges[index].lowerBound)
        if index > 0, words.isJoined(index - 1, by: "."), words[index - 1].isDigits,
            let joined = Double(words[index - 1] + "." + digits)
        {
            amount = joined
            tokens = index - 1..<index + 1
        } else if "-.,:/#".utf8.contains(before) {
            return nil
        }
        if let currency = codes[unit] ?? Self.words[unit] {
            return reading(amount, currency, tokens: tokens, bytes: words.span(of: tokens))
        }
        guard unit == "p" || unit == "ct" || unit == "cents", tokens.count == 1,
            let currency = minorWords[unit]
        else {
            return nil
        }
        return reading(amount / 100, currency, tokens: tokens, bytes: words.span(of: tokens))
    }

    // MARK: Amounts

    private static func reading(
        _ amount: Double,
        _ currency: String,
        tokens: Range<Int>,
        bytes: Range<Int>
    ) -> EntityReading? {
        guard abs(amount) < 1e12 else { return nil }
        let scaled = amount * (withoutMinorUnit.contains(currency) ? 1 : 100)
        // Half a minor unit rounds away from zero, as people do.
        let units = Int(scaled < 0 ? scaled - 0.5 : scaled + 0.5)
        return EntityReading(
            .money,
            .money,
            tokens: tokens,
            bytes: bytes,
            value: .money(Money(minorUnits: units, currency: currency))
        )
    }

    /// The currency sign right before an offset, with at most one space between.
    private static func symbol(_ words: UtteranceWords, endingAt end: Int) -> (currency: String, start: Int)?
    {
        let hasSpace = end > 1 && words.byte(before: end) == UInt8(ascii: " ")
        let edge = hasSpace ? end - 1 : end
        for (sign, currency) in symbols where words.bytes[..<edge].suffix(sign.count).elementsEqual(sign) {
            return (currency, edge - sign.count)
        }
        return nil
    }

    /// The currency sign at an offset, with at most one space between.
    private static func symbol(_ words: UtteranceWords, startingAt start: Int) -> (
        currency: String, end: Int
    )? {
        let edge = words.byte(at: start) == UInt8(ascii: " ") ? start + 1 : start
        guard edge < words.bytes.count else { return nil }
        for (sign, currency) in symbols where words.bytes[edge...].starts(with: sign) {
            let end = edge + sign.count
            // In "5 $10" the sign belongs to the next number.
            if ByteSet.digits.contains(words.byte(at: end)) { return nil }
            return (currency, end)
        }
        return nil
    }

    private static let symbols: [(sign: [UInt8], currency: String)] = [
        ("$", "USD"), ("€", "EUR"), ("£", "GBP"), ("¥", "JPY"), ("₹", "INR"),
    ].map { (Array($0.0.utf8), $0.1) }

    /// What stands before `$` for a dollar other than that of the United States.
    private static let dollars = [
        "us": "USD", "a": "AUD", "au": "AUD", "c": "CAD", "ca": "CAD", "nz": "NZD", "hk": "HKD",
    ]

    private static let codes: WordTable<String> = {
        let known = [
            "EUR", "USD", "GBP", "CHF", "JPY", "AUD", "CAD", "NZD", "HKD", "SGD", "SEK", "NOK", "DKK", "PLN",
            "CZK",
            "HUF", "RON", "INR", "CNY", "BRL", "MXN", "ZAR",
        ]
        return WordTable(Dictionary(uniqueKeysWithValues: known.map { ($0.lowercased(), $0) }))
    }()

    private static let words: WordTable<String> = [
        "euro": "EUR", "euros": "EUR", "dollar": "USD", "dollars": "USD", "buck": "USD", "bucks": "USD",
        "pound": "GBP", "pounds": "GBP", "quid": "GBP", "yen": "JPY", "rupee": "INR", "rupees": "INR",
        "franc": "CHF", "francs": "CHF", "zloty": "PLN",
        "dolar": "USD", "dolares": "USD", "libra": "GBP", "libras": "GBP",
        "pavo": "EUR", "pavos": "EUR",
    ]

    private static let minorWords: WordTable<String> = [
        "cent": "USD", "cents": "USD", "ct": "EUR", "pence": "GBP", "penny": "GBP", "p": "GBP",
        "centimo": "EUR", "centimos": "EUR",
    ]

    private static let withoutMinorUnit: Set<String> = ["JPY", "HUF"]
}
