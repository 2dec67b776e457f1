import FrontdeskMatching

// Values on their way through filters.
extension Renderer {
    func apply(_ filters: [Template.Filter], to value: Value?) -> String {
        var value = value
        for filter in filters {
            if isMissing(value) {
                if case .fallback(let text) = filter { value = .text(text) }
            } else {
                value = .text(filtered(value, by: filter))
            }
        }
        return text(of: value)
    }

    private func filtered(_ value: Value?, by filter: Template.Filter) -> String {
        let text = text(of: value)
        return switch filter {
        case .prefix(let prefix): prefix + text
        case .suffix(let suffix): text + suffix
        case .fallback: text
        case .date: day(of: value).map { locale.day($0, today: moment.date) } ?? text
        case .dateStyle(let style): day(of: value).map { styled($0, style) } ?? text
        case .relative: day(of: value).map { locale.relativeDay($0, today: moment.date) } ?? text
        case .time: time(of: value).map(locale.time) ?? text
        case .money(let currency): moneyText(value, currency: currency) ?? text
        case .number: number(of: value).map(locale.number) ?? text
        case .percent: number(of: value).flatMap(locale.percent) ?? text
        case .duration(let unit): number(of: value).flatMap { duration($0, unit) } ?? text
        case .list: locale.list(Self.members(of: value, text))
        case .plural(let forms): number(of: value).map { plural($0, forms) } ?? text
        case .choose(let forms): chosen(Self.word(of: value, text), forms)
        case .lower: text.lowercased()
        case .upper: text.uppercased()
        case .first: text.split(whereSeparator: \.isWhitespace).first.map(String.init) ?? ""
        }
    }

    // MARK: Days and times

    private func styled(_ date: CivilDate, _ style: Template.DateStyle) -> String {
        switch style {
        case .long: locale.longDay(date)
        case .short: locale.shortDay(date)
        case .weekday: locale.weekday(date)
        }
    }

    private func day(of value: Value?) -> CivilDate? {
        switch value {
        case .date(let date): date
        case .instant(let instant): Moment(milliseconds: instant, zone: moment.zone).date
        case .text(let text): StampText(iso: text).flatMap { $0.date(in: moment.zone) }
        default: nil
        }
    }

    private func time(of value: Value?) -> TimeOfDay? {
        switch value {
        case .time(let time): time
        case .instant(let instant): Moment(milliseconds: instant, zone: moment.zone).time
        case .text(let text): StampText(iso: text).flatMap { $0.time(in: moment.zone) }
        default: nil
        }
    }

    private func duration(_ count: Double, _ unit: Template.DurationUnit) -> String? {
        switch unit {
        case .minutes: locale.duration(minutes: count)
        case .hours: locale.duration(minutes: count * 60)
        case .days: locale.duration(minutes: count * 1440)
        }
    }

    // MARK: Numbers and forms

    private func number(of value: Value?) -> Double? {
        switch value {
        case .number(let number): number
        case .text(let text): Double(text).flatMap { $0.isFinite ? $0 : nil }
        default: nil
        }
    }

    private func moneyText(_ value: Value?, currency: String?) -> String? {
        if case .money(let money) = value { return locale.money(money) }
        return number(of: value).flatMap { locale.money($0, currency: currency) }
    }

    private func plural(_ number: Double, _ forms: [Template.Form]) -> String {
        func form(_ category: PluralCategory) -> String? {
            forms.first { $0.name == category.rawValue }?.text
        }
        let zero = number == 0 ? form(.zero) : nil
        let text = zero ?? form(locale.plural(number)) ?? form(.other) ?? ""
        return text.split(separator: "{}", omittingEmptySubsequences: false)
            .joined(separator: locale.number(number))
    }

    private func chosen(_ word: String, _ forms: [Template.Form]) -> String {
        (forms.first { $0.name == word } ?? forms.first { $0.name == "other" })?.text ?? ""
    }

    /// What `choose` compares: the same words in every language.
    private static func word(of value: Value?, _ text: String) -> String {
        if case .boolean(let flag) = value { return flag ? "yes" : "no" }
        return text.trimmed.lowercased()
    }

    /// The members of a list that is written as one text.
    private static func members(of value: Value?, _ text: String) -> [String] {
        guard case .text(let raw) = value else { return [text] }
        let hard = raw.split { $0 == ";" || $0.isNewline }
        let parts = hard.count > 1 ? hard : raw.split(separator: ",")
        return parts.map { InsertedText.clean(String($0)).trimmed }.filter { !$0.isEmpty }
    }
}
