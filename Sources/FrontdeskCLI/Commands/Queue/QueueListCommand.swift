import ArgumentParser
import Frontdesk
import FrontdeskDialogue
import FrontdeskPages

/// `frontdesk queue list`: what waits, in the order in which it is to be taken.
struct QueueListCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "List the open tickets, the most urgent first."
    )

    @Argument(help: "Only this queue.")
    var queue: String?

    @Flag(help: "Write JSON, one ticket a line.")
    var json = false

    @OptionGroup var records: RecordOptions

    func run() async throws {
        let open = try records.open()
        let queues = open.desk.assistant.queues.map(\.name)
        if let queue, !queues.contains(queue) {
            throw CommandFailure(
                message: "there is no queue '\(queue)'; \(open.desk.assistant.title) has "
                    + "\(queues.joined(separator: ", "))."
            )
        }
        let tickets = try await open.tickets(in: queue)
        if json {
            for ticket in tickets { Terminal.write(try LineJSON.text(of: ticket)) }
            return
        }
        guard !tickets.isEmpty else {
            Terminal.write("Nobody waits in \(queue ?? "any queue") of \(open.desk.assistant.title).\n")
            return
        }
        Terminal.write(Self.table(tickets, now: open.desk.clock.milliseconds))
    }

    private static func table(_ tickets: [Ticket], now: Int64) -> String {
        let style = Style()
        let head = ["#", "ticket", "queue", "prio", "waits", "state", "customer", "about"]
        let rows = tickets.enumerated().map { index, ticket in
            [
                "\(index + 1)", Wrapping.printable(ticket.id), ticket.queue, "\(ticket.priority)",
                duration(now - ticket.enqueuedAt),
                Wrapping.printable(
                    ticket.state == .active ? "with \(ticket.agent ?? "?")" : ticket.state.rawValue
                ),
                Wrapping.printable(ticket.customer ?? "unknown"),
                Wrapping.printable("\(ticket.subject) (\(ticket.reason.rawValue))"),
            ]
        }
        let widths = head.indices.map { column in
            ([head] + rows).map { DisplayWidth.columns(of: $0[column]) }.max() ?? 0
        }
        func line(_ cells: [String]) -> String {
            var text = ""
            for (column, cell) in cells.enumerated() {
                let isLast = column == cells.count - 1
                let space = isLast ? 0 : widths[column] - DisplayWidth.columns(of: cell) + 2
                text += cell + String(repeating: " ", count: space)
            }
            return text
        }
        return style.dim(line(head)) + "\n" + rows.map { line($0) + "\n" }.joined()
    }

    /// A stretch of time in its largest unit: "40 s", "12 min", "3 h", "2 d".
    static func duration(_ milliseconds: Int64) -> String {
        let seconds = max(0, milliseconds / 1000)
        return switch seconds {
        case ..<60: "\(seconds) s"
        case ..<3600: "\(seconds / 60) min"
        case ..<172_800: "\(seconds / 3600) h"
        default: "\(seconds / 86_400) d"
        }
    }
}
