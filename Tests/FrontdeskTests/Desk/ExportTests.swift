import Foundation
import Frontdesk
import FrontdeskDialogue
import FrontdeskMatching
import FrontdeskTesting
import Testing

@Suite("An export")
struct ExportTests {
    private static func export(_ events: [Event]) -> Export {
        var head = ConversationHead(conversation: "c")
        for event in events { head.apply(event) }
        var ticket = Ticket(
            id: "c/h1",
            conversation: "c",
            queue: "q",
            reason: .loop,
            priority: 3,
            enqueuedAt: 5
        )
        ticket.leaseUntil = 9
        let conversation = Export.Conversation(head: head, events: events, tickets: [ticket])
        return Export(at: 1_795_428_600_000, conversations: [conversation])
    }

    @Test("reads back as it was written, every kind of event", arguments: [true, false])
    func roundTrip(indented: Bool) throws {
        let export = Self.export(Self.events)
        let bytes = export.json(indented: indented)
        #expect(try Export(json: bytes) == export)
        #expect(export.json(indented: indented) == bytes)
        #expect(!String(decoding: bytes, as: UTF8.self).contains("\"_0\""))
    }

    /// All samples; the texts of a response survive as their author wrote them.
    private static let events = EventSamples.all.map { event in
        guard case .handoffRequested(var request) = event.fact else { return event }
        request.say = (try? Template(parsing: "Hello {{customer.first_name|upper}}")).map {
            Response(variants: [$0])
        }
        return Event(at: event.at, turn: event.turn, fact: .handoffRequested(request))
    }

