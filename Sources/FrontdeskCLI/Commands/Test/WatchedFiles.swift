import FrontdeskDialogue

/// What a folder of transcripts and its assistant look like on the disk.
struct WatchedFiles: Hashable {
    private let assistant: [String: FileStamp]
    /// The data that its actions work on: where they lie is known once the assistant was made ready.
    private let data: [String: FileStamp]
    private let transcripts: [String: FileStamp]

    /// Looks at the files.
    init(_ folder: TestFolder) {
        let place = try? folder.place()
        assistant = place?.stamp() ?? [:]
        var data: [String: FileStamp] = [:]
        if let place, let origin = folder.stages?.first?.loaded.assistant.database?.origin {
            let path = place.path(of: origin.path)
            data[path] = FileStamp(path)
        }
        self.data = data
        var stamps: [String: FileStamp] = [:]
        for path in TranscriptFolder.paths(in: folder.path) { stamps[path] = FileStamp(path) }
        transcripts = stamps
    }

    /// What is different now.
    struct Changes {
        /// The assistant's files that were changed, added or removed.
        var assistant: [String] = []
        /// Files of transcripts that were changed or added.
        var transcripts: [String] = []
        /// Files of transcripts that are gone.
        var removed: [String] = []

        var all: [String] { assistant + transcripts + removed }
    }

    /// What is different from how it was.
    func changes(since old: WatchedFiles) -> Changes {
        Changes(
            assistant: Self.differing(old.assistant, assistant)
                + (old.data.isEmpty || data.isEmpty ? [] : Self.differing(old.data, data)),
            transcripts: transcripts.filter { old.transcripts[$0.key] != $0.value }.keys.sorted(),
            removed: old.transcripts.keys.filter { transcripts[$0] == nil }.sorted()
        )
    }

    private static func differing(_ old: [String: FileStamp], _ new: [String: FileStamp]) -> [String] {
        Set(old.keys).union(new.keys).filter { old[$0] != new[$0] }.sorted()
    }
}

extension DatabaseDefinition.Origin {
    /// The path of the file that the data come from, as the assistant names it.
    fileprivate var path: String {
        switch self {
        case .file(let path), .seed(let path): path
        }
    }
}
