// Polish.
extension Locale {
    static let polish = Locale(
        language: "pl",
        numbers: Numbers(
            decimal: ",",
            group: "\u{A0}",
            minimumGrouping: 2,
            leadsWithCurrency: false,
            currencySpace: "\u{A0}"
        ),
        dates: Dates(
            weekdays: ["poniedziałek", "wtorek", "środa", "czwartek", "piątek", "sobota", "niedziela"],
            onWeekdays: [
                "w poniedziałek", "we wtorek", "w środę", "w czwartek", "w piątek", "w sobotę", "w niedzielę",
            ],
            months: [
                "stycznia", "lutego", "marca", "kwietnia", "maja", "czerwca", "lipca", "sierpnia", "września",
                "października", "listopada", "grudnia",
            ],
            relative: ["przedwczoraj", "wczoraj", "dzisiaj", "jutro", "pojutrze"],
            long: "{w}, {d} {m}",
            longWithYear: "{w}, {d} {m} {y}",
            short: "{d}.{MM}.{y}",
            at: " o ",
            yourTime: " (czas lokalny)",
            onDate: ""
        ),
        clock: .hours24(padded: true),
        and: "i",
        yes: "tak",
        no: "nie",
        days: Unit(one: "dzień", few: "dni", many: "dni", other: "dnia"),
        hours: Unit(one: "godzina", few: "godziny", many: "godzin", other: "godziny"),
        minutes: Unit(one: "minuta", few: "minuty", many: "minut", other: "minuty")
    )
}
