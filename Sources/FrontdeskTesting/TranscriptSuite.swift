public import Frontdesk
public import FrontdeskCompiler
public import FrontdeskDialogue
public import FrontdeskMatching

/// An assistant and the transcripts it must keep to.
///
/// ```swift
/// let report = await TranscriptSuite(assistant: assistant, topics: compilation.topics).run(files)
/// print(report.text)
/// ```
public struct TranscriptSuite: Sendable {
    private let runner: TranscriptRunner
    private let topics: [Topic]

    /// Makes a suite.
    ///
    /// - Parameters:
    ///   - assistant: What the desk knows.
    ///   - matcher: Its matcher; nil trains one.
    ///   - topics: What the intent files define, to tell which have no transcript; see ``Compilation/topics``.
    ///   - actions: Makes what runs the actions of one conversation, on a fresh copy of the assistant's data; by
    ///     default all actions fail.
    public init(
        assistant: Assistant,
        matcher: Matcher? = nil,
        topics: [Topic] = [],
        actions: @escaping TranscriptRunner.ActionFactory = { ActionRegistry() }
    ) {
        runner = TranscriptRunner(assistant: assistant, matcher: matcher, actions: actions)
        self.topics = topics
    }

    /// Plays the files' conversations, one after the other.
    ///
    /// - Parameters:
    ///   - files: The files of one assistant's folder.
    ///   - filter: Only conversations whose title or path contains this text, upper and lower case alike; nil: all.
    public func run(_ files: [TranscriptFile], matching filter: String? = nil) async -> SuiteReport {
        var reports: [SuiteReport.File] = []
        for file in files {
            if let report = await run(file, matching: filter?.lowercased()) { reports.append(report) }
        }
        let conversations = reports.flatMap { $0.results.map(\.events) }
        return SuiteReport(
            files: reports,
            coverage: Coverage(of: runner.assistant, conversations: conversations),
            untestedTopics: filter == nil ? untested(by: files) : []
        )
    }

    private func run(_ file: TranscriptFile, matching filter: String?) async -> SuiteReport.File? {
        let (transcripts, errors) = file.reading()
        guard errors.isEmpty else {
            return SuiteReport.File(path: file.path, results: [], errors: errors, updated: nil)
        }
        let isNamed = filter.map(file.path.lowercased().contains) ?? true
        let chosen = transcripts.filter { transcript in
            isNamed || filter.map(transcript.title.lowercased().contains) ?? true
        }
        if chosen.isEmpty, filter != nil { return nil }
        var results: [TranscriptResult] = []
        for transcript in chosen { results.append(await runner.run(transcript)) }
        return SuiteReport.File(
            path: file.path,
            results: results,
            errors: [],
            updated: TranscriptUpdate(results).apply(to: file.text)
        )
    }

    /// The paths of intent files that no transcript file is named after: `orders.yaml` wants `orders.transcript` or
    /// `orders-late.transcript`.
    private func untested(by files: [TranscriptFile]) -> [String] {
        let stems = files.map(\.stem)
        return topics.filter { topic in
            guard !topic.intents.isEmpty || !topic.flows.isEmpty else { return false }
            let stem = TranscriptFile(path: topic.path, text: "").stem
            return !stems.contains { $0 == stem || $0.hasPrefix("\(stem)-") }
        }.map(\.path)
    }
}
