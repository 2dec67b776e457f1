import ArgumentParser
import Frontdesk
import FrontdeskDialogue
import FrontdeskPipe

/// `frontdesk queue claim`: takes a ticket.
struct QueueClaimCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "claim",
        abstract: "Take a ticket; the desk is silent from then on. Of several agents exactly one gets it."
    )

    @Argument(help: "The ticket: its id, its conversation, or its number in the list.")
    var ticket: String

    @OptionGroup var options: AgentOptions

    func run() async throws {
        let open = try options.records.open()
        let agent = try options.name()
        let ticket = try await open.ticket(ticket)
        let notice: Notice
        do {
            notice = try await open.desk.agent(ticket.conversation, .claim(agent: agent))
        } catch {
            throw CommandFailure(message: error.description, exitCode: 1)
        }
        guard let lease = notice.lease else { return }
        Claims.remember(lease, assistant: open.loaded.assistant.name)
        let minutes = max(1, (lease.until - open.desk.clock.milliseconds + 30_000) / 60_000)
        Terminal.write(
            "\(agent) has ticket \(ticket.id), token \(lease.token). It goes back to the queue after \(minutes) "
                + "minutes without a word.\n"
        )
        Terminal.write("Answer with: frontdesk queue say \(ticket.id) \"…\"\n")
    }
}

/// `frontdesk queue say`: writes to the customer.
struct QueueSayCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "say", abstract: "Write to the customer.")

    @Argument(help: "The ticket: its id, its conversation, or its number in the list.")
    var ticket: String

    @Argument(help: "What to write.")
    var text: String

    @OptionGroup var options: AgentOptions

    func validate() throws {
        guard text.contains(where: { !$0.isWhitespace }) else {
            throw ValidationError("The text is empty; write what the customer is to read.")
        }
    }

    func run() async throws {
        let open = try options.records.open()
        let agent = try options.name()
        let ticket = try await open.ticket(ticket)
        _ = try await open.act(.say(agent: agent, text: text), on: ticket, agent: agent)
        let name = Wrapping.printable(ticket.customer ?? "the customer")
        Terminal.write("Sent to \(name) in \(Wrapping.printable(ticket.conversation)).\n")
    }
}

/// `frontdesk queue return`: gives a conversation back to the desk.
struct QueueReturnCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "return",
        abstract: "Give the conversation back to the desk."
    )

    @Argument(help: "The ticket: its id, its conversation, or its number in the list.")
    var ticket: String

    @Argument(help: "How your part ended: resolved, needs_desk or needs_followup.")
    var outcome = Outcome.resolved

    /// How an agent's part can end, as it is written on the command line.
    enum Outcome: String, CaseIterable, ExpressibleByArgument {
        case resolved
        case needsDesk = "needs_desk"
        case needsFollowUp = "needs_followup"
    }

    @Option(help: "What you did, for the record.")
    var note: String?

    @OptionGroup var options: AgentOptions

    func run() async throws {
        let open = try options.records.open()
        let agent = try options.name()
        let ticket = try await open.ticket(ticket)
        let back = AgentReturn(
            agent: agent,
            outcome: AgentReturn.Outcome(rawValue: outcome.rawValue) ?? .resolved,
            note: note
        )
        _ = try await open.act(.giveBack(back), on: ticket, agent: agent)
        Claims.forget(ticket.id, agent: agent, assistant: open.loaded.assistant.name)
        Terminal.write("The desk has the conversation \(ticket.conversation) again (\(outcome.rawValue)).\n")
    }
}

/// `frontdesk queue close`: ends a ticket.
struct QueueCloseCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "close",
        abstract: "Close a ticket; nothing more is to be done."
    )

    @Argument(help: "The ticket: its id, its conversation, or its number in the list.")
    var ticket: String

    @OptionGroup var options: AgentOptions

    func run() async throws {
        let open = try options.records.open()
        let agent = try options.name()
        let ticket = try await open.ticket(ticket)
        _ = try await open.act(.close(agent: agent), on: ticket, agent: agent)
        Claims.forget(ticket.id, agent: agent, assistant: open.loaded.assistant.name)
        Terminal.write("Ticket \(ticket.id) is closed.\n")
    }
}
