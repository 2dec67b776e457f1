import Foundation
import FrontdeskTesting

/// A folder of transcripts, and the assistant that they run on.
struct TestFolder {
    /// The folder's path.
    let path: String
    private let assistant: String?
    private let mode: ModeChoice?
    private let network: TranscriptRunner.NetworkActions?
    /// The assistant in each mode, once it was made ready.
    private(set) var stages: [ModeStage]?

    /// - Parameters:
    ///   - assistant: The assistant's folder or bundle; nil: the twin of the transcripts' folder.
    ///   - mode: How it is run; nil: straight, by the shortest way.
    ///   - allowsNetwork: Whether transcripts may ask other systems.
    init(_ path: String, assistant: String?, mode: ModeChoice?, allowsNetwork: Bool) {
        self.path = path
        self.assistant = assistant
        self.mode = mode
        network = allowsNetwork ? DataActions.network() : nil
    }

    /// The folder's own name.
    var name: String { URL(fileURLWithPath: path).lastPathComponent }

    /// Where its assistant comes from.
    func place() throws(CommandFailure) -> AssistantPlace {
        try AssistantPlace(assistant ?? TranscriptFolder.assistant(of: path))
    }

    /// Plays conversations in each mode.
    ///
    /// - Parameters:
    ///   - files: Its files, or some of them.
    ///   - isWhole: Whether these are all, so that intent files without transcripts can be told.
    mutating func run(
        _ files: [TranscriptFile],
        isWhole: Bool,
        matching filter: String?,
        lanes: Int,
        seed: UInt64?
    ) async throws(CommandFailure) -> [SuiteReport] {
        let place = try place()
        let topicsCount = isWhole && areTwins(place)
        var reports: [SuiteReport] = []
        for (number, stage) in try ready(place).enumerated() {
            let suite = TranscriptSuite(
                assistant: stage.loaded.assistant,
                matcher: stage.loaded.matcher,
                // A file without transcripts has none in any mode.
                topics: number == 0 && topicsCount ? stage.loaded.topics : [],
                actions: try TestData.actions(of: stage.loaded),
                network: network,
                mode: stage.mode
            )
            reports.append(await suite.run(files, matching: filter, lanes: lanes, seed: seed))
        }
        return reports
    }

    private mutating func ready(_ place: AssistantPlace) throws(CommandFailure) -> [ModeStage] {
        if let stages { return stages }
        let made: [ModeStage]
        do {
            made = try ModeStage.all(of: mode, place)
        } catch {
            throw error.shown(place, consequence: "nothing was run")
        }
        stages = made
        return made
    }

    /// Lets go of the assistant, and of what was made for its modes.
    mutating func cleanUp() {
        for stage in stages ?? [] { stage.cleanUp() }
        stages = nil
    }

    /// Whether the transcripts are a folder of the assistant's name, which is to exercise each of its files, and not only
    /// some about it or in its own folder.
    private func areTwins(_ assistant: AssistantPlace) -> Bool {
        let place = URL(fileURLWithPath: assistant.path).standardizedFileURL.deletingPathExtension()
        let own = URL(fileURLWithPath: path).standardizedFileURL
        return own.lastPathComponent == place.lastPathComponent && own.path != place.path
    }
}
