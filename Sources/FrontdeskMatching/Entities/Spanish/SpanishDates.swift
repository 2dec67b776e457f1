/// Days in Spanish: `mañana`, `pasado mañana`, `el martes que viene`, `el 3 de mayo`, `dentro de 3 días`, `3/5/2026`.
///
/// Digits put the day first. An article or preposition in front is not part of the entity, except that of `en 3 días`.
enum SpanishDates {
    static let weekdays: WordTable<Int> = [
        "lunes": 1, "martes": 2, "miercoles": 3, "jueves": 4, "viernes": 5, "sabado": 6, "domingo": 7,
    ]

    static let months: WordTable<Int> = [
        "enero": 1, "febrero": 2, "marzo": 3, "abril": 4, "mayo": 5, "junio": 6, "julio": 7, "agosto": 8,
        "septiembre": 9, "setiembre": 9, "octubre": 10, "noviembre": 11, "diciembre": 12,
        "ene": 1, "feb": 2, "abr": 4, "jun": 6, "jul": 7, "ago": 8, "sept": 9, "oct": 10, "nov": 11,
        "dic": 12,
    ]

    /// The words without which an utterance holds no day.
    static let words: [String] =
        weekdays.keys.sorted() + months.keys.sorted()
        + [
            "hoy", "manana", "ayer", "anteayer", "antier", "anoche", "noche", "tarde", "dia", "dias",
            "semana",
            "semanas", "mes", "meses", "ano", "anos", "quincena",
        ]

    typealias Found = (value: DateExpression, tokens: Range<Int>)

    static func recognize(_ words: UtteranceWords, into readings: inout [EntityReading]) {
        var index = 0
        while index < words.count {
            guard let (value, tokens) = date(words, at: index) else {
                index += 1
                continue
            }
            readings.append(
                EntityReading(
                    .date,
                    .date,
                    tokens,
                    of: words,
                    value: .date(value)
                )
            )
            index = tokens.upperBound
        }
    }

    private static func date(_ words: UtteranceWords, at index: Int) -> Found? {
        workingDays(words, at: index) ?? relative(words, at: index) ?? distance(words, at: index) ?? numeric(
            words,
            at: index
        )
            ?? calendar(words, at: index).map { ($0.value, index..<$0.end) } ?? weekday(words, at: index)
            ?? period(words, at: index) ?? dayOfMonth(words, at: index)
    }

    // MARK: Relative days

    private static func relative(_ words: UtteranceWords, at index: Int) -> Found? {
        func found(_ days: Int, _ count: Int = 1) -> Found { (.days(days), index..<index + count) }
        switch words[index] {
        case "hoy": return found(0)
        case "pasado" where words[index + 1] == "manana": return found(2, 2)
        // "Por la mañana" is a part of the day.
        case "manana" where !["la", "esta", "cada"].contains(words[index - 1]): return found(1)
        case "anteayer", "antier": return found(-2)
        case "antes" where words[index + 1] == "de" && words[index + 2] == "ayer": return found(-2, 3)
        case "ayer", "anoche": return found(-1)
        case "esta" where ["manana", "tarde", "noche"].contains(words[index + 1]): return found(0, 2)
        default: return nil
        }
    }

    /// `dentro de 3 días`, `en una semana`, `hace dos meses`, `de aquí a un mes`.
    private static func distance(_ words: UtteranceWords, at index: Int) -> Found? {
        var place = index + 1
        let sign: Int
        switch words[index] {
        case "en": sign = 1
        case "hace": sign = -1
        case "dentro" where words[place] == "de":
            sign = 1
            place += 1
        default: return nil
        }
        if ["unos", "unas"].contains(words[place]) { place += 1 }
        guard words.isSpaced(place - 1), let (count, end) = count(words, at: place), words.isSpaced(end - 1),
            let value = length(words[end], sign * count)
        else { return nil }
        return (value, index..<end + 1)
    }

