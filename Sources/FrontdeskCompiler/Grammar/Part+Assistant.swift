import FrontdeskDialogue

// The keys of what concerns the whole assistant.
extension Part {
    var assistantTable: PartTable {
        switch self {
        case .channel:
            PartTable([
                PartKey(
                    "markup",
                    .word(Markup.allCases.map(\.rawValue)),
                    "The markup that messages also come in; by default plain."
                ),
                PartKey(
                    "shows",
                    .oneOrMore(.word(Channel.Piece.allCases.map(\.rawValue))),
                    "What the channel shows besides text; all else becomes lines of the text."
                ),
                PartKey(
                    "burst",
                    .form(.shortTime),
                    "How long the desk waits for what may follow a message: 100ms to 30s."
                ),
            ])
        case .thresholds:
            PartTable([
                PartKey("answer", .number(0...1), "From what confidence on the desk answers."),
                PartKey(
                    "wrong_answers",
                    .form(.share),
                    "How many of a hundred answers may be wrong; the threshold is chosen from the examples."
                ),
                PartKey("clarify", .number(0...1), "From what confidence on the desk asks what is meant."),
                PartKey("margin", .number(0...1), "How far ahead of the next candidate an answer must be."),
            ])
        case .confidence: confidenceTable
        case .handoffPolicy, .reason, .queue: handoffTable
        case .identity:
            PartTable([
                PartKey(
                    "secret",
                    .oneOrMore(.form(.variable)),
                    "The environment variable that holds the secret; two while it is being replaced."
                ),
                PartKey(
                    "unverified",
                    .word(IdentityPolicy.Unverified.allCases.map(\.rawValue)),
                    "What happens when something needs a proof that is not there."
                ),
            ])
        case .memory:
            PartTable([
                PartKey(
                    "consent",
                    .word(MemoryPolicy.ConsentRule.allCases.map(\.rawValue)),
                    "Whether customers are asked before something is remembered."
                )
            ])
        case .database:
            PartTable(
                [
                    PartKey("file", .text, "An SQLite database, beside the files."),
                    PartKey("seed", .text, "A script of SQL that makes the database."),
                ],
                oneOf: ["file", "seed"]
            )
        case .control:
            PartTable([
                PartKey("patterns", .oneOrMore(.pattern), "More patterns for the control."),
                PartKey("examples", .oneOrMore(.example), "More sentences for the control."),
            ])
        case .feedback:
            PartTable([
                PartKey(
                    "after",
                    .form(.silence),
                    "How long after the customer was helped they are asked; by default 10m."
                ),
                PartKey("ask", .response, "The question; also under 'texts'."),
                PartKey("thanks", .response, "Said after a score that is not low."),
                PartKey(
                    "low",
                    .either([.word(["handoff"]), .response]),
                    "Said after a low score, to learn what went wrong; or handoff: a human at once."
                ),
            ])
        case .sentiment, .toneRule: moodTable
        case .standard, .standardWords: standardTable
        default:
            PartTable(
                ["mon", "tue", "wed", "thu", "fri", "sat", "sun"].map {
                    PartKey(
                        $0,
                        .optional(.form(.dayHours)),
                        "The hours of a day; also of days: mon-fri, \"sat,sun\"."
                    )
                } + [PartKey("holidays", .oneOrMore(.form(.date)), "Days off: [2026-12-25, 2026-12-26].")],
                further: PartTable.FurtherKeys(form: .weekdays, shape: .optional(.form(.dayHours)))
            )
        }
    }

    private var confidenceTable: PartTable {
        let meanings = [
            ("start", "The confidence at the beginning."),
            ("no_match", "By how much it falls when a message is not understood."),
            ("reprompt", "By how much it falls when a question is asked again."),
            ("negative", "By how much it falls when a message sounds bad."),
            ("falling", "By how much it falls when the mood falls."),
            ("failed_action", "By how much it falls when an action fails."),
            ("progress", "By how much it recovers with progress."),
            ("handoff_at", "At what confidence a human takes over."),
        ]
        return PartTable(meanings.map { PartKey($0.0, .number(0...1), $0.1) })
    }

