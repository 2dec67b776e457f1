import ArgumentParser
import Foundation
import FrontdeskCompiler

/// `frontdesk schema`: what editors need to know of intent files.
struct SchemaCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "schema",
        abstract: "Write the JSON Schema of intent files, for editors.",
        discussion: """
            Kinds: assistant (assistant.yaml), topic (all other files), translation (files with 'language'). The schema \
            knows keys, words and forms; 'frontdesk check' knows the rest. Exit code 0: written, 2: it could not be \
            written.

              frontdesk schema topic > topic.schema.json
              frontdesk schema --output .schemas            assistant.schema.json, topic.schema.json, translation.schema.json

            A line at the top of a file tells editors with a YAML language server:

              # yaml-language-server: $schema=../../.schemas/topic.schema.json
            """
    )

    @Argument(
        help: "The kind of file: assistant, topic or translation. Without it, all of them, into --output."
    )
    var kind: String?

    @Option(name: .shortAndLong, help: ArgumentHelp("The folder to write into.", valueName: "dir"))
    var output: String?

    func run() throws {
        let kinds = try kind.map { [try Self.kind($0)] } ?? JSONSchema.Kind.allCases
        guard let output else {
            guard let only = kinds.first, kinds.count == 1 else {
                throw CommandFailure(
                    message: "name a kind (\(Self.names)), or a folder for all of them with --output."
                )
            }
            Terminal.write(JSONSchema.text(of: only))
            return
        }
        let folder = URL(fileURLWithPath: output, isDirectory: true)
        do {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            for kind in kinds {
                let file = folder.appendingPathComponent("\(kind.rawValue).schema.json")
                try Data(JSONSchema.text(of: kind).utf8).write(to: file)
                Terminal.write("\(file.relativePath): \(kind.summary)\n")
            }
        } catch {
            throw CommandFailure(
                message: "the schema cannot be written into \(output): \(Places.reason(error))."
            )
        }
    }

    private static let names = JSONSchema.Kind.allCases.map(\.rawValue).joined(separator: ", ")

    private static func kind(_ name: String) throws -> JSONSchema.Kind {
        if let kind = JSONSchema.Kind(rawValue: name) { return kind }
        throw CommandFailure(message: "there is no kind of file '\(name)'; there are \(names).")
    }
}
