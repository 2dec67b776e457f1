package import FrontdeskMatching

// Days and times.
extension Locale {
    /// A day, `Wednesday 25 November`; with its year when that is not the current one.
    package func day(_ date: CivilDate, today: CivilDate) -> String {
        guard date.isValid else { return date.iso }
        return fill(date.year == today.year ? dates.long : dates.longWithYear, date)
    }

    /// A day with its year, `Wednesday 25 November 2026`.
    package func longDay(_ date: CivilDate) -> String {
        date.isValid ? fill(dates.longWithYear, date) : date.iso
    }

    /// A day in digits, in the region's order.
    package func shortDay(_ date: CivilDate) -> String {
        date.isValid ? fill(dates.short, date) : date.iso
    }

    /// The name of a day of the week.
    package func weekday(_ date: CivilDate) -> String {
        date.isValid ? dates.weekdays[date.weekday - 1] : date.iso
    }

    /// `yesterday`, `today`, `tomorrow` and their like where the language has a word for it, else the day.
    package func relativeDay(_ date: CivilDate, today: CivilDate) -> String {
        word(for: date, today: today) ?? day(date, today: today)
    }

    /// A time of day, `14:05` or `2:05 PM`.
    package func time(_ time: TimeOfDay) -> String {
        let minutes = Self.padded(time.minute)
        switch clock {
        case .hours24(let padded): return "\(padded ? Self.padded(time.hour) : String(time.hour)):\(minutes)"
        case .hours12(let am, let pm):
            let hour = time.hour % 12 == 0 ? 12 : time.hour % 12
            return "\(hour):\(minutes) \(time.hour < 12 ? am : pm)"
        }
    }

    /// An instant: `Monday at 09:00` within the coming six days, else with the date.
    package func instant(_ instant: Moment, today: CivilDate) -> String {
        let date = instant.date
        let distance = date.daysSinceEpoch - today.daysSinceEpoch
        let day = (0...6).contains(distance) ? weekday(date) : day(date, today: today)
        return day + at(instant.time)
    }

    /// When something opens, to go after a verb: `today at 14:00`, `on Monday at 09:00`.
    ///
    /// - Parameters:
    ///   - opening: When it opens, in the desk's zone.
    ///   - now: Now, in the customer's zone. Where the clocks of the two zones differ, the text gives the
    ///     customer's time and says so.
    package func opening(_ opening: Moment, now: Moment) -> String {
        let local = Moment(milliseconds: opening.milliseconds, zone: now.zone)
        let date = local.date
        let distance = date.daysSinceEpoch - now.date.daysSinceEpoch
        let day =
            word(for: date, today: now.date, within: 0...1)
            ?? ((2...6).contains(distance)
                ? dates.onWeekdays[date.weekday - 1] : dates.onDate + day(date, today: now.date))
        let differs =
            opening.zone.offset(at: opening.milliseconds) != now.zone.offset(at: opening.milliseconds)
        return day + at(local.time) + (differs ? dates.yourTime : "")
    }

    /// By when, to go after "by": `today at 14:00`, `tomorrow at 11:00`, `Monday at 11:00`.
    package func deadline(_ deadline: Moment, now: Moment) -> String {
        let local = Moment(milliseconds: deadline.milliseconds, zone: now.zone)
        guard let word = word(for: local.date, today: now.date, within: 0...1) else {
            return dates.byDay + instant(local, today: now.date)
        }
        return word + at(local.time)
    }

    private func word(
        for date: CivilDate,
        today: CivilDate,
        within range: ClosedRange<Int> = -2...2
    ) -> String? {
        let distance = date.daysSinceEpoch - today.daysSinceEpoch
        return range.contains(distance) ? dates.relative[distance + 2] : nil
    }

    private func at(_ time: TimeOfDay) -> String {
        let isOne = time.hour == 1
        return (isOne ? dates.atOne ?? dates.at : dates.at) + self.time(time)
    }

    private func fill(_ pattern: String, _ date: CivilDate) -> String {
        var result = ""
        var rest = Substring(pattern)
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            result += rest[..<open]
            result += part(rest[rest.index(after: open)..<close], pattern, date)
            rest = rest[rest.index(after: close)...]
        }
        return result + rest
    }

    private func part(_ name: Substring, _ pattern: String, _ date: CivilDate) -> String {
        switch name {
        case "w": dates.weekdays[date.weekday - 1]
        case "d":
            date.day == 1 && pattern.contains("{m}") ? dates.firstOfMonth : String(date.day)
        case "dd": Self.padded(date.day)
        case "m": dates.months[date.month - 1]
        case "M": String(date.month)
        case "MM": Self.padded(date.month)
        default: String(date.year)
        }
    }

    private static func padded(_ number: Int) -> String {
        number < 10 ? "0\(number)" : String(number)
    }
}
