import Foundation
import Frontdesk
import FrontdeskDialogue
import FrontdeskMatching

/// One chat in a terminal.
@MainActor
final class ChatSession {
    /// How often it is looked whether a human wrote or a file changed, in milliseconds.
    private static let pause: Int32 = 250

    let open: OpenDesk
    let lines: any LineEditing
    let screen: ChatScreen
    let style = Style()
    var conversation = ""
    private let customer: CustomerProfile?
    private var isProfileSent = false
    private var choices: [Choice] = []
    private var newsVersion = 0
    private var stamp: [String: FileStamp]

    var desk: Desk { open.desk }

    init(_ open: OpenDesk, lines: any LineEditing, customer: CustomerProfile?) {
        self.open = open
        self.lines = lines
        self.customer = customer
        screen = ChatScreen(style: style)
        stamp = open.origin.stamp()
    }

    /// Opens a conversation, or finds the latest one.
    func begin(resuming: Bool) async throws(CommandFailure) {
        let title = open.loaded.assistant.title
        if resuming {
            try await resume()
        } else {
            conversation = Self.newConversation(at: desk.clock.milliseconds)
            lines.show(style.dim("\(title). Write a message; /help lists commands, /quit leaves.") + "\n")
        }
        if !open.loaded.warnings.isEmpty {
            let count = counted(open.loaded.warnings.count, "warning")
            lines.show(style.yellow("\(count) in \(open.origin.path): see 'frontdesk check'.") + "\n")
        }
    }

    /// Takes messages until there are no more.
    func run() async {
        while true {
            lines.complete(SlashCommand.allWords + choices.map(\.title))
            lines.prompt(screen.prompt)
            guard let line = await nextLine() else { return await answerHeld() }
            let text = line.trimmingCharacters(in: .whitespaces)
            if text.isEmpty { continue }
            if text.hasPrefix("/") {
                await answerHeld()
                if await perform(text) { return }
            } else {
                await say(text)
            }
        }
    }

    private func nextLine() async -> String? {
        while true {
            switch lines.wait(milliseconds: Self.pause) {
            case .line(let line):
                await lookAround()
                return line
            case .end:
                return nil
            case .nothing:
                await lookAround()
            }
        }
    }

    /// Sends a message and shows the reply; a number stands for the choice it was shown with.
    func say(_ text: String) async {
        let picked = Int(text).flatMap { choices.indices.contains($0 - 1) ? choices[$0 - 1] : nil }
        do {
            let reply = try await desk.receive(
                Message(
                    picked?.title ?? text,
                    conversation: conversation,
                    choice: picked?.id,
                    customer: isProfileSent ? nil : customer,
                    channel: "chat"
                ),
                early: { [screen] messages in await self.show(screen.text(of: messages)) }
            )
            isProfileSent = true
            if reply.released != nil { await showNews() }
            // What answers it comes with the news.
            if reply.isHeld { return }
            choices = reply.messages.last?.choices ?? []
            lines.show(screen.text(of: reply.messages))
            if let handoff = reply.handoff {
                lines.show(
                    screen.note(
                        "Ticket \(handoff.id) waits in queue \(handoff.queue) (\(handoff.reason.rawValue))."
                    )
                )
            } else if reply.messages.isEmpty {
                lines.show(screen.note("A human has the conversation; your message was passed on."))
            }
        } catch {
            lines.show(screen.problem(error.description))
        }
    }

    private func show(_ text: String) {
        lines.show(text)
    }

    /// Shows what agents wrote meanwhile, and takes over changed files.
    private func lookAround() async {
        for due in (try? await desk.dueConversations()) ?? [] {
            // What the desk says by itself is shown with the news.
            _ = try? await desk.attend(to: due.conversation)
        }
        await showNews()
        let stamp = open.origin.stamp()
        if stamp != self.stamp {
            self.stamp = stamp
            await reload()
        }
    }

    /// Answers what still waits for more, before the chat ends.
    private func answerHeld() async {
        guard desk.holdingConversations.contains(where: { $0.conversation == conversation }) else { return }
        _ = try? await desk.answerHeld(in: conversation)
        await showNews()
    }

    private func showNews() async {
        if let news = try? await desk.news(conversation, after: newsVersion) {
            newsVersion = news.version
            if !news.items.isEmpty {
                lines.show(screen.text(of: news.items))
                choices = news.items.last?.choices ?? []
                try? await desk.noteDelivery(in: conversation, through: news.version)
            }
        }
    }

    /// Reads the intent files again; while they have mistakes, the old assistant goes on.
    func reload() async {
        stamp = open.origin.stamp()
        do {
            let loaded = try open.reload()
            let warnings = loaded.warnings.isEmpty ? "" : ", \(counted(loaded.warnings.count, "warning"))"
            lines.show(screen.note("The intent files were read again\(warnings)."))
        } catch {
            switch error {
            case .mistakes(let mistakes):
                lines.show(mistakes.text)
                lines.show(screen.problem("The files have \(mistakes.count); the assistant stays as it was."))
            case .command(let failure):
                lines.show(screen.problem("The assistant stays as it was: \(failure.message)"))
            }
        }
    }

    /// Forgets what was offered, because the turn that offered it was taken back.
    func forgetChoices() {
        choices = []
    }

    private func resume() async throws(CommandFailure) {
        let heads: [ConversationHead]
        do { heads = try await desk.store.conversations(.latest(200)) } catch { throw CommandFailure(error) }
        guard let head = heads.first(where: { $0.channel == "chat" }) else {
            throw CommandFailure(
                message:
                    "there is no chat to resume in \(open.place.description); leave --resume out to begin one."
            )
        }
        conversation = head.conversation
        newsVersion = head.version
        do {
            let tracker = try await desk.tracker(conversation)
            lines.show(
                style.dim("Conversation \(conversation), \(counted(tracker.turn, "turn")) so far.") + "\n"
            )
            lines.show(screen.text(of: tracker.lines.suffix(6)))
            choices = tracker.lines.last?.choices ?? []
        } catch {
            throw CommandFailure(error)
        }
    }

    /// A new id that people can read: when the chat began, and which process.
    private static func newConversation(at milliseconds: Int64) -> String {
        let moment = Moment(milliseconds: milliseconds)
        let seconds = milliseconds / 1000 % 60
        let digits = [moment.time.hour, moment.time.minute, Int(seconds)].map { $0 < 10 ? "0\($0)" : "\($0)" }
        return "chat-\(moment.date.iso)-\(digits.joined())-\(getpid())"
    }
}
