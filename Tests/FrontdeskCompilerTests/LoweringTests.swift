import Foundation
import FrontdeskCompiler
import FrontdeskDialogue
import FrontdeskMatching
import Testing

@Suite("The compiled assistant")
struct LoweringTests {
    private func shop() throws -> Assistant {
        try #require(Compiler.compile(SmallShop.sources).assistant)
    }

    @Test("A compiled assistant survives being written and read")
    func codable() throws {
        let assistant = try shop()
        let data = try JSONEncoder().encode(assistant)
        #expect(try JSONDecoder().decode(Assistant.self, from: data) == assistant)
    }

    @Test("One line makes an assistant, with its defaults")
    func minimal() throws {
        let source = SourceFile(path: "assistant.yaml", text: "assistant: corner-shop\n")
        let assistant = try #require(Compiler.compile([source]).assistant)
        #expect(assistant.name == "corner-shop")
        #expect(assistant.title == "Corner shop")
        #expect(assistant.zone == "UTC")
        #expect(assistant.queues == [Queue(name: "support", title: "our support team")])
        #expect(assistant.handoff.queue == "support")
        let controls = Control.allCases.filter {
            ![.language, .forget, .remembered, .noNotices, .notices].contains($0)
        }
        #expect(assistant.intents.map(\.name) == controls.map(\.intentName))
        #expect(assistant.matching.intents.allSatisfy { $0.examples.isEmpty && !$0.patterns.isEmpty })
    }

    @Test("Settings, queues and hours arrive as written")
    func settings() throws {
        let assistant = try shop()
        #expect(assistant.zone == "Europe/Berlin")
        #expect(assistant.thresholds == Thresholds(answer: 0.7))
        #expect(assistant.handoff.routes == [.init(reason: .sentiment, queue: "care", priority: 7)])
        #expect(assistant.queues[0].answersWithinMinutes == 120)
        #expect(assistant.queues[1].skills == ["orders"])
        let saturday = assistant.calendars[0].hours.filter { $0.weekday == 6 }
        #expect(saturday.map(\.opens.hour) == [10, 13])
        #expect(assistant.calendars[0].hours.count == 7)
        #expect(assistant.calendars[0].holidays == [CivilDate(year: 2026, month: 12, day: 25)])
        #expect(assistant.database == DatabaseDefinition(origin: .seed("data/shop.sql")))
        #expect(assistant.texts[.fallback].variants.count == 2)
    }

    @Test("Flows get their slots, states, handlers and reasons")
    func flows() throws {
        let assistant = try shop()
        let track = assistant.flows[0]
        #expect(track.queue == "orders")
        #expect(track.title == "track order")
        #expect(track.slots[0].kind == .entity("order_number"))
        #expect(
            track.slots[0].otherwise.target
                == .handoff(HandoffTarget(queue: "orders", reason: .slotRetryLimit))
        )
        #expect(
            track.states[0].step
                == .act(ActionCall(action: "orders.find", arguments: [.init(root: "order_number")]))
        )
        #expect(track.states[0].handlers[1].transition.clear == ["order_number"])
        let cancel = assistant.flows[1]
        #expect(cancel.slots.map(\.isDeferred) == [false, true])
        #expect(cancel.states[0].handlers.map(\.trigger) == [.yes, .no])
        let unchanged = cancel.states[1].handlers[1].transition.target
        #expect(unchanged == .handoff(HandoffTarget(queue: "orders", reason: .error)))
        #expect(assistant.handlers[0].trigger == .outcome("failed"))
        #expect(assistant.handlers[0].transition.target == .handoff(HandoffTarget(reason: .error)))
    }

    @Test("Actions know their columns and outcomes")
    func actions() throws {
        let assistant = try shop()
        #expect(assistant.actions[0].fields == ["status", "due"])
        #expect(assistant.actions[0].outcomes == ["found", "missing", "failed"])
        #expect(assistant.actions[1].outcomes == ["done", "unchanged", "failed"])
    }

    @Test("Examples lose their markup and keep its places")
    func examples() throws {
        let intents = try shop().matching.intents
        let status = intents[0]
        #expect(status.examples[1].text == "any news on A-10021")
        #expect(status.examples[1].annotations == [.init(span: SourceSpan(12, 19), type: "order_number")])
        #expect(status.counterexamples.count == 1)
        #expect(intents[2].examples.map(\.text) == ["do you have it in red", "which colours are there"])
    }

    @Test("Each file's intents and flows are told")
    func topics() {
        let topics = Compiler.compile(SmallShop.sources).topics
        #expect(topics.map(\.path) == ["assistant.yaml", "orders.yaml"])
        #expect(topics[1].intents == ["order.status", "order.cancel", "paint"])
        #expect(topics[1].flows == ["track_order", "cancel_order"])
    }

    @Test("Phrases of an assistant's own join those of a control")
    func controls() throws {
        let human = try #require(shop().matching.intents.first { $0.name == "control.human" })
        #expect(human.patterns.contains { $0.source == "get me the boss" })
        #expect(!human.examples.isEmpty)
    }

    @Test(
        "Columns of a SELECT are read when that is simple",
        arguments: [
            ("SELECT a, t.b, c AS d, max(e) AS f FROM t", ["a", "b", "d", "f"]),
            ("SELECT * FROM t", []),
            ("SELECT a, max(b) FROM t", []),
            ("SELECT a -- first, b\n, (SELECT 1 FROM u) AS \"odd name\" FROM t", ["a", "odd name"]),
            ("select distinct 'it''s, here' as text, x from t", ["text", "x"]),
            ("SELECT CASE WHEN a = ':no' THEN 'x' ELSE 'y' END AS outcome, b FROM t", ["b"]),
        ]
    )
    func columns(_ sql: String, _ fields: [String]) throws {
        let text =
            "actions:\n  a.b:\n    gives: row\n    sql: |\n      \(sql.split(separator: "\n").joined(separator: "\n      "))\n"
        let sources = [
            SourceFile(path: "assistant.yaml", text: "assistant: a\n"),
            SourceFile(path: "x.yaml", text: text),
        ]
        #expect(try #require(Compiler.compile(sources).assistant).actions[0].fields == fields)
    }
}
