import ArgumentParser
import Foundation
import FrontdeskPipe
import Logging

/// The program `frontdesk`: one subcommand for each thing it does.
@main
struct FrontdeskCommand: AsyncParsableCommand {
    static let version = "0.1.0"

    static let configuration = CommandConfiguration(
        commandName: "frontdesk",
        abstract:
            "A customer-support desk that answers from intent files and knows when a human must take over.",
        discussion: """
            Examples:
              frontdesk chat Intents/shop                   talk to an assistant
              frontdesk new my-shop                         write a small assistant to begin with
              frontdesk check Intents/shop                  find mistakes in its files
              frontdesk test                                run all transcripts
              frontdesk verify Intents/shop                 prove what must hold whatever customers say
              frontdesk graph Intents/shop --out shop.svg   draw how its flows hang together
              frontdesk diff old/shop Intents/shop          what customers will notice of an edit
              frontdesk fmt Intents/shop                    lay its files out in one way
              frontdesk walk Intents/shop                   talk to it at random, and see what holds
              frontdesk build Intents/shop -o shop.fdk      one file that starts at once, anywhere
              frontdesk explain "where is my parcel?" -a Intents/shop
              frontdesk sample order.status -a Intents/shop
              frontdesk queue list                          what waits for a human
              frontdesk report --days 30                    what was resolved, and what was not
              frontdesk pipe Intents/shop                   JSON lines on standard input and output

            Exit codes: 0 all is well, 1 problems were found, 2 the command could not run.
            Files: conversations lie under $XDG_STATE_HOME/frontdesk (~/.local/state/frontdesk), compiled
            assistants under $XDG_CACHE_HOME/frontdesk (~/.cache/frontdesk), which may be deleted at any time.
            """,
        version: version,
        subcommands: [
            NewCommand.self, ChatCommand.self, PipeCommand.self, CheckCommand.self, BuildCommand.self,
            ExplainCommand.self,
            SampleCommand.self,
            TestCommand.self, MutateCommand.self, SuggestTestsCommand.self, VerifyCommand.self,
            GraphCommand.self,
            LintCommand.self, FormatCommand.self, WalkCommand.self, SchemaCommand.self, LSPCommand.self,
            EvalCommand.self, QueueCommand.self, ReportCommand.self, ReplayCommand.self, DiffCommand.self,
            ImportTranscriptsCommand.self, ExportCommand.self,
            EraseCommand.self,
        ]
    )

    /// Runs the program; every failure ends in one sentence on standard error and exit code 1 or 2.
    static func main() async {
        signal(SIGPIPE, SIG_IGN)
        do {
            var command = try parseAsRoot()
            if var command = command as? any AsyncParsableCommand {
                try await command.run()
            } else {
                try command.run()
            }
            await OpenStores.close()
            if let reason = Terminal.lost {
                throw CommandFailure(message: "standard output cannot be written: \(reason).")
            }
        } catch {
            let code = report(error)
            await OpenStores.close()
            Foundation.exit(code)
        }
    }

    /// Says what went wrong, or shows the help that was asked for.
    ///
    /// - Returns: The exit code.
    private static func report(_ error: any Error) -> Int32 {
        if let failure = error as? CommandFailure {
            if !failure.message.isEmpty { Terminal.error("frontdesk: \(failure.message)\n") }
            return failure.exitCode
        }
        if let code = error as? ExitCode { return code.rawValue }
        if exitCode(for: error) == .success {
            Terminal.write(fullMessage(for: error) + "\n")
            return 0
        }
        Terminal.error(fullMessage(for: error) + "\n")
        return 2
    }
}

/// Why a command ends early: one sentence that names the place and the limit, and how to mend it.
struct CommandFailure: Error {
    var message: String
    var exitCode: Int32 = 2

    /// The command ran and found problems, which were shown already.
    static let problemsFound = CommandFailure(message: "", exitCode: 1)
}

extension CommandFailure {
    /// A failure that the desk, its store or its queue reported.
    init(_ error: some Error & CustomStringConvertible) {
        self.init(message: error.description)
    }
}
