import Foundation
import Frontdesk
import FrontdeskCompiler
import FrontdeskDialogue
import FrontdeskDifferences
import FrontdeskMatching

/// One of two versions that are compared.
struct DiffedVersion: Sendable {
    /// As it was named.
    let path: String
    /// Where its files lie; nil for a revision, whose copy is gone.
    let origin: AssistantPlace?
    /// With all of its definitions, and the threshold that its model gives.
    let assistant: Assistant
    let matcher: Matcher
    let side: DifferencesReport.Side
    /// The script that makes its data; nil: there is none, or it is a file of data.
    let script: String?

    init(_ given: String) async throws {
        let revision = try GitRevision(given)
        defer { revision?.remove() }
        let origin = try AssistantPlace(revision?.folder ?? given)
        let consequence = "nothing was compared"
        let loaded: LoadedAssistant
        do { loaded = try AssistantLoader.load(origin) } catch {
            throw error.shown(origin, named: given, consequence: consequence)
        }
        path = revision == nil ? origin.path : given
        self.origin = revision == nil ? origin : nil
        assistant = try AssistantLoader.whole(of: origin, consequence: consequence)
            .takingThreshold(from: loaded.matcher.answerCurve)
        matcher = loaded.matcher
        var sources: [SourceFile] = []
        if case .folder(let folder) = origin { sources = try folder.sources() }
        side = DifferencesReport.Side(
            path: path,
            assistant: assistant.name,
            sources: sources,
            topics: loaded.topics
        )
        if case .seed(let file)? = assistant.database?.origin {
            script = try? loaded.script(file)
        } else {
            script = nil
        }
    }
}

/// A folder of a git revision, copied to where it can be read.
struct GitRevision {
    /// The copy.
    let folder: String

    /// Copies the folder that `HEAD~1:Intents/shop` names; nil when a file has this name, or it names no revision.
    init?(_ given: String) throws(CommandFailure) {
        guard given.contains(":"), !FileManager.default.fileExists(atPath: given) else { return nil }
        let tree = try Self.git(["rev-parse", "--verify", "--quiet", "--end-of-options", given], given)
        let top = try Self.git(["rev-parse", "--show-toplevel"], given)
        let work = NSTemporaryDirectory() + "frontdesk-" + UUID().uuidString
        folder = work + "/" + (given.split(separator: "/").last.map(String.init) ?? "assistant")
        do {
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        } catch {
            throw CommandFailure(message: "the folder \(folder) cannot be made: \(Places.reason(error)).")
        }
        do throws(CommandFailure) {
            _ = try Self.git(["-C", top, "archive", "--format=tar", "-o", "\(work)/tree.tar", tree], given)
            _ = try Self.run("tar", ["-xf", "\(work)/tree.tar", "-C", folder], given)
        } catch {
            remove()
            throw error
        }
    }

    func remove() {
        try? FileManager.default.removeItem(
            atPath: URL(fileURLWithPath: folder).deletingLastPathComponent().path
        )
    }

    private static func git(_ arguments: [String], _ given: String) throws(CommandFailure) -> String {
        try run("git", arguments, given)
    }

    /// What a program wrote, without the end of its line.
    private static func run(
        _ program: String,
        _ arguments: [String],
        _ given: String
    ) throws(CommandFailure) -> String {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = [program] + arguments
        let (output, errors) = (Pipe(), Pipe())
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = output
        process.standardError = errors
        do { try process.run() } catch {
            throw CommandFailure(message: "\(program) cannot be started: \(Places.reason(error)).")
        }
        let said = output.fileHandleForReading.readDataToEndOfFile()
        let complaint = errors.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else {
            let reason = String(decoding: complaint, as: UTF8.self).split(separator: "\n").first.map {
                ": \($0)"
            }
            throw CommandFailure(
                message:
                    "there is no folder \(given), and git knows no such revision and folder\(reason ?? "")."
            )
        }
        return String(decoding: said, as: UTF8.self).trimmingCharacters(in: .newlines)
    }
}
