// English, German and Dutch.
extension Locale {
    static let english = Locale(
        language: "en",
        numbers: Numbers(),
        dates: Dates(
            weekdays: ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"],
            onWeekdays: [
                "on Monday", "on Tuesday", "on Wednesday", "on Thursday", "on Friday", "on Saturday",
                "on Sunday",
            ],
            months: [
                "January", "February", "March", "April", "May", "June", "July", "August", "September",
                "October", "November", "December",
            ],
            relative: [nil, "yesterday", "today", "tomorrow", nil],
            // Without a region nobody can know whether 3/4 is in March or in April.
            short: "{d} {m} {y}"
        ),
        clock: .hours24(padded: true),
        and: "and",
        yes: "yes",
        no: "no",
        days: Unit(one: "day", other: "days"),
        hours: Unit(one: "hour", other: "hours"),
        minutes: Unit(one: "minute", other: "minutes")
    )

    static let german = Locale(
        language: "de",
        numbers: Numbers(
            decimal: ",",
            group: ".",
            percent: "\u{A0}%",
            leadsWithCurrency: false,
            currencySpace: "\u{A0}"
        ),
        dates: Dates(
            weekdays: [
                "Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag",
            ],
            onWeekdays: [
                "am Montag", "am Dienstag", "am Mittwoch", "am Donnerstag", "am Freitag", "am Samstag",
                "am Sonntag",
            ],
            months: [
                "Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober",
                "November", "Dezember",
            ],
            relative: ["vorgestern", "gestern", "heute", "morgen", "übermorgen"],
            long: "{w}, {d}. {m}",
            longWithYear: "{w}, {d}. {m} {y}",
            short: "{d}.{M}.{y}",
            at: " um ",
            yourTime: " Ihrer Zeit",
            onDate: "am "
        ),
        clock: .hours24(padded: true),
        and: "und",
        yes: "ja",
        no: "nein",
        days: Unit(one: "Tag", other: "Tage"),
        hours: Unit(one: "Stunde", other: "Stunden"),
        minutes: Unit(one: "Minute", other: "Minuten")
    )

    static let dutch = Locale(
        language: "nl",
        numbers: Numbers(decimal: ",", group: ".", currencySpace: "\u{A0}"),
        dates: Dates(
            weekdays: [
                "maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag",
            ],
            onWeekdays: [
                "op maandag", "op dinsdag", "op woensdag", "op donderdag", "op vrijdag", "op zaterdag",
                "op zondag",
            ],
            months: [
                "januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september",
                "oktober", "november", "december",
            ],
            relative: ["eergisteren", "gisteren", "vandaag", "morgen", "overmorgen"],
            short: "{d}-{M}-{y}",
            at: " om ",
            yourTime: " uw tijd",
            onDate: "op "
        ),
        clock: .hours24(padded: true),
        and: "en",
        yes: "ja",
        no: "nee",
        days: Unit(one: "dag", other: "dagen"),
        hours: Unit(one: "uur", other: "uur"),
        minutes: Unit(one: "minuut", other: "minuten")
    )
}
