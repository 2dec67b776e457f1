import FrontdeskMatching
import FuzzingLimits

/// What all inputs are matched with, and a workspace that all of them share.
private struct Trial {
    /// The longest utterance that a desk takes, in bytes.
    static let longest = 4_096
    /// How long such an utterance may take, in milliseconds: far more than it does, for the sanitizer slows it down.
    static let limit = 100

    let matcher: Matcher
    let alone: Matcher
    var workspace = Matcher.Workspace()

    init() throws {
        let definition = try TrialMatcher.definition()
        matcher = Matcher(definition, model: IntentModel.train(definition))
        alone = Matcher(definition, model: nil)
    }

    mutating func run(_ utterance: String) {
        let watch = Stopwatch()
        let result = matcher.match(utterance, using: &workspace)
        if utterance.utf8.count <= Self.longest { watch.check(limit: Self.limit) }
        check(result, utterance)
        precondition(matcher.match(utterance) == result, "the same utterance gave something else")
        var new = Matcher.Workspace()
        let patterns = alone.match(utterance, using: &new)
        precondition(
            alone.match(utterance, using: &workspace) == patterns,
            "a workspace remembered something"
        )
        check(patterns, utterance)
        check(matcher.match(utterance, evidence: 3), utterance)
        watch.check()
    }

    private func check(_ result: MatchResult, _ utterance: String) {
        let length = utterance.utf8.count
        precondition(result.candidates.count <= Matcher.candidateLimit, "too many candidates")
        for token in result.tokens {
            precondition(!token.text.isEmpty, "an empty word")
            precondition(0 <= token.span.start && token.span.start <= token.span.end, "a span that is none")
            precondition(token.span.end <= length, "a word beyond the end")
        }
        for entity in result.entities { check(entity, result, utterance) }
        for candidate in result.candidates {
            precondition((0...1).contains(candidate.confidence), "a confidence of \(candidate.confidence)")
            precondition(candidate.score?.isFinite != false, "a score that is no number")
            for entity in candidate.pattern?.entities ?? [] { check(entity, result, utterance) }
        }
    }

    private func check(_ entity: Entity, _ result: MatchResult, _ utterance: String) {
        precondition(
            0 <= entity.tokens.lowerBound && entity.tokens.upperBound <= result.tokens.count,
            "an entity of words that are not there"
        )
        precondition(!entity.tokens.isEmpty, "an entity of no words")
        let view = utterance.utf8
        precondition(
            0 <= entity.span.start && entity.span.start < entity.span.end && entity.span.end <= view.count,
            "an entity beyond the end"
        )
        let start = view.index(view.startIndex, offsetBy: entity.span.start)
        let end = view.index(start, offsetBy: entity.span.end - entity.span.start)
        precondition(
            view[start..<end].elementsEqual(entity.text.utf8),
            "an entity with other words than its own"
        )
    }
}

nonisolated(unsafe) private var trial: Trial? = try? Trial()

/// Matches what libFuzzer made, whatever bytes it is, and looks at what comes out.
@_cdecl("LLVMFuzzerTestOneInput")
public func test(_ bytes: UnsafePointer<UInt8>?, _ size: Int) -> CInt {
    precondition(trial != nil, "the trial matcher does not compile")
    let utterance = String(decoding: UnsafeBufferPointer(start: bytes, count: size), as: UTF8.self)
    trial?.run(utterance)
    return 0
}
