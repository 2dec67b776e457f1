import FrontdeskDialogue
import FrontdeskMatching
import Testing

@Suite("Numbers, money, dates, times and lists of each language")
struct LocaleTests {
    /// Sunday 22 November 2026.
    static let today = CivilDate(year: 2026, month: 11, day: 22)
    static let wednesday = CivilDate(year: 2026, month: 11, day: 25)

    /// Spaces that do not break are shown as `~` (U+00A0) and `^` (U+202F).
    static func shown(_ text: String) -> String {
        String(
            text.map { character in
                character == "\u{A0}" ? "~" : character == "\u{202F}" ? "^" : character
            }
        )
    }

    @Test(
        "Numbers and amounts",
        arguments: [
            ("en", "1,234.5", "1,234,567.125", "€1,234.50", "-€5.00", "15%"),
            ("en-US", "1,234.5", "1,234,567.125", "€1,234.50", "-€5.00", "15%"),
            ("es", "1234,5", "1.234.567,125", "1234,50~€", "-5,00~€", "15~%"),
            ("es-MX", "1,234.5", "1,234,567.125", "€1,234.50", "-€5.00", "15%"),
            ("de", "1.234,5", "1.234.567,125", "1.234,50~€", "-5,00~€", "15~%"),
            ("de-AT", "1~234,5", "1~234~567,125", "€~1~234,50", "-€~5,00", "15~%"),
            ("de-CH", "1’234.5", "1’234’567.125", "€~1’234.50", "-€~5.00", "15%"),
            ("fr", "1^234,5", "1^234^567,125", "1^234,50~€", "-5,00~€", "15~%"),
            ("it", "1.234,5", "1.234.567,125", "1.234,50~€", "-5,00~€", "15%"),
            ("pt", "1.234,5", "1.234.567,125", "€~1.234,50", "-€~5,00", "15%"),
            ("pt-PT", "1234,5", "1~234~567,125", "1234,50~€", "-5,00~€", "15%"),
            ("nl", "1.234,5", "1.234.567,125", "€~1.234,50", "-€~5,00", "15%"),
            ("pl", "1234,5", "1~234~567,125", "1234,50~€", "-5,00~€", "15%"),
            ("sv", "1,234.5", "1,234,567.125", "€1,234.50", "-€5.00", "15%"),
        ]
    )
    func numbers(
        tag: String,
        small: String,
        large: String,
        amount: String,
        debt: String,
        share: String
    ) {
        let locale = Locale.of(tag)
        #expect(Self.shown(locale.number(1234.5)) == small)
        #expect(Self.shown(locale.number(1_234_567.125)) == large)
        #expect(Self.shown(locale.money(Money(minorUnits: 123_450, currency: "EUR"))) == amount)
        #expect(Self.shown(locale.money(Money(minorUnits: -500, currency: "EUR"))) == debt)
        #expect(locale.percent(0.15).map(Self.shown) == share)
    }

    @Test(
        "Other currencies",
        arguments: [
            ("en", "USD", "49.90 USD"), ("en-US", "USD", "$49.90"), ("es", "USD", "49,90~USD"),
            ("es-MX", "MXN", "$49.90"), ("de", "CHF", "49,90~CHF"), ("en-GB", "GBP", "£49.90"),
            ("en", "JPY", "4,990 JPY"), ("de", "KWD", "4,990~KWD"), ("en", "", "49.90"),
        ]
    )
    func currencies(tag: String, code: String, text: String) {
        #expect(Self.shown(Locale.of(tag).money(Money(minorUnits: 4990, currency: code))) == text)
    }

