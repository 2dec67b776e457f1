import FrontdeskDialogue

/// How long to wait before a request is made again.
enum Backoff {
    /// The wait before a try, drawn evenly from nothing to a limit that doubles each time ("full jitter").
    ///
    /// - Parameters:
    ///   - retry: Which further try it is, from 1.
    ///   - random: 0 up to, but not including, 1.
    /// - Returns: Milliseconds.
    static func wait(before retry: Int, _ rule: RemoteTerms.Retry, random: Double) -> Int64 {
        var limit = rule.wait
        for _ in 1..<max(retry, 1) where limit < rule.longestWait { limit *= 2 }
        return Int64(Double(min(limit, rule.longestWait)) * min(max(random, 0), 1))
    }

    /// What `Retry-After` asks for (RFC 9110, section 10.2.3), in milliseconds from now; nil when it cannot be read.
    static func asked(_ header: String, now: Int64) -> Int64? {
        let text = header.split(separator: " ").joined(separator: " ")
        if let seconds = Int64(text) { return seconds >= 0 ? min(seconds, 86_400) * 1000 : nil }
        return HTTPDate.milliseconds(of: text).map { max(0, $0 - now) }
    }
}

/// Dates of HTTP: `Sun, 06 Nov 1994 08:49:37 GMT`.
enum HTTPDate {
    private static let months = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]

    /// Milliseconds since 1970; nil when it is none of the preferred form.
    static func milliseconds(of text: String) -> Int64? {
        let words = text.split(separator: " ")
        guard words.count == 6, words[5] == "GMT", let day = Int(words[1]),
            let month = months.firstIndex(of: String(words[2])), let year = Int(words[3])
        else { return nil }
        let clock = words[4].split(separator: ":").compactMap { Int64($0) }
        let date = CivilDate(year: year, month: month + 1, day: day)
        guard clock.count == 3, date.isValid, (0..<24).contains(clock[0]), (0..<60).contains(clock[1]),
            (0...60).contains(clock[2])
        else { return nil }
        let seconds = Int64(date.daysSinceEpoch) * 86_400 + clock[0] * 3600 + clock[1] * 60 + clock[2]
        return seconds * 1000
    }
}
