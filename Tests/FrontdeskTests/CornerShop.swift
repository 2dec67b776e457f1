import Frontdesk
import FrontdeskCompiler
import FrontdeskDialogue
import FrontdeskMatching
import Testing

/// A small assistant: an answer, a flow that looks something up, one that changes something, and a queue.
enum CornerShop {
    static let files = """
        assistant: corner
        title: Corner Shop
        timezone: Europe/Berlin
        queues:
          care: {title: our care team, priority: 3}
        handoff: {queue: care}
        entities:
          order_number: {regex: 'A-?\\d{5}', normalise: 'A-$digits', example: A-10021}
        actions:
          orders.find:
            takes: [order_number]
            gives: order
            sql: "SELECT status FROM orders WHERE number = :order_number"
          orders.cancel:
            takes: [order_number]
            mode: write
            sql: "UPDATE orders SET status = 'cancelled' WHERE number = :order_number AND status = 'open'"
        intents:
          hours:
            title: Opening hours
            patterns: ["when are you open"]
            answer: We are open from nine to six.
          order.status:
            title: Where is my order
            patterns: ["where is [my] order [{order_number}]"]
            flow: track
          order.cancel:
            title: Cancel an order
            patterns: ["cancel [my] order [{order_number}]"]
            flow: cancel
        flows:
          track:
            slots:
              order_number: {ask: Which order is it?}
            states:
              look_up:
                do: orders.find(order_number)
                on:
                  found: tell
                  missing: {say: "I can't see {{order_number}}.", clear: order_number, go: look_up}
                  failed: handoff(care, error)
              tell:
                say: Order {{order_number}} is {{order.status}}.
                end: resolved
          cancel:
            slots:
              order_number: {ask: Which order is it?}
            states:
              sure:
                ask: Shall I cancel {{order_number}}?
                on: {yes: do_it, no: {say: 'All right.', end: cancelled}}
              do_it:
                do: orders.cancel(order_number)
                on:
                  done: {say: 'Order {{order_number}} is cancelled.', end: resolved}
                  unchanged: {say: 'It was sent already.', end: resolved}
                  failed: handoff(care, error)
        """

    static let seed = """
        CREATE TABLE orders (number TEXT PRIMARY KEY, status TEXT NOT NULL);
        INSERT INTO orders VALUES ('A-10021', 'open'), ('A-10022', 'sent');
        """

    static let assistant: Assistant? = {
        let compilation = Compiler.compile([SourceFile(path: "assistant.yaml", text: files)])
        for diagnostic in compilation.diagnostics { print(diagnostic) }
        return compilation.assistant
    }()

    /// The assistant; a test that needs it fails when the files above do not compile.
    static func compiled() throws -> Assistant {
        try #require(assistant)
    }

    static func desk(
        store: any EventStore = InMemoryStore(),
        queue: any TicketQueue = InMemoryQueue(),
        actions: any ActionRunner = OrderBook(),
        clock: any ClockReading = TestClock(),
        settings: DeskSettings = DeskSettings()
    ) throws -> Desk {
        let assistant = try compiled()
        return Desk(
            assistant: assistant,
            matcher: Matcher(assistant.matching, model: nil),
            store: store,
            queue: queue,
            actions: actions,
            clock: clock,
            settings: settings
        )
    }
}

/// A clock that stands still until it is moved.
final class TestClock: ClockReading {
    private let time: Locked<Int64>

    init(_ milliseconds: Int64 = 1_795_000_000_000) {
        time = Locked(milliseconds)
    }

    var milliseconds: Int64 { time.withLock { $0 } }

    func advance(minutes: Int64) {
        time.withLock { $0 += minutes * 60_000 }
    }
}

/// The shop's orders, in memory; counts the changes that were made.
final class OrderBook: ActionRunner {
    private struct Books: Sendable {
        var orders = ["A-10021": "open", "A-10022": "sent"]
        var results: [String: ActionResult] = [:]
        var changes = 0
    }

    private let books = Locked(Books())

    var changes: Int { books.withLock { $0.changes } }

    func run(_ request: ActionRequest, as definition: ActionDefinition) async -> ActionResult {
        books.withLock { books in
            guard case .text(let number)? = request.arguments["order_number"] else {
                return .failed(request, "no number")
            }
            if definition.name == "orders.find" {
                guard let status = books.orders[number] else {
                    return ActionResult(key: request.key, outcome: "missing")
                }
                let record = Record([.init("status", .text(status))])
                return ActionResult(key: request.key, outcome: "found", record: record)
            }
            if let known = books.results[request.key] { return known }
            let isOpen = books.orders[number] == "open"
            if isOpen {
                books.orders[number] = "cancelled"
                books.changes += 1
            }
            let result = ActionResult(key: request.key, outcome: isOpen ? "done" : "unchanged")
            books.results[request.key] = result
            return result
        }
    }
}
