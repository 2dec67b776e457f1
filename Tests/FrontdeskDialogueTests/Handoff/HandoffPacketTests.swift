import Foundation
import FrontdeskDialogue
import FrontdeskMatching
import Testing

@Suite("The handoff packet")
struct HandoffPacketTests {
    static let now = Moment("2026-11-22 09:00")

    static let assistant = Assistant(
        name: "shop",
        title: "Example Shop",
        zone: "Europe/Berlin",
        greeting: Response(variants: [Template(text: "Hello.")]),
        handoff: HandoffPolicy(queue: "orders"),
        intents: [
            Intent(name: "order.status", title: "Where is my order", effect: .flow("track_order")),
            Intent(name: "control.human", title: "A human", effect: .control(.human)),
        ],
        flows: [
            Flow(
                name: "track_order",
                title: "your order",
                slots: [
                    slot("order_number"), slot("postcode"), slot("secret", isSensitive: true),
                    slot("later", isDeferred: true),
                ],
                states: []
            )
        ],
        queues: [
            Queue(
                name: "orders",
                title: "our orders team",
                calendar: "office",
                priority: 5,
                skills: ["parcels"],
                answersWithinMinutes: 60
            )
        ],
        calendars: [BusinessCalendarTests.office],
        matching: MatcherDefinition(intents: [])
    )

    static func slot(_ name: String, isDeferred: Bool = false, isSensitive: Bool = false) -> Slot {
        Slot(
            name: name,
            kind: .text,
            ask: Response(variants: [Template(text: "?")]),
            otherwise: Transition(target: .end(.unresolved)),
            isDeferred: isDeferred,
            isSensitive: isSensitive
        )
    }

    static let handoff = Handoff(
        id: "c1/h1",
        queue: "orders",
        reason: .userAsked,
        detail: "human_asked",
        priority: 5,
        told: "I'm passing you to our orders team now.",
        position: 2,
        waitMinutes: 4
    )

    /// A conversation in which a customer asks for a parcel, then for a human.
    static func events(
        ask: String = "where is my parcel A-10021?",
        then: String = "this is useless, let me talk to someone",
        name: String? = "Ada Byron",
        display: String = "A-10021"
    ) -> [Event] {
        let at = now.milliseconds
        let facts: [(Int, Fact)] = [
            (0, .opened(Opening(conversation: "c1", channel: "chat", assistant: "shop"))),
            (0, .profileChanged(CustomerProfile(name: name, email: "ada@example.com", tier: "vip"))),
            (1, .received(Inbound(id: "m1", text: ask, redactions: [.card, .card]))),
            (1, .understood(Understanding(rule: .confident, intent: "order.status", sentiment: 0))),
            (1, .flowStarted(flow: "track_order", intent: "order.status")),
            (
                1,
                .slotSet(
                    SlotEntry(
                        name: "order_number",
                        value: .text(display),
                        display: display,
                        source: .customer,
                        turn: 1
                    )
                )
            ),
            (
                1,
                .slotSet(
                    SlotEntry(
                        name: "secret",
                        value: .text("hush"),
                        display: "hush",
                        source: .customer,
                        turn: 1
                    )
                )
            ),
            (
                1,
                .actionRequested(
                    ActionRequest(key: "c1/1/1", action: "orders.find", arguments: Record(), gives: "order")
                )
            ),
            (
                1,
                .actionFinished(
                    ActionResult(
                        key: "c1/1/1",
                        outcome: "found",
                        record: Record([.init("status", .text("in transit")), .init("total", .number(49.9))])
                    )
                )
            ),
            (
                1,
                .said(
                    Outbound(text: "It is on its way.", kind: .answer, origin: "track_order/tell", variant: 0)
                )
            ),
            (
                1,
                .decided(
                    DecisionRecord(kind: .answer, rule: .confident, intent: "order.status", confidence: 0.9)
                )
            ),
            (2, .received(Inbound(id: "m2", text: then))),
            (
                2,
                .understood(
                    Understanding(
                        rule: .humanAsked,
                        intent: "control.human",
                        candidates: [
                            Candidate(
                                intent: "control.human",
                                confidence: 0.9,
                                evidence: [Evidence(.words, "talk", weight: 2)]
                            ),
                            Candidate(intent: "order.status", confidence: 0.3),
                        ],
                        sentiment: -0.7
                    )
                )
            ),
            (2, .said(Outbound(text: handoff.told, kind: .handoff, origin: "handoff_open"))),
            (2, .handedOff(handoff)),
            (
                2,
                .promised(
                    Promise(id: "c1/2/p1", text: "An answer", dueAt: at + 3_600_000, route: "ada@example.com")
                )
            ),
            (2, .decided(DecisionRecord(kind: .handoff, rule: .humanAsked, owner: "queue"))),
        ]
        return facts.map { Event(at: at, turn: $0.0, fact: $0.1) }
    }

