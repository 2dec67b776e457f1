import ArgumentParser
import Foundation
import FrontdeskCompiler

/// `frontdesk fmt`: intent files laid out in one way.
struct FormatCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "fmt",
        abstract: "Lay out intent files in one way.",
        discussion: """
            Two spaces for each level, one blank line at most, one space behind commas and colons, comments where they stood. \
            Texts, keys and their order stay, and so does every line's length: what a file says is the same before and after. \
            Laid out again, a file stays as it is. Exit code 0: all is laid out; 1: with --check, some files are not, or \
            one has mistakes; 2: a file could not be read or written.

              frontdesk fmt Intents/shop
              frontdesk fmt --check                    say what would change, and change nothing
              frontdesk fmt - <orders.yaml             from standard input to standard output, for editors
            """
    )

    @Argument(help: "Files, or folders of assistants; '-' is standard input.")
    var paths = ["."]

    @Flag(help: "Write nothing; list the files that are laid out differently.")
    var check = false

    func run() throws {
        if paths.contains("-") { return try formatInput() }
        var (changed, seen, mistaken) = (0, 0, 0)
        for path in try files() {
            seen += 1
            let source = SourceFile(path: path, bytes: try AssistantFolder.read(path))
            let formatted: [UInt8]
            do { formatted = try SourceFormat.formatted(source) } catch {
                Self.show(error, of: source)
                mistaken += 1
                continue
            }
            guard formatted != source.bytes else { continue }
            changed += 1
            if !check { try OutputFile.write(formatted, to: path) }
            let line = check ? ":\(Self.firstDifference(source.bytes, formatted))" : ""
            Terminal.write("\(path)\(line): \(check ? "is laid out differently" : "laid out")\n")
        }
        let outcome =
            changed == 0
            ? mistaken == 0 ? "all laid out" : mistaken == seen ? nil : "the others are laid out"
            : check ? "\(changed) to be laid out: run 'frontdesk fmt'" : "\(changed) changed"
        let mistakes = mistaken == 0 ? nil : mistaken == seen ? "with mistakes" : "some with mistakes"
        let parts = [counted(seen, "file"), mistakes, outcome]
        Terminal.write("\(parts.compactMap { $0 }.joined(separator: ", "))\n")
        if mistaken > 0 || (check && changed > 0) { throw CommandFailure.problemsFound }
    }

    private func formatInput() throws {
        guard paths == ["-"] else {
            throw CommandFailure(message: "'-' is standard input; give it alone, without files.")
        }
        let input = (try? FileHandle.standardInput.read(upToCount: SourceFile.sizeLimit + 1)) ?? Data()
        let source = SourceFile(path: "standard input", bytes: Array(input))
        let formatted: [UInt8]
        do { formatted = try SourceFormat.formatted(source) } catch {
            Self.show(error, of: source)
            throw CommandFailure.problemsFound
        }
        guard !check else {
            if formatted != source.bytes { throw CommandFailure.problemsFound }
            return
        }
        Terminal.write(String(decoding: formatted, as: UTF8.self))
    }

    private func files() throws(CommandFailure) -> [String] {
        var files: [String] = []
        for path in paths {
            var isFolder: ObjCBool = false
            if FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), !isFolder.boolValue {
                guard path.hasSuffix(".yaml") || path.hasSuffix(".yml") else {
                    throw CommandFailure(message: "\(path) is no intent file; those end in .yaml or .yml.")
                }
                files.append(path)
            } else {
                let folder = try AssistantFolder(path)
                files += try folder.sources().map {
                    folder.path == "." ? $0.path : "\(folder.path)/\($0.path)"
                }
            }
        }
        return files
    }

    private static func show(_ error: SourceFormatError, of source: SourceFile) {
        switch error {
        case .mistakes(let found):
            Terminal.error(DiagnosticRenderer.text(found, sources: [source]))
        case .unsure(let line):
            Terminal.error(
                "\(source.path):\(line): cannot be laid out without a change of what it says, or a lost comment; "
                    + "write this part more simply\n"
            )
        }
    }

    /// The first line, counted from 1, in which two texts differ.
    private static func firstDifference(_ first: [UInt8], _ second: [UInt8]) -> Int {
        zip(first, second).prefix { $0 == $1 }.count { $0.0 == UInt8(ascii: "\n") } + 1
    }
}
