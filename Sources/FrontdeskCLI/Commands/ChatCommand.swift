import ArgumentParser
import Foundation
import FrontdeskDialogue

/// `frontdesk chat`: talking to an assistant in a terminal.
struct ChatCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "chat",
        abstract: "Talk to an assistant, look into what it thinks, and edit its files meanwhile.",
        discussion: """
            Saved changes of the intent files count from the next message on. /help lists the commands.

              frontdesk chat Intents/shop --customer "Ada Byron <ada@example.com>"
              frontdesk chat Intents/shop --clock 2026-11-22T09:00:00+01:00 --store memory
            """
    )

    @Argument(help: "The assistant's folder, or a bundle.")
    var assistant = "."

    @Option(help: "Who you are: \"NAME <E-MAIL>\", a name, or an e-mail address.", transform: parseCustomer)
    var customer: CustomerProfile?

    @Option(
        help: "Be signed in as the customer with this id.",
        transform: { id in
            guard !id.isEmpty else { throw ValidationError("--signed-in is empty; give a customer's id.") }
            return id
        }
    )
    var signedIn: String?

    @Flag(help: "Go on with the latest chat instead of opening a new conversation.")
    var resume = false

    @OptionGroup var options: DeskOptions

    @MainActor
    func run() async throws {
        let open = try options.open(try AssistantPlace(assistant), evidence: 5)
        Register.remember(open)
        let lines = try Self.lines()
        defer { lines.close() }
        let session = ChatSession(open, lines: lines, customer: profile)
        try await session.begin(resuming: resume)
        await session.run()
    }

    /// Who writes; whoever sits at this machine is believed.
    private var profile: CustomerProfile? {
        guard let signedIn else { return customer }
        var profile = customer ?? CustomerProfile()
        profile.id = signedIn
        profile.isVerified = true
        return profile
    }

    @MainActor
    private static func lines() throws(CommandFailure) -> any LineEditing {
        setlocale(LC_CTYPE, "")
        #if LineEditing
            if Terminal.isInteractive {
                try Places.make(Places.state)
                return Readline(history: Places.state + "/history")
            }
        #endif
        return PlainLines(echo: isatty(STDIN_FILENO) == 0)
    }
}

/// Reads "Ada Byron <ada@example.com>", "Ada Byron" or "ada@example.com".
func parseCustomer(_ text: String) throws -> CustomerProfile {
    let text = text.trimmingCharacters(in: .whitespaces)
    guard !text.isEmpty else {
        throw ValidationError("--customer is empty; write \"Ada Byron <ada@example.com>\".")
    }
    if let open = text.lastIndex(of: "<") {
        let name = text[..<open].trimmingCharacters(in: .whitespaces)
        let email = text[text.index(after: open)...]
        guard email.hasSuffix(">"), email.contains("@") else {
            throw ValidationError("'\(text)' is no customer; write \"Ada Byron <ada@example.com>\".")
        }
        return CustomerProfile(name: name.isEmpty ? nil : name, email: String(email.dropLast()))
    }
    return text.contains("@") ? CustomerProfile(email: text) : CustomerProfile(name: text)
}