    /// `en 3 días laborables`, `dentro de dos días hábiles`, `en un plazo de 3 días hábiles`; without such words only as
    /// all that is said.
    private static func workingDays(_ words: UtteranceWords, at index: Int) -> Found? {
        var place = index
        switch words[index] {
        case "en":
            place +=
                words[index + 1] == "un" && words[index + 2] == "plazo" && words[index + 3] == "de" ? 4 : 1
        case "dentro" where words[index + 1] == "de": place += 2
        case let first
        where index == 0 && (first.isDigits || SpanishNumbers.belowHundred(words, at: 0) != nil): break
        default: return nil
        }
        guard let (count, end) = count(words, at: place), words.isSpaced(end - 1),
            words[end] == "dias" || words[end] == "dia", workingWords.contains(words[end + 1]),
            place > index || end + 2 == words.count
        else { return nil }
        return (.workingDays(count), index..<end + 2)
    }

    private static let workingWords: Set<String> = ["laborables", "laborable", "habiles", "habil"]

    private static func count(_ words: UtteranceWords, at index: Int) -> (value: Int, end: Int)? {
        if words[index].isDigits, words[index].utf8.count <= 3, let value = Int(words[index]) {
            return (value, index + 1)
        }
        return SpanishNumbers.belowHundred(words, at: index)
    }

    private static func length(_ unit: String, _ count: Int) -> DateExpression? {
        switch unit {
        case "dia", "dias": .days(count)
        case "semana", "semanas": .days(7 * count)
        case "quincena", "quincenas": .days(15 * count)
        case "mes", "meses": .months(count)
        case "ano", "anos": .months(12 * count)
        default: nil
        }
    }

    /// `la semana que viene`, `el próximo mes`, `el año pasado`.
    private static func period(_ words: UtteranceWords, at index: Int) -> Found? {
        if let sign = modifier(words[index]), let value = length(words[index + 1], sign),
            words.isSpaced(index)
        {
            return (value, index..<index + 2)
        }
        guard ["semana", "mes", "ano"].contains(words[index]),
            let (sign, end) = modifier(words, behind: index),
            let value = length(words[index], sign)
        else { return nil }
        return (value, index..<end)
    }

    private static func modifier(_ word: String) -> Int? {
        switch word {
        case "proximo", "proxima", "siguiente": 1
        case "pasado", "pasada": -1
        default: nil
        }
    }

    /// The `que viene`, `próximo` or `pasado` behind a noun.
    private static func modifier(_ words: UtteranceWords, behind index: Int) -> (sign: Int, end: Int)? {
        guard words.isSpaced(index) else { return nil }
        if words[index + 1] == "que", ["viene", "entra"].contains(words[index + 2]) { return (1, index + 3) }
        if words[index + 1] == "pasado", words[index + 2] == "manana" { return nil }
        return modifier(words[index + 1]).map { ($0, index + 2) }
    }

    // MARK: Days of the week and of the calendar

    private static func weekday(_ words: UtteranceWords, at index: Int) -> Found? {
        var place = index
        var reading = WeekdayReading.coming
        if words[place] == "este", words.isSpaced(place) {
            place += 1
        } else if let sign = modifier(words[place]), words.isSpaced(place) {
            reading = sign > 0 ? .following : .last
            place += 1
        }
        guard let day = weekdays[words[place]] else { return nil }
        var end = place + 1
        if place == index {
            // "El martes, 3 de mayo" is that day of the calendar.
            let next = words[end] == "dia" || words[end] == "el" ? end + 1 : end
            if let (value, dateEnd) = calendar(words, at: next) { return (value, index..<dateEnd) }
            if let (sign, next) = modifier(words, behind: place) {
                reading = sign > 0 ? .following : .last
                end = next
            } else if words[end] == "de", words[end + 1] == "la", isNextWeek(words, at: end + 2) {
                reading = .next
                end += words[end + 2] == "semana" && words[end + 3] == "que" ? 5 : 4
            }
        }
        return (.weekday(day, reading), index..<end)
    }