    @Test(
        "Days",
        arguments: [
            ("en", "Wednesday 25 November", "Wednesday 25 November 2026", "25 November 2026"),
            ("en-GB", "Wednesday 25 November", "Wednesday 25 November 2026", "25/11/2026"),
            ("en-US", "Wednesday, November 25", "Wednesday, November 25, 2026", "11/25/2026"),
            ("es", "miércoles 25 de noviembre", "miércoles 25 de noviembre de 2026", "25/11/2026"),
            ("de", "Mittwoch, 25. November", "Mittwoch, 25. November 2026", "25.11.2026"),
            ("fr", "mercredi 25 novembre", "mercredi 25 novembre 2026", "25/11/2026"),
            ("it", "mercoledì 25 novembre", "mercoledì 25 novembre 2026", "25/11/2026"),
            ("pt", "quarta-feira, 25 de novembro", "quarta-feira, 25 de novembro de 2026", "25/11/2026"),
            ("nl", "woensdag 25 november", "woensdag 25 november 2026", "25-11-2026"),
            ("pl", "środa, 25 listopada", "środa, 25 listopada 2026", "25.11.2026"),
        ]
    )
    func days(tag: String, day: String, long: String, short: String) {
        let locale = Locale.of(tag)
        #expect(locale.day(Self.wednesday, today: Self.today) == day)
        #expect(locale.longDay(Self.wednesday) == long)
        #expect(locale.shortDay(Self.wednesday) == short)
        #expect(locale.day(Self.wednesday, today: CivilDate(year: 2025, month: 1, day: 1)) == long)
    }

    @Test(
        "The first of a month, and days without a year of their own",
        arguments: [
            ("fr", "mardi 1er décembre", "01/12/2026"), ("it", "martedì 1º dicembre", "1/12/2026"),
            ("pt", "terça-feira, 1º de dezembro", "01/12/2026"), ("de", "Dienstag, 1. Dezember", "1.12.2026"),
            ("en-US", "Tuesday, December 1", "12/1/2026"), ("es", "martes 1 de diciembre", "1/12/2026"),
        ]
    )
    func firstOfMonth(tag: String, day: String, short: String) {
        let first = CivilDate(year: 2026, month: 12, day: 1)
        #expect(Locale.of(tag).day(first, today: Self.today) == day)
        #expect(Locale.of(tag).shortDay(first) == short)
    }

    @Test(
        "Days that have a word",
        arguments: [
            ("en", ["Friday 20 November", "yesterday", "today", "tomorrow", "Tuesday 24 November"]),
            ("es", ["anteayer", "ayer", "hoy", "mañana", "pasado mañana"]),
            ("de", ["vorgestern", "gestern", "heute", "morgen", "übermorgen"]),
            ("fr", ["avant-hier", "hier", "aujourd’hui", "demain", "après-demain"]),
            ("it", ["l’altro ieri", "ieri", "oggi", "domani", "dopodomani"]),
            ("pt", ["anteontem", "ontem", "hoje", "amanhã", "depois de amanhã"]),
            ("nl", ["eergisteren", "gisteren", "vandaag", "morgen", "overmorgen"]),
            ("pl", ["przedwczoraj", "wczoraj", "dzisiaj", "jutro", "pojutrze"]),
        ]
    )
    func relativeDays(tag: String, words: [String]) {
        let locale = Locale.of(tag)
        let told = (-2...2).map { locale.relativeDay(Self.today.adding(days: $0), today: Self.today) }
        #expect(told == words)
    }

    @Test(
        "Times, openings and deadlines",
        arguments: [
            ("en", "09:05", "on Monday at 09:05", "Monday at 09:05", "on Monday 7 December at 01:00"),
            (
                "en-US", "9:05 AM", "on Monday at 9:05 AM", "Monday at 9:05 AM",
                "on Monday, December 7 at 1:00 AM"
            ),
            ("es", "9:05", "el lunes a las 9:05", "el lunes a las 9:05", "el lunes 7 de diciembre a la 1:00"),
            ("de", "09:05", "am Montag um 09:05", "Montag um 09:05", "am Montag, 7. Dezember um 01:00"),
            ("fr", "09:05", "lundi à 09:05", "lundi à 09:05", "lundi 7 décembre à 01:00"),
            ("it", "09:05", "lunedì alle 09:05", "lunedì alle 09:05", "lunedì 7 dicembre all’01:00"),
            (
                "pt", "09:05", "na segunda-feira às 09:05", "segunda-feira às 09:05",
                "segunda-feira, 7 de dezembro à 01:00"
            ),
            ("nl", "09:05", "op maandag om 09:05", "maandag om 09:05", "op maandag 7 december om 01:00"),
            (
                "pl", "09:05", "w poniedziałek o 09:05", "poniedziałek o 09:05",
                "poniedziałek, 7 grudnia o 01:00"
            ),
        ]
    )
    func times(tag: String, time: String, opening: String, deadline: String, far: String) {
        let locale = Locale.of(tag)
        let now = Moment("2026-11-20 12:00")
        let monday = Moment("2026-11-23 09:05")
        #expect(locale.time(TimeOfDay(hour: 9, minute: 5)) == time)
        #expect(locale.opening(monday, now: now) == opening)
        #expect(locale.deadline(monday, now: now) == deadline)
        #expect(locale.opening(Moment("2026-12-07 01:00"), now: now) == far)
    }

