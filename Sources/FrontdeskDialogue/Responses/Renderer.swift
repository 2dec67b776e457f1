import FrontdeskMatching

/// What a template's fields can be filled from.
public protocol TemplateScope {
    /// The value of a field, or nil when it is not known.
    func value(of path: FieldPath) -> Value?

    /// What the value of a field is called in the language of the texts, where it is not called by itself.
    func word(for path: FieldPath) -> String?

    /// Whether the customer is not to be called by name again so soon.
    var leavesNameOut: Bool { get }
}

extension TemplateScope {
    /// Nothing: values are called by themselves.
    public func word(for path: FieldPath) -> String? { nil }

    /// The name is said wherever it stands.
    public var leavesNameOut: Bool { false }
}

/// Fills templates in: values become texts as people of a language write them.
///
/// A value is inserted as it is and never read as a template again: line ends in it become spaces, characters that
/// control the screen or the direction of writing are left out, and signs that the channel's markup would take for its
/// own are escaped. A field without a value stays empty unless its `default` filter says otherwise.
///
/// ```swift
/// Renderer(moment: now).render(template, in: scope)   // "Your order A-10021 arrives on Wednesday 25 November."
/// ```
public struct Renderer: Sendable {
    /// Now, in the zone in which instants are shown.
    public var moment: Moment
    /// What texts are escaped for.
    public var markup: Markup
    /// The texts that `{{>name}}` stands for.
    public var partials: [String: Template]
    /// Whether the templates' own words are markup already, so that only what is inserted is escaped.
    public var wordsAreMarkup = false

    @Shared private(set) var locale: Locale

    init(
        moment: Moment,
        locale: Shared<Locale>,
        markup: Markup = .plain,
        partials: [String: Template] = [:]
    ) {
        self.moment = moment
        self.markup = markup
        self.partials = partials
        _locale = locale
    }

    /// Makes a renderer for the given time, zone and language.
    ///
    /// - Parameter language: A BCP 47 tag such as `es` or `en-US`.
    public init(
        moment: Moment,
        language: String = "en",
        markup: Markup = .plain,
        partials: [String: Template] = [:]
    ) {
        self.init(moment: moment, locale: Self.locale(of: language), markup: markup, partials: partials)
    }

    private static let english = Shared(wrappedValue: Locale.of("en"))

    private static func locale(of language: String) -> Shared<Locale> {
        language == "en" ? english : Shared(wrappedValue: .of(language))
    }

    /// The template's text with its fields filled in.
    public func render(_ template: Template, in scope: some TemplateScope) -> String {
        var text = ""
        append(template, to: &text, scope, depth: 0)
        return text
    }

    /// Partials in partials stop here; the compiler refuses those that lead to themselves.
    private static let depthLimit = 16

    private func append(
        _ template: Template,
        to text: inout String,
        _ scope: some TemplateScope,
        depth: Int
    ) {
        for segment in template.segments {
            switch segment {
            case .text(let literal):
                text += wordsAreMarkup ? literal : markup.escape(literal, isAuthors: true)
            case .field(let path, let filters):
                let value = apply(filters, to: spoken(path, filters, scope))
                text += markup.escape(value, startsLine: text.isEmpty || text.utf8.last == 0x0A)
            case .partial(let name):
                guard depth < Self.depthLimit, let partial = partials[name] else { continue }
                append(partial, to: &text, scope, depth: depth + 1)
            }
        }
    }

    /// What a field says; what is chosen or worked out by a value goes by the value itself.
    private func spoken(
        _ path: FieldPath,
        _ filters: [Template.Filter],
        _ scope: some TemplateScope
    ) -> Value? {
        if path.callsByName, scope.leavesNameOut, filters.leaveOut { return nil }
        return switch filters.first {
        case .choose, .plural, .number, .percent, .money, .duration: scope.value(of: path)
        default: scope.word(for: path).map(Value.text) ?? scope.value(of: path)
        }
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
        case .text(let text): InsertedText.clean(text)
        case .number(let number): locale.plain(number)
        case .boolean(let flag): flag ? locale.yes : locale.no
        case .money(let money): locale.money(money)
        case .date(let date): locale.day(date, today: moment.date)
        case .time(let time): locale.time(time)
        case .instant(let instant):
            locale.instant(Moment(milliseconds: instant, zone: moment.zone), today: moment.date)
        case .duration(let milliseconds): length(milliseconds)
        case .quantity(let quantity): "\(locale.plain(quantity.amount)) \(quantity.unit.rawValue)"
        case .days(let range):
            "\(locale.day(range.first, today: moment.date)) – \(locale.day(range.last, today: moment.date))"
        case .times(let range): "\(locale.time(range.from))–\(locale.time(range.until))"
        }
    }

    /// A length of time; below a minute in seconds.
    private func length(_ milliseconds: Int64) -> String {
        let seconds = Double(milliseconds) / 1000
        if seconds > 0, seconds < 60 { return "\(locale.plain(seconds)) s" }
        return locale.duration(minutes: seconds / 60) ?? TimeLength(milliseconds: milliseconds).plainText
    }

    func isMissing(_ value: Value?) -> Bool {
        switch value {
        case nil, .some(.none): true
        case .text(let text): text.isEmpty
        default: false
        }
    }
}

extension FieldPath {
    /// Whether it is the customer's name.
    fileprivate var callsByName: Bool {
        guard root == "customer", let field else { return false }
        return field == "first_name" || field == "name" || field == "called"
    }
}

extension [Template.Filter] {
    /// Whether nothing is left of a value that is missing, so that the text reads well without it.
    fileprivate var leaveOut: Bool {
        contains { filter in
            switch filter {
            case .prefix, .suffix: true
            default: false
            }
        }
    }
}

extension Template {
    /// Whether it calls the customer by name, partials left aside.
    var callsByName: Bool {
        segments.contains { segment in
            guard case .field(let path, _) = segment else { return false }
            return path.callsByName
        }
    }
}