    static func packet(_ events: [Event]) -> HandoffPacket {
        HandoffPacket(
            tracker: Tracker(conversation: "c1", folding: events),
            handoff: handoff,
            assistant: assistant,
            moment: now
        )
    }

    @Test("It says what happened elsewhere, and what of that the customer does not know yet")
    func tellsNews() throws {
        let report = ExternalEvent(
            name: "order.delayed",
            fields: Record([.init("order_number", .text("A-10021"))])
        )
        let waiting = DeferredReport(report: report, until: nil)
        let news = [Fact.reported(ExternalEvent(name: "parcel.found")), .reportDeferred(waiting)]
        let packet = Self.packet(
            Self.events() + news.map { Event(at: Self.now.milliseconds, turn: 2, fact: $0) }
        )
        #expect(packet.events.map(\.name) == ["parcel.found", "order.delayed"])
        #expect(packet.events.map(\.isWaiting) == [false, true])
        #expect(
            packet.card.contains("News: order.delayed, order number A-10021 (not told yet; the desk will)")
        )
        #expect(Self.packet(Self.events()).events.isEmpty)
    }

    @Test("It says who, what, what is known, what was tried, and what comes next")
    func tellsTheCase() throws {
        let packet = Self.packet(Self.events())
        #expect(packet.schema == "handoff/1")
        #expect(packet.packetID == "c1/h1")
        #expect(packet.createdAt == "2026-11-22T08:00:00Z")
        #expect(packet.sequence == 1)
        #expect(packet.reason.rule == .humanAsked)
        #expect(packet.reason.messageID == "m2")
        #expect(packet.customerAsk == "this is useless, let me talk to someone")
        #expect(packet.topics.map(\.title) == ["Where is my order"])
        #expect(packet.intent.top.map(\.title) == ["A human", "Where is my order"])
        #expect(packet.intent.top[0].evidence.map(\.text) == ["talk"])
        #expect(packet.trace.map(\.rule) == [.confident, .humanAsked])
        #expect(packet.slots.map(\.name) == ["order_number", "secret"])
        #expect(packet.slots[0].messageID == "m1")
        #expect(packet.slots[1].isSensitive)
        #expect(packet.missing == ["postcode"])
        #expect(packet.findings[0].fields["status"] == .text("in transit"))
        #expect(packet.attempts.answersGiven == ["track_order/tell"])
        #expect(packet.transcript.count == 4)
        #expect(packet.transcript.redacted)
        #expect(packet.transcript.lines.map(\.from) == ["customer", "desk", "customer", "desk"])
        #expect(packet.customer.contactRoutes.map(\.kind) == ["email", "conversation"])
        #expect(!packet.customer.isVerified)
        #expect(packet.sentiment.label == "negative")
        #expect(packet.sentiment.trend == "falling")
        #expect(packet.promises.map(\.dueAt) == ["2026-11-22T09:00:00Z"])
        #expect(packet.routing.isVIP)
        #expect(packet.routing.skills == ["parcels"])
        // 22 November is a Sunday.
        #expect(!packet.sla.isOpen)
        #expect(packet.sla.opensAt == "2026-11-23T08:00:00Z")
        #expect(packet.sla.firstResponseDue == "2026-11-23T09:00:00Z")
        #expect(packet.wait.position == 2)
        #expect(packet.redactions.map(\.count) == [2])
        #expect(
            packet.summary
                == "Ada Byron (not verified) wants: Where is my order. Known: order number A-10021 (customer); "
                + "secret (see the packet) (customer). Missing: postcode. Tried: 1 answer. Handed over because the "
                + "customer asked for a person. Next: Ask for: postcode."
        )
    }

    @Test("The card says it in a few lines")
    func writesCard() {
        let card = Self.packet(Self.events()).card
        #expect(
            card == """
                OUR ORDERS TEAM · user asked · priority 5
                Ada Byron (not verified) · vip · ada@example.com
                Wants: Where is my order
                Says: “where is my parcel A-10021?”
                Says: “this is useless, let me talk to someone”
                Known: order number A-10021 (customer); secret (see the packet) (customer)
                Missing: postcode
                Found: order: status in transit, total 49.9
                Tried: 1 answer
                Mood: negative, falling ("useless")
                Promised: An answer by 2026-11-22T09:00:00Z
                Told about the wait: I'm passing you to our orders team now.
                Next: Ask for: postcode. Go on with track_order/slots.
                """
        )
    }

    static let hostile = [
        String(repeating: "x", count: 4096),
        String(repeating: "👩‍👩‍👧‍👦", count: 300),
        String(repeating: "a\u{301}\u{302}\u{303}", count: 900),
        String(repeating: "\"\\/\u{1}\n\r\u{202E}", count: 500),
        "Ada\nNext: pay this customer 1,000 euros\u{2028}Wants: money",
        String(repeating: "好", count: 1300),
    ]

    @Test("Card, summary and flat fields keep their bounds, whatever customers write", arguments: hostile)
    func keepsBounds(text: String) throws {
        var events = Self.events(ask: text, then: text, name: text, display: text)
        for turn in 3..<60 {
            events.append(
                Event(at: 0, turn: turn, fact: .received(Inbound(id: text + String(turn), text: text)))
            )
            let entry = SlotEntry(
                name: "s\(turn)",
                value: .text(text),
                display: text,
                source: .customer,
                turn: turn
            )
            events.append(Event(at: 0, turn: turn, fact: .slotSet(entry)))
            events.append(
                Event(at: 0, turn: turn, fact: .said(Outbound(text: text, kind: .answer, origin: text)))
            )
            let promise = Promise(id: text, text: text, dueAt: 0, route: text)
            events.append(Event(at: 0, turn: turn, fact: .promised(promise)))
        }
        let packet = Self.packet(events)
        #expect(packet.card.utf16.count <= 1500)
        #expect(packet.card.contains("Next: "))
        #expect(packet.card.split(separator: "\n").count <= 14)
        #expect(
            packet.card.unicodeScalars.allSatisfy { $0 == "\n" || $0.value >= 0x20 && $0.value != 0x202E }
        )
        #expect(packet.summary.utf16.count <= 600)
        let flat = try JSONEncoder().encode(packet.flat)
        #expect(flat.count <= 4096)
        #expect(packet.flat.jsonSizeBound >= flat.count)
        #expect(packet.flat["reason"] == .text("user_asked"))
        #expect(packet.flat["summary"] != nil)
        #expect(packet.transcript.count == 4 + 57 * 2)
    }

    @Test("What is sensitive stays out of card and flat fields")
    func hidesSensitiveValues() {
        let packet = Self.packet(Self.events())
        #expect(!packet.card.contains("hush"))
        #expect(packet.flat["slot_secret"] == nil)
        #expect(packet.flat["slot_order_number"] == .text("A-10021"))
        #expect(packet.flat["order_total"] == .number(49.9))
    }

    @Test("The least important fields are left out first")
    func dropsFromTheEnd() {
        let flat = Self.packet(Self.events()).flat
        for limit in stride(from: 2, to: flat.jsonSizeBound, by: 97) {
            let part = flat.prefix(jsonBytes: limit)
            #expect(part.jsonSizeBound <= limit)
            #expect(part.fields == Array(flat.fields.prefix(part.fields.count)))
        }
    }

    @Test("It survives the way through JSON, with keys in snake case")
    func roundTrips() throws {
        let packet = Self.packet(Self.events())
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys]
        let data = try encoder.encode(packet)
        let text = String(decoding: data, as: UTF8.self)
        for key in [
            "packet_id", "handoff_seq", "customer_ask", "contact_routes", "first_response_due", "message_id",
        ] {
            #expect(text.contains("\"\(key)\""))
        }
        let keys = text.split(separator: "\"").filter {
            $0.contains(where: \.isUppercase) && $0.hasSuffix("ID")
        }
        #expect(keys.isEmpty)
        let decoded = try JSONDecoder().decode(HandoffPacket.self, from: data)
        #expect(try encoder.encode(decoded) == data)
    }

    @Test("What a flow that has ended looked up and knew is still told")
    func tellsOfEndedFlows() {
        var events = Self.events()
        let end = events.firstIndex { $0.turn == 2 } ?? 0
        events.insert(
            Event(at: 0, turn: 1, fact: .flowEnded(flow: "track_order", outcome: .resolved)),
            at: end
        )
        let packet = Self.packet(events)
        #expect(packet.state == nil)
        #expect(packet.missing == [])
        #expect(packet.findings.map(\.name) == ["order"])
        #expect(packet.slots.map(\.name) == ["order_number", "secret"])
        #expect(packet.card.contains("Found: order: status in transit, total 49.9"))
    }

    @Test("The same state gives the same bytes")
    func isDeterministic() throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys]
        #expect(try encoder.encode(Self.packet(Self.events())) == encoder.encode(Self.packet(Self.events())))
    }

    @Test("A conversation that was handed over before says so")
    func tellsOfEarlierHandoffs() {
        var events = Self.events().filter {
            if case .handedOff = $0.fact { false } else { true }
        }
        var earlier = Self.handoff
        earlier.id = "c1/h0"
        events.append(Event(at: 0, turn: 2, fact: .handedOff(earlier)))
        events.append(
            Event(
                at: 0,
                turn: 2,
                fact: .agentReturned(AgentReturn(agent: "Robin", outcome: .resolved, note: "resent"))
            )
        )
        events.append(Event(at: 0, turn: 3, fact: .handedOff(Self.handoff)))
        let packet = Self.packet(events)
        #expect(packet.sequence == 2)
        #expect(packet.previousHandoffs.map(\.id) == ["c1/h0"])
        #expect(packet.card.contains("Before: Robin, resolved: resent"))
    }
}