    @Test("Noon and midnight on a clock with twelve hours")
    func twelveHours() {
        let locale = Locale.of("en-US")
        let times = [(0, "12:30 AM"), (1, "1:30 AM"), (12, "12:30 PM"), (13, "1:30 PM"), (23, "11:30 PM")]
        for (hour, text) in times { #expect(locale.time(TimeOfDay(hour: hour, minute: 30)) == text) }
    }

    @Test(
        "Lists",
        arguments: [
            ("en", ["A", "B", "C"], "A, B and C"), ("en", ["A", "B"], "A and B"), ("en", ["A"], "A"),
            ("en", [], ""), ("es", ["A", "B", "C"], "A, B y C"),
            ("es", ["padres", "hijos"], "padres e hijos"),
            ("es", ["Juan", "Inés"], "Juan e Inés"), ("es", ["agua", "hielo"], "agua y hielo"),
            ("es", ["rosas", "yedras"], "rosas y yedras"), ("es", ["vaso", "ídolo"], "vaso e ídolo"),
            ("de", ["A", "B", "C"], "A, B und C"), ("fr", ["A", "B"], "A et B"), ("it", ["A", "B"], "A e B"),
            ("pt", ["A", "B"], "A e B"), ("nl", ["A", "B"], "A en B"), ("pl", ["A", "B"], "A i B"),
        ]
    )
    func lists(tag: String, members: [String], text: String) {
        #expect(Locale.of(tag).list(members) == text)
    }

    @Test(
        "Lengths of time",
        arguments: [
            ("en", 1.0, "1 minute"), ("en", 0, "0 minutes"), ("en", 150, "2 hours 30 minutes"),
            ("en", 1501, "1 day 1 hour"), ("en", 2880, "2 days"), ("es", 61, "1 hora 1 minuto"),
            ("de", 120, "2 Stunden"), ("fr", 90, "1 heure 30 minutes"), ("it", 2, "2 minuti"),
            ("pt", 2, "2 minutos"), ("nl", 180, "3 uur"), ("pl", 1, "1 minuta"), ("pl", 3, "3 minuty"),
            ("pl", 5, "5 minut"), ("pl", 7200, "5 dni"),
        ]
    )
    func durations(tag: String, minutes: Double, text: String) {
        #expect(Locale.of(tag).duration(minutes: minutes) == text)
        #expect(Locale.of(tag).duration(minutes: -1) == nil)
    }

    @Test(
        "Plural categories by the rules of CLDR",
        arguments: [
            ("en", PluralCategory.one, [1.0, -1], PluralCategory.other, [0, 1.5, 2, 11, 1_000_000]),
            ("de", .one, [1], .other, [0, 1.5, 2, 1_000_000]),
            ("nl", .one, [1], .other, [0, 1.5, 2]),
            ("es", .one, [1], .other, [0, 1.5, 2, 1_000_001]),
            ("es", .many, [1_000_000, 2_000_000], .other, [999_999]),
            ("it", .one, [1], .many, [1_000_000]),
            ("fr", .one, [0, 1, 1.5], .other, [2, 17, 2.5]),
            ("fr", .many, [1_000_000, 3_000_000], .one, [0.1]),
            ("pt", .one, [0, 1, 1.5], .other, [2, 17]),
            ("pt-PT", .one, [1], .other, [0, 1.5, 2]),
            ("pl", .one, [1], .few, [2, 3, 4, 22, 34, 102, 1_000_002]),
            ("pl", .many, [0, 5, 11, 12, 13, 14, 21, 25, 111, 112, 1_000_000], .other, [0.5, 1.5, 2.5]),
            ("sv", .one, [1], .other, [0, 2]),
        ]
    )
    func plurals(
        tag: String,
        first: PluralCategory,
        numbers: [Double],
        second: PluralCategory,
        others: [Double]
    ) {
        let locale = Locale.of(tag)
        for number in numbers { #expect(locale.plural(number) == first, "\(tag) \(number)") }
        for number in others { #expect(locale.plural(number) == second, "\(tag) \(number)") }
    }
}
