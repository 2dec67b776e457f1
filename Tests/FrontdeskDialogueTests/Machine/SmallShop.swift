import FrontdeskDialogue
import FrontdeskMatching

/// A small assistant made by hand: two flows, some answers, two queues, one of them closed at night.
enum SmallShop {
    static func make(handoff: HandoffPolicy = HandoffPolicy(queue: "care")) throws -> Assistant {
        let intents = try Self.intents()
        return Assistant(
            name: "small",
            title: "Small Shop",
            greeting: response("Hello, I'm the assistant of Small Shop."),
            handoff: handoff,
            intents: intents.map(\.intent),
            flows: [try track(), try giveBack()],
            queues: [
                Queue(name: "care", title: "our care team", answersWithinMinutes: 120),
                Queue(name: "orders", title: "our orders team", calendar: "office", answersWithinMinutes: 60),
            ],
            calendars: [
                BusinessCalendar(
                    name: "office",
                    hours: (1...5).map {
                        .init(
                            weekday: $0,
                            opens: TimeOfDay(hour: 9, minute: 0),
                            closes: TimeOfDay(hour: 18, minute: 0)
                        )
                    }
                )
            ],
            actions: [
                ActionDefinition(
                    name: "orders.find",
                    kind: .custom,
                    takes: ["number"],
                    gives: "order",
                    outcomes: ["found", "missing", "failed"]
                ),
                ActionDefinition(
                    name: "returns.create",
                    kind: .custom,
                    takes: ["number"],
                    outcomes: ["done", "failed"]
                ),
            ],
            matching: MatcherDefinition(
                intents: intents.map(\.definition),
                entityTypes: [
                    EntityType(
                        name: "order_number",
                        recognition: .regex(try RegexPattern("A-?\\d{5}"), normalise: "A-$digits"),
                        example: "A-10021"
                    )
                ]
            )
        )
    }

    static func response(_ texts: String..., choices: [Choice] = []) -> Response {
        Response(variants: texts.map { template($0) }, choices: choices)
    }

    static func template(_ text: String) -> Template {
        (try? Template(parsing: text)) ?? Template(text: "malformed: \(text)")
    }

    private static func intents() throws -> [(intent: Intent, definition: IntentDefinition)] {
        func make(
            _ name: String,
            _ title: String,
            _ effect: Intent.Effect,
            suggests: [String] = [],
            _ patterns: String...
        ) throws -> (Intent, IntentDefinition) {
            (
                Intent(name: name, title: title, effect: effect, suggests: suggests),
                IntentDefinition(
                    name: name,
                    title: title,
                    patterns: try patterns.map { try PatternParser.parse($0) }
                )
            )
        }
        return [
            try make(
                "order.status",
                "Where is my order",
                .flow("track"),
                "where is my (order|parcel) [{order_number}]"
            ),
            try make(
                "return.start",
                "Return something",
                .flow("give_back"),
                "[i want to] return [my order] [{order_number}] [because *]"
            ),
            try make(
                "return.policy",
                "Return policy",
                .answer(response("You can return anything within 30 days. Shall I start a return?")),
                suggests: ["return.start"],
                "what is your return policy"
            ),
            try make(
                "hours",
                "Opening hours",
                .answer(response("We are open from nine to six.")),
                "(what are your|your) hours"
            ),
            try make("press", "Press", .handoff(HandoffTarget(queue: "care")), "i am a journalist"),
            try make("twin.a", "First twin", .answer(response("A")), "tell me about twins"),
            try make("twin.b", "Second twin", .answer(response("B")), "tell me about twins"),
            try make(
                "control.human",
                "A human colleague",
                .control(.human),
                "(human|agent)",
                "talk to (a human|someone)"
            ),
            try make("control.cancel", "Cancel", .control(.cancel), "cancel", "never mind"),
            try make("control.back", "Back", .control(.back), "[go] back"),
            try make("control.repeat", "Repeat", .control(.repeat), "repeat [that]"),
            try make("control.help", "Help", .control(.help), "help"),
            try make("control.stop", "Stop", .control(.stop), "stop"),
            try make("control.start_over", "Start over", .control(.startOver), "start over"),
            try make("control.affirm", "Yes", .control(.affirm), "(yes|sure|ok) [please]"),
            try make("control.deny", "No", .control(.deny), "(no|nope) [thanks]"),
        ]
    }

    private static func numberSlot() -> Slot {
        Slot(
            name: "number",
            kind: .entity("order_number"),
            ask: response("Which order is it?"),
            again: response("I couldn't find a number like A-10021 in that."),
            attempts: 2,
            otherwise: Transition(target: .handoff(HandoffTarget(queue: "orders", reason: .slotRetryLimit)))
        )
    }

    private static func track() throws -> Flow {
        Flow(
            name: "track",
            title: "tracking your order",
            slots: [numberSlot()],
            states: [
                State(
                    name: "look_up",
                    step: .act(ActionCall(action: "orders.find", arguments: [FieldPath(root: "number")])),
                    handlers: [
                        Handler(trigger: .outcome("found"), transition: Transition(target: .state("tell"))),
                        Handler(
                            trigger: .outcome("missing"),
                            transition: Transition(
                                say: response("I can't see {{number}}."),
                                clear: ["number"],
                                target: .state("look_up")
                            )
                        ),
                        Handler(
                            trigger: .outcome("failed"),
                            transition: Transition(
                                target: .handoff(HandoffTarget(queue: "orders", reason: .error))
                            )
                        ),
                    ]
                ),
                State(
                    name: "tell",
                    say: response("Order {{number}} is {{order.status}}."),
                    step: .go(Transition(target: .end(.resolved)))
                ),
            ],
            queue: "orders"
        )
    }

    private static func giveBack() throws -> Flow {
        Flow(
            name: "give_back",
            title: "your return",
            slots: [
                numberSlot(),
                Slot(
                    name: "reason",
                    kind: .choice([
                        SlotChoice(id: "size", title: "Wrong size", synonyms: ["too small", "too big"]),
                        SlotChoice(id: "broken", title: "It is broken", synonyms: ["damaged"]),
                    ]),
                    ask: response("Why do you want to return it?"),
                    otherwise: Transition(target: .end(.unresolved))
                ),
            ],
            states: [
                State(
                    name: "confirm",
                    step: .ask(
                        Question(
                            ask: response("Shall I register the return of {{number}}?"),
                            otherwise: Transition(target: .end(.unresolved))
                        )
                    ),
                    handlers: [
                        Handler(trigger: .yes, transition: Transition(target: .state("create"))),
                        Handler(
                            trigger: .no,
                            transition: Transition(
                                say: response("Then I leave it as it is."),
                                target: .end(.cancelled)
                            )
                        ),
                    ]
                ),
                State(
                    name: "create",
                    step: .act(ActionCall(action: "returns.create", arguments: [FieldPath(root: "number")])),
                    handlers: [
                        Handler(
                            trigger: .outcome("done"),
                            transition: Transition(
                                say: response("The return of {{number}} is registered."),
                                target: .end(.resolved)
                            )
                        ),
                        Handler(
                            trigger: .outcome("failed"),
                            transition: Transition(target: .handoff(HandoffTarget(reason: .error)))
                        ),
                    ]
                ),
            ]
        )
    }
}
