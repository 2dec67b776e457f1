import Foundation
import FrontdeskCompiler

/// A folder of intent files.
struct AssistantFolder: Sendable {
    /// How many files one assistant may have.
    static let fileLimit = 10_000

    /// The folder's path.
    let path: String

    /// Finds the folder a person means: as given, or by its name under `Intents/`.
    init(_ given: String) throws(CommandFailure) {
        for candidate in [given, "Intents/\(given)"] {
            var isFolder: ObjCBool = false
            guard FileManager.default.fileExists(atPath: candidate, isDirectory: &isFolder) else { continue }
            guard isFolder.boolValue else {
                throw CommandFailure(
                    message:
                        "\(candidate) is a file, but no bundle; give the folder that holds assistant.yaml, or a bundle "
                        + "that 'frontdesk build' made."
                )
            }
            path = candidate
            if !isAssistant {
                let several = Self.assistants(in: candidate)
                if several.count > 0 {
                    throw CommandFailure(
                        message: "\(given == "." ? "this folder" : candidate) holds "
                            + (several.count == 1 ? "an assistant" : "several assistants")
                            + ": \(several.joined(separator: ", ")); name \(several.count == 1 ? "it" : "one")."
                    )
                }
                if given == "." { throw Self.nothingHere() }
            }
            return
        }
        throw CommandFailure(
            message:
                "there is no folder \(given); give the folder that holds assistant.yaml, such as Intents/shop."
        )
    }

    /// The names of the folders in a folder that are assistants, sorted.
    private static func assistants(in path: String) -> [String] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
        return names.filter { name in
            ["assistant.yaml", "assistant.yml"].contains {
                FileManager.default.fileExists(atPath: "\(path)/\(name)/\($0)")
            }
        }.sorted()
    }

    /// Nothing was named, and here is no assistant; perhaps there are some under `Intents/`.
    private static func nothingHere() -> CommandFailure {
        let names = ((try? FileManager.default.contentsOfDirectory(atPath: "Intents")) ?? [])
            .filter { !$0.hasPrefix(".") }.sorted()
        let hint =
            names.isEmpty ? "such as Intents/shop" : names.map { "Intents/\($0)" }.joined(separator: " or ")
        return CommandFailure(message: "here is no assistant.yaml; name the assistant's folder, \(hint).")
    }

    /// Whether it looks like an assistant.
    var isAssistant: Bool {
        ["assistant.yaml", "assistant.yml"].contains {
            FileManager.default.fileExists(atPath: "\(path)/\($0)")
        }
    }

    /// The path of a file that the assistant names.
    func path(of relative: String) -> String {
        relative.hasPrefix("/") ? relative : "\(path)/\(relative)"
    }

    /// Reads every `*.yaml` and `*.yml` in the folder and its subfolders, hidden ones and `data/` apart.
    func sources() throws(CommandFailure) -> [SourceFile] {
        var sources: [SourceFile] = []
        for file in try paths() {
            sources.append(SourceFile(path: file, bytes: try Self.read("\(path)/\(file)")))
        }
        guard !sources.isEmpty else {
            throw CommandFailure(
                message: "the folder \(path) has no intent files; begin with a file assistant.yaml that says "
                    + "'assistant: NAME'."
            )
        }
        return sources
    }

    /// When the files were changed last, by path.
    func stamp() -> [String: FileStamp] {
        var stamp: [String: FileStamp] = [:]
        for file in (try? paths()) ?? [] { stamp[file] = FileStamp("\(path)/\(file)") }
        return stamp
    }

    /// The paths of the intent files relative to the folder, sorted.
    private func paths() throws(CommandFailure) -> [String] {
        var found: [String] = []
        var folders = [""]
        while let folder = folders.popLast() {
            let names: [String]
            do {
                names = try FileManager.default.contentsOfDirectory(atPath: "\(path)/\(folder)")
            } catch {
                throw CommandFailure(
                    message: "the folder \(path)/\(folder) cannot be read: \(Places.reason(error))."
                )
            }
            for name in names where !name.hasPrefix(".") {
                let relative = folder.isEmpty ? name : "\(folder)/\(name)"
                var status = stat()
                guard lstat("\(path)/\(relative)", &status) == 0 else { continue }
                if status.st_mode & S_IFMT == S_IFDIR {
                    if name != "data" { folders.append(relative) }
                } else if name.hasSuffix(".yaml") || name.hasSuffix(".yml") {
                    found.append(relative)
                }
            }
            guard found.count <= Self.fileLimit else {
                throw CommandFailure(
                    message:
                        "the folder \(path) holds more than \(Self.fileLimit) intent files. Is it the right one?"
                )
            }
        }
        return found.sorted()
    }

    /// Reads a file, but not more of it than the compiler needs to see that it is too large.
    static func read(_ path: String) throws(CommandFailure) -> [UInt8] {
        do {
            let file = try FileHandle(forReadingFrom: URL(fileURLWithPath: path))
            defer { try? file.close() }
            return Array(try file.read(upToCount: SourceFile.sizeLimit + 1) ?? Data())
        } catch {
            throw CommandFailure(message: "the file \(path) cannot be read: \(Places.reason(error)).")
        }
    }
}
