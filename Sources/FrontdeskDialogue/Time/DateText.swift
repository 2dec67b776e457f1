package import FrontdeskMatching

/// Days and times as people write them.
package enum DateText {
    private static let weekdays = [
        "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
    ]
    private static let months = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
        "November", "December",
    ]

    /// The name of a day of the week, 1 (Monday) … 7.
    package static func weekday(_ number: Int) -> String {
        weekdays.indices.contains(number - 1) ? weekdays[number - 1] : ""
    }

    /// A day, `Wednesday 25 November`; with its year when that is not the current one.
    package static func day(_ date: CivilDate, today: CivilDate) -> String {
        guard date.isValid else { return date.iso }
        let text = "\(weekday(date.weekday)) \(date.day) \(months[date.month - 1])"
        return date.year == today.year ? text : "\(text) \(date.year)"
    }

    /// A time of day, `09:05`.
    package static func time(_ time: TimeOfDay) -> String {
        "\(twoDigits(time.hour)):\(twoDigits(time.minute))"
    }

    /// An instant: `Monday at 09:00` within the coming six days, else with the date.
    package static func instant(_ instant: Moment, today: CivilDate) -> String {
        let date = instant.date
        let distance = date.daysSinceEpoch - today.daysSinceEpoch
        let day = (0...6).contains(distance) ? weekday(date.weekday) : day(date, today: today)
        return "\(day) at \(time(instant.time))"
    }

    /// When something opens, to go after a verb: `today at 14:00`, `tomorrow at 09:00`, `on Monday at 09:00`, `on
    /// Monday 30 November at 09:00`.
    ///
    /// - Parameters:
    ///   - opening: When it opens, in the desk's zone.
    ///   - now: Now, in the customer's zone. Where the clocks of the two zones differ, the text gives the
    ///     customer's time and says so.
    package static func opening(_ opening: Moment, now: Moment) -> String {
        let local = Moment(milliseconds: opening.milliseconds, zone: now.zone)
        let today = now.date
        let date = local.date
        let day =
            switch date.daysSinceEpoch - today.daysSinceEpoch {
            case 0: "today"
            case 1: "tomorrow"
            case 2...6: "on \(weekday(date.weekday))"
            default: "on \(Self.day(date, today: today))"
            }
        let differs =
            opening.zone.offset(at: opening.milliseconds) != now.zone.offset(at: opening.milliseconds)
        return "\(day) at \(time(local.time))\(differs ? " your time" : "")"
    }

    /// By when, to go after "by": `today at 14:00`, `tomorrow at 11:00`, `Monday at 11:00`.
    package static func deadline(_ deadline: Moment, now: Moment) -> String {
        let local = Moment(milliseconds: deadline.milliseconds, zone: now.zone)
        switch local.date.daysSinceEpoch - now.date.daysSinceEpoch {
        case 0: return "today at \(time(local.time))"
        case 1: return "tomorrow at \(time(local.time))"
        default: return instant(local, today: now.date)
        }
    }

    private static func twoDigits(_ number: Int) -> String {
        number < 10 ? "0\(number)" : String(number)
    }
}
