import ArgumentParser
import Dispatch
import Foundation
import Frontdesk
import FrontdeskCompiler
import FrontdeskDialogue
import FrontdeskPipe

/// `frontdesk pipe`: the desk behind a gateway.
struct PipeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "pipe",
        abstract: "Answer JSON lines on standard input with JSON lines on standard output.",
        discussion: """
            Every request gets exactly one line: reply, ok or error.

              {"conversation":"c1","id":"m1","text":"where is my order A-10021?","customer":{"name":"Ada"}}
              {"type":"agent","conversation":"c1","agent":"Robin","do":"claim"}

            A message whose id was answered before gets the same reply again. An agent request with an "id" is done
            once: when it comes again it gets the same line, as long as the process remembers it (the last 1,000).

            Other types: event, explain, export, erase, reload, ping. End of input or SIGTERM: what came is answered,
            then the program ends. With --plain each line of text is a message, and an empty line ends a reply.
            """
    )

    @Argument(help: "The assistant's folder, or a bundle.")
    var assistant = "."

    @Flag(help: "Speak plain text lines: one process, one conversation.")
    var plain = false

    @Option(help: "The conversation's id with --plain. [default: a new one]")
    var conversation: String?

    @OptionGroup var options: DeskOptions

    func validate() throws {
        if conversation != nil, !plain {
            throw ValidationError(
                "--conversation goes with --plain; JSON lines name their conversation themselves."
            )
        }
    }

    func run() async throws {
        let open = try options.open(try AssistantPlace(assistant))
        Register.remember(open)
        if let warning = Secrets.warning(for: open.loaded.assistant) {
            Terminal.error("frontdesk: \(warning)\n")
        }
        let own = plain ? conversation ?? "plain-\(UUID().uuidString)" : nil
        await Self.recover(open.desk, only: own)
        let form: PipeSession.Form = own.map { .plain(conversation: $0) } ?? .json
        let session: PipeSession
        do {
            session = try PipeSession(
                open.desk,
                input: STDIN_FILENO,
                output: STDOUT_FILENO,
                form: form,
                reload: { () throws(RequestError) in try Self.reload(open) }
            )
        } catch {
            throw CommandFailure(message: error.message)
        }
        let termination = Self.onTermination { Task { await session.stop() } }
        defer { termination.cancel() }
        if await session.run() == .outputClosed {
            Terminal.error(
                "frontdesk: nobody reads standard output any more; every turn that was begun is stored.\n"
            )
        }
    }

    /// Brings to its end what a crash left half-done; what cannot be is said, and keeps nobody waiting.
    private static func recover(_ desk: Desk, only conversation: String?) async {
        do {
            for failure in try await desk.recover(conversation).failures {
                Terminal.error(
                    "frontdesk: conversation \(failure.conversation) was not recovered: "
                        + "\(failure.error.description)\n"
                )
            }
        } catch {
            Terminal.error("frontdesk: nothing was recovered: \(error.description)\n")
        }
    }

    private static func reload(_ open: OpenDesk) throws(RequestError) -> JSON {
        do {
            let loaded = try open.reload()
            return [
                "assistant": .string(loaded.assistant.name),
                "warnings": .integer(loaded.warnings.count),
            ]
        } catch {
            switch error {
            case .mistakes(let mistakes):
                Terminal.error(mistakes.text)
                let first = mistakes.diagnostics.first { $0.severity == .error }
                let place =
                    first.map { " The first: \($0.file):\($0.line):\($0.column): \($0.message)." } ?? ""
                throw RequestError(
                    .reloadFailed,
                    "The intent files have \(mistakes.count); the assistant stays as it was.\(place)"
                )
            case .command(let failure):
                throw RequestError(.reloadFailed, "The assistant stays as it was: \(failure.message)")
            }
        }
    }

    /// Has something done on SIGTERM instead of dying of it.
    private static func onTermination(_ body: @escaping @Sendable () -> Void) -> any DispatchSourceSignal {
        signal(SIGTERM, SIG_IGN)
        let source = DispatchSource.makeSignalSource(signal: SIGTERM, queue: .global())
        source.setEventHandler(handler: body)
        source.resume()
        return source
    }
}
