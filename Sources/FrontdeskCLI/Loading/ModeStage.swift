import ArgumentParser
import Foundation
import Frontdesk
import FrontdeskBundle
import FrontdeskCompiler
import FrontdeskDialogue
import FrontdeskMatching
import FrontdeskSQLite
import FrontdeskTesting
import FrontdeskVectors

/// The ways in which `frontdesk test` can run an assistant, as `--mode` says them.
enum ModeChoice: String, CaseIterable, ExpressibleByArgument {
    case straight, encoded, bundle, store, all
}

/// A mode, and the assistant that is run in it.
struct ModeStage {
    let mode: TranscriptMode
    let loaded: LoadedAssistant
    /// The folder that its files are made in; it goes with the stage.
    private var folder: String?

    private init(_ mode: TranscriptMode, _ loaded: LoadedAssistant, folder: String? = nil) {
        self.mode = mode
        self.loaded = loaded
        self.folder = folder
    }

    func cleanUp() {
        if let folder { try? FileManager.default.removeItem(atPath: folder) }
    }

    /// What is to be run for a choice; without one it is straight, by the shortest way.
    static func all(of choice: ModeChoice?, _ origin: AssistantPlace) throws(AssistantLoader.Failure)
        -> [ModeStage]
    {
        guard let choice else { return [ModeStage(.straight, try AssistantLoader.load(origin))] }
        let (compiled, plain) = try whole(origin)
        var stages: [ModeStage] = []
        if choice == .straight || choice == .all { stages.append(ModeStage(.straight, plain)) }
        if choice == .encoded || choice == .all { stages.append(ModeStage(.encoded, plain)) }
        do {
            if choice == .bundle || choice == .all {
                let bundle = try BundleFile(bytes: try compiled.encode(plain.matcher))
                var loaded = try AssistantLoader.loaded(bundle, origin)
                if case .folder = origin { loaded.bundle = nil }
                stages.append(ModeStage(TranscriptMode(name: "bundle"), loaded))
            }
        } catch {
            throw .command(CommandFailure(error, path: origin.path))
        }
        if choice == .store || choice == .all {
            stages.append(ModeStage(.memory, plain))
            do throws(CommandFailure) { stages.append(try sqlite(plain)) } catch { throw .command(error) }
        }
        return stages
    }

    /// The assistant as the compiler made it, or as it was put into a bundle, with nothing left to be read.
    private static func whole(
        _ origin: AssistantPlace
    ) throws(AssistantLoader.Failure) -> (CompiledAssistant, LoadedAssistant) {
        let compiled: CompiledAssistant
        var bundle: BundleFile?
        switch origin {
        case .bundle(let path):
            do {
                let file = try BundleFile(path: path)
                compiled = try file.compiled()
                bundle = file
            } catch {
                throw .command(CommandFailure(error, path: path))
            }
        case .folder(let folder):
            let sources: [SourceFile]
            do { sources = try folder.sources() } catch { throw .command(error) }
            compiled = try AssistantLoader.compile(folder, sources).compiled
        }
        let models = compiled.translatedModels.compactMapValues { $0.attaching(.bundled) }
        let matcher = Matcher(
            compiled.assistant,
            model: compiled.model?.attaching(.bundled),
            translations: models
        )
        let topics = compiled.files.map { Topic(path: $0.path, intents: $0.intents, flows: $0.flows) }
        return (
            compiled,
            LoadedAssistant(
                origin: origin,
                assistant: compiled.assistant,
                matcher: matcher,
                topics: topics,
                bundle: bundle
            )
        )
    }

    /// Keeps each conversation in an SQLite file of its own, which begins as a copy of an empty one.
    private static func sqlite(_ loaded: LoadedAssistant) throws(CommandFailure) -> ModeStage {
        // Files in memory, where there are such: what is tested is what is read back, not the disk.
        let memory = "/dev/shm"
        let root = access(memory, W_OK) == 0 ? memory : NSTemporaryDirectory()
        let folder = "\(root)/frontdesk-test-\(UUID().uuidString)"
        let empty = "\(folder)/empty.sqlite"
        do {
            try FileManager.default.createDirectory(
                atPath: folder,
                withIntermediateDirectories: true,
                attributes: [.posixPermissions: 0o700]
            )
        } catch {
            throw CommandFailure(message: "the folder \(folder) cannot be made: \(Places.reason(error)).")
        }
        do {
            let file = try DeskFile(empty)
            try file.close()
        } catch {
            throw CommandFailure(message: "\(error)")
        }
        let mode = TranscriptMode(name: "sqlite", carriage: .reread) {
            let path = "\(folder)/\(UUID().uuidString).sqlite"
            try FileManager.default.copyItem(atPath: empty, toPath: path)
            let file = try DeskFile(path)
            return (SQLiteStore(file), SQLiteQueue(file))
        }
        return ModeStage(mode, loaded, folder: folder)
    }
}

/// What came of all suites, where each conversation counts once, in however many modes it was played.
struct ModeTally {
    private(set) var reports: [SuiteReport] = []
    private(set) var passed = 0
    private(set) var failed = 0
    private var modes: [String] = []

    mutating func add(_ reports: [SuiteReport]) {
        self.reports += reports
        modes = reports.map(\.mode)
        guard let first = reports.first else { return }
        guard reports.count > 1 else {
            passed += first.passed
            failed += first.failed
            return
        }
        failed += first.untestedTopics.count
        for (place, file) in first.files.enumerated() {
            failed += file.errors.isEmpty ? 0 : 1
            for conversation in file.results.indices {
                let isFine = reports.allSatisfy { $0.files[place].results[conversation].passed }
                if isFine { passed += 1 } else { failed += 1 }
            }
        }
    }

    /// `12 passed, 0 failed in each of 5 modes: …`.
    var text: String {
        let count = "\(passed) passed, \(failed) failed"
        guard modes.count > 1 else { return count }
        return "\(count) in \(failed == 0 ? "each" : "one or more") of \(modes.count) modes: "
            + modes.joined(separator: ", ")
    }
}
