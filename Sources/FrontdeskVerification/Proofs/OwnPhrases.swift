import FrontdeskDialogue
import FrontdeskMatching

/// Every example, and samples of every pattern, are answered by their own intent.
struct OwnPhrases: Proof {
    /// How many sentences of each pattern are tried.
    static let samplesPerPattern = 3

    private let subject: Subject

    init(_ subject: Subject) { self.subject = subject }

    func report(_ evidence: Evidence) -> ProofReport {
        var count = 0
        var findings: [Finding] = []
        var stage = Stage(subject)
        for language in subject.assistant.languages {
            let definition = subject.assistant.matching(in: language)
            let isFirst = language == subject.assistant.languages.first
            let beginning = Beginning(customer: isFirst ? nil : CustomerProfile(language: language))
            let opened = stage.opened(beginning)
            let now = stage.start(of: beginning)
            for intent in definition.intents where !intent.name.hasPrefix("control.") {
                for phrase in phrases(of: intent, definition) {
                    count += 1
                    guard let played = stage.play(.says(phrase.text), in: opened, at: now).first,
                        let wrong = misunderstanding(of: intent.name, played)
                    else { continue }
                    findings.append(finding(intent, phrase, wrong, beginning))
                }
            }
        }
        return ProofReport(
            name: "own_phrases",
            claim: "every example and pattern sample answered by its own intent",
            count: count,
            unit: "sentences",
            bound: "\(Self.samplesPerPattern) sentences of each pattern",
            findings: findings
        )
    }

    private struct Phrase {
        var text: String
        var origin: String
    }

    private func phrases(of intent: IntentDefinition, _ definition: MatcherDefinition) -> [Phrase] {
        let samples = definition.samples(of: intent, limit: Self.samplesPerPattern).map {
            Phrase(text: $0.sentence, origin: "the pattern \"\($0.pattern)\"")
        }
        return intent.examples.map { Phrase(text: $0.text, origin: "the example") } + samples
    }

    /// What a sentence was taken for instead.
    private func misunderstanding(of intent: String, _ played: Stage.Played) -> String? {
        guard let understanding = played.tracker.understanding else { return "nothing" }
        if understanding.intent == intent { return nil }
        let parts = understanding.parts ?? []
        if parts.contains(where: { $0.intent == intent }) { return nil }
        if let other = understanding.intent { return "it is taken for \(other)" }
        switch understanding.rule {
        case .ambiguous:
            let names = understanding.candidates.prefix(3).map(\.intent).joined(separator: ", ")
            return "the customer is asked which one was meant (\(names))"
        case .noMatch: return "it is not understood"
        default: return "it is decided by the rule \(understanding.rule.rawValue)"
        }
    }

    private func finding(
        _ intent: IntentDefinition,
        _ phrase: Phrase,
        _ wrong: String,
        _ beginning: Beginning
    ) -> Finding {
        FirstMessage(text: phrase.text, beginning: beginning, demand: "intent \(intent.name)").finding(
            proof: "own_phrases",
            intent: intent.name,
            message: "'\(phrase.text)', from \(phrase.origin) of \(intent.name): \(wrong)",
            mend:
                "take the sentence to the intent that answers it, or make the other one's patterns narrower",
            in: subject
        )
    }
}
