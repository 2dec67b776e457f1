import Dispatch
import Foundation
import Frontdesk
import FrontdeskBundle
import FrontdeskCompiler
import FrontdeskDialogue
import FrontdeskMatching
import FrontdeskVectors

/// An assistant ready to run, and what its author should know.
struct LoadedAssistant: Sendable {
    /// Where it comes from.
    var origin: AssistantPlace
    var assistant: Assistant
    var matcher: Matcher
    var warnings: [Diagnostic] = []
    /// What each of its files defines.
    var topics: [Topic]
    /// The bundle it was read from, when it was not compiled.
    var bundle: BundleFile?

    /// The text of the SQL script that makes its data: a bundle brings it along.
    func script(_ file: String) throws(CommandFailure) -> String {
        guard case .bundle(let path) = origin, let bundle else {
            return try DataActions.read(origin.path(of: file))
        }
        do {
            if let script = try bundle.seed() { return script }
        } catch {
            throw CommandFailure(error, path: path)
        }
        throw CommandFailure(.missing(part: "SQL script"), path: path)
    }
}

/// Makes assistants of folders and bundles: the one way to load any.
enum AssistantLoader {
    /// The files of a folder do not compile.
    struct Mistakes: Error {
        var diagnostics: [Diagnostic]
        var sources: [SourceFile]

        /// The diagnostics as people read them.
        var text: String { DiagnosticRenderer.text(diagnostics, sources: sources) }

        /// How many errors there are, in words.
        var count: String {
            let count = diagnostics.count { $0.severity == .error }
            return count == 1 ? "1 error" : "\(count) errors"
        }
    }

    /// Why a folder or bundle gave no assistant.
    enum Failure: Error {
        case mistakes(Mistakes)
        case command(CommandFailure)

        /// The failure as the end of a command: the diagnostics are shown, then one sentence.
        func shown(
            _ origin: AssistantPlace,
            named name: String? = nil,
            consequence: String = "nothing was started"
        ) -> CommandFailure {
            switch self {
            case .command(let failure): return failure
            case .mistakes(let mistakes):
                Terminal.error(mistakes.text)
                return CommandFailure(
                    message: "\(name ?? origin.path) has \(mistakes.count); \(consequence)."
                )
            }
        }
    }

    /// Loads an assistant: a bundle as it is; a folder from the cache when its files are unchanged, else by compiling,
    /// and by training when what is trained on changed.
    static func load(_ origin: AssistantPlace) throws(Failure) -> LoadedAssistant {
        switch origin {
        case .bundle(let path): return try load(bundle: path)
        case .folder(let folder): return try load(folder)
        }
    }

    private static func load(bundle path: String) throws(Failure) -> LoadedAssistant {
        let loaded: LoadedAssistant
        do {
            let bundle = try BundleFile(path: path)
            loaded = try Self.loaded(bundle, .bundle(path: path))
        } catch {
            throw .command(CommandFailure(error, path: path))
        }
        try checkZone(of: loaded.assistant, [], path)
        return loaded
    }

    /// An assistant out of an opened bundle.
    static func loaded(_ bundle: BundleFile, _ origin: AssistantPlace) throws(BundleError) -> LoadedAssistant
    {
        let assistant = try bundle.assistant()
        return LoadedAssistant(
            origin: origin,
            assistant: assistant,
            matcher: try bundle.matcher(for: assistant, vectors: .bundled),
            topics: try bundle.files().map { Topic(path: $0.path, intents: $0.intents, flows: $0.flows) },
            bundle: bundle
        )
    }

    private static func load(_ folder: AssistantFolder) throws(Failure) -> LoadedAssistant {
        let sources: [SourceFile]
        do { sources = try folder.sources() } catch { throw .command(error) }
        if let cached = BundleCache.read(sources, folder) {
            try checkZone(of: cached.assistant, sources, folder.path)
            return cached
        }
        let (compiled, warnings) = try compile(folder, sources)
        let loaded = LoadedAssistant(
            origin: .folder(folder),
            assistant: compiled.assistant,
            matcher: Matcher(
                compiled.assistant,
                model: compiled.model,
                translations: compiled.translatedModels
            ),
            warnings: warnings,
            topics: compiled.files.map { Topic(path: $0.path, intents: $0.intents, flows: $0.flows) }
        )
        BundleCache.write(compiled, loaded.matcher, hasWarnings: !warnings.isEmpty)
        return loaded
    }

    /// What the compiler remembers of each folder, so that a running chat or pipe reads only the files that changed.
    private static let memories = Locked<[String: CompilerMemory]>([:])

    /// Compiles a folder's files; its model is trained, unless the cache has one of the same training material.
    ///
    /// The SQL script is not read.
    static func compile(
        _ folder: AssistantFolder,
        _ sources: [SourceFile]
    ) throws(Failure) -> (compiled: CompiledAssistant, warnings: [Diagnostic]) {
        var memory = memories.withLock { $0[folder.path] } ?? CompilerMemory()
        let compilation = Compiler.compile(sources, remembering: &memory)
        memories.withLock { $0[folder.path] = memory }
        guard let assistant = compilation.assistant else {
            throw .mistakes(Mistakes(diagnostics: compilation.diagnostics, sources: sources))
        }
        try checkZone(of: assistant, sources, folder.path)
        let (model, translatedModels) = models(of: assistant)
        let curve = AnswerCurve(model, translations: translatedModels)
        let sizes = Dictionary(sources.map { ($0.path, $0.bytes.count) }) { first, _ in first }
        let compiled = CompiledAssistant(
            assistant: assistant.takingThreshold(from: curve),
            model: model,
            translatedModels: translatedModels,
            contentHash: BundleCache.contentHash(sources),
            files: compilation.topics.map {
                CompiledFile(path: $0.path, size: sizes[$0.path] ?? 0, intents: $0.intents, flows: $0.flows)
            }
        )
        let missed = MachineCheck.target(of: assistant, curve, sources)
        return (compiled, compilation.diagnostics + (missed.map { [$0] } ?? []))
    }

    /// The model of the first language, and those of the further ones; each is trained on a core of its own.
    private static func models(of assistant: Assistant) -> (IntentModel?, [String: IntentModel]) {
        let first = Locked<IntentModel?>(nil)
        let translated = Locked<[String: IntentModel]>([:])
        DispatchQueue.concurrentPerform(iterations: assistant.translations.count + 1) { place in
            guard place > 0 else {
                let model = model(for: assistant.matching)
                return first.withLock { $0 = model }
            }
            let translation = assistant.translations[place - 1]
            let model = model(for: translation.matching)
            translated.withLock { $0[translation.language] = model }
        }
        return (first.withLock { $0 }, translated.withLock { $0 })
    }

    private static func model(for definition: MatcherDefinition) -> IntentModel? {
        BundleCache.model(for: definition) ?? IntentModel.train(definition, vectors: .bundled)
    }

    private static func checkZone(
        of assistant: Assistant,
        _ sources: [SourceFile],
        _ path: String
    ) throws(Failure) {
        guard MachineCheck.isZoneUnknown(assistant.zone) else { return }
        guard !sources.isEmpty else {
            throw .command(
                CommandFailure(
                    message:
                        "\(path): this machine knows no time zone '\(assistant.zone)'; install the tz database."
                )
            )
        }
        let mistake = MachineCheck.zone(of: assistant, sources)
        throw .mistakes(Mistakes(diagnostics: mistake.map { [$0] } ?? [], sources: sources))
    }
}
