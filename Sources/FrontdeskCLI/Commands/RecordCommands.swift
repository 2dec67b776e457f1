import ArgumentParser
import Foundation
import Frontdesk
import FrontdeskPipe

/// Which desk's records a command works on, without having to be in its folder.
struct RecordOptions: ParsableArguments {
    @Option(
        name: .shortAndLong,
        help: "The assistant's folder, its bundle, or its name. [default: the desk that was opened last]"
    )
    var assistant: String?

    @OptionGroup var options: DeskOptions

    /// Opens the desk.
    func open() throws(CommandFailure) -> OpenDesk {
        var options = options
        if let assistant, let origin = try? AssistantPlace(assistant), origin.isAssistant {
            return try options.open(origin)
        }
        if assistant == nil, let here = try? AssistantPlace("."), here.isAssistant {
            return try options.open(here)
        }
        guard let entry = Register.find(assistant) else {
            throw CommandFailure(
                message: assistant.map {
                    "there is no assistant \($0): it is no folder with an assistant.yaml, and no desk of that name was "
                        + "opened on this machine."
                } ?? "no desk was opened on this machine yet; name one with --assistant FOLDER."
            )
        }
        if options.store == nil { options.store = StorePlace(argument: entry.store) }
        return try options.open(try AssistantPlace(entry.folder))
    }
}

/// `frontdesk export`: everything that is kept of a customer or conversation.
struct ExportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Write everything that is kept of a customer or conversation as JSON.",
        discussion: """
              frontdesk export ada@example.com              what is kept of a customer
              frontdesk export --all > log.json             all conversations, for 'frontdesk replay'
            """
    )

    @Argument(help: "A customer's id or e-mail address, or a conversation's id.")
    var who: String?

    @Flag(help: "Every conversation of the desk.")
    var all = false

    @OptionGroup var options: RecordOptions

    func validate() throws {
        if who == nil, !all {
            throw ValidationError(
                "say whose records: a customer's id or e-mail address, a conversation's id, or --all."
            )
        }
        if who != nil, all { throw ValidationError("--all is everybody; name nobody with it.") }
    }

    func run() async throws {
        let open = try options.open()
        do {
            let export: Export
            if let who {
                export = try await open.desk.export(try await RecordSubject.find(who, in: open))
            } else {
                export = try await Self.everything(of: open.desk)
            }
            Terminal.write(String(decoding: export.json(indented: true), as: UTF8.self) + "\n")
        } catch let error as DeskError {
            throw CommandFailure(error)
        } catch let error as StoreError {
            throw CommandFailure(error)
        }
    }

    /// How many conversations are read at a time.
    private static let pageLength = 500

    private static func everything(of desk: Desk) async throws -> Export {
        var export = Export(at: desk.clock.milliseconds, conversations: [])
        var last: String?
        while true {
            let heads = try await desk.store.conversations(.page(after: last, limit: pageLength))
            guard let end = heads.last else { break }
            for head in heads {
                export.conversations += try await desk.export(.conversation(head.conversation)).conversations
            }
            last = end.conversation
        }
        export.conversations.sort {
            ($0.head.updatedAt, $0.head.conversation) > ($1.head.updatedAt, $1.head.conversation)
        }
        return export
    }
}

/// `frontdesk erase`: forgets a customer or conversation.
struct EraseCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "erase",
        abstract: "Remove everything that is kept of a customer or conversation, for good."
    )

    @Argument(help: "A customer's id or e-mail address, or a conversation's id.")
    var who: String

    @Flag(help: "Really do it.")
    var yes = false

    @OptionGroup var options: RecordOptions

    func run() async throws {
        let open = try options.open()
        let subject = try await RecordSubject.find(who, in: open)
        do {
            let count = try await open.desk.export(subject).conversations.count
            guard yes else {
                throw CommandFailure(
                    message: "this would remove \(counted(count, "conversation")) of \(who) from "
                        + "\(open.place.description) for good; say so with --yes.",
                    exitCode: 2
                )
            }
            let erased = try await open.desk.erase(subject)
            Terminal.write(
                "Removed \(counted(erased.count, "conversation")): \(erased.joined(separator: ", "))\n"
            )
        } catch let error as DeskError {
            throw CommandFailure(error)
        }
    }
}

extension RecordSubject {
    /// What a person means: a conversation of that id, or else a customer.
    static func find(_ who: String, in open: OpenDesk) async throws(CommandFailure) -> RecordSubject {
        do {
            if try await open.desk.store.version(of: who) > 0 { return .conversation(who) }
            if try await !open.desk.store.conversations(.customer(who)).isEmpty { return .customer(who) }
        } catch {
            throw CommandFailure(error)
        }
        throw CommandFailure(
            message:
                "nothing is kept of '\(who)' in \(open.place.description): it is no conversation's id, and no "
                + "customer's id or e-mail address.",
            exitCode: 1
        )
    }
}

/// JSON for people: keys sorted, indented.
enum PrettyJSON {
    static func text(of value: some Encodable) -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
        guard let data = try? encoder.encode(value) else { return "null\n" }
        return String(decoding: data, as: UTF8.self) + "\n"
    }
}
