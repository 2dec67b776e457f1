import Frontdesk
import FrontdeskCompiler
import FrontdeskDialogue
import FrontdeskTesting

/// A shop with one order, for playing transcripts.
enum TestShop {
    static let sources = [
        SourceFile(
            path: "assistant.yaml",
            text: """
                assistant: shop
                title: Example Shop
                timezone: Europe/Berlin
                greeting: Hello{{customer.first_name|prefix " "}}, I'm the shop's assistant.
                handoff: {queue: orders}
                queues:
                  orders: {title: our orders team, hours: office, answers_within: 2h}
                business_hours:
                  office: {mon-fri: "09:00-18:00"}
                """
        ),
        SourceFile(
            path: "orders.yaml",
            text: #"""
                entities:
                  order_number: {regex: 'A-?\d{5}', normalise: 'A-$digits', example: A-10021}
                actions:
                  orders.find:
                    custom: true
                    takes: [order_number]
                    gives: order
                    fields: [status, eta]
                    outcomes: [found, missing, failed]
                intents:
                  order.status:
                    title: Where is my order
                    patterns: ["where is my (order|parcel) [{order_number}]"]
                    flow: track_order
                flows:
                  track_order:
                    title: your order
                    slots:
                      order_number:
                        ask: Which order is it?
                        attempts: 2
                        otherwise: handoff
                    states:
                      look_up:
                        do: orders.find(order_number)
                        on:
                          found: tell
                          missing: {say: "I can't see {{order_number}}.", clear: order_number, go: look_up}
                          failed: handoff
                      tell:
                        say: Your order {{order_number}} is {{order.status}}; we expect it on {{order.eta|date}}.
                        end: resolved
                """#
        ),
        SourceFile(
            path: "talk.yaml",
            text: """
                intents:
                  thanks:
                    title: Thanks
                    patterns: ["thanks"]
                    answer: "You're welcome{{customer.first_name|prefix \\", \\"}}."
                  untouched:
                    title: Never asked
                    patterns: ["abracadabra"]
                    answer: Hocus pocus {in braces}.
                """
        ),
    ]

    static let compilation = Compiler.compile(sources)

    static func assistant() throws -> Assistant {
        guard let assistant = compilation.assistant else {
            throw Broken(text: DiagnosticRenderer.text(compilation.diagnostics, sources: sources))
        }
        return assistant
    }

    struct Broken: Error {
        var text: String
    }

    /// A suite over the test shop; with `isWhole` every intent file must have its transcript.
    ///
    /// Of all orders, only A-10021 exists.
    static func suite(
        isWhole: Bool = false,
        assistant: Assistant? = nil,
        mode: TranscriptMode = .straight
    ) throws -> TranscriptSuite {
        let assistant = try assistant ?? Self.assistant()
        let topics = isWhole ? compilation.topics : []
        return TranscriptSuite(assistant: assistant, topics: topics, actions: actions, mode: mode)
    }

    /// What looks orders up.
    static let actions: TranscriptRunner.ActionFactory = {
        var actions = ActionRegistry()
        actions.register("orders.find") { request in
            guard request.arguments["order_number"] == .text("A-10021") else {
                return ActionResult(key: request.key, outcome: "missing")
            }
            let record = Record([.init("status", .text("on its way")), .init("eta", .text("2026-11-25"))])
            return ActionResult(key: request.key, outcome: "found", record: record)
        }
        return actions
    }
}
