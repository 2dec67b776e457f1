import ArgumentParser
import Foundation
import Frontdesk
import FrontdeskDialogue
import FrontdeskPipe

/// `frontdesk queue show`: everything an agent needs to know about a ticket.
struct QueueShowCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Show a ticket's card and the conversation so far."
    )

    @Argument(help: "The ticket: its id, its conversation, or its number in the list.")
    var ticket: String

    @Flag(help: "Write the whole packet as JSON.")
    var full = false

    @OptionGroup var records: RecordOptions

    func run() async throws {
        let open = try records.open()
        let ticket = try await open.ticket(ticket)
        let tracker: Tracker
        do { tracker = try await open.desk.tracker(ticket.conversation) } catch {
            throw CommandFailure(error)
        }
        guard let handoff = tracker.handoffs.last(where: { $0.id == ticket.id }) else {
            throw CommandFailure(
                message: "conversation '\(ticket.conversation)' holds no handoff \(ticket.id)."
            )
        }
        let packet = open.desk.packet(of: handoff, tracker: tracker)
        if full {
            Terminal.write(PrettyJSON.text(of: packet))
            return
        }
        let style = Style()
        Terminal.write(packet.card + "\n\n" + style.dim("The conversation so far:") + "\n")
        Terminal.write(ChatScreen(style: style).text(of: tracker.lines))
        if let agent = ticket.agent, ticket.state == .active {
            Terminal.write("\n" + style.dim("It is with \(agent).") + "\n")
        } else {
            Terminal.write("\n" + style.dim("Take it with: frontdesk queue claim \(ticket.id)") + "\n")
        }
    }
}
