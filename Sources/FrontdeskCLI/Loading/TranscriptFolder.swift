import Foundation
import Frontdesk
import FrontdeskDialogue
import FrontdeskSQLite
import FrontdeskTesting

/// Folders of transcripts: `Transcripts/shop` belongs to `Intents/shop`, and `shop/Transcripts` to `shop`.
enum TranscriptFolder {
    /// `Intents/shop` for `Transcripts/shop`, wherever that lies; an assistant's folder for what lies in it.
    static func assistant(of folder: String) -> String {
        var path = URL(fileURLWithPath: folder).standardizedFileURL
        if isFile(folder) { path.deleteLastPathComponent() }
        for holder in [path, path.deletingLastPathComponent()] where isAssistant(holder.path) {
            return fromHere(holder.path)
        }
        let root = path.deletingLastPathComponent().deletingLastPathComponent().path
        return fromHere("\(root)/Intents/\(path.lastPathComponent)")
    }

    /// `Transcripts/shop` for `Intents/shop` or its bundle, or else the folder `Transcripts` in the assistant's own, if
    /// there is one.
    static func twin(ofAssistantAt path: String) -> String? {
        let path = URL(fileURLWithPath: path).standardizedFileURL
        let name = path.deletingPathExtension().lastPathComponent
        let root = path.deletingLastPathComponent().deletingLastPathComponent().path
        let twin = "\(root)/Transcripts/\(name)"
        let inside = "\(path.path)/Transcripts"
        if exists(twin) { return fromHere(twin) }
        return isAssistant(path.path) && !paths(in: inside).isEmpty ? fromHere(inside) : nil
    }

    /// A path as it is written in the current folder.
    private static func fromHere(_ path: String) -> String {
        let here = FileManager.default.currentDirectoryPath
        if path == here { return "." }
        return path.hasPrefix(here + "/") ? String(path.dropFirst(here.count + 1)) : path
    }

    private static func isAssistant(_ folder: String) -> Bool {
        FileManager.default.fileExists(atPath: "\(folder)/assistant.yaml")
    }

    /// The folder's files, by path; a file of transcripts stands for itself.
    static func files(in folder: String) throws(CommandFailure) -> [TranscriptFile] {
        guard exists(folder) || isFile(folder) else {
            throw CommandFailure(
                message: FileManager.default.fileExists(atPath: folder)
                    ? "\(folder) is no *.transcript file."
                    : "there is no folder \(folder); give a folder of *.transcript files, or one of these."
            )
        }
        let paths = paths(in: folder)
        guard !paths.isEmpty else {
            throw CommandFailure(message: "the folder \(folder) holds no *.transcript files.")
        }
        return try paths.map { (path) throws(CommandFailure) in
            do {
                return TranscriptFile(path: path, text: try String(contentsOfFile: path, encoding: .utf8))
            } catch {
                throw CommandFailure(
                    message: "the file \(path) cannot be read: \(Places.reason(error))."
                )
            }
        }
    }

    /// The paths of the folder's files, sorted; none when there is no such folder.
    static func paths(in folder: String) -> [String] {
        if isFile(folder) { return [folder] }
        return (FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? [])
            .filter { $0.hasSuffix(".transcript") }.sorted().map { "\(folder)/\($0)" }
    }

    /// Whether it is a file of transcripts.
    static func isFile(_ path: String) -> Bool {
        path.hasSuffix(".transcript") && FileManager.default.fileExists(atPath: path) && !exists(path)
    }

    /// Whether there is such a folder.
    static func exists(_ path: String) -> Bool {
        var isFolder: ObjCBool = false
        return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && isFolder.boolValue
    }
}

/// The data that transcripts run on: a copy of its own for each conversation.
enum TestData {
    static func actions(
        of loaded: LoadedAssistant
    ) throws(CommandFailure) -> TranscriptRunner.ActionFactory {
        let assistant = loaded.assistant
        guard let origin = assistant.database?.origin else { return { ActionRegistry() } }
        do {
            let original: AssistantDatabase
            switch origin {
            case .file(let file): original = try AssistantDatabase(path: loaded.origin.path(of: file))
            case .seed(let file):
                original = try AssistantDatabase(seed: try loaded.script(file))
            }
            return { CopiedActions(of: original) }
        } catch let failure as CommandFailure {
            throw failure
        } catch {
            throw CommandFailure(message: "the data of assistant \(assistant.name): \(error)")
        }
    }
}
