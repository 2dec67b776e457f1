import Foundation
import FrontdeskBundle
import FrontdeskCompiler
import FrontdeskDialogue
import FrontdeskMatching

/// Compiled assistants by the content of their files.
///
/// Losing one costs time and nothing else, so whatever goes wrong here is at most worth a note with `--verbose`.
enum BundleCache {
    /// How many bundles are kept; the oldest go first.
    static let limit = 20

    /// The assistant compiled from exactly these files, if it was kept.
    static func read(_ sources: [SourceFile]) -> LoadedAssistant? {
        let hash = contentHash(sources)
        guard let data = FileManager.default.contents(atPath: path(hash)) else { return nil }
        guard let bundle = try? CompiledAssistant.decode(Array(data)), bundle.contentHash == hash else {
            note("the cached assistant \(path(hash)) is of no use and is made again")
            return nil
        }
        return LoadedAssistant(
            assistant: bundle.assistant,
            matcher: Matcher(bundle.assistant.matching, model: bundle.model),
            warnings: [],
            sources: sources
        )
    }

    /// Keeps an assistant, whole or not at all; one with warnings is compiled anew, so that they show again.
    static func write(_ loaded: LoadedAssistant, model: IntentModel?) {
        guard loaded.warnings.isEmpty else { return }
        let hash = contentHash(loaded.sources)
        let bundle = CompiledAssistant(assistant: loaded.assistant, model: model, contentHash: hash)
        do {
            let bytes = try bundle.encode()
            try Places.make(Places.cache)
            try Data(bytes).write(to: URL(fileURLWithPath: path(hash)), options: .atomic)
            removeOldest()
        } catch {
            note("the compiled assistant was not cached in \(Places.cache): \(error)")
        }
    }

    private static func contentHash(_ sources: [SourceFile]) -> UInt64 {
        CompiledAssistant.hash(of: sources.map { ($0.path, $0.bytes) })
    }

    private static func path(_ hash: UInt64) -> String {
        "\(Places.cache)/\(String(hash, radix: 16))-\(CompiledAssistant.engineVersion)-\(build).bundle"
    }

    /// Which build of the program this is, by its file's size and time: another one may compile or train otherwise.
    private static let build: String = {
        let program = Bundle.main.executablePath ?? CommandLine.arguments[0]
        let attributes = try? FileManager.default.attributesOfItem(atPath: program)
        let size = attributes?[.size] as? Int ?? 0
        let time = (attributes?[.modificationDate] as? Date)?.timeIntervalSince1970 ?? 0
        return String(size, radix: 36) + String(Int(time), radix: 36)
    }()

    private static func removeOldest() {
        let files = FileManager.default
        let names = ((try? files.contentsOfDirectory(atPath: Places.cache)) ?? []).filter {
            $0.hasSuffix(".bundle")
        }
        guard names.count > limit else { return }
        let byAge = names.map { name in
            let attributes = try? files.attributesOfItem(atPath: "\(Places.cache)/\(name)")
            return (name, attributes?[.modificationDate] as? Date ?? .distantPast)
        }.sorted { $0.1 < $1.1 }
        for (name, _) in byAge.prefix(names.count - limit) {
            try? files.removeItem(atPath: "\(Places.cache)/\(name)")
        }
    }

    private static func note(_ text: String) {
        if ProcessInfo.processInfo.arguments.contains(where: { $0 == "--verbose" || $0 == "-v" }) {
            Terminal.error("frontdesk: \(text)\n")
        }
    }
}
