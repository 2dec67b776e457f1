import FrontdeskDialogue

// The keys of actions.
extension Part {
    private static let terms = [
        PartKey("timeout", .form(.shortTime), "How long one try may take, answer included; by default 5s."),
        PartKey(
            "retry",
            .either([.integer(0...10), .part(.retry)]),
            "How often it is tried again; by default not."
        ),
        PartKey(
            "breaker",
            .part(.breaker),
            "After so many failures in a row the host is left alone for a while."
        ),
        PartKey("limit", .form(.size), "The largest answer: 64kB, 1MB."),
        PartKey(
            "idempotency_key",
            .either([.flag, .text]),
            "true, or the header's name: the other system knows tries of the same request."
        ),
        PartKey("sign", .form(.secret), "${VARIABLE} with the secret that requests are signed with."),
    ]
    private static let plain = PartKey("plain_http", .flag, "Whether addresses without TLS are allowed, too.")
    private static let texts = Shape.optional(.map(.any, .text))
    private static let fields = Shape.optional(
        .either([.text, .list(.text), .map(.any, .either([.text, .list(.text)]))])
    )

    var actionTable: PartTable {
        switch self {
        case .http:
            PartTable(
                [
                    PartKey(
                        "method",
                        .word(HTTPCall.Method.allCases.map(\.rawValue)),
                        "By default GET, with a body POST."
                    ),
                    PartKey(
                        "body",
                        .anything,
                        "What is sent as JSON; \"{{argument}}\" alone keeps the argument's type."
                    ),
                    Self.plain,
                    PartKey(
                        "url",
                        .text,
                        "The address, with {{argument}} as one part of its path or query.",
                        required: true
                    ),
                    PartKey("query", Self.texts, "Names and texts for the query."),
                    PartKey("headers", Self.texts, "Names and texts for headers; ${VARIABLE} for secrets."),
                    PartKey(
                        "status",
                        .optional(.map(.form(.status), .form(.plainName))),
                        "Status codes → outcomes."
                    ),
                    PartKey("outcome", .text, "Where in the answer the outcome's name stands."),
                    PartKey(
                        "read",
                        .optional(.map(.any, .text)),
                        "Fields → places in the answer: events[0].city."
                    ),
                ] + Self.terms
            )
        case .rasa:
            PartTable(
                [
                    Self.plain,
                    PartKey("url", .text, "The address of the action server.", required: true),
                    PartKey("action", .text, "The action's name there; by default its own."),
                    PartKey("slots", Self.fields, "The slots it may fill, as a list or with their types."),
                    PartKey("headers", Self.texts, "Names and texts for headers; ${VARIABLE} for secrets."),
                ] + Self.terms
            )
        case .retry:
            PartTable([
                PartKey("times", .integer(0...10), "How often; by default 2."),
                PartKey(
                    "wait",
                    .form(.shortTime),
                    "The first pause; each one is longer than the one before it."
                ),
                PartKey("at_most", .form(.shortTime), "The longest pause."),
            ])
        case .breaker:
            PartTable([
                PartKey("failures", .integer(1...1000), "How many failures in a row; by default 5."),
                PartKey("pause", .form(.shortTime), "How long the host is left alone; by default 30s."),
            ])
        default: actionKeys
        }
    }

    private var actionKeys: PartTable {
        PartTable(
            [
                PartKey("takes", .oneOrMore(.text), "The names of its arguments."),
                PartKey("gives", .form(.plainName), "The name of its row: {{order.status}}."),
                PartKey(
                    "fields",
                    Self.fields,
                    "The columns of the row, as a list or with their types: {total: money EUR}."
                ),
                PartKey("slow", .form(.shortTime), "After what time 'notice' is said."),
                PartKey("notice", .response, "What the customer hears when it takes long."),
                PartKey("sql", .text, "One statement on the assistant's database, with :parameters."),
                PartKey("http", .part(.http), "A request to another system."),
                PartKey("rasa", .part(.rasa), "An action of a Rasa action server."),
                PartKey("custom", .flag, "Whether it is code of an embedding program."),
                PartKey(
                    "mode",
                    .word(ActionDefinition.Mode.allCases.map(\.rawValue)),
                    "read, or write: it changes something and is only reached through a question."
                ),
                PartKey(
                    "outcomes",
                    .oneOrMore(.form(.plainName)),
                    "Its outcomes beyond those it always has."
                ),
                PartKey(
                    "needs",
                    .oneOrMore(.word([CustomerNeed.verified.rawValue])),
                    "customer.verified: never run for anybody else."
                ),
            ],
            oneOf: ["sql", "http", "rasa", "custom"]
        )
    }
}
