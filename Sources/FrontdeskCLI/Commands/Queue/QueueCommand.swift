import ArgumentParser
import Foundation
import Frontdesk
import FrontdeskDialogue

/// `frontdesk queue`: the human side of the desk.
struct QueueCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "queue",
        abstract: "See which conversations wait for a human, take them, and answer.",
        discussion: """
            It works beside a running chat or pipe, on the same store.

              frontdesk queue list
              frontdesk queue show 1
              frontdesk queue claim 1 --agent Robin
              frontdesk queue say 1 "Hello Ada, I have your case in front of me."
              frontdesk queue return 1 resolved --note "Sent a new one."

            A ticket is named by its id, by its conversation's id, or by its number in the list.
            """,
        subcommands: [
            QueueListCommand.self, QueueShowCommand.self, QueueClaimCommand.self, QueueSayCommand.self,
            QueueReturnCommand.self, QueueCloseCommand.self,
        ],
        defaultSubcommand: QueueListCommand.self
    )
}

/// Who an agent is.
struct AgentOptions: ParsableArguments {
    @Option(help: "Your name, as customers read it. [default: $USER]")
    var agent: String?

    @OptionGroup var records: RecordOptions

    func name() throws(CommandFailure) -> String {
        if let agent, !agent.trimmingCharacters(in: .whitespaces).isEmpty { return agent }
        if let user = ProcessInfo.processInfo.environment["USER"], !user.isEmpty { return user }
        throw CommandFailure(message: "who are you? Give your name with --agent NAME.")
    }
}

extension OpenDesk {
    /// The open tickets in the order in which they are to be taken.
    func tickets(in queue: String? = nil) async throws(CommandFailure) -> [Ticket] {
        do {
            return try await desk.queue.tickets(in: queue, at: desk.clock.milliseconds)
        } catch {
            throw CommandFailure(error)
        }
    }

    /// The ticket a person means: by id, by conversation, or by its number in the list.
    func ticket(_ named: String) async throws(CommandFailure) -> Ticket {
        let tickets = try await tickets()
        if let ticket = tickets.first(where: { $0.id == named || $0.conversation == named }) { return ticket }
        if let number = Int(named), tickets.indices.contains(number - 1) { return tickets[number - 1] }
        let known =
            tickets.isEmpty ? "no ticket is open" : "open are \(tickets.map(\.id).joined(separator: ", "))"
        throw CommandFailure(message: "there is no open ticket '\(named)'; \(known).", exitCode: 1)
    }

    /// Does what an agent does, with the token that the claim left behind.
    func act(_ act: AgentAct, on ticket: Ticket, agent: String) async throws(CommandFailure) -> Notice {
        do {
            let token = Claims.token(of: ticket.id, agent: agent, assistant: loaded.assistant.name)
            return try await desk.agent(ticket.conversation, act, token: token)
        } catch {
            throw CommandFailure(message: Self.sentence(error), exitCode: 1)
        }
    }

    private static func sentence(_ error: DeskError) -> String {
        if case .queue(.leaseLost(let ticket, let agent)) = error {
            return
                "\(agent) does not have ticket \(ticket), or was silent for too long: claim it (again) with "
                + "'frontdesk queue claim \(ticket) --agent \"\(agent)\"'."
        }
        return error.description
    }
}

/// The tokens of the tickets this user claimed, in a small file each.
enum Claims {
    static func remember(_ lease: Lease, assistant: String) {
        try? Places.make(folder(assistant))
        let path = file(of: lease.ticket, agent: lease.agent, assistant: assistant)
        try? Data("\(lease.token)\n".utf8).write(to: URL(fileURLWithPath: path), options: .atomic)
    }

    static func token(of ticket: String, agent: String, assistant: String) -> Int? {
        let path = file(of: ticket, agent: agent, assistant: assistant)
        guard let text = try? String(contentsOfFile: path, encoding: .utf8) else { return nil }
        return Int(text.trimmingCharacters(in: .whitespacesAndNewlines))
    }

    static func forget(_ ticket: String, agent: String, assistant: String) {
        try? FileManager.default.removeItem(atPath: file(of: ticket, agent: agent, assistant: assistant))
    }

    private static func folder(_ assistant: String) -> String { "\(Places.state)/claims/\(assistant)" }

    private static func file(of ticket: String, agent: String, assistant: String) -> String {
        let name = "\(ticket)@\(agent)".utf8.map { byte in
            let isPlain = (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte)
            return isPlain || byte == UInt8(ascii: "-") ? String(UnicodeScalar(byte)) : "_\(byte)"
        }.joined()
        return "\(folder(assistant))/\(name.suffix(200))"
    }
}