    private var handoffTable: PartTable {
        switch self {
        case .handoffPolicy:
            PartTable([
                PartKey("queue", .name(.queue), "The queue of what has none of its own."),
                PartKey(
                    "loop_limit",
                    .integer(2...20),
                    "How often a state may come again before a human takes over."
                ),
                PartKey(
                    "no_match_limit",
                    .integer(1...20),
                    "How many messages in a row may be not understood before a human takes over."
                ),
                PartKey(
                    "sentiment_below",
                    .either([.word(["never"]), .number(-1...1)]),
                    "How bad a message must sound for a human to take over, or never."
                ),
                PartKey(
                    "reasons",
                    .optional(.map(.words(HandoffReason.allCases.map(\.rawValue)), .part(.reason))),
                    "For reasons of a handoff: another queue or priority, and what the ticket must say."
                ),
            ])
        case .reason:
            PartTable([
                PartKey("queue", .name(.queue), "The queue for this reason."),
                PartKey("priority", .integer(0...9), "The priority of its tickets."),
                PartKey(
                    "requires",
                    .oneOrMore(.either([.word(CustomerNeed.allCases.map(\.rawValue)), .name(.slot)])),
                    "What tickets of this reason must say: customer.email, or slots."
                ),
            ])
        default:
            PartTable([
                PartKey("title", .text, "What customers read: \"our care team\"."),
                PartKey("hours", .name(.hours), "Its business hours; without them it is always open."),
                PartKey("priority", .integer(0...9), "The priority of its tickets."),
                PartKey("skills", .oneOrMore(.text), "What its agents must be able to do."),
                PartKey(
                    "answers_within",
                    .form(.minutes),
                    "How soon it answers, within its hours: 30m, 2h, 1d."
                ),
            ])
        }
    }

    private var moodTable: PartTable {
        let never = Shape.either([.word(["never"]), .number(-1...1)])
        if self == .toneRule {
            return PartTable([
                PartKey("when", .expression, "The condition on which the tone is spoken."),
                PartKey("queues", .oneOrMore(.name(.queue)), "The queues in whose matters it is spoken."),
                PartKey("sentiment_below", .number(-1...1), "How bad the latest message must sound."),
            ])
        }
        return PartTable([
            PartKey(
                "acknowledge_below",
                never,
                "How bad a message must sound for the reply to begin with sympathy, or never."
            ),
            PartKey(
                "mood_below",
                never,
                "How bad the mood of some messages must be for a human to be offered, or never."
            ),
            PartKey("urgency", .integer(0...9), "By how much urgent messages raise a ticket's priority."),
            PartKey(
                "words",
                .optional(.map(.any, .number(-1...1))),
                "Words and phrases with what they weigh: daylight robbery: -0.7."
            ),
        ])
    }

    private var standardTable: PartTable {
        if self == .standardWords {
            return PartTable(
                ServiceStandard.List.allCases.map {
                    PartKey($0.rawValue, .oneOrMore(.text), "More words of this list; '!word' takes one out.")
                }
            )
        }
        let rules = ServiceStandard.Rule.allCases.map { rule in
            let shape: Shape =
                switch rule {
                case .length: .either([.word(["on", "off"]), .integer(40...4000)])
                case .reading: .either([.word(["on", "off"]), .number(0...100)])
                default: .word(["on", "off"])
                }
            return PartKey(rule.rawValue, shape, rule.meaning)
        }
        return PartTable(
            rules + [
                PartKey("complaints", .oneOrMore(.text), "The intents that are complaints: \"complaint*\"."),
                PartKey("opinions", .oneOrMore(.text), "The intents in which customers say what they think."),
                PartKey(
                    "words",
                    .optional(.map(.any, .part(.standardWords))),
                    "Language, then list, then words of the rules."
                ),
            ]
        )
    }
}

extension ServiceStandard.Rule {
    /// What the rule asks for.
    fileprivate var meaning: String {
        switch self {
        case .greeting: "The greeting says that an assistant writes."
        case .thanks: "Whoever tells us what they think is thanked."
        case .name: "A text calls the customer by name once at most."
        case .empathy: "Whoever complains hears first that we are sorry."
        case .nextStep: "Every answer says what comes next."
        case .alternative: "Every no comes with another way."
        case .blame: "No text blames the customer."
        case .shrug: "Nobody hears just that we don't know."
        case .handoff: "Who is handed over hears when and how the answer comes."
        case .reading: "A text is easy to read: at least so many points of 100, or off."
        case .length: "A text has at most so many characters, or off."
        case .banned: "A text has none of some words."
        case .oneQuestion: "A text asks one thing at a time."
        }
    }
}
