/// Finds times of day: `3pm`, `3:30 p.m.`, `15:45`, `half past four`, `5 o'clock`, `noon`, `at 5`.
///
/// Without `am` or `pm`, `tonight` or "in the afternoon" behind it an hour stands for itself: "at 5" is 05:00. The "at" is
/// not part of the entity.
enum TimeRecognizer {
    static func recognize(_ words: UtteranceWords, into readings: inout [EntityReading]) {
        var reach = 0
        for index in words.starts where index >= reach {
            guard let (time, end) = time(words, at: index) else { continue }
            let tokens = index..<end
            readings.append(
                EntityReading(.time, .time, tokens, of: words, value: .time(time))
            )
            reach = end
        }
    }

    typealias Found = (time: TimeOfDay, end: Int)

    private static func time(_ words: UtteranceWords, at index: Int) -> Found? {
        switch words[index] {
        case "noon", "midday": return (TimeOfDay(hour: 12, minute: 0), index + 1)
        case "midnight": return (TimeOfDay(hour: 0, minute: 0), index + 1)
        default: return relative(words, at: index) ?? clock(words, at: index)
        }
    }

    // MARK: In words

    /// `half past four`, `quarter to nine`, `ten past two`, `20 minutes to 5`.
    private static func relative(_ words: UtteranceWords, at index: Int) -> Found? {
        var place = index
        if words[place] == "a", words[place + 1] == "quarter" { place += 1 }
        let minutes: Int
        switch words[place] {
        case "half": minutes = 30
        case "quarter": minutes = 15
        default:
            guard let (value, end) = small(words, at: place, upTo: 29), value > 0 else { return nil }
            minutes = value
            place = end - 1
        }
        place += 1
        let saysMinutes = words[place] == "minutes" || words[place] == "mins"
        if saysMinutes { place += 1 }
        let isBefore: Bool
        switch words[place] {
        case "past": isBefore = false
        case "after" where words[place - 1] == "quarter": isBefore = false
        case "to", "before", "til", "till":
            // "half to" is nothing, and "from ten to nine" is a stretch of time.
            let isClock = minutes % 5 == 0 || saysMinutes
            guard minutes != 30, isClock, !["from", "between"].contains(words[index - 1]) else { return nil }
            guard words[place] == "to" || minutes == 15 else { return nil }
            isBefore = true
        default: return nil
        }
        guard words.isSpaced(place - 1), words.isSpaced(place), let (hour, end) = hour(words, at: place + 1)
        else {
            return nil
        }
        let minute = isBefore ? 60 - minutes : minutes
        return halved(words, isBefore ? (hour == 0 ? 23 : hour - 1) : hour, minute, end)
    }

    /// A whole number in digits or in words up to a limit.
    private static func small(_ words: UtteranceWords, at index: Int, upTo limit: Int) -> (
        value: Int, end: Int
    )? {
        if words[index].isDigits, words[index].utf8.count <= 2, let value = Int(words[index]), value <= limit
        {
            return isPart(words, at: index) ? nil : (value, index + 1)
        }
        guard words[index] != "a", let spelled = SpelledNumber(words, from: index),
            spelled.value <= Double(limit),
            let value = Int(exactly: spelled.value), spelled.end > index
        else { return nil }
        return (value, spelled.end)
    }

    private static func hour(_ words: UtteranceWords, at index: Int) -> (hour: Int, end: Int)? {
        switch words[index] {
        case "noon", "midday": return (12, index + 1)
        case "midnight": return (24, index + 1)
        default: break
        }
        guard let (value, end) = small(words, at: index, upTo: 23) else {
            return attached(words[index]).map { ($0, index) }
        }
        return (value, end)
    }

    /// The hour of `4pm`, whose half is read again behind it.
    private static func attached(_ word: String) -> Int? {
        guard word.beginsWithDigit, word.hasSuffix("am") || word.hasSuffix("pm"), word.utf8.count <= 4 else {
            return nil
        }
        return Int(word.dropLast(2)).flatMap { (1...12).contains($0) ? $0 : nil }
    }

    // MARK: In digits

    /// `3pm`, `3:30`, `15:45:10`, `3.30 pm`, `5 o'clock`, `at 5`.
    private static func clock(_ words: UtteranceWords, at index: Int) -> Found? {
        if let hour = attached(words[index]), !isPart(words, at: index) {
            return halved(words, hour, 0, index)
        }
        guard let (hour, end) = small(words, at: index, upTo: 24) else { return nil }
        if words[index].isDigits, let found = withMinutes(words, hour, at: index) { return found }
        guard hour <= 23, words.isSpaced(end - 1) || end == words.count || words.endsClause(end - 1) else {
            return nil
        }
        if words[end] == "oclock" || words[end] == "o" && words[end + 1] == "clock" {
            return halved(words, hour, 0, words[end] == "o" ? end + 2 : end + 1)
        }
        if let half = half(words, at: end), half.isExact { return halved(words, hour, 0, end) }
        // A colon, a hyphen or a point ties the number to what follows.
        guard words[index - 1] == "at", words.isSpaced(index - 1), isFree(words, behind: end - 1) else {
            return nil
        }
        return halved(words, hour, 0, end)
    }

