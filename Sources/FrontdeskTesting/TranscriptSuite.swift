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

    private let mode: TranscriptMode

    /// Makes a suite.
    ///
    /// - Parameters:
    ///   - assistant: What the desk knows.
    ///   - matcher: Its matcher; nil trains one.
    ///   - topics: What the intent files define, to tell which have no transcript; see ``Compilation/topics``.
    ///   - actions: Makes what runs the actions of one conversation, on a fresh copy of the assistant's data; by
    ///     default all actions fail.
    ///   - network: Makes what asks other systems for transcripts that say `actions: real`; nil: none may.
    ///   - mode: What happens to the desk between two steps, and where it keeps things; by default it runs on, in memory.
    public init(
        assistant: Assistant,
        matcher: Matcher? = nil,
        topics: [Topic] = [],
        actions: @escaping TranscriptRunner.ActionFactory = { ActionRegistry() },
        network: TranscriptRunner.NetworkActions? = nil,
        mode: TranscriptMode = .straight
    ) {
        runner = TranscriptRunner(
            assistant: assistant,
            matcher: matcher,
            actions: actions,
            network: network,
            mode: mode
        )
        self.topics = topics
        self.mode = mode
    }

    /// Plays the files' conversations; each has a desk of its own.
    ///
    /// - Parameters:
    ///   - files: The files of one assistant's folder.
    ///   - filter: Only conversations whose title or path contains this text, upper and lower case alike; nil: all.
    ///   - lanes: How many are played at the same time, from 1; the report is the same.
    ///   - seed: They are begun in an order drawn with it; nil: in that of the files.
    public func run(
        _ files: [TranscriptFile],
        matching filter: String? = nil,
        lanes: Int = 1,
        seed: UInt64? = nil
    ) async -> SuiteReport {
        precondition(lanes > 0, "conversations are played in at least one lane")
        let readings = files.map { Reading($0, matching: filter?.lowercased()) }
        var places: [Place] = []
        for (file, reading) in readings.enumerated() {
            places += reading.chosen.indices.map { Place(file: file, conversation: $0) }
        }
        let order = Self.order(of: places.count, seed: seed)
        let runner = runner
        var results: [Place: TranscriptResult] = [:]
        await withTaskGroup(of: (Place, TranscriptResult).self) { group in
            for (begun, number) in order.enumerated() {
                if begun >= lanes, let (place, result) = await group.next() { results[place] = result }
                let place = places[number]
                let transcript = readings[place.file].chosen[place.conversation]
                group.addTask { (place, await runner.run(transcript)) }
            }
            for await (place, result) in group { results[place] = result }
        }
        var reports: [SuiteReport.File] = []
        for (file, reading) in readings.enumerated() where reading.isReported {
            let own = reading.chosen.indices.compactMap { results[Place(file: file, conversation: $0)] }
            reports.append(reading.report(of: own))
        }
        return SuiteReport(
            files: reports,
            coverage: Coverage(
                of: runner.assistant,
                matcher: runner.matcher,
                results: reports.flatMap(\.results),
                besides: Compiler.engine(speaking: runner.assistant.languages)
            ),
            untestedTopics: filter == nil ? untested(by: files) : [],
            mode: mode.name
        )
    }

    /// The order in which so many conversations are begun, by their places from 0: the same seed gives the same one.
    public static func order(of count: Int, seed: UInt64?) -> [Int] {
        guard let seed else { return Array(0..<count) }
        var generator = SeededGenerator(seed: seed)
        var order = Array(0..<count)
        generator.shuffle(&order)
        return order
    }

    /// A conversation by its file and its place among those that were chosen there.
    private struct Place: Hashable {
        var file: Int
        var conversation: Int
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

/// A file that was read, and which of its conversations are to be played.
private struct Reading: Sendable {
    let file: TranscriptFile
    let chosen: [Transcript]
    let errors: [TranscriptError]
    let isReported: Bool

    init(_ file: TranscriptFile, matching filter: String?) {
        self.file = file
        let (transcripts, errors) = file.reading()
        self.errors = errors
        guard errors.isEmpty else {
            chosen = []
            isReported = true
            return
        }
        let isNamed = filter.map(file.path.lowercased().contains) ?? true
        chosen = transcripts.filter { transcript in
            isNamed || filter.map(transcript.title.lowercased().contains) ?? true
        }
        isReported = !chosen.isEmpty || filter == nil
    }

    func report(of results: [TranscriptResult]) -> SuiteReport.File {
        SuiteReport.File(
            file: file,
            results: results,
            errors: errors,
            updated: errors.isEmpty ? TranscriptUpdate(results).apply(to: file.text) : nil
        )
    }
}
