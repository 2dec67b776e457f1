public import FrontdeskDialogue
import FrontdeskTesting

/// Why a change is no mutant: a rule that can be checked, by which it changes nothing, or nothing of the assistant's files.
public enum Exclusion: String, Sendable, Hashable, Codable, CaseIterable {
    case sameAssistant = "same_assistant"
    case samePattern = "same_pattern"
    case neverAsked = "never_asked"
    case enginePattern = "engine_pattern"
    case sameUnderstanding = "same_understanding"

    /// The rule, in a sentence without a full stop.
    public var summary: String {
        switch self {
        case .sameAssistant: "the changed assistant equals the original"
        case .samePattern: "the intent has the same pattern once more"
        case .enginePattern:
            "an assistant of the same languages without any files has the same patterns and examples"
        case .sameUnderstanding:
            "none of up to \(Mutation.sentencesTried) sentences that the pattern accepts is understood otherwise without it"
        case .neverAsked: "limits and choices of a slot that nobody is asked for"
        }
    }
}

/// All mutants of an assistant, in the order of its files; the same assistant always gives the same ones.
public struct Mutants: Sendable {
    /// The mutants.
    public private(set) var all: [Mutant] = []
    /// How many changes each rule left out.
    public private(set) var excluded: [Exclusion: Int] = [:]
    let assistant: Assistant
    /// What the engine brings along by itself.
    let engine: Assistant?
    let spots: Spots

    /// Makes them.
    ///
    /// - Parameters:
    ///   - assistant: What the desk knows, as it was compiled.
    ///   - engine: An assistant of the same languages without any files of its own: what customers can say to it is no part of
    ///     the assistant's files; nil: everything is.
    public init(_ assistant: Assistant, besides engine: Assistant? = nil) {
        self.assistant = assistant
        self.engine = engine
        spots = Spots(assistant: assistant)
        changeUnderstanding()
        changeTransitions()
        changeFlows()
        changeAnswers()
    }

    mutating func add(
        _ kind: MutationOperator,
        _ summary: String,
        at place: [String],
        text: String? = nil,
        language: String? = nil,
        reach: Reach,
        _ change: Mutant.Change
    ) {
        if case .dialogue(let edit) = change {
            var other = assistant
            edit(&other)
            if other == assistant { return exclude(.sameAssistant) }
        }
        all.append(
            Mutant(
                kind,
                summary,
                at: place,
                text: text,
                language: language ?? assistant.languages[0],
                reach: reach,
                change
            )
        )
    }

    mutating func exclude(_ rule: Exclusion) { excluded[rule, default: 0] += 1 }
}
