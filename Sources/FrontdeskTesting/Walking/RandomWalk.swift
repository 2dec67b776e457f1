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
    /// One of so many batches is played twice, the first among them, to see that its conversations are the same.
    private static let again = 8
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
        var batch = 0
        while report.turns < turns {
            var digests: [WalkDigest] = []
            var actions = try await makeActions()
            let first = batch * Self.batch
            for number in first..<first + Self.batch where report.turns < turns {
                let walked = await walk(number, vocabulary, seed: seed, actions)
                report.take(walked)
                digests.append(walked.digest)
                report.violation = walked.violation
                if walked.violation != nil { return report }
            }
            if batch % Self.again == 0 {
                actions = try await makeActions()
                for (place, digest) in digests.enumerated() {
                    let walked = await walk(first + place, vocabulary, seed: seed, actions)
                    guard walked.digest != digest else { continue }
                    report.violation = WalkReport.Violation(
                        invariant: .same,
                        detail: "conversation \(first + place) went another way when it was played again",
                        conversation: first + place,
                        lines: walked.lines,
                        events: walked.events
                    )
                    return report
                }
                report.repeated += digests.count
            }
            batch += 1
        }
        return report
    }

    /// What came of one conversation.
    struct Walked {
        var events: [Event] = []
        /// Whether the channel knew the customer.
        var hasProfile = false
        /// What happened, as lines of a transcript.
        var lines: [String] = []
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
            customer: customer.profile,
            actions: actions,
            clock: start + Int64(customer.random.next(below: 7 * 24 * 60)) * 60_000
        )
        var walked = Walked()
        walked.hasProfile = customer.profile != nil
        let length = Self.lengths.lowerBound + customer.random.next(below: Self.lengths.count)
        if let profile = customer.profile?.transcriptText { walked.lines.append("customer: \(profile)\n") }
        for _ in 0..<length {
            let step = customer.next(await stage.tracker(), choices: stage.choices, in: check.assistant)
            walked.lines.append(step.line)
            walked.steps += 1
            guard let (invariant, detail) = await stage.play(step) else { continue }
            walked.violation = WalkReport.Violation(
                invariant: invariant,
                detail: detail,
                conversation: number,
                lines: walked.lines,
                events: await stage.events()
            )
            break
        }
        walked.digest = stage.digest
        walked.events = await stage.events()
        return walked
    }
}
