package import FrontdeskMatching

/// Days and times as people write them in English; ``Locale`` knows other languages.
package enum DateText {
    /// A day, `Wednesday 25 November`; with its year when that is not the current one.
    package static func day(_ date: CivilDate, today: CivilDate) -> String {
        Locale.english.day(date, today: today)
    }

    /// A time of day, `09:05`.
    package static func time(_ time: TimeOfDay) -> String {
        Locale.english.time(time)
    }

    /// An instant: `Monday at 09:00` within the coming six days, else with the date.
    package static func instant(_ instant: Moment, today: CivilDate) -> String {
        Locale.english.instant(instant, today: today)
    }

    /// When something opens, to go after a verb: `today at 14:00`, `tomorrow at 09:00`, `on Monday at 09:00`.
    package static func opening(_ opening: Moment, now: Moment) -> String {
        Locale.english.opening(opening, now: now)
    }

    /// By when, to go after "by": `today at 14:00`, `tomorrow at 11:00`, `Monday at 11:00`.
    package static func deadline(_ deadline: Moment, now: Moment) -> String {
        Locale.english.deadline(deadline, now: now)
    }
}
