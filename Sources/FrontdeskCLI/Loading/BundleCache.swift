import Foundation
import FrontdeskBundle
import FrontdeskCompiler
import FrontdeskMatching
import FrontdeskVectors

/// Compiled assistants by the content of their files; the same format as `frontdesk build` writes.
///
/// Losing one costs time and nothing else, so whatever goes wrong here is at most worth a note with `--verbose`.
enum BundleCache {
    /// How many bundles are kept; the oldest go first.
    static let limit = 20

    /// The assistant compiled from exactly these files, if it was kept.
    static func read(_ sources: [SourceFile], _ folder: AssistantFolder) -> LoadedAssistant? {
        let hash = contentHash(sources)
        let path = path(hash)
        guard FileManager.default.fileExists(atPath: path) else { return nil }
        guard let bundle = try? BundleFile(path: path), bundle.about.contentHash == hash,
            let loaded = try? AssistantLoader.loaded(bundle, .folder(folder))
        else {
            note("the cached assistant \(path) is of no use and is made again")
            return nil
        }
        return loaded
    }

    /// A model that was trained on the same material, whatever else was edited since.
    static func model(for definition: MatcherDefinition) -> IntentModel? {
        // Without examples there is no model, and so none is looked for.
        guard definition.intents.contains(where: { !$0.examples.isEmpty }) else { return nil }
        let bundles = names()
        guard !bundles.isEmpty else { return nil }
        let hash = CompiledAssistant.trainingHash(of: definition)
        for name in bundles {
            guard let bundle = try? BundleFile(path: "\(Places.cache)/\(name)"),
                let number = bundle.about.trainingHashes.firstIndex(of: hash),
                let model = try? bundle.model(number)?.attaching(.bundled)
            else { continue }
            note("the training material did not change; the model of \(name) is used again")
            return model
        }
        return nil
    }

    /// Keeps an assistant, whole or not at all.
    ///
    /// One with warnings is only good for its model: it is compiled anew, so that they show again.
    static func write(_ compiled: CompiledAssistant, _ matcher: Matcher, hasWarnings: Bool) {
        var compiled = compiled
        let name = path(compiled.contentHash)
        if hasWarnings { compiled.contentHash = 0 }
        do {
            try Places.make(Places.cache)
            try CompiledAssistant.write(try compiled.encode(matcher), to: name, isLasting: false)
            removeOldest()
        } catch {
            note("the compiled assistant was not cached in \(Places.cache): \(error)")
        }
    }

    static func contentHash(_ sources: [SourceFile]) -> UInt64 {
        CompiledAssistant.hash(of: sources.map { ($0.path, $0.bytes) })
    }

    private static func path(_ hash: UInt64) -> String {
        "\(Places.cache)/\(String(hash, radix: 16))\(ending)"
    }

    private static let ending = "-\(CompiledAssistant.engineVersion)-\(build).fdk"

    /// Which build of the program this is, by its file's size and time: another one may compile or train otherwise.
    private static let build: String = {
        let program = Bundle.main.executablePath ?? CommandLine.arguments[0]
        let attributes = try? FileManager.default.attributesOfItem(atPath: program)
        let size = attributes?[.size] as? Int ?? 0
        let time = (attributes?[.modificationDate] as? Date)?.timeIntervalSince1970 ?? 0
        return String(size, radix: 36) + String(Int(time), radix: 36)
    }()

    /// The bundles of this build of the program.
    private static func names() -> [String] {
        ((try? FileManager.default.contentsOfDirectory(atPath: Places.cache)) ?? [])
            .filter { $0.hasSuffix(ending) }.sorted()
    }

    private static func removeOldest() {
        let files = FileManager.default
        let names = ((try? files.contentsOfDirectory(atPath: Places.cache)) ?? []).filter {
            $0.hasSuffix(".fdk") || $0.hasSuffix(".bundle") || $0.hasSuffix(".unfinished")
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
