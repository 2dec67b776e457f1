import FrontdeskDialogue

// The keys of flows.
extension Part {
    private static let handlers = Shape.optional(.map(.triggers, .transition))
    private static let silences = Shape.optional(.map(.form(.silence), .transition))
    private static let slotNames = Shape.oneOrMore(.name(.slot))
    private static let assignments = Shape.optional(
        .map(.refers(.slot), .either([.template, .part(.assignment)]))
    )
    private static let attempts = PartKey(
        "attempts",
        .integer(1...5),
        "How often it is asked; by default 2."
    )
    private static let again = PartKey("again", .response, "Said when what came does not fit.")
    private static let otherwise = PartKey(
        "otherwise",
        .transition,
        "Where to go when all attempts are used up; by default handoff."
    )
    private static let proof = Shape.oneOrMore(.word([CustomerNeed.verified.rawValue]))

    var flowTable: PartTable {
        switch self {
        case .flow: flowKeys
        case .slot: slotKeys
        case .state: stateKeys
        case .transition: transitionKeys
        case .slotRule:
            PartTable([
                PartKey("if", .expression, "The condition that a value must meet.", required: true),
                PartKey("say", .response, "What is said of a value that does not.", required: true),
            ])
        case .remember:
            PartTable([
                PartKey("for", .form(.days), "How long the value is kept: 365d.", required: true),
                PartKey(
                    "confirm_after",
                    .form(.days),
                    "From what age on the customer is asked whether it still holds."
                ),
            ])
        case .confirmation:
            PartTable([
                PartKey("slots", Self.slotNames, "The slots that are read back together.", required: true),
                PartKey("ask", .response, "The question that reads them back.", required: true),
                Self.again, Self.attempts, Self.otherwise,
            ])
        case .assignment:
            PartTable([PartKey("value", .expression, "What the slot is set to.", required: true)])
        default: promiseKeys
        }
    }

    private var flowKeys: PartTable {
        PartTable([
            PartKey(
                "outcomes",
                .oneOrMore(.form(.plainName)),
                "Words for its ends beyond resolved, unresolved and cancelled."
            ),
            PartKey("title", .text, "What a human reads."),
            PartKey("queue", .name(.queue), "The queue of its tickets."),
            PartKey("takes", Self.slotNames, "Slots that every call must fill, and that are not asked for."),
            PartKey("gives", Self.slotNames, "Slots that the calling flow gets."),
            PartKey("needs", Self.proof, "customer.verified: only for customers who are signed in."),
            PartKey(
                "slots",
                .optional(
                    .either([.list(.declaration(.slot)), .map(.declares(.slot), .optional(.part(.slot)))])
                ),
                "What must be known, in the order in which it is asked for."
            ),
            PartKey("confirm", .part(.confirmation), "Slots that are read back together."),
            PartKey(
                "states",
                .map(.declares(.state), .part(.state)),
                "The steps; the first one begins.",
                required: true
            ),
            PartKey("on", Self.handlers, "What follows from intents, entities and events in all its states."),
            PartKey("after", Self.silences, "What follows when the customer says nothing for so long."),
        ])
    }

    private var slotKeys: PartTable {
        PartTable([
            PartKey("value", .expression, "What it is worked out from; such a slot is never asked for."),
            PartKey("title", .response, "Its name as a customer reads it."),
            PartKey("default", .expression, "Its value unless the customer says another one."),
            PartKey("when", .expression, "Asked for only if it holds."),
            PartKey(
                "valid",
                .oneOrMore(.part(.slotRule)),
                "Rules that a value must meet, and what is said of one that does not."
            ),
            PartKey(
                "remember",
                .either([.form(.days), .part(.remember)]),
                "How long the value is kept for the customer's next conversations: 365d."
            ),
            PartKey(
                "type",
                .name(.entity),
                "An entity type, text or yes_no; by default the entity type of the slot's name."
            ),
            PartKey("ask", .response, "The question; without it the slot is never asked for."),
            Self.again, Self.attempts, Self.otherwise,
            PartKey("from", .form(.customerField), "Where it may be known already: customer.email."),
            PartKey("sensitive", .flag, "Whether it is shown to nobody but the customer and the agent."),
            PartKey(
                "on",
                Self.handlers,
                "What follows from intents, entities and events while it is asked for."
            ),
            PartKey("after", Self.silences, "What follows from silence while it is asked for."),
            PartKey("choices", .choices, "The values it may have: titles, or {id, title, say}."),
        ])
    }