    private static func isNextWeek(_ words: UtteranceWords, at index: Int) -> Bool {
        if words[index] == "semana" { return modifier(words, behind: index)?.sign == 1 }
        return modifier(words[index]) == 1 && words[index + 1] == "semana"
    }

    /// `3 de mayo`, `tres de mayo de 2026`, `primero de mayo`, `3 mayo`.
    private static func calendar(_ words: UtteranceWords, at index: Int) -> (value: DateExpression, end: Int)?
    {
        guard var (day, place) = day(words, at: index) else { return nil }
        if words[place] == "de", words.isSpaced(place - 1) { place += 1 }
        guard words.isConnected(place - 1), let month = months[words[place]] else { return nil }
        place += 1
        var year: Int?
        let yearPlace = ["de", "del"].contains(words[place]) ? place + 1 : place
        if words.isConnected(place - 1) || words.gap(after: place - 1).elementsEqual(", ".utf8),
            let found = CalendarDate.year(words[yearPlace])
        {
            year = found
            place = yearPlace + 1
        }
        guard CalendarWords.isDay(day, month: month, year: year) else { return nil }
        day = max(1, day)
        return (.calendar(year: year, month: month, day: day), place)
    }

    private static func day(_ words: UtteranceWords, at index: Int) -> (day: Int, end: Int)? {
        let word = words[index]
        if word.isDigits, word.utf8.count <= 2, let day = Int(word), (1...31).contains(day) {
            let before = words.byte(before: words.ranges[index].lowerBound)
            return ".:/-".utf8.contains(before) ? nil : (day, index + 1)
        }
        if word == "primero" || word == "1o" { return (1, index + 1) }
        guard let (value, end) = SpanishNumbers.belowHundred(words, at: index), (1...31).contains(value)
        else {
            return nil
        }
        return (value, end)
    }

    /// `3/5`, `3/5/2026`, `03-05-26`: the day first.
    private static func numeric(_ words: UtteranceWords, at index: Int) -> Found? {
        guard words[index].isDigits, words[index].utf8.count <= 2, let day = Int(words[index]),
            !"-/.:#".utf8.contains(words.byte(before: words.ranges[index].lowerBound))
        else { return nil }
        for sign: Unicode.Scalar in ["/", "-"] where words.isJoined(index, by: sign) {
            guard words[index + 1].isDigits, words[index + 1].utf8.count <= 2,
                let month = Int(words[index + 1])
            else {
                return nil
            }
            var year: Int?
            var end = index + 2
            if words.isJoined(index + 1, by: sign) {
                let digits = words[index + 2]
                year = CalendarDate.year(digits)
                if year == nil, digits.isDigits, digits.utf8.count == 2 {
                    year = Int(digits).map { 2000 + $0 }
                }
                guard year != nil else { return nil }
                end = index + 3
            } else {
                // Without a year only a slash behind an article, or alone, makes a day.
                guard sign == "/", words.count == 2 || articles.contains(words[index - 1]) else { return nil }
            }
            guard CalendarWords.isDay(day, month: month, year: year) else { return nil }
            return (.calendar(year: year, month: month, day: day), index..<end)
        }
        return nil
    }

    private static let articles: Set<String> = ["el", "del", "al", "dia"]

    /// `el día 5`, `para el 5`.
    private static func dayOfMonth(_ words: UtteranceWords, at index: Int) -> Found? {
        let isNamed = words[index - 1] == "dia"
        let isMeant =
            ["el", "del", "al"].contains(words[index - 1])
            && (["para", "hasta", "desde", "antes", "del", "al"].contains(words[index - 2])
                || words.count == 2)
            && words.endsClause(index)
        guard isNamed || isMeant, words[index].isDigits || isNamed, let (day, end) = day(words, at: index),
            !words.isJoined(end - 1, by: "/"), !words.isJoined(end - 1, by: ":")
        else { return nil }
        return (.dayOfMonth(day), index..<end)
    }
}
