public import FrontdeskCompiler
import FrontdeskTesting

/// What two versions of an assistant came to.
public struct DifferencesReport: Sendable {
    /// One of the versions.
    public struct Side: Sendable {
        /// As it was named: a folder, a bundle, a revision.
        public var path: String
        /// The assistant's name.
        public var assistant: String
        /// Its files; none for a bundle.
        public var sources: [SourceFile]
        /// What each of its files defines.
        public var topics: [Topic]

        /// Makes a side.
        public init(path: String, assistant: String, sources: [SourceFile], topics: [Topic]) {
            self.path = path
            self.assistant = assistant
            self.sources = sources
            self.topics = topics
        }
    }

    /// Where something stands.
    public struct Place: Sendable, Hashable {
        /// The side's path and the file.
        public var file: String
        /// From 1.
        public var line: Int
        /// From 1.
        public var column: Int

        /// `orders.yaml:12:5`.
        public var text: String { "\(file):\(line):\(column)" }
    }

    /// The first version.
    public let old: Side
    /// The second one.
    public let new: Side
    /// What is otherwise, by group; what customers cannot notice is among it.
    public let changes: [Located]
    /// The sentences that are taken for something else.
    public let sentences: SentenceChanges
    /// What is otherwise in the files alone.
    public let layout: [String]
    /// How many flows both versions have, whose shortest ways were compared.
    public let flowsCompared: Int

    /// A change with its place.
    public struct Located: Sendable, Hashable {
        /// The change.
        public var change: Change
        /// Where it stands, in the second version unless it is gone there; nil for a bundle.
        public var place: Place?
    }

    /// Makes a report.
    ///
    /// - Parameters:
    ///   - old: The first version.
    ///   - new: The second one.
    ///   - changes: What is otherwise.
    ///   - sentences: What is taken for something else.
    ///   - flowsCompared: How many flows both have.
    public init(
        from old: Side,
        to new: Side,
        changes: [Change],
        sentences: SentenceChanges,
        flowsCompared: Int
    ) {
        self.old = old
        self.new = new
        self.sentences = sentences
        self.flowsCompared = flowsCompared
        self.changes = changes.map { change in
            Located(change: change, place: Self.place(of: change, in: change.kind == .removed ? old : new))
        }
        layout =
            Layout(from: old, to: new, changedFiles: Set(self.changes.compactMap { $0.place?.file })).notes
    }

    /// What customers may notice.
    public var noticeable: [Located] { changes.filter(\.change.isNoticeable) }
    /// What they cannot.
    public var unnoticeable: [Located] { changes.filter { !$0.change.isNoticeable } }
    /// Whether customers see the same.
    public var isSame: Bool { noticeable.isEmpty && sentences.changed == 0 }

    private static func place(of change: Change, in side: Side) -> Place? {
        guard !side.sources.isEmpty, !change.keys.isEmpty else { return nil }
        let found = SourcePlace.of(
            change.keys,
            text: change.anchor,
            language: change.language,
            in: side.sources
        )
        return found.map { Place(file: $0.file, line: $0.line, column: $0.column) }
    }
}

/// What is otherwise in files, though it says the same.
private struct Layout {
    private(set) var notes: [String] = []

    init(
        from old: DifferencesReport.Side,
        to new: DifferencesReport.Side,
        changedFiles: Set<String>
    ) {
        guard !old.sources.isEmpty, !new.sources.isEmpty else { return }
        let before = Dictionary(old.sources.map { ($0.path, $0.bytes) }) { first, _ in first }
        let after = Dictionary(new.sources.map { ($0.path, $0.bytes) }) { first, _ in first }
        let homes = (Self.homes(old.topics), Self.homes(new.topics))
        for (name, file) in homes.1.sorted(by: { $0.key < $1.key }) {
            guard let was = homes.0[name], was != file else { continue }
            notes.append("\(name) moved from \(was) to \(file)")
        }
        for file in after.keys.sorted() where !changedFiles.contains(file) {
            guard let was = before[file] else {
                notes.append("the file \(file) is new")
                continue
            }
            if was != after[file] { notes.append("only layout, comments or order changed in \(file)") }
        }
        for file in before.keys.sorted() where after[file] == nil { notes.append("the file \(file) is gone") }
    }

    private static func homes(_ topics: [Topic]) -> [String: String] {
        var homes: [String: String] = [:]
        for topic in topics {
            for intent in topic.intents { homes["intent \(intent)"] = topic.path }
            for flow in topic.flows { homes["flow \(flow)"] = topic.path }
        }
        return homes
    }
}
