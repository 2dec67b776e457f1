import FrontdeskCompiler
import FrontdeskDialogue
import FrontdeskMatching
import Testing

/// A conversation with a small workshop, without a store or a queue; Monday 21 September 2026.
struct WorkshopTalk {
    static let files = [
        SourceFile(path: "assistant.yaml", text: "assistant: workshop\nqueues: {care: {}, fast: {}}\n"),
        SourceFile(
            path: "repairs.yaml",
            text: """
                queue: care
                actions:
                  items.find:
                    takes: [item]
                    gives: thing
                    fields: {price: money EUR, sold: optional date}
                    sql: SELECT price, sold FROM items WHERE number = :item
                entities:
                  item: {regex: 'R-\\d{3}'}
                intents:
                  repair.book:
                    patterns: ["book a repair [of {item}] [on {date}]"]
                    flow: repair
                  repair.fee:
                    patterns: ["what is {item} worth"]
                    flow: worth
                flows:
                  repair:
                    slots:
                      item: {ask: Which item?, title: the item}
                      day:
                        type: date
                        title: the day
                        ask: Which day?
                        attempts: 3
                        valid:
                          - {if: day > today, say: "{{day|date}} is over or today."}
                          - {if: "weekday(day) not in ['saturday', 'sunday']", say: We are closed at weekends.}
                      fast: {type: yes_no, default: no, ask: In a hurry?}
                      note: {type: text, when: fast, ask: Why the hurry?}
                      ready: {value: if fast then day + 1 day else day + 1 week}
                    confirm: {slots: [item, day], ask: "{{item}} on {{day|date}}?"}
                    states:
                      done: {say: "Booked; ready on {{ready|date}}.", end: resolved}
                  worth:
                    slots:
                      item: {ask: Which item?}
                    states:
                      look_up:
                        do: items.find(item)
                        on:
                          found:
                            - {when: "thing.price > 100 EUR", say: A treasure., go: sum_up}
                            - {when: thing.sold is known and thing.sold < today, say: "Sold {{thing.sold|date}}.", end: resolved}
                            - {set: {item: {value: "'none'"}}, go: sum_up}
                          missing: {say: Unknown., end: unresolved}
                          failed: {say: Broken., end: unresolved}
                      sum_up: {say: "{{item}} is worth {{thing.price}}.", end: resolved}
                """
        ),
    ]
    private static let assistant = Compiler.compile(files).assistant
    private static let matcher = assistant.map { Matcher.training($0) }

    let machine: DialogueMachine
    let matcher: Matcher
    var tracker = Tracker(conversation: "c")
    /// What the action finds.
    var row: Record?

    init(row: Record? = nil) throws {
        machine = DialogueMachine(try #require(Self.assistant))
        matcher = try #require(Self.matcher)
        self.row = row
    }

    /// What the desk says to a message, the greeting left out.
    mutating func say(_ text: String) -> [String] {
        let inbound = Inbound(text: text)
        var inputs: [Input] = [.message(inbound, matcher.match(text), waiting: nil)]
        var said: [String] = []
        while let input = inputs.first {
            inputs.removeFirst()
            // Monday 21 September 2026, noon.
            let moment = Moment(milliseconds: 1_789_992_000_000, zone: .utc)
            let decision = machine.advance(&tracker, with: input, at: moment)
            for case .said(let outbound) in decision.events.map(\.fact) where outbound.kind != .greeting {
                said.append(outbound.text)
            }
            for case .run(let request) in decision.actions {
                inputs.append(
                    .actionFinished(
                        ActionResult(key: request.key, outcome: row == nil ? "missing" : "found", record: row)
                    )
                )
            }
        }
        return said
    }
}

@Suite("Slots with expressions, and guards")
struct SlotTermsTests {
    @Test(
        "Customers are asked, refused, read back to and corrected as the file says",
        arguments: [
            [
                ("book a repair", "Which item?"), ("R-100", "Which day?"),
                ("yesterday", "Sunday 20 September is over or today. Which day?"),
                ("saturday", "We are closed at weekends. Which day?"),
                ("tomorrow", "R-100 on Tuesday 22 September?"),
                ("yes", "Booked; ready on Tuesday 29 September."),
            ],
            [
                ("book a repair of R-100 on tomorrow", "R-100 on Tuesday 22 September?"),
                ("no, R-200", "Thanks for correcting that: R-200. / R-200 on Tuesday 22 September?"),
                (
                    "no, thursday",
                    "Thanks for correcting that: Thursday 24 September. / R-200 on Thursday 24 September?"
                ),
                ("no", "Which one shall I change?"), ("the day", "Which day?"),
                ("friday", "R-200 on Friday 25 September?"),
                ("yes", "Booked; ready on Friday 2 October."),
            ],
            [
                ("book a repair of R-100 on tomorrow", "R-100 on Tuesday 22 September?"),
                ("no, the item is wrong", "Which item?"), ("R-300", "R-300 on Tuesday 22 September?"),
                ("no, sunday", "We are closed at weekends. Which day?"),
            ],
        ] as [[(String, String)]]
    )
    func conversations(_ turns: [(String, String)]) throws {
        var talk = try WorkshopTalk()
        for (text, reply) in turns { #expect(talk.say(text).joined(separator: " / ") == reply) }
    }

    @Test("What was read back and agreed to is confirmed, until it changes")
    func provenance() throws {
        var talk = try WorkshopTalk()
        _ = talk.say("book a repair of R-100 on tomorrow")
        #expect(talk.tracker.flow?.slot("item")?.isConfirmed == false)
        _ = talk.say("yes")
        #expect(talk.tracker.endedFlows.last?.slots.first { $0.name == "item" }?.isConfirmed == true)
        #expect(talk.tracker.endedFlows.last?.slots.first { $0.name == "fast" }?.isConfirmed == false)
    }

    @Test(
        "The first target whose condition holds is taken, and a row must be as declared",
        arguments: [
            (Record([.init("price", .number(250))]), "A treasure. / R-100 is worth €250.00."),
            (
                Record([.init("price", .text("20")), .init("sold", .text("2026-09-01"))]),
                "Sold Tuesday 1 September."
            ),
            (Record([.init("price", .number(20)), .init("sold", .none)]), "none is worth €20.00."),
            (Record([.init("price", .text("cheap"))]), "Broken."), (Record([]), "Broken."),
        ]
    )
    func guards(_ row: Record, _ reply: String) throws {
        var talk = try WorkshopTalk(row: row)
        #expect(talk.say("what is R-100 worth").joined(separator: " / ") == reply)
    }
}
