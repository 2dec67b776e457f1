/// The words for units of time.
enum DurationWords {
    /// One unit: so many months, or so many milliseconds.
    static func units(inSpanish: Bool) -> UnitTable<TimeLength> { inSpanish ? both : english }

    private static let english: UnitTable<TimeLength> = {
        var table = UnitTable<TimeLength>()
        table.add(TimeLength(milliseconds: 1000), "second, seconds, sec, secs")
        table.addAttached(TimeLength(milliseconds: 1000), "s")
        table.add(TimeLength(milliseconds: 60_000), "minute, minutes, min, mins")
        table.add(TimeLength(milliseconds: 3_600_000), "hour, hours, hr, hrs, h")
        table.add(TimeLength(milliseconds: 86_400_000), "day, days")
        table.add(TimeLength(milliseconds: 7 * 86_400_000), "week, weeks, wk, wks")
        table.add(TimeLength(milliseconds: 14 * 86_400_000), "fortnight, fortnights")
        table.add(TimeLength(months: 1), "month, months")
        table.add(TimeLength(months: 12), "year, years, yr, yrs")
        return table
    }()

    private static let both: UnitTable<TimeLength> = {
        var table = english
        table.add(TimeLength(milliseconds: 1000), "segundo, segundos, seg")
        table.add(TimeLength(milliseconds: 60_000), "minuto, minutos")
        table.add(TimeLength(milliseconds: 3_600_000), "hora, horas, hs")
        table.add(TimeLength(milliseconds: 86_400_000), "dia, dias")
        table.add(TimeLength(milliseconds: 7 * 86_400_000), "semana, semanas")
        table.add(TimeLength(milliseconds: 15 * 86_400_000), "quincena, quincenas")
        table.add(TimeLength(months: 1), "mes, meses")
        table.add(TimeLength(months: 12), "ano, anos")
        return table
    }()
}

/// Finds lengths of time: `2 hours`, `1h30`, `two and a half days`, `an hour and twenty minutes`, `media hora`.
///
/// "Wait a second", "30 years old", "10 euros an hour" and "3 business days" hold none.
struct DurationRecognizer {
    let amounts: AmountReader

    private typealias Part = Measured<TimeLength>
    private var words: UtteranceWords { amounts.words }

    func recognize(into readings: inout [EntityReading]) {
        let units = DurationWords.units(inSpanish: amounts.readsSpanish)
        var reach = 0
        for index in amounts.starts where index >= reach {
            guard let (length, tokens, bytes) = length(at: index, units) else { continue }
            readings.append(
                EntityReading(.measure, .duration, tokens: tokens, bytes: bytes, value: .duration(length))
            )
            reach = tokens.upperBound
        }
    }

    private func length(
        at index: Int,
        _ units: UnitTable<TimeLength>
    ) -> (TimeLength, tokens: Range<Int>, bytes: Range<Int>)? {
        if let length = clock(words[index]), isFree(index) {
            return (length, index..<index + 1, words.span(of: index..<index + 1))
        }
        guard let first = amounts.read(at: index, units), isMeant(first), var total = Self.scaled(first)
        else {
            return nil
        }
        var (tokens, bytes) = (first.tokens, first.bytes)
        var smallest = first.unit
        while let next = following(tokens.upperBound, units), Self.isSmaller(next.unit, smallest),
            let length = Self.scaled(next)
        {
            total.months += length.months
            total.milliseconds += length.milliseconds
            smallest = next.unit
            tokens = tokens.lowerBound..<next.tokens.upperBound
            bytes = bytes.lowerBound..<next.bytes.upperBound
        }
        guard total != TimeLength() || !words[index].beginsWithDigit || first.value == 0 else { return nil }
        return (total, tokens, bytes)
    }

    /// The next part of `2 hours and 30 minutes`.
    private func following(_ end: Int, _ units: UnitTable<TimeLength>) -> Part? {
        guard end < words.count else { return nil }
        var place = end
        if ["and", "y", "con"].contains(words[place]), words.isSpaced(place - 1) {
            place += 1
        } else if !words.isSpaced(end - 1), !words.gap(after: end - 1).elementsEqual(", ".utf8) {
            return nil
        }
        guard place < words.count, let part = amounts.read(at: place, units), !part.isArticle else {
            return nil
        }
        return part
    }

    private static func isSmaller(_ unit: TimeLength, _ other: TimeLength) -> Bool {
        unit.approximateMilliseconds < other.approximateMilliseconds
    }

    /// So many of a unit; nil when it is too long, or no whole number of months.
    private static func scaled(_ part: Part) -> TimeLength? {
        guard part.value >= 0, part.value < 1e6 else { return nil }
        let months = Double(part.unit.months) * part.value
        guard months == months.rounded(.down) else {
            // Half a month is 15 days.
            let whole = months.rounded(.down)
            guard months - whole == 0.5 else { return nil }
            return TimeLength(months: Int(whole), milliseconds: 15 * 86_400_000)
        }
        return TimeLength(
            months: Int(months),
            milliseconds: Int64((Double(part.unit.milliseconds) * part.value).rounded())
        )
    }

    // MARK: One word

    /// `1h30`, `2h30m`, `1h30min`.
    private func clock(_ word: String) -> TimeLength? {
        let bytes = word.utf8
        guard bytes.count <= 9, let mark = bytes.firstIndex(of: UInt8(ascii: "h")), mark > bytes.startIndex,
            bytes[..<mark].allSatisfy(\.isDigit), let hours = Int64(Substring(bytes[..<mark]))
        else { return nil }
        let rest = bytes[bytes.index(after: mark)...]
        let digits = rest.prefix(while: \.isDigit)
        guard !digits.isEmpty, let minutes = Int64(Substring(digits)), minutes < 60,
            ["", "m", "min"].contains(String(Substring(rest.dropFirst(digits.count))))
        else { return nil }
        return TimeLength(milliseconds: hours * 3_600_000 + minutes * 60_000)
    }

    private func isFree(_ index: Int) -> Bool {
        !".,-/_:@#$".utf8.contains(words.byte(before: words.ranges[index].lowerBound))
    }

    // MARK: What is no length of time

    private func isMeant(_ part: Part) -> Bool {
        let (first, end) = (part.tokens.lowerBound, part.tokens.upperBound)
        let before = first > 0 && words.isSpaced(first - 1) ? words[first - 1] : ""
        let next = words.isConnected(end - 1) ? words[end] : ""
        // An age.
        if part.unit.months > 0, next == "old" || Self.ages.contains(before) { return false }
        if ["s"].contains(where: words[first].hasSuffix), words[first].beginsWithDigit,
            ["my", "the", "his", "her", "early", "late", "mid", "their"].contains(before)
        {
            return false
        }
        let isBrief = part.unit.milliseconds > 0 && part.unit.milliseconds <= 60_000
        if isBrief, part.value == 1, part.isArticle || ["one", "1"].contains(words[first]) {
            // A moment: "wait a second", "just a minute", "un segundo".
            let isMinute = part.unit.milliseconds == 60_000
            return isMinute && !Self.waits.contains(before) && first > 0
        }
        return true
    }

    private static let ages: Set<String> = ["tengo", "tiene", "cumple", "cumplo", "cumpli", "am", "aged"]
    private static let waits: Set<String> = [
        "wait", "just", "me", "on", "hold", "got", "have", "only", "please", "espera", "espere", "dame",
        "deme",
        "solo",
    ]
}
