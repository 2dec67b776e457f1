/// Times of day in Spanish: `a las tres y media`, `a la una menos cuarto`, `5 de la tarde`, `15h`, `mediodía`.
///
/// Without a half of the day an hour stands for itself: "a las 5" is 05:00. The "a las" is not part of the entity.
enum SpanishTimes {
    static let words = [
        "las", "la", "mediodia", "medianoche", "h", "hs", "hrs", "horas", "media", "cuarto", "punto",
    ]

    static func recognize(_ words: UtteranceWords, into readings: inout [EntityReading]) {
        var index = 0
        while index < words.count {
            guard let (time, end) = time(words, at: index) else {
                index += 1
                continue
            }
            let tokens = index..<end
            readings.append(
                EntityReading(.time, .time, tokens, of: words, value: .time(time))
            )
            index = end
        }
    }

    private static func time(_ words: UtteranceWords, at index: Int) -> (time: TimeOfDay, end: Int)? {
        switch words[index] {
        case "mediodia": return (TimeOfDay(hour: 12, minute: 0), index + 1)
        case "medianoche": return (TimeOfDay(hour: 0, minute: 0), index + 1)
        default: break
        }
        if let hour = attached(words[index]) { return (TimeOfDay(hour: hour, minute: 0), index + 1) }
        guard var (hour, end) = hour(words, at: index) else { return nil }
        let isLed = isLed(words, index, hour)
        var minute = 0
        if words.isJoined(end - 1, by: ":"), let value = minutes(words[end]) {
            (minute, end) = (value, end + 1)
        } else if let (shift, next) = shift(words, at: end), isLed {
            (minute, end) = (shift, next)
        }
        let half = half(words, at: end)
        let says = ["h", "hs", "hrs", "horas"].contains(words[end]) && words.isSpaced(end - 1)
        guard isLed || half != nil || says && words[index].isDigits && isLed else { return nil }
        if says { end += 1 }
        if words[end] == "en", words[end + 1] == "punto" { end += 2 }
        if let half = half ?? self.half(words, at: end) {
            end = half.end
            hour = halved(hour, half.name)
        }
        if minute < 0 { (hour, minute) = (hour == 0 ? 23 : hour - 1, 60 + minute) }
        return hour <= 24 ? (TimeOfDay(hour: hour % 24, minute: minute), end) : nil
    }

    /// Whether "las", or "la" before one o'clock, stands in front, and not as the article of a noun behind.
    private static func isLed(_ words: UtteranceWords, _ index: Int, _ hour: Int) -> Bool {
        guard words[index - 1] == (hour == 1 ? "la" : "las"), words.isSpaced(index - 1),
            leads.contains(words[index - 2]) || index == 1
        else { return false }
        return words.endsClause(index) || followers.contains(words[index + 1])
            || SpanishDates.weekdays[words[index + 1]] != nil
    }

    /// What can stand behind an hour; a noun would be what the number counts.
    private static let followers: Set<String> = [
        "y", "menos", "de", "por", "en", "o", "h", "hs", "hrs", "horas", "hoy", "manana", "pasado", "el",
        "la", "mejor",
        "gracias", "si", "me", "no", "que", "como", "para", "pero", "a", "hasta", "am", "pm", "porque",
        "estoy", "con",
    ]

    private static let leads: Set<String> = [
        "a", "sobre", "hacia", "desde", "hasta", "para", "son", "de", "y", "entre", "antes", "por", "es",
    ]

    private static func hour(_ words: UtteranceWords, at index: Int) -> (hour: Int, end: Int)? {
        if words[index].isDigits, words[index].utf8.count <= 2, let hour = Int(words[index]), hour <= 24 {
            let before = words.byte(before: words.ranges[index].lowerBound)
            return "-.:/#$".utf8.contains(before) ? nil : (hour, index + 1)
        }
        return SpanishNumbers.small[words[index]].flatMap { (0...24).contains($0) ? ($0, index + 1) : nil }
    }

    /// The hour of `15h`.
    private static func attached(_ word: String) -> Int? {
        guard word.beginsWithDigit, word.hasSuffix("h"), word.utf8.count <= 3 else { return nil }
        return Int(word.dropLast()).flatMap { (0...24).contains($0) ? $0 % 24 : nil }
    }

    private static func minutes(_ word: String) -> Int? {
        let digits = word.hasSuffix("h") ? String(word.dropLast()) : word
        guard digits.utf8.count == 2, digits.isDigits, let value = Int(digits), value < 60 else { return nil }
        return value
    }

    /// `y media`, `y cuarto`, `menos cuarto`, `y diez`, `menos veinte`; negative before the hour.
    private static func shift(_ words: UtteranceWords, at index: Int) -> (minutes: Int, end: Int)? {
        guard words[index] == "y" || words[index] == "menos", words.isSpaced(index - 1), words.isSpaced(index)
        else {
            return nil
        }
        let sign = words[index] == "y" ? 1 : -1
        switch words[index + 1] {
        case "media" where sign > 0: return (30, index + 2)
        case "cuarto": return (15 * sign, index + 2)
        default: break
        }
        if words[index + 1].isDigits, let value = minutes(words[index + 1]) {
            return (value * sign, index + 2)
        }
        guard let (value, end) = SpanishNumbers.belowHundred(words, at: index + 1), (1...59).contains(value)
        else {
            return nil
        }
        return (value * sign, end)
    }

    /// `de la mañana`, `de la tarde`, `por la noche`, `de la madrugada`, `am`, `pm`.
    private static func half(_ words: UtteranceWords, at index: Int) -> (name: String, end: Int)? {
        if ["am", "pm"].contains(words[index]) { return (words[index], index + 1) }
        guard words[index] == "de" || words[index] == "por", words[index + 1] == "la",
            ["manana", "tarde", "noche", "madrugada"].contains(words[index + 2])
        else { return nil }
        return (words[index + 2], index + 3)
    }

    private static func halved(_ hour: Int, _ half: String) -> Int {
        switch half {
        case "tarde", "pm": hour < 12 ? hour + 12 : hour
        case "noche": hour == 12 ? 0 : hour < 12 && hour >= 5 ? hour + 12 : hour
        default: hour == 12 ? 0 : hour
        }
    }
}
