import FrontdeskMatching

/// What a template's fields can be filled from.
public protocol TemplateScope {
    /// The value of a field, or nil when it is not known.
    func value(of path: FieldPath) -> Value?
}

/// Fills templates in: values become texts as people write them.
///
/// A value is inserted as it is and never read as a template again. A field without a value stays empty unless its
/// `default` filter says otherwise.
///
/// ```swift
/// Renderer(moment: now).render(template, in: scope)   // "Your order A-10021 arrives on Wednesday 25 November."
/// ```
public struct Renderer: Sendable {
    /// Now, in the zone in which instants are shown.
    public var moment: Moment

    /// Makes a renderer for the given time and zone.
    public init(moment: Moment) {
        self.moment = moment
    }

    /// The template's text with its fields filled in.
    public func render(_ template: Template, in scope: some TemplateScope) -> String {
        var text = ""
        for segment in template.segments {
            switch segment {
            case .text(let literal): text += literal
            case .field(let path, let filters):
                text += apply(filters, to: scope.value(of: path))
            }
        }
        return text
    }

    /// The fields that have no value and no `default` filter, in order.
    public func missingFields(of template: Template, in scope: some TemplateScope) -> [FieldPath] {
        template.segments.compactMap { segment in
            guard case .field(let path, let filters) = segment, isMissing(scope.value(of: path)) else {
                return nil
            }
            let hasFallback = filters.contains { filter in
                if case .fallback = filter { true } else { false }
            }
            return hasFallback ? nil : path
        }
    }

    /// A value as people read it; a missing one is an empty text.
    public func text(of value: Value?) -> String {
        guard let value else { return "" }
        return switch value {
        case .none: ""
        case .text(let text): text
        case .number(let number): NumberText.plain(number)
        case .boolean(let flag): flag ? "yes" : "no"
        case .money(let money): MoneyText.text(money)
        case .date(let date): DateText.day(date, today: moment.date)
        case .time(let time): DateText.time(time)
        case .instant(let instant):
            DateText.instant(Moment(milliseconds: instant, zone: moment.zone), today: moment.date)
        }
    }

    private func isMissing(_ value: Value?) -> Bool {
        switch value {
        case nil, .some(.none): true
        case .text(let text): text.isEmpty
        default: false
        }
    }

    private func apply(_ filters: [Template.Filter], to value: Value?) -> String {
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
        case .date: dateText(value) ?? text
        case .time: timeText(value) ?? text
        case .money(let currency): moneyText(value, currency: currency) ?? text
        case .lower: text.lowercased()
        case .upper: text.uppercased()
        case .first: text.split(whereSeparator: \.isWhitespace).first.map(String.init) ?? ""
        }
    }

    private func dateText(_ value: Value?) -> String? {
        switch value {
        case .date(let date): DateText.day(date, today: moment.date)
        case .instant(let instant):
            DateText.day(Moment(milliseconds: instant, zone: moment.zone).date, today: moment.date)
        case .text(let text):
            StampText(iso: text).flatMap { $0.date(in: moment.zone) }.map {
                DateText.day($0, today: moment.date)
            }
        default: nil
        }
    }

    private func timeText(_ value: Value?) -> String? {
        switch value {
        case .time(let time): DateText.time(time)
        case .instant(let instant): DateText.time(Moment(milliseconds: instant, zone: moment.zone).time)
        case .text(let text):
            StampText(iso: text).flatMap { $0.time(in: moment.zone) }.map(DateText.time)
        default: nil
        }
    }

    private func moneyText(_ value: Value?, currency: String?) -> String? {
        switch value {
        case .money(let money): MoneyText.text(money)
        case .number(let number): MoneyText.text(number, currency: currency)
        case .text(let text): Double(text).flatMap { MoneyText.text($0, currency: currency) }
        default: nil
        }
    }
}
