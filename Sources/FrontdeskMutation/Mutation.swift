public import FrontdeskDialogue
public import FrontdeskMatching
public import FrontdeskTesting

/// Breaks an assistant in many small ways, and looks which of them its transcripts notice.
///
/// A change that no transcript notices could be made by mistake tomorrow, and a customer would be the first to meet it.
///
/// ```swift
/// let report = await Mutation(assistant: assistant, matcher: matcher, transcripts: transcripts).run()
/// print(report.score)
/// ```
public struct Mutation: Sendable {
    /// A transcript as it went on the original, and what it reached.
    struct Way: Sendable {
        /// Its place among the transcripts.
        var number: Int
        var transcript: Transcript
        var parts: Set<Reach>
        var acted: Set<Reach>
        /// What can be expected of each step.
        var facts: [[String]]
    }

    let assistant: Assistant
    let matcher: Matcher
    private let transcripts: [Transcript]
    private let engine: Assistant?
    let actions: TranscriptRunner.ActionFactory

    /// Makes a run.
    ///
    /// - Parameters:
    ///   - assistant: What the desk knows, as it was compiled: one that was opened from a bundle to be run has no patterns
    ///     to drop.
    ///   - matcher: Its matcher.
    ///   - transcripts: The transcripts it must keep to.
    ///   - engine: An assistant of the same languages without any files of its own: what the engine brings along is not
    ///     changed; nil: everything is.
    ///   - actions: Makes what runs the actions of one conversation; by default all actions fail.
    public init(
        assistant: Assistant,
        matcher: Matcher,
        transcripts: [Transcript],
        besides engine: Assistant? = nil,
        actions: @escaping TranscriptRunner.ActionFactory = TranscriptRunner.noActions
    ) {
        self.assistant = assistant.takingThreshold(from: matcher.answerCurve)
        self.matcher = matcher
        self.transcripts = transcripts
        self.engine = engine
        self.actions = actions
    }

    /// Tries mutants; the same assistant, transcripts and seed give the same report.
    ///
    /// A transcript that fails on the original tells nothing, and is left out.
    ///
    /// - Parameters:
    ///   - sample: Only so many mutants, drawn at random; nil: all.
    ///   - seed: What they are drawn with.
    ///   - lanes: How many are tried at the same time, from 1.
    public func run(sample: Int? = nil, seed: UInt64 = 1, lanes: Int = 1) async -> MutationReport {
        precondition(lanes > 0, "mutants are tried in at least one lane")
        let mutants = Mutants(assistant, besides: engine)
        let chosen = Self.chosen(mutants.all.count, sample, seed).map { mutants.all[$0] }
        let (ways, failing) = await ways(lanes: lanes)
        var verdicts = [MutantVerdict?](repeating: nil, count: chosen.count)
        await withTaskGroup(of: (Int, MutantVerdict).self) { group in
            for (number, mutant) in chosen.enumerated() {
                if number >= lanes, let (done, verdict) = await group.next() { verdicts[done] = verdict }
                group.addTask { (number, await verdict(on: mutant, ways)) }
            }
            for await (done, verdict) in group { verdicts[done] = verdict }
        }
        var excluded = mutants.excluded
        let same = verdicts.count { $0?.isSame ?? false }
        if same > 0 { excluded[.sameUnderstanding] = same }
        return MutationReport(
            assistant: assistant.name,
            verdicts: verdicts.compactMap { $0 }.filter { !$0.isSame },
            possible: mutants.all.count - same,
            excluded: excluded,
            transcripts: ways.count,
            failing: failing
        )
    }

    /// The places of the mutants that are tried, ascending.
    static func chosen(_ count: Int, _ sample: Int?, _ seed: UInt64) -> [Int] {
        var places = Array(0..<count)
        guard let sample, sample < count else { return places }
        var random = SeededGenerator(seed: seed)
        random.shuffle(&places)
        return places.prefix(sample).sorted()
    }

    /// The transcripts that pass on the original, the cheapest first, and the titles of those that do not.
    func ways(lanes: Int) async -> ([Way], failing: [String]) {
        let runner = TranscriptRunner(assistant: assistant, matcher: matcher, actions: actions)
        var results = [TranscriptResult?](repeating: nil, count: transcripts.count)
        await withTaskGroup(of: (Int, TranscriptResult).self) { group in
            for (number, transcript) in transcripts.enumerated() {
                if number >= lanes, let (done, result) = await group.next() { results[done] = result }
                group.addTask { (number, await runner.run(transcript)) }
            }
            for await (done, result) in group { results[done] = result }
        }
        let all = results.compactMap { $0 }
        let ways = all.enumerated().filter(\.element.passed).map { number, result in
            let reached = Reached(result.events)
            return Way(
                number: number,
                transcript: result.transcript,
                parts: reached.parts,
                acted: reached.acted,
                facts: result.facts
            )
        }
        let order = ways.indices.sorted {
            (ways[$0].transcript.steps.count, $0) < (ways[$1].transcript.steps.count, $1)
        }
        return (order.map { ways[$0] }, all.filter { !$0.passed }.map(\.transcript.title))
    }

    /// Plays the transcripts that reach what was changed, until one fails: first those in which it did something.
    private func verdict(on mutant: Mutant, _ ways: [Way]) async -> MutantVerdict {
        let inOrder = Self.reaching(mutant, ways)
        var verdict = MutantVerdict(mutant: mutant, reaching: inOrder.count)
        var runner = runner(of: mutant)
        runner.stopsAtDifference = true
        for way in inOrder {
            verdict.played += 1
            if await !runner.run(way.transcript).passed {
                verdict.killer = way.transcript.title
                return verdict
            }
        }
        verdict.isSame = await isUnderstoodTheSame(mutant)
        return verdict
    }

    /// The transcripts that reach what a mutant changes: first those in which it did something.
    static func reaching(_ mutant: Mutant, _ ways: [Way]) -> [Way] {
        let reaching = ways.filter { $0.parts.contains(mutant.reach) }
        return reaching.filter { $0.acted.contains(mutant.reach) }
            + reaching.filter { !$0.acted.contains(mutant.reach) }
    }

    /// Plays transcripts on a mutant.
    func runner(of mutant: Mutant) -> TranscriptRunner {
        let (assistant, matcher) = changed(by: mutant)
        return TranscriptRunner(assistant: assistant, matcher: matcher, actions: actions)
    }

    /// The assistant and its matcher with the change made.
    func changed(by mutant: Mutant) -> (Assistant, Matcher) {
        var (assistant, matcher) = (assistant, matcher)
        switch mutant.change {
        case .dialogue(let change): change(&assistant)
        case .matching(let language, let change):
            let tag = language == 0 ? nil : assistant.languages[language]
            var definition = assistant.matching(in: tag)
            change(&definition)
            Self.edit(&matcher, tag) { $0.exchangingPatterns(for: definition) }
        case .silence(let language, let intent):
            let tag = language == 0 ? nil : assistant.languages[language]
            var definition = assistant.matching(in: tag)
            definition.intents[intent].examples = []
            Self.edit(&matcher, tag) { $0.exchangingPatterns(for: definition).silencing(intent) }
        }
        return (assistant, matcher)
    }

    private static func edit(_ matcher: inout Matcher, _ tag: String?, _ change: (Matcher) -> Matcher) {
        guard let tag else {
            matcher = change(matcher)
            return
        }
        guard let own = matcher.translations[tag] else { return }
        matcher.translations[tag] = change(own)
    }
}
