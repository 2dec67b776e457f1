public import Frontdesk
public import FrontdeskDialogue
public import FrontdeskMatching

/// Many conversations with customers who are drawn at random, and a look at what must hold after each step.
///
/// Customers say what the assistant's patterns, examples and transcripts hold: sometimes what they were asked, sometimes
/// something else, with slips of the finger, without meaning well, in bursts and after long silences. Messages are
/// delivered twice, the program is started again in the middle, agents take conversations and give them back.
///
/// ```swift
/// let report = await RandomWalk(assistant: assistant).run(turns: 10_000, seed: 1)
/// print(report.text)
/// ```
public struct RandomWalk: Sendable {
    private let check: WalkCheck
    private let transcripts: [Transcript]
    private let makeActions: TranscriptRunner.ActionFactory

    /// How many conversations share one copy of the assistant's data.
    private static let batch = 64
    /// How many conversations are played twice, to see that they are the same.
    private static let twice = 64
    /// The shortest and the longest conversation, in steps.
    private static let lengths = 4...40

    /// Makes a walk.
    ///
    /// - Parameters:
    ///   - assistant: What the desk knows, as it was compiled: one that was opened from a bundle to be run has no
    ///     sentences to draw from.
    ///   - matcher: Its matcher; nil trains one.
    ///   - transcripts: Conversations whose customers say what these customers may say, too.
    ///   - actions: Makes what runs actions, on a fresh copy of the assistant's data; by default all actions fail.
    public init(
        assistant: Assistant,
        matcher: Matcher? = nil,
        transcripts: [Transcript] = [],
        actions: @escaping TranscriptRunner.ActionFactory = { ActionRegistry() }
    ) {
        check = WalkCheck(assistant, matcher ?? .training(assistant))
        self.transcripts = transcripts
        makeActions = actions
    }

    /// Walks until so many turns were made, or something was broken.
    ///
    /// - Parameters:
    ///   - turns: How many messages of customers, from 1.
    ///   - seed: The same seed gives the same walk.
    /// - Throws: What the making of actions threw.
    public func run(turns: Int, seed: UInt64) async throws -> WalkReport {
        let vocabulary = WalkVocabulary(check.assistant, transcripts: transcripts, seed: seed)
        var report = WalkReport(assistant: check.assistant, seed: seed)
        var digests: [WalkDigest] = []
        var number = 0
        var actions = try await makeActions()
        while report.turns < turns {
            if number > 0, number % Self.batch == 0 { actions = try await makeActions() }
            let walked = await walk(number, vocabulary, seed: seed, actions)
            report.take(walked)
            if number < Self.twice { digests.append(walked.digest) }
            if let violation = walked.violation {
                report.violation = violation
                return report
            }
            number += 1
        }
        actions = try await makeActions()
        for (number, digest) in digests.enumerated() {
            let again = await walk(number, vocabulary, seed: seed, actions)
            guard again.digest == digest else {
                report.violation = WalkReport.Violation(
                    invariant: .same,
                    detail: "conversation \(number) went another way when it was played again",
                    conversation: number,
                    events: again.events
                )
                return report
            }
        }
        return report
    }

    /// What came of one conversation.
    struct Walked {
        var events: [Event] = []
        var steps = 0
        var digest = WalkDigest()
        var violation: WalkReport.Violation?
    }

    private func walk(
        _ number: Int,
        _ vocabulary: WalkVocabulary,
        seed: UInt64,
        _ actions: any ActionRunner
    ) async -> Walked {
        var customer = WalkCustomer(vocabulary, seed: seed &+ UInt64(number) &* 0x9E37_79B9_7F4A_7C15)
        let start = TranscriptRunner.defaultClock.milliseconds(after: 0, in: .utc)
        var stage = WalkStage(
            "walk-\(seed)-\(number)",
            check,
            actions: actions,
            clock: start + Int64(customer.random.next(below: 7 * 24 * 60)) * 60_000
        )
        var walked = Walked()
        let length = Self.lengths.lowerBound + customer.random.next(below: Self.lengths.count)
        var lines: [String] = []
        for _ in 0..<length {
            let step = customer.next(await stage.tracker(), choices: stage.choices, in: check.assistant)
            lines.append(step.line)
            walked.steps += 1
            guard let (invariant, detail) = await stage.play(step) else { continue }
            walked.violation = WalkReport.Violation(
                invariant: invariant,
                detail: detail,
                conversation: number,
                lines: lines,
                events: await stage.events()
            )
            break
        }
        walked.digest = stage.digest
        walked.events = await stage.events()
        return walked
    }
}
