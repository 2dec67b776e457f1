import FrontdeskDialogue
import Testing

@Suite("What is remembered of a customer")
struct CustomerMemoryTests {
    private static func value(_ text: String?, _ at: Int64) -> RememberedValue {
        RememberedValue(name: "size", value: text.map(Value.text), display: text ?? "", at: at)
    }

    @Test(
        "The latest word counts, in whatever order conversations are read",
        arguments: [
            ([value("M", 1), value("L", 2)], "L"), ([value("L", 2), value("M", 1)], "L"),
            ([value("M", 1), value(nil, 2)], nil), ([value(nil, 2), value("M", 1)], nil),
            ([value(nil, 1), value("M", 2)], "M"), ([], nil),
        ] as [([RememberedValue], String?)]
    )
    func latest(_ values: [RememberedValue], _ expected: String?) {
        var memory = CustomerMemory(customer: "1")
        for value in values { memory.keep(value) }
        #expect(memory["size"]?.display == expected)
        #expect(memory["colour"] == nil)
    }

    /// A conversation: who it was, and what happened in it.
    struct Earlier: Sendable {
        var customer = CustomerProfile(id: "1", isVerified: true)
        var facts: [Fact]
        var at: Int64
    }

    struct Case: Sendable, CustomTestStringConvertible {
        var name: String
        var earlier: [Earlier]
        var expected: CustomerMemory

        var testDescription: String { name }
    }

    private static let resolved: [Fact] = [
        .understood(Understanding(rule: .pattern, intent: "stock")),
        .flowStarted(flow: "stock", intent: "stock"),
        .flowEnded(flow: "stock", outcome: .resolved),
    ]
    private static let promised = Fact.promised(
        Promise(id: "p1", text: "Our answer", dueAt: 2_000, route: nil)
    )

    static let cases = [
        Case(name: "a new customer", earlier: [], expected: CustomerMemory(customer: "1")),
        Case(
            name: "somebody who was helped",
            earlier: [Earlier(facts: resolved, at: 10)],
            expected: CustomerMemory(
                customer: "1",
                conversations: 1,
                lastAt: 10,
                lastTopic: "stock",
                lastOutcome: .resolved
            )
        ),
        Case(
            name: "who only claimed to be this customer does not count",
            earlier: [Earlier(customer: CustomerProfile(id: "1"), facts: resolved, at: 10)],
            expected: CustomerMemory(customer: "1")
        ),
        Case(
            name: "another customer does not count",
            earlier: [Earlier(customer: CustomerProfile(id: "2", isVerified: true), facts: resolved, at: 10)],
            expected: CustomerMemory(customer: "1")
        ),
        Case(
            name: "what was left open",
            earlier: [Earlier(facts: [.flowStarted(flow: "stock", intent: nil)], at: 10)],
            expected: CustomerMemory(customer: "1", conversations: 1, lastAt: 10, lastOutcome: .unresolved)
        ),
        Case(
            name: "a promise that is open",
            earlier: [Earlier(facts: [promised], at: 10)],
            expected: CustomerMemory(
                customer: "1",
                conversations: 1,
                lastAt: 10,
                awaited: .init(text: "Our answer", dueAt: 2_000)
            )
        ),
        Case(
            name: "a promise that was kept is nothing to wait for",
            earlier: [
                Earlier(facts: [promised, .promiseChanged(PromiseChange(id: "p1", kind: .kept))], at: 10)
            ],
            expected: CustomerMemory(customer: "1", conversations: 1, lastAt: 10)
        ),
        Case(
            name: "a promise whose time is over is none to look forward to",
            earlier: [
                Earlier(
                    facts: [.promised(Promise(id: "p1", text: "Our answer", dueAt: 900, route: nil))],
                    at: 10
                )
            ],
            expected: CustomerMemory(customer: "1", conversations: 1, lastAt: 10)
        ),
        Case(
            name: "each conversation hands on what it was told, and the latest word counts",
            earlier: [
                Earlier(
                    facts: [
                        .memory(
                            .recalled(
                                CustomerMemory(
                                    customer: "1",
                                    conversations: 7,
                                    consent: .init(isGiven: true, at: 1),
                                    values: [value("M", 1)]
                                )
                            )
                        ), .memory(.learnt([value("L", 10)])),
                    ],
                    at: 10
                ),
                Earlier(
                    facts: [
                        .memory(
                            .recalled(
                                CustomerMemory(customer: "1", conversations: 3, values: [value("S", 2)])
                            )
                        )
                    ],
                    at: 20
                ),
            ],
            expected: CustomerMemory(
                customer: "1",
                conversations: 8,
                lastAt: 20,
                consent: .init(isGiven: true, at: 1),
                values: [value("L", 10)]
            )
        ),
    ]

    @Test("Earlier conversations come to a memory", arguments: cases)
    func earlier(_ test: Case) {
        let trackers = test.earlier.enumerated().map { number, earlier in
            let facts: [Fact] = [
                .opened(Opening(conversation: "c\(number)", channel: "web", assistant: "a")),
                .profileChanged(earlier.customer), .received(Inbound(text: "hello")),
            ]
            return Tracker(
                conversation: "c\(number)",
                folding: (facts + earlier.facts).map { Event(at: earlier.at, turn: 1, fact: $0) }
            )
        }
        #expect(CustomerMemory(of: "1", from: trackers, at: 1_000) == test.expected)
        #expect(CustomerMemory(of: "1", from: trackers.reversed(), at: 1_000) == test.expected)
    }

    @Test("What belongs to one customer is not there for another one")
    func anotherCustomer() {
        let facts: [Fact] = [
            .profileChanged(CustomerProfile(id: "1", isVerified: true)),
            .memory(.recalled(CustomerMemory(customer: "1", values: [Self.value("M", 1)]))),
        ]
        func memory(after profile: CustomerProfile) -> CustomerMemory? {
            Tracker(
                conversation: "c",
                folding: (facts + [.profileChanged(profile)]).map { Event(at: 1, turn: 0, fact: $0) }
            ).memory
        }
        #expect(
            memory(after: CustomerProfile(id: "1", name: "Ada", isVerified: true))?["size"]?.display == "M"
        )
        #expect(memory(after: CustomerProfile(id: "1")) == nil)
        #expect(memory(after: CustomerProfile(id: "2", isVerified: true)) == nil)
    }

    @Test(
        "The parts of the day are those of the language",
        arguments: [
            (0, "night", "night"), (5, "night", "night"), (6, "morning", "morning"),
            (11, "morning", "morning"), (12, "afternoon", "afternoon"), (17, "afternoon", "afternoon"),
            (18, "evening", "afternoon"), (19, "evening", "afternoon"), (20, "evening", "night"),
            (21, "night", "night"), (23, "night", "night"),
        ]
    )
    func partOfDay(_ hour: Int, _ english: String, _ spanish: String) {
        #expect(PartOfDay(hour: hour, language: "en").rawValue == english)
        #expect(PartOfDay(hour: hour, language: "es").rawValue == spanish)
        #expect(PartOfDay(hour: hour, language: "es-MX").rawValue == spanish)
    }
}
