import ArgumentParser
import Frontdesk
import FrontdeskDialogue
import FrontdeskPipe

/// `frontdesk explain`: why a message is understood as it is, or what a diagnostic means.
struct ExplainCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain",
        abstract: "Show how a message is understood and what decides, or what a diagnostic code means.",
        discussion: """
              frontdesk explain "where is my parcel?" -a Intents/shop
              frontdesk explain --code FD0007
              frontdesk explain --codes                     all codes, one a line
            """
    )

    @Argument(help: "A customer's message.")
    var text: String?

    @Option(name: .shortAndLong, help: "The assistant's folder, or a bundle.")
    var assistant = "."

    @Option(help: "A diagnostic's code, such as FD0007.")
    var code: String?

    @Flag(help: "List the codes of all diagnostics.")
    var codes = false

    @Flag(help: "Write JSON.")
    var json = false

    func validate() throws {
        guard [text != nil, code != nil, codes].filter(\.self).count == 1 else {
            throw ValidationError(
                "Give a message, --code or --codes, such as: frontdesk explain \"hello\" -a Intents/shop"
            )
        }
    }

    func run() async throws {
        if codes { Terminal.write(try DiagnosticText.list(json: json)) }
        if let code { Terminal.write(try DiagnosticText.page(code, json: json)) }
        if let text { try await explain(text) }
    }

    /// Takes the message as the first one of a conversation that is not kept.
    private func explain(_ text: String) async throws {
        var options = try DeskOptions.parse([])
        options.store = .memory
        let open = try options.open(try AssistantPlace(assistant), evidence: 5)
        let events: [Event]
        do {
            _ = try await open.desk.receive(Message(text, conversation: "explain", channel: "explain"))
            events = try await open.desk.store.events(of: "explain", after: 0)
        } catch let error as DeskError {
            throw CommandFailure(error)
        }
        guard let explanation = TurnExplanation(events, turn: nil, desk: open.desk) else {
            throw CommandFailure(message: "the message could not be explained: it came to no turn.")
        }
        if json {
            Terminal.write(explanation.json.text + "\n")
        } else {
            Terminal.write(
                ExplanationText(style: Style(), assistant: open.desk.assistant).text(of: explanation)
            )
        }
    }
}
