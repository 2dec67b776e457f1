import FrontdeskDialogue

// The keys of intents and entity types.
extension Part {
    var topicTable: PartTable {
        switch self {
        case .entity:
            PartTable(
                [
                    PartKey("regex", .text, "An expression for one value, in single quotes: 'A-\\d{5}'."),
                    PartKey(
                        "values",
                        .either([
                            .text, .list(.either([.text, .part(.entityValue)])),
                            .map(.any, .oneOrMore(.text)),
                        ]),
                        "The values, as a list, or value → other words for it."
                    ),
                    PartKey("normalise", .text, "How a value is written down: text with $0, $1 and $digits."),
                    PartKey(
                        "mistyped",
                        .flag,
                        "Whether a value is also found when it is mistyped; by default not."
                    ),
                    PartKey("example", .text, "A value to show to customers."),
                ],
                oneOf: ["regex", "values"]
            )
        case .entityValue:
            PartTable([
                PartKey("value", .text, "The value.", required: true),
                PartKey("say", .oneOrMore(.text), "Other words for it."),
            ])
        case .source:
            PartTable([
                PartKey("ref", .text, "Where the facts of the answer come from.", required: true),
                PartKey("reviewed", .form(.date), "The day on which it was checked."),
                PartKey("review_by", .form(.date), "The last day on which the answer may be given."),
                PartKey("owner", .text, "Who answers for it."),
            ])
        case .handoff:
            PartTable([
                PartKey("queue", .name(.queue), "The queue that takes over."),
                PartKey(
                    "reason",
                    .word(HandoffReason.allCases.map(\.rawValue)),
                    "Why: it stands in the ticket."
                ),
                PartKey("say", .response, "What the customer hears."),
            ])
        default:
            PartTable(
                [
                    PartKey("title", .text, "What a human reads: in choices, tickets and reports."),
                    PartKey(
                        "patterns",
                        .oneOrMore(.pattern),
                        "Whole sentences: (a|b c) one of these, [c] perhaps, {order_number} an entity, <name> a rule, ~name synonyms, * any words."
                    ),
                    PartKey(
                        "examples",
                        .oneOrMore(.example),
                        "Sentences to generalise from; [A-10021](order_number) marks an entity."
                    ),
                    PartKey(
                        "counterexamples",
                        .oneOrMore(.example),
                        "Sentences that sound alike but mean something else."
                    ),
                    PartKey("answer", .response, "What the desk says."),
                    PartKey("flow", .name(.flow), "The flow that it starts."),
                    PartKey(
                        "handoff",
                        .either([.name(.queue), .part(.handoff)]),
                        "The queue that takes over."
                    ),
                    PartKey("suggests", .oneOrMore(.name(.intent)), "Intents to offer next."),
                    PartKey("queue", .name(.queue), "The queue of its tickets."),
                    PartKey(
                        "source",
                        .part(.source),
                        "What the answer rests on, and until when it may be given."
                    ),
                    PartKey(
                        "needs",
                        .oneOrMore(.word(CustomerNeed.allCases.map(\.rawValue))),
                        "What must be known of the customer before the intent is served."
                    ),
                    PartKey(
                        "skills",
                        .oneOrMore(.text),
                        "What the agent must be able to do, beyond the queue's skills."
                    ),
                    PartKey("courtesy", .flag, "Whether it is just manners, such as thanks; by default not."),
                ],
                oneOf: ["answer", "flow", "handoff"]
            )
        }
    }
}