    private static func withMinutes(_ words: UtteranceWords, _ hour: Int, at index: Int) -> Found? {
        let isColon = words.isJoined(index, by: ":")
        guard isColon || words.isJoined(index, by: ".") else { return nil }
        let next = words[index + 1]
        if let minute = minute(String(next.prefix(2))), next.utf8.count == 4,
            next.hasSuffix("am") || next.hasSuffix("pm")
        {
            return halved(words, hour, minute, index + 1)
        }
        guard let minute = minute(next) else { return nil }
        var end = index + 2
        if isColon, words.isJoined(index + 1, by: ":"), Self.minute(words[end]) != nil { end += 1 }
        if end < words.count, ["-", ":", "/"].contains(where: { words.isJoined(end - 1, by: $0) }) {
            // "10:30-11:00" is two times; anything else that goes on is a code.
            guard words.isJoined(end - 1, by: "-"), words.isJoined(end, by: ":") else { return nil }
        }
        guard isColon || half(words, at: end)?.isExact == true else { return nil }
        return halved(words, hour, minute, end)
    }

    private static func minute(_ word: String) -> Int? {
        guard word.utf8.count == 2, word.isDigits, let minute = Int(word), minute < 60 else { return nil }
        return minute
    }

    /// Whether the number hangs on what stands before it.
    private static func isPart(_ words: UtteranceWords, at index: Int) -> Bool {
        let before = words.byte(before: words.ranges[index].lowerBound)
        if before == UInt8(ascii: "-"), index > 1, words.isJoined(index - 2, by: ":") { return false }
        if before == UInt8(ascii: "-"), index > 0, attached(words[index]) != nil, begins(words, at: index - 1)
        {
            return false
        }
        return "-.:/#$+".utf8.contains(before) || before == 0xAC || before == 0xA3
    }

    /// Whether a word is the `9am` or the `3` of `9am-5pm` and `3-5pm`.
    private static func begins(_ words: UtteranceWords, at index: Int) -> Bool {
        guard attached(words[index]) != nil || words[index].isDigits && words[index].utf8.count <= 2 else {
            return false
        }
        return !"-.:/#$+".utf8.contains(words.byte(before: words.ranges[index].lowerBound))
    }

    /// Whether a bare hour ends what is said: no noun follows that it could count.
    private static func isFree(_ words: UtteranceWords, behind index: Int) -> Bool {
        if index + 1 >= words.count { return true }
        if !words.isSpaced(index) {
            return words.gap(after: index).contains(UInt8(ascii: " "))
        }
        let next = words[index + 1]
        return followers.contains(next) || CalendarWords.weekdays[next] != nil
            || half(words, at: index + 1) != nil
    }

    private static let followers: WordTable<Void> = [
        "today", "tomorrow", "tonight", "on", "please", "and", "or", "if", "next", "this", "but", "thanks",
        "would",
        "works", "sharp", "is", "because", "then", "instead", "with", "for", "i", "we", "you", "latest",
    ]

    // MARK: Halves of the day

    private enum Half { case morning, afternoon }

    /// `am`, `p.m.`, `in the afternoon`, `at night`, `tonight`; exact ones leave no doubt that a time was said.
    private static func half(_ words: UtteranceWords, at index: Int) -> (half: Half, end: Int, isExact: Bool)?
    {
        switch words[index] {
        case "am": return (.morning, index + 1, true)
        case "pm": return (.afternoon, index + 1, true)
        case "a" where isM(words, behind: index): return (.morning, index + 2, true)
        case "p" where isM(words, behind: index): return (.afternoon, index + 2, true)
        case "in" where words[index + 1] == "the":
            switch words[index + 2] {
            case "morning": return (.morning, index + 3, false)
            case "afternoon", "evening": return (.afternoon, index + 3, false)
            default: return nil
            }
        case "at" where words[index + 1] == "night": return (.afternoon, index + 2, false)
        default: return nil
        }
    }

    /// Whether the `m` of `p.m.` or `p m` follows.
    private static func isM(_ words: UtteranceWords, behind index: Int) -> Bool {
        words[index + 1] == "m" && (words.isJoined(index, by: ".") || words.isSpaced(index))
    }

    /// The time with its half of the day, which may stand at `end`, be attached to that word, or be missing.
    static func halved(_ words: UtteranceWords, _ hour: Int, _ minute: Int, _ end: Int) -> Found? {
        var (hour, end) = (hour, end)
        if words[end].beginsWithDigit,
            words[end].hasSuffix("am") || words[end].hasSuffix("pm")
        {
            guard (1...12).contains(hour) || minute > 30 else { return nil }
            let isAfternoon = words[end].hasSuffix("pm")
            return (TimeOfDay(hour: hour % 12 + (isAfternoon ? 12 : 0), minute: minute), end + 1)
        }
        let isConnected = end > 0 && words.isSpaced(end - 1)
        if isConnected, let (half, halfEnd, isExact) = half(words, at: end) {
            guard (1...12).contains(hour) || !isExact else { return nil }
            if half == .afternoon, hour < 12 { hour += 12 }
            if half == .morning, hour == 12 { hour = 0 }
            if half == .afternoon, hour == 12, words[end] == "at" { hour = 0 }
            end = halfEnd
        } else if isConnected, words[end] == "tonight", hour < 12, hour >= 5 {
            hour += 12
        }
        if hour == 24 { hour = 0 }
        return hour < 24 ? (TimeOfDay(hour: hour, minute: minute), end) : nil
    }
}