    private var stateKeys: PartTable {
        PartTable(
            [
                PartKey("needs", Self.slotNames, "Slots that are asked for here."),
                PartKey("say", .response, "What is said on entry."),
                PartKey(
                    "promise",
                    .part(.promise),
                    "What the desk will see to, recorded before anything is said."
                ),
                PartKey("clear", Self.slotNames, "Slots that are emptied."),
                PartKey("set", Self.assignments, "Slots and their new values."),
                PartKey("states", .map(.declares(.state), .part(.state)), "States within this one."),
                PartKey("start", .name(.state), "The substate that begins; by default the first."),
                PartKey(
                    "do",
                    .call(.action),
                    "Runs an action: orders.find(order_number). Its outcomes stand under 'on'."
                ),
                PartKey("ask", .response, "A question; its answers stand under 'on'."),
                PartKey("go", .transition, "Where it leads."),
                PartKey("end", .name(.outcome), "Ends the flow: resolved, unresolved, cancelled."),
                PartKey("handoff", .either([.name(.queue), .part(.handoff)]), "Hands over to a queue."),
                PartKey(
                    "call",
                    .call(.flow),
                    "Runs another flow on top of this one: find_order(order_number)."
                ),
                PartKey("as", .form(.plainName), "The name of what a called flow gives; by default result."),
                Self.again, Self.attempts, Self.otherwise,
                PartKey(
                    "on",
                    Self.handlers,
                    "What follows from outcomes, answers, intents, entities and events."
                ),
                PartKey("after", Self.silences, "What follows when the customer says nothing for so long."),
            ],
            oneOf: ["do", "ask", "call", "states", "go", "end", "handoff"]
        )
    }

    private var transitionKeys: PartTable {
        PartTable(
            [
                PartKey(
                    "when",
                    .expression,
                    "The condition; of a list the first whose condition holds is followed."
                ),
                PartKey("say", .response, "What is said on the way."),
                PartKey("promise", .part(.promise), "What the desk will see to."),
                PartKey(
                    "consent",
                    .text,
                    "Under 'anywhere': the word that the customer's profile must have under 'consent'."
                ),
                PartKey("clear", Self.slotNames, "Slots that are emptied."),
                PartKey("set", Self.assignments, "Slots and their new values."),
                PartKey("go", .target, "Where it leads: a state, flow(name), stay …"),
                PartKey("end", .name(.outcome), "Ends the flow: resolved, unresolved, cancelled."),
                PartKey("handoff", .either([.name(.queue), .part(.handoff)]), "Hands over to a queue."),
            ],
            oneOf: ["go", "end", "handoff"]
        )
    }

    private var promiseKeys: PartTable {
        PartTable([
            PartKey("text", .response, "What is promised.", required: true),
            PartKey("within", .form(.minutes), "How long it may take: 30m, 4h, 2d.", required: true),
            PartKey(
                "to",
                .text,
                "How the customer hears: conversation, customer.email, customer.phone, or a slot."
            ),
            PartKey("queue", .name(.queue), "Who has to see to it."),
            PartKey("kept_by", .oneOrMore(.form(.event)), "What keeps it: event(parcel.found)."),
            PartKey("moved_by", .oneOrMore(.form(.event)), "What says that it takes longer."),
            PartKey("about", Self.slotNames, "The slots that an event must agree with; by default all."),
            PartKey("by", .name(.slot), "A slot with the day by which the customer needs it."),
            PartKey("late", .response, "Said when it is late the first time."),
        ])
    }
}
