/// Finds quantities with units: `2.5 kg`, `80cm`, `half a litre`, `6 lb 4 oz`, `-5 °C`, `500 GB`, `medio kilo`.
///
/// The parts of `6 lb 4 oz` are one quantity in the first unit. Only temperatures can be negative. An article counts as
/// one only before a unit that is nothing else ("a kilo", but not "a foot").
struct QuantityRecognizer {
    let amounts: AmountReader
    let requested: RequestedEntities

    private typealias Part = Measured<MeasureUnit>
    private var words: UtteranceWords { amounts.words }

    func recognize(into readings: inout [EntityReading]) {
        let units = MeasureWords.units(inSpanish: amounts.readsSpanish)
        var reach = 0
        for index in amounts.starts where index >= reach {
            guard let part = quantity(at: index, units), isMeant(part) else { continue }
            if requested.contains(part.unit.dimension) { readings.append(reading(part)) }
            reach = part.tokens.upperBound
        }
    }

    private func reading(_ part: Part) -> EntityReading {
        EntityReading(
            .measure,
            type: part.unit.dimension.rawValue,
            tokens: part.tokens,
            bytes: part.bytes,
            value: .quantity(Quantity(amount: part.value, unit: part.unit))
        )
    }

    private func quantity(at index: Int, _ units: UnitTable<MeasureUnit>) -> Part? {
        if let part = degrees(at: index) { return part }
        guard var part = amounts.read(at: index, units) else { return nil }
        guard let next = following(part.tokens.upperBound, units),
            Self.smaller[part.unit]?.contains(next.unit) == true,
            next.value * next.unit.factor < part.unit.factor
        else { return part }
        // Thousandths, so that 6 lb 4 oz is 6.25 lb to the last digit.
        let rest = next.value * next.unit.factor / part.unit.factor
        part.value += (rest * 1e9).rounded() / 1e9
        part.tokens = part.tokens.lowerBound..<next.tokens.upperBound
        part.bytes = part.bytes.lowerBound..<next.bytes.upperBound
        return part
    }

    /// The next part of `6 lb 4 oz`.
    private func following(_ end: Int, _ units: UnitTable<MeasureUnit>) -> Part? {
        guard end < words.count, words.isSpaced(end - 1) else { return nil }
        let place = ["and", "y", "con"].contains(words[end]) ? end + 1 : end
        guard place < words.count, let part = amounts.read(at: place, units), !part.isArticle else {
            return nil
        }
        return part
    }

    private static let smaller: [MeasureUnit: Set<MeasureUnit>] = [
        .kilogram: [.gram], .pound: [.ounce], .stone: [.pound], .tonne: [.kilogram], .foot: [.inch],
        .metre: [.centimetre, .millimetre], .kilometre: [.metre], .litre: [.millilitre, .centilitre],
        .mile: [.yard], .yard: [.foot, .inch], .gallon: [.pint],
    ]

    // MARK: Signs of degrees

    /// `30°C`, `-5 °`, `86°F`; a sign without a letter means Celsius.
    private func degrees(at index: Int) -> Part? {
        guard let number = amounts.numbers.number(at: index) else {
            return ordinalSign(at: index)
        }
        var edge = number.bytes.upperBound
        if words.byte(at: edge) == UInt8(ascii: " ") { edge += 1 }
        guard edge < words.bytes.count, words.bytes[edge...].starts(with: Self.sign) else { return nil }
        edge += Self.sign.count
        let next = number.tokens.upperBound
        guard let (unit, end) = scale(at: next, from: edge) else {
            return Part(
                value: number.value,
                unit: .celsius,
                tokens: number.tokens,
                bytes: number.bytes.lowerBound..<edge
            )
        }
        return Part(
            value: number.value,
            unit: unit,
            tokens: number.tokens.lowerBound..<next + 1,
            bytes: number.bytes.lowerBound..<end
        )
    }

    /// The letter behind a sign of degrees.
    private func scale(at index: Int, from edge: Int) -> (MeasureUnit, end: Int)? {
        guard index < words.count, words.ranges[index].lowerBound <= edge + 1 else { return nil }
        switch words[index] {
        case "c", "celsius": return (.celsius, words.ranges[index].upperBound)
        case "f", "fahrenheit": return (.fahrenheit, words.ranges[index].upperBound)
        default: return nil
        }
    }

    /// `30ºC` with the sign of Spanish ordinals, which is folded to an o.
    private func ordinalSign(at index: Int) -> Part? {
        let word = words[index]
        guard word.beginsWithDigit, word.utf8.count <= 5 else { return nil }
        let unit: MeasureUnit
        if word.utf8.suffix(2).elementsEqual("oc".utf8) {
            unit = .celsius
        } else if word.utf8.suffix(2).elementsEqual("of".utf8) {
            unit = .fahrenheit
        } else {
            return nil
        }
        guard let value = Double(word.dropLast(2)),
            !words.text.originalText(words.tokens[index].span).utf8.contains(UInt8(ascii: "o"))
        else { return nil }
        return Part(value: value, unit: unit, tokens: index..<index + 1, bytes: words.ranges[index])
    }

    private static let sign = Array("°".utf8)

    // MARK: What is no quantity

    private func isMeant(_ part: Part) -> Bool {
        if part.value < 0, part.unit.dimension != .temperature { return false }
        if part.isArticle { return Self.single.contains(part.unit) }
        let (first, end) = (part.tokens.lowerBound, part.tokens.upperBound)
        // "20 degrees" of a corner, "5 pies" of a baker and "400 meter race" stay what they look like.
        if ["angle", "turn", "rotation"].contains(words[end]) { return false }
        return first == 0 || !words.isJoined(first - 1, by: "-") || part.unit.dimension == .temperature
            || words[first - 1].beginsWithDigit
    }

    private static let single: Set<MeasureUnit> = [
        .milligram, .gram, .kilogram, .tonne, .ounce, .pound, .millimetre, .centimetre, .metre, .kilometre,
        .mile,
        .inch, .millilitre, .litre, .pint, .gallon, .megabyte, .gigabyte, .terabyte, .squareMetre, .hectare,
        .acre,
    ]
}
