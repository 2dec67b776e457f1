import FrontdeskDialogue
import FrontdeskMatching

/// No two intents claim the same sentence: patterns that overlap are told apart by their words, and no example is nearly
/// another intent's.
struct Overlaps: Proof {
    /// The share of words that two examples of different intents may have in common.
    static let alike = 0.85
    /// How many words an example needs to be compared.
    static let shortest = 3

    private let subject: Subject

    init(_ subject: Subject) { self.subject = subject }

    func report(_ evidence: Evidence) -> ProofReport {
        var count = 0
        var findings: [Finding] = []
        for language in subject.assistant.languages {
            let definition = subject.assistant.matching(in: language)
            let matcher = subject.matcher.spoken(in: language)
            let patterns = patternPairs(definition, matcher, language)
            let examples = examplePairs(definition, matcher, language)
            count += patterns.count + examples.count
            findings += patterns.findings + examples.findings
        }
        return ProofReport(
            name: "overlap",
            claim: "no pattern or example that two intents claim",
            count: count,
            unit: "pairs",
            bound: "\(OwnPhrases.samplesPerPattern) sentences of each pattern",
            findings: findings
        )
    }

    /// A conversation with somebody who speaks a language.
    private func beginning(_ language: String) -> Beginning {
        let isFirst = language == subject.assistant.languages.first
        return Beginning(customer: isFirst ? nil : CustomerProfile(language: language))
    }

    // MARK: Patterns

    private struct Pair: Hashable {
        var first: String
        var second: String
    }

    /// Patterns that two intents claim equally well, so that the customer is asked which one was meant.
    private func patternPairs(
        _ definition: MatcherDefinition,
        _ matcher: Matcher,
        _ language: String
    ) -> (count: Int, findings: [Finding]) {
        var tried: [String: Int] = [:]
        var stage = Stage(subject)
        let opened = stage.opened(beginning(language))
        let now = stage.start(of: beginning(language))
        var overlapping: Set<Pair> = []
        var tied: [Pair: (count: Int, sentence: String, patterns: (String, String))] = [:]
        var order: [Pair] = []
        for intent in definition.intents where !intent.name.hasPrefix("control.") {
            for (pattern, sentence) in definition.samples(of: intent, limit: OwnPhrases.samplesPerPattern) {
                tried[intent.name, default: 0] += 1
                let candidates = matcher.match(sentence).candidates
                guard let own = candidates.first(where: { $0.intent == intent.name })?.pattern else {
                    continue
                }
                for other in candidates where other.intent != intent.name {
                    guard let match = other.pattern else { continue }
                    let pair = Pair(
                        first: min(intent.name, other.intent),
                        second: max(intent.name, other.intent)
                    )
                    overlapping.insert(pair)
                    guard match.literalWords == own.literalWords, match.gapWords == own.gapWords else {
                        continue
                    }
                    // Some ties are broken elsewhere: what asks for a human always does.
                    let played = stage.play(.says(sentence), in: opened, at: now).first
                    guard played?.tracker.understanding?.rule == .ambiguous else { continue }
                    if tied[pair] == nil {
                        order.append(pair)
                        tied[pair] = (0, sentence, (pattern, match.source))
                    }
                    tied[pair]?.count += 1
                }
            }
        }
        let findings = order.compactMap { pair -> Finding? in
            guard let found = tied[pair] else { return nil }
            let all = (tried[pair.first] ?? 0) + (tried[pair.second] ?? 0)
            let share = "\(found.count) of \(all) sentences of their patterns fit both equally"
            return finding(
                pair,
                "the patterns \"\(found.patterns.0)\" and \"\(found.patterns.1)\" of \(pair.first) and \(pair.second) overlap: \(share)",
                found.sentence,
                language
            )
        }
        return (overlapping.count, findings)
    }

    // MARK: Examples

    private struct Sentence {
        var intent: String
        var text: String
        var words: Set<String>
    }

    /// Examples of different intents that share nearly all their words.
    private func examplePairs(
        _ definition: MatcherDefinition,
        _ matcher: Matcher,
        _ language: String
    ) -> (count: Int, findings: [Finding]) {
        let sentences = definition.intents.flatMap { intent in
            intent.examples.map { example in
                Sentence(
                    intent: intent.name,
                    text: example.text,
                    words: Set(Tokenizer.tokenize(example.text).map(\.text))
                )
            }
        }.filter { $0.words.count >= Self.shortest }
        var postings: [String: [Int]] = [:]
        var findings: [Finding] = []
        var count = 0
        for (number, sentence) in sentences.enumerated() {
            var shared: [Int: Int] = [:]
            for word in sentence.words {
                for other in postings[word] ?? [] { shared[other, default: 0] += 1 }
            }
            for other in shared.keys.sorted() where sentences[other].intent != sentence.intent {
                let common = Double(shared[other] ?? 0)
                let all = Double(sentence.words.count + sentences[other].words.count) - common
                guard common / all >= Self.alike else { continue }
                count += 1
                findings.append(near(sentences[other], sentence, common / all, matcher, language))
            }
            for word in sentence.words { postings[word, default: []].append(number) }
        }
        return (count, findings)
    }

    private func near(
        _ first: Sentence,
        _ second: Sentence,
        _ alike: Double,
        _ matcher: Matcher,
        _ language: String
    ) -> Finding {
        func confidence(_ sentence: Sentence, in intent: String) -> Int {
            let candidates = matcher.match(sentence.text).candidates
            return Int(((candidates.first { $0.intent == intent }?.confidence ?? 0) * 100).rounded())
        }
        let message =
            "'\(first.text)' of \(first.intent) and '\(second.text)' of \(second.intent) share "
            + "\(Int((alike * 100).rounded())) % of their words; the other intent has "
            + "\(confidence(first, in: second.intent)) % and \(confidence(second, in: first.intent)) % confidence in them"
        return Finding(
            proof: "overlap",
            place: FilePlace.intent(second.intent),
            message: message,
            mend: "keep it where it fits better",
            unshown: "each is answered as it is written; what lies between them is a matter of luck"
        )
    }

    private func finding(_ pair: Pair, _ message: String, _ sentence: String, _ language: String) -> Finding {
        FirstMessage(text: sentence, beginning: beginning(language), demand: "no decision clarify").finding(
            proof: "overlap",
            intent: pair.second,
            message: message,
            mend: "make one of the two narrower, or say more of it in words",
            in: subject
        )
    }
}

extension MatcherDefinition {
    /// Sentences that each pattern of an intent accepts, with the pattern as its author wrote it.
    func samples(of intent: IntentDefinition, limit: Int) -> [(pattern: String, sentence: String)] {
        let sampler = PatternSampler(
            rules: rules,
            synonyms: synonyms,
            entityTypes: entityTypes,
            language: languages.first ?? .english
        )
        return intent.patterns.flatMap { pattern in
            sampler.samples(of: pattern, limit: limit).map { (pattern.source, $0) }
        }
    }
}
