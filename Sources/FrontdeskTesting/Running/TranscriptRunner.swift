public import Frontdesk
public import FrontdeskDialogue
public import FrontdeskMatching

/// Plays transcripts against an assistant: each one on a desk of its own, with a clock that stands still.
public struct TranscriptRunner: Sendable {
    /// Makes what runs the actions of one conversation, on a fresh copy of the assistant's data.
    public typealias ActionFactory = @Sendable () async throws -> any ActionRunner

    /// Makes what asks other systems, around what runs all other actions.
    public typealias NetworkActions = @Sendable (any ActionRunner) -> any ActionRunner

    /// The conversation's id when the transcript gives none; the choice of wordings depends on it.
    public static let defaultConversation = "transcript"
    /// What the clock shows when the transcript does not say: Monday 23 November 2026, 10:00 in the assistant's zone.
    public static let defaultClock = ClockStamp.at(
        CivilDate(year: 2026, month: 11, day: 23),
        minutes: 600,
        offset: nil
    )

    /// Runs no actions: all of them fail.
    public static let noActions: ActionFactory = { ActionRegistry() }

    /// The assistant.
    public let assistant: Assistant
    let matcher: Matcher
    /// The assistant made ready, for all transcripts.
    private let knowledge: SharedKnowledge
    private let makeActions: ActionFactory
    private let network: NetworkActions?
    private let mode: TranscriptMode
    /// Whether the first difference ends a transcript: for those who want to know only whether there is one.
    package var stopsAtDifference = false

    /// Makes a runner.
    ///
    /// - Parameters:
    ///   - assistant: What the desk knows.
    ///   - matcher: Its matcher; nil trains one.
    ///   - actions: Makes what runs the actions of one conversation; by default all actions fail.
    ///   - network: Makes what asks other systems for transcripts that say `actions: real`; nil: none may.
    ///   - mode: What happens to the desk between two steps, and where it keeps things; by default it runs on, in memory.
    public init(
        assistant: Assistant,
        matcher: Matcher? = nil,
        actions: @escaping ActionFactory = { ActionRegistry() },
        network: NetworkActions? = nil,
        mode: TranscriptMode = .straight
    ) {
        self.assistant = assistant
        self.matcher = matcher ?? .training(assistant)
        knowledge = SharedKnowledge(assistant, matcher: self.matcher)
        makeActions = actions
        self.network = network
        self.mode = mode
    }

    /// Plays one transcript to its end, whatever differs on the way.
    public func run(_ transcript: Transcript) async -> TranscriptResult {
        var result = TranscriptResult(transcript: transcript)
        if let name = transcript.assistant, name != assistant.name {
            let text = "this transcript is for the assistant '\(name)', not for '\(assistant.name)'"
            result.differences.append(Difference(line: transcript.line, summary: text))
            return result
        }
        if let line = transcript.networkLine, network == nil {
            let text =
                "this transcript asks other systems, which is not allowed here; 'frontdesk test --allow-network' lets it"
            result.differences.append(Difference(line: line, summary: text))
            return result
        }
        var actions: any ActionRunner
        let places: TranscriptMode.Places
        do {
            actions = try await makeActions()
            if transcript.networkLine != nil, let network { actions = network(actions) }
            places = try await mode.places()
        } catch {
            let text = "the assistant's data could not be prepared: \(error)"
            result.differences.append(Difference(line: transcript.line, summary: text))
            return result
        }
        var stage = Stage(
            transcript: transcript,
            assistant: assistant,
            knowledge: knowledge,
            actions: actions,
            places: places
        )
        let conditions = Locked<[ConditionWatch.Condition: Set<Bool>]>([:])
        let watch = ConditionWatch { condition, holds in
            conditions.withLock { _ = $0[condition, default: []].insert(holds) }
        }
        for (place, step) in transcript.steps.enumerated() {
            for conversation in stage.conversations {
                guard let loss = await mode.carry(conversation, on: stage.desk) else { continue }
                result.differences.append(Difference(line: step.line, summary: loss))
            }
            let next = place + 1 < transcript.steps.count ? transcript.steps[place + 1] : nil
            let outcome = await ConditionWatch.$current.withValue(watch) {
                await stage.play(step, before: next)
            }
            result.differences += StepCheck(step: step, outcome: outcome, zone: stage.zone).differences
            result.outcomes.append(outcome)
            if stopsAtDifference, !result.passed { break }
        }
        result.events = await stage.events()
        result.conditions = conditions.withLock { $0 }
        try? await places.store.close()
        return result
    }
}
