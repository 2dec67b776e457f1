/// How a language and region write numbers, money, dates, times and lists.
///
/// The facts are those of the Unicode Common Locale Data Repository (CLDR 47, https://cldr.unicode.org): `numbers`,
/// `ca-gregorian`, `dateFields`, `listPatterns`, `units` and `plurals` of each language. Where CLDR has a comma between
/// parts that a sentence runs through, or leaves out a preposition, the words are those of the language's grammars.
package struct Locale: Sendable, Hashable {
    /// How numbers and money are written.
    package struct Numbers: Sendable, Hashable {
        var decimal = "."
        var group = ","
        /// How many digits must stand before the first group separator (CLDR `minimumGroupingDigits`).
        var minimumGrouping = 1
        var percent = "%"
        /// Whether a currency's sign stands before the amount.
        var leadsWithCurrency = true
        /// What stands between a currency's sign and the amount.
        var currencySpace = ""
        /// The sign that needs no code, such as `$` in the United States, with its ISO 4217 code.
        var dollar: String?
    }

    /// How the parts of a date are put together.
    package struct Dates: Sendable, Hashable {
        /// Day names, Monday first.
        var weekdays: [String]
        /// Day names as they stand after "on", that word included: `on Monday`, `am Montag`.
        var onWeekdays: [String]
        /// Month names as they stand after a day's number.
        var months: [String]
        /// "the day before yesterday" … "the day after tomorrow"; nil where the language has no word for it.
        var relative: [String?]
        /// `{w}` day name, `{d}` day, `{m}` month name, `{y}` year.
        var long = "{w} {d} {m}"
        var longWithYear = "{w} {d} {m} {y}"
        /// `{d}`, `{dd}` day, `{M}`, `{MM}` month, `{y}` year, all in digits, `{m}` the month's name.
        var short = "{dd}/{MM}/{y}"
        /// How the first of a month is written instead of `1`.
        var firstOfMonth = "1"
        /// Between a day and a time: `Monday at 09:00`.
        var at = " at "
        /// The same for one o'clock, where that is singular.
        var atOne: String?
        /// Behind a time when it is the customer's and not the desk's.
        var yourTime = " your time"
        /// What stands before a date that is not the name of a day: `on Monday 30 November`.
        var onDate = "on "
        /// What stands before a day that something is due by: `by Monday`, `como muy tarde el lunes`.
        var byDay = ""
    }

    /// How times of day are written.
    package enum Clock: Sendable, Hashable {
        /// `09:05`, or `9:05` when not padded.
        case hours24(padded: Bool)
        /// `9:05 AM`.
        case hours12(am: String, pm: String)
    }

    /// A unit of time in its plural forms.
    package struct Unit: Sendable, Hashable {
        var one: String
        var few: String?
        var many: String?
        var other: String

        func text(_ category: PluralCategory) -> String {
            switch category {
            case .one: one
            case .few: few ?? other
            case .many: many ?? other
            case .zero, .two, .other: other
            }
        }
    }

    /// The language's code, such as `es`.
    package var language: String
    /// The region's code, such as `MX`, if one was given.
    package var region: String?
    package var numbers: Numbers
    package var dates: Dates
    package var clock: Clock
    /// The word between the last two of a list, and its form before words that begin with its sound.
    var and: String
    var andBeforeI: String?
    var yes: String
    var no: String
    var days: Unit
    var hours: Unit
    var minutes: Unit

    /// The locale of a BCP 47 tag such as `es` or `en-US`; a language without a table is written as in English.
    package static func of(_ tag: String) -> Locale {
        let parts = tag.split(whereSeparator: { $0 == "-" || $0 == "_" }).map(String.init)
        let language = parts.first?.lowercased() ?? "en"
        let region = parts.dropFirst().first { $0.utf8.count == 2 }?.uppercased()
        var locale =
            switch language {
            case "es": Locale.spanish
            case "de": Locale.german
            case "fr": Locale.french
            case "it": Locale.italian
            case "pt": Locale.portuguese
            case "nl": Locale.dutch
            case "pl": Locale.polish
            default: Locale.english
            }
        locale.language = language
        locale.region = region
        if let region { locale.adapt(to: region) }
        return locale
    }

    /// The plural category of a number in this language.
    package func plural(_ number: Double) -> PluralCategory {
        PluralCategory(of: number, language: language, region: region)
    }
}
