/// What may stand at a place of an intent file: what the readers take, the schema describes and the language server offers.
package indirect enum Shape: Sendable, Hashable {
    /// Any text that is not empty.
    case text
    /// A text with places to fill in: `{{slot}}`.
    case template
    /// A template of the customer's words.
    case pattern
    /// A sentence of a customer, with marked entities.
    case example
    /// A calculation or condition.
    case expression
    /// Where to go: `tell`, `handoff(orders)`.
    case target
    /// A call of an action, or of a flow.
    case call(NameKind)
    /// A text of a certain form, such as a length of time.
    case form(TextForm)
    /// One of some words.
    case word([String])
    case number(ClosedRange<Double>)
    case integer(ClosedRange<Int>)
    /// True or false.
    case flag
    /// The name of something that is declared elsewhere.
    case name(NameKind)
    /// A name that is declared by standing here.
    case declaration(NameKind)
    case list(Shape)
    /// Entries with names of the author's choice.
    case map(KeyRule, Shape)
    case part(Part)
    /// One of several shapes.
    case either([Shape])
    /// The shape, or nothing behind the key.
    case optional(Shape)
    /// Any YAML.
    case anything

    /// One of something, a list of them, or nothing.
    static func oneOrMore(_ shape: Shape) -> Shape { .optional(.either([shape, .list(shape)])) }

    /// What the desk says.
    static let response = Shape.either([
        .template, .list(.either([.template, .part(.wording)])), .part(.response),
    ])
    /// One or several wordings.
    static let wordings = Shape.either([
        .template, .list(.either([.template, .part(.wording)])), .part(.wording),
    ])
    /// What follows from something.
    static let transition = Shape.either([
        .target, .part(.transition), .list(.either([.target, .part(.transition)])),
    ])
    /// The texts of what follows, in another language.
    static let translatedTransition = Shape.either([
        .part(.translatedTransition), .list(.part(.translatedTransition)),
    ])
    static let choices = Shape.list(.either([.text, .part(.choice)]))
}

/// What declared names stand for.
package enum NameKind: String, Sendable, Hashable, CaseIterable {
    case intent, flow, slot, state, entity, rule, synonyms, queue, hours, action, partial, tone, channel
    /// The word with which a flow ends.
    case outcome
}

/// Which names the entries of a map may have.
package enum KeyRule: Sendable, Hashable {
    /// Names that are declared here.
    case declares(NameKind)
    /// Names of what is declared elsewhere.
    case refers(NameKind)
    case words([String])
    case form(TextForm)
    /// Outcomes, answers, intents, entity types and events.
    case triggers
    case any
}

/// Forms of texts, each a regular expression of the ECMA-262 kind that JSON Schema uses.
package enum TextForm: String, Sendable, Hashable {
    case silence = "^[1-9][0-9]*[smhd]$"
    case minutes = "^[1-9][0-9]*[mhd]$"
    case days = "^[1-9][0-9]*d$"
    case shortTime = "^[0-9]+ *(ms|s|m)$"
    case size = "^[0-9]+ *(B|kB|MB)$"
    case share = "^[0-9.]+ ?%$"
    case date = "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"
    case quietHours = "^ *[0-9]{1,2}:[0-9]{2} *- *[0-9]{1,2}:[0-9]{2} *$"
    case dayHours =
        "^ *(closed|[0-9]{1,2}:[0-9]{2} *- *[0-9]{1,2}:[0-9]{2}( *, *[0-9]{1,2}:[0-9]{2} *- *[0-9]{1,2}:[0-9]{2})*) *$"
    case weekdays =
        "^ *(mon|tue|wed|thu|fri|sat|sun)( *[-,] *(mon|tue|wed|thu|fri|sat|sun))* *$"
    case zone = "^(UTC|[A-Z][A-Za-z0-9_+-]*(/[A-Z][A-Za-z0-9_+-]*){1,2})$"
    case variable = "^[A-Z][A-Z0-9_]{0,63}$"
    case secret = "^\\$\\{[A-Z][A-Z0-9_]{0,63}\\}$"
    case status = "^[1-5](xx|[0-9]{2}|[0-9]{2}-[1-5][0-9]{2})$"
    case plainName = "^[a-z][a-z0-9_]*$"
    case dottedName = "^[a-z][a-z0-9_]*(\\.[a-z0-9_]+)*$"
    case assistantName = "^[a-z][a-z0-9_-]*$"
    case customerField = "^customer\\.[a-z][a-z0-9_]*$"
    case event = "^event\\([^ ()]+\\)$"

    /// What is meant, in an author's words.
    package var described: String {
        switch self {
        case .silence: "a length of time: 30s, 10m, 2h, 1d"
        case .minutes: "a length of time: 30m, 2h, 1d"
        case .days: "a number of days: 30d"
        case .shortTime: "a length of time: 500ms, 3s, 1m"
        case .size: "a size: 64kB, 1MB"
        case .share: "a share: 3 %"
        case .date: "a day: 2026-12-25"
        case .quietHours: "a stretch of a day: \"21:00-08:00\""
        case .dayHours: "stretches of a day: \"09:00-18:00\", or closed"
        case .weekdays: "days: mon, mon-fri, \"sat,sun\""
        case .zone: "a time zone: Europe/Berlin"
        case .variable: "the name of an environment variable: SHOP_SECRET"
        case .secret: "an environment variable: ${SHOP_SECRET}"
        case .status: "status codes: 404, 4xx, 500-504"
        case .plainName: "a name: small letters, digits and '_'"
        case .dottedName: "a name: small letters, digits, '_' and '.'"
        case .assistantName: "a name: small letters, digits, '_' and '-'"
        case .customerField: "a field of the customer: customer.email"
        case .event: "an event: event(order.delayed)"
        }
    }
}

extension NameKind {
    /// How such names are written where they are declared.
    package var form: TextForm {
        switch self {
        case .intent, .action: .dottedName
        default: .plainName
        }
    }

    /// What it is, in an author's words.
    package var described: String {
        switch self {
        case .entity: "entity type"
        case .synonyms: "set of synonyms"
        case .hours: "business hours"
        case .outcome: "end of a flow"
        default: rawValue
        }
    }
}
