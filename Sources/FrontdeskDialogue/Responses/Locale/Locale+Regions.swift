// What regions write otherwise than their language does (CLDR 47, the same sections).
extension Locale {
    mutating func adapt(to region: String) {
        switch (language, region) {
        case ("en", "US"):
            dates.long = "{w}, {m} {d}"
            dates.longWithYear = "{w}, {m} {d}, {y}"
            dates.short = "{M}/{d}/{y}"
            clock = .hours12(am: "AM", pm: "PM")
            numbers.dollar = "USD"
        case ("en", "GB"), ("en", "IE"), ("en", "AU"), ("en", "NZ"), ("en", "IN"):
            dates.short = "{dd}/{MM}/{y}"
        case ("es", "MX"), ("es", "US"), ("es", "GT"), ("es", "HN"), ("es", "NI"), ("es", "SV"), ("es", "PA"),
            ("es", "DO"), ("es", "PR"):
            numbers = Numbers(dollar: region == "MX" ? "MXN" : "USD")
        case ("de", "AT"):
            numbers.group = "\u{A0}"
            numbers.leadsWithCurrency = true
        case ("de", "CH"), ("de", "LI"):
            numbers = Numbers(group: "’", currencySpace: "\u{A0}")
        case ("pt", "PT"):
            numbers.group = "\u{A0}"
            numbers.minimumGrouping = 2
            numbers.leadsWithCurrency = false
        default: break
        }
    }
}