    @Test("has events as flat as the documentation says")
    func shape() throws {
        let fact = Fact.slotSet(
            SlotEntry(
                name: "sum",
                value: .money(Money(minorUnits: 4990, currency: "EUR")),
                display: "49,90 €",
                source: .customer,
                turn: 1
            )
        )
        let text = String(
            decoding: Self.export([Event(at: 7, turn: 1, fact: fact)]).json(),
            as: UTF8.self
        )
        #expect(
            text.hasPrefix(#"{"at":1795428600000,"conversations":[{"events":[{"at":7,"by":"desk","fields":"#)
        )
        #expect(
            text.contains(
                #"{"display":"49,90 €","is_confirmed":false,"name":"sum","source":"customer","turn":1,"#
                    + #""value":{"money":{"currency":"EUR","minor_units":4990}}},"kind":"slot_set","turn":1}]"#
            )
        )
        #expect(text.hasSuffix(#""format":"frontdesk-export/1"}"#))
    }

    @Test("shown in the documentation can be read, and every kind of event is explained")
    func page() throws {
        let page = try String(
            contentsOf: URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(
                path: "../../../Sources/Frontdesk/Frontdesk.docc/ExportFormat.md"
            ),
            encoding: .utf8
        )
        let parts = page.components(separatedBy: "```")
        let export = try Export(json: Array(parts[1].dropFirst("json".count).utf8))
        #expect(export.conversations.map(\.events.count) == [4])
        #expect(try Export(json: export.json()) == export)
        let all = try #require(
            try JSONSerialization.jsonObject(with: Data(Self.export(EventSamples.all).json()))
                as? [String: Any]
        )
        let conversations = try #require(all["conversations"] as? [[String: Any]])
        let events = try #require(conversations[0]["events"] as? [[String: Any]])
        for event in events {
            let kind = try #require(event["kind"] as? String)
            let row = try #require(
                page.split(separator: "\n").first { $0.hasPrefix("| ") && $0.contains("`\(kind)`") }
            )
            for field in (event["fields"] as? [String: Any] ?? [:]).keys {
                #expect(row.contains("`\(field)`"), "\(kind).\(field)")
            }
        }
    }

    @Test(
        "of another form is refused in words",
        arguments: [
            (#"{"format":"frontdesk-export/2","at":1}"#, "the form 'frontdesk-export/2'"),
            (#"{"at":1,"conversations":[]}"#, "cannot be read: there is no 'format'"),
            ("[]", "cannot be read: there is a value of another kind"),
            ("", "cannot be read: it is not JSON, or not whole"),
            (#"{"format":"frontdesk-export/1","at":1,"conv"#, "cannot be read: it is not JSON, or not whole"),
            (
                #"{"format":"frontdesk-export/1","at":"x","conversations":[]}"#,
                "cannot be read: in at, there is a value of another kind"
            ),
            (
                #"{"format":"frontdesk-export/1","at":1,"conversations":[{}]}"#,
                "cannot be read: in conversations, 1, there is no 'head'"
            ),
        ]
    )
    func refusals(text: String, words: String) {
        let error = #expect(throws: ExportError.self) { try Export(json: Array(text.utf8)) }
        #expect(error?.description.contains(words) == true)
    }

    @Test(
        "is not the only form that is read: what older versions stored is, too",
        arguments: [
            (#"{"slotCleared":{"_0":"s"}}"#, .slotCleared("s")),
            (#"{"questionOpened":{"_0":{"slot":{"_0":"s"}}}}"#, .questionOpened(.slot("s"))),
            (#"{"questionOpened":{"_0":{"contact":{}}}}"#, .questionOpened(.contact)),
            (
                #"{"questionOpened":{"_0":{"change":{"_0":[{"id":"a","title":"A"}]}}}}"#,
                .questionOpened(.change([Choice(id: "a", title: "A")]))
            ),
            (
                #"{"reported":{"_0":{"name":"n","fields":{"fields":[{"name":"a","value":{"none":{}}},{"name":"b","value":{"text":{"_0":"x"}}},{"name":"c","value":{"number":{"_0":2.5}}},{"name":"d","value":{"boolean":{"_0":true}}},{"name":"e","value":{"money":{"_0":{"minorUnits":1,"currency":"EUR"}}}},{"name":"f","value":{"date":{"_0":{"year":2026,"month":11,"day":25}}}},{"name":"g","value":{"time":{"_0":{"hour":9,"minute":5}}}},{"name":"h","value":{"instant":{"_0":-1}}}]}}}}"#,
                .reported(
                    ExternalEvent(
                        name: "n",
                        fields: Record([
                            .init("a", .none), .init("b", .text("x")), .init("c", .number(2.5)),
                            .init("d", .boolean(true)),
                            .init("e", .money(Money(minorUnits: 1, currency: "EUR"))),
                            .init("f", .date(CivilDate(year: 2026, month: 11, day: 25))),
                            .init("g", .time(TimeOfDay(hour: 9, minute: 5))), .init("h", .instant(-1)),
                        ])
                    )
                )
            ),
        ] as [(String, Fact)]
    )
    func former(text: String, fact: Fact) throws {
        #expect(try JSONDecoder().decode(Fact.self, from: Data(text.utf8)) == fact)
    }

    @Test(
        "reads what entities meant in older versions",
        arguments: [
            (#"{"text":{"_0":"x"}}"#, .text("x")), (#"{"number":{"_0":-2.5}}"#, .number(-2.5)),
            (#"{"ordinal":{"_0":-1}}"#, .ordinal(-1)),
            (
                #"{"date":{"_0":{"calendar":{"month":2,"day":29}}}}"#,
                .date(.calendar(year: nil, month: 2, day: 29))
            ),
            (#"{"date":{"_0":{"weekday":{"_0":3,"_1":"next"}}}}"#, .date(.weekday(3, .next))),
            (#"{"date":{"_0":{"days":{"_0":1}}}}"#, .date(.days(1))),
            (#"{"date":{"_0":{"months":{"_0":1}}}}"#, .date(.months(1))),
            (#"{"date":{"_0":{"dayOfMonth":{"_0":5}}}}"#, .date(.dayOfMonth(5))),
            (#"{"date":{"_0":{"workingDays":3}}}"#, .date(.workingDays(3))),
            (#"{"time":{"_0":{"hour":14,"minute":5}}}"#, .time(TimeOfDay(hour: 14, minute: 5))),
        ] as [(String, EntityValue)]
    )
    func formerEntities(text: String, value: EntityValue) throws {
        #expect(try JSONDecoder().decode(EntityValue.self, from: Data(text.utf8)) == value)
        let again = try JSONEncoder().encode(value)
        #expect(try JSONDecoder().decode(EntityValue.self, from: again) == value)
    }
}
