package import FrontdeskDialogue
import FrontdeskMatching

/// One event of every kind, with everything in it that can be there.
package enum EventSamples {
    package static let all: [Event] = facts.enumerated().map { index, fact in
        Event(at: 1_795_000_000_000 + Int64(index), turn: index / 4, fact: fact)
    }

    /// Texts that are hard on quoting, encoding and sorting.
    static let text = "ü '\"\\ {{x}} \u{0}\u{7F} \u{1F600} e\u{301} %s ;-- \n\t 好"

    private static let span = SourceSpan(0, 3)

    private static let entities: [Entity] = [
        EntityValue.text(text), .number(-2.5), .ordinal(-1), .money(Money(minorUnits: 4990, currency: "EUR")),
        .date(.calendar(year: nil, month: 2, day: 29)), .date(.weekday(3, .next)),
        .time(TimeOfDay(hour: 14, minute: 5)), .duration(TimeLength(months: 1, milliseconds: 1500)),
        .quantity(Quantity(amount: 2.5, unit: .squareMetre)),
        .dateRange(.between(.days(1), .weekday(5, .next))),
        .dateRange(.calendarMonth(year: nil, month: 5)),
        .timeRange(TimeRange(from: TimeOfDay(hour: 9, minute: 0), until: TimeOfDay(hour: 17, minute: 30))),
    ].map { Entity(type: "t", role: "from", span: span, tokens: 0..<1, text: text, value: $0) }

    private static let values: [Value] =
        [
            .none, .text(text), .number(0.1), .boolean(true), .money(Money(minorUnits: -1, currency: "JPY")),
            .date(CivilDate(year: 2026, month: 11, day: 25)), .time(TimeOfDay(hour: 0, minute: 0)),
            .instant(-1),
            .duration(90_000), .quantity(Quantity(amount: -5, unit: .celsius)),
            .times(TimeRange(from: TimeOfDay(hour: 22, minute: 0), until: TimeOfDay(hour: 6, minute: 0))),
        ]
        + [DayRange(CivilDate(year: 2026, month: 11, day: 23), CivilDate(year: 2026, month: 11, day: 27))]
        .compactMap {
            $0.map(Value.days)
        }

    private static let record = Record(values.enumerated().map { Record.Field("f\($0)", $1) })

    private static let facts: [Fact] = before + within + after

    private static let before: [Fact] = [
        .opened(Opening(conversation: "c", channel: "chat", assistant: "shop")),
        .profileChanged(
            CustomerProfile(
                id: "7",
                name: text,
                email: "Ada@Example.com",
                phone: "+49",
                language: "de",
                zone: "Europe/Berlin",
                tier: "vip",
                preferences: ["contact": text],
                isVerified: true
            )
        ),
        .received(
            Inbound(
                id: "m1",
                text: text,
                choice: "a",
                attachments: [Attachment(name: text, mediaType: "image/png", url: "https://example.com/x")],
                redactions: [.card, .password]
            )
        ),
        .held(HeldMessage(inbound: Inbound(id: "m2", text: text), until: 40)),
        .received(Inbound(id: "m2", text: text, burst: Burst(ids: ["m2"], count: 1))),
        .understood(
            Understanding(
                rule: .pattern,
                intent: "order.status",
                candidates: [
                    Candidate(
                        intent: "order.status",
                        confidence: 0.97,
                        pattern: PatternMatch(
                            pattern: 0,
                            source: text,
                            literalWords: 2,
                            gapWords: 1,
                            entities: entities
                        ),
                        score: -1.5,
                        evidence: [Evidence(.characters, text, weight: 0.25)]
                    )
                ],
                entities: entities,
                sentiment: -0.5
            )
        ),
    ]

    private static let within: [Fact] = [
        .flowStarted(flow: "f", intent: nil), .stateEntered(flow: "f", state: nil),
        .stateEntered(flow: "f", state: "s"),
        .slotSet(
            SlotEntry(
                name: "s",
                value: values[1],
                display: text,
                source: .customer,
                turn: 1,
                isConfirmed: true
            )
        ),
        .slotCleared("s"), .choicesShutOut(slot: "s", ids: ["a"]), .attemptFailed("s"), .requestTaken,
        .requestKept(NextRequest(intent: "i", message: UnclearMessage(text: text, entities: []))),
        .questionOpened(.slot("s")), .questionOpened(.state("s")),
        .questionOpened(.clarification([Choice(id: "a", title: text)])),
        .questionOpened(.suggestion(["a", "b"])),
        .questionOpened(.contact), .questionClosed,
        .actionRequested(ActionRequest(key: "c/1/1", action: "a.b", arguments: record, gives: "order")),
        .actionFinished(ActionResult(key: "c/1/1", outcome: "found", record: record, failure: text)),
        .confidenceChanged(to: 0.7, cause: .noMatch),
        .said(
            Outbound(
                text: text,
                choices: [Choice(id: "a", title: text)],
                kind: .question,
                origin: "f/s",
                variant: 2
            )
        ),
        .flowEnded(flow: "f", outcome: .resolved),
        .decided(
            DecisionRecord(
                kind: .ask,
                rule: .fillsSlot,
                intent: "i",
                confidence: 0.5,
                stateBefore: "f/s",
                stateAfter: nil,
                resumed: true,
                owner: "queue"
            )
        ),
    ]

    private static let after: [Fact] = [
        .handoffRequested(
            HandoffRequest(
                queue: "q",
                reason: .loop,
                detail: text,
                priority: 9,
                say: Response(variants: [
                    Template(segments: [.field(FieldPath(root: "a", field: "b"), [.upper])], source: text)
                ])
            )
        ),
        .handedOff(
            Handoff(
                id: "c/h1",
                queue: "q",
                reason: .userAsked,
                detail: text,
                priority: 0,
                told: text,
                position: 3,
                waitMinutes: 4
            )
        ),
        .promised(Promise(id: "c/1/p1", text: text, dueAt: 1, route: nil)),
        .promised(
            Promise(
                id: "c/1/p2",
                text: text,
                dueAt: 9_000_000,
                route: text,
                madeAt: 1,
                queue: "q",
                ticket: "c/h1",
                length: .days(2),
                keptBy: [text],
                movedBy: [text],
                late: text,
                about: record
            )
        ),
        .promiseChanged(PromiseChange(id: "c/1/p2", kind: .dueSoon)),
        .promiseChanged(PromiseChange(id: "c/1/p2", kind: .missed, until: 9)),
        .promiseChanged(PromiseChange(id: "c/1/p2", kind: .kept, by: text)),
        .promiseRefused(PromiseRefusal(text: text, reason: .neverOpen)),
        .ticketRaised(to: 9), .delivered(through: 3),
        .reportDeferred(
            DeferredReport(report: ExternalEvent(name: "order.delayed", fields: record), until: 7)
        ),
        .agentJoined(agent: text),
        .agentSaid(agent: "Robin", text: text),
        .agentReturned(AgentReturn(agent: "Robin", outcome: .needsFollowUp, note: text)),
        .agentClosed(agent: "Robin"),
        .leaseExpired(agent: "Robin"), .ticketWithdrawn, .feedbackAsked(.nps),
        .feedbackGiven(Feedback(kind: .csat, score: 1, text: text, servedBy: .both)),
        .rated(Rating(turn: 2, isUp: false)),
        .memory(
            .recalled(
                CustomerMemory(
                    customer: "u1",
                    conversations: 2,
                    lastAt: 5,
                    lastTopic: text,
                    lastOutcome: .waiting,
                    awaited: .init(text: text, dueAt: 9),
                    consent: .init(isGiven: true, at: 4),
                    values: [RememberedValue(name: "size", value: .text(text), display: text, at: 3)]
                )
            )
        ),
        .memory(.learnt([RememberedValue(name: "size", value: nil, display: text, at: 3)])),
        .memory(.consent(isGiven: false)), .memory(.forgotten([text])),
        .reported(ExternalEvent(name: "order.delayed", fields: record)), .undone(turn: 3),
    ]
}
