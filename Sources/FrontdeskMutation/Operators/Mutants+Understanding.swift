import FrontdeskDialogue
import FrontdeskTesting
import FrontdeskMatching

/// What customers say is no longer understood.
extension Mutants {
    mutating func changeUnderstanding() {
        for (number, language) in assistant.languages.enumerated() {
            let definition = assistant.matching(in: number == 0 ? nil : language)
            let brought = engine?.matching(in: number == 0 ? nil : language).intents ?? []
            for (i, intent) in definition.intents.enumerated() {
                let known = brought.first { $0.name == intent.name }
                let place = ["intents", intent.name]
                for (p, pattern) in intent.patterns.enumerated() {
                    if known?.patterns.contains(where: { $0.root == pattern.root }) ?? false {
                        exclude(.enginePattern)
                        continue
                    }
                    if intent.patterns[..<p].contains(where: { $0.root == pattern.root }) {
                        exclude(.samePattern)
                        continue
                    }
                    add(
                        .dropPattern,
                        "the pattern \"\(pattern.source)\" of \(intent.name) is gone",
                        at: place + ["patterns"],
                        text: pattern.source,
                        language: language,
                        reach: .intent(intent.name),
                        .matching(language: number) { definition in
                            // The same pattern again is the same pattern.
                            definition.intents[i].patterns.removeAll { $0.root == pattern.root }
                        }
                    )
                }
                if !intent.examples.isEmpty, known?.examples == intent.examples {
                    exclude(.enginePattern)
                } else if !intent.examples.isEmpty {
                    add(
                        .dropExamples,
                        "nothing is learnt from the \(intent.examples.count) examples of \(intent.name)",
                        at: place + ["examples"],
                        language: language,
                        reach: .intent(intent.name),
                        .silence(language: number, intent: i)
                    )
                }
            }
        }
        changeThresholds()
    }

    private mutating func changeThresholds() {
        step("thresholds", "answer", by: 0.15, \.thresholds.answer)
        step("thresholds", "clarify", by: 0.1, \.thresholds.clarify)
        step("thresholds", "margin", by: 0.08, \.thresholds.margin)
        step("handoff", "no_match_limit", by: 1, \.handoff.noMatchLimit)
        step("handoff", "loop_limit", by: 1, \.handoff.loopLimit)
        step("confidence", "handoff_at", by: 0.15, \.confidence.handoffAt)
        if let below = assistant.handoff.sentimentBelow {
            for (kind, value) in [
                (MutationOperator.lowerThreshold, below - 0.3), (.raiseThreshold, below + 0.3),
            ] {
                add(
                    kind,
                    "handoff.sentiment_below is \(Self.text(value)) in place of \(Self.text(below))",
                    at: ["handoff", "sentiment_below"],
                    reach: .everything,
                    .dialogue { $0.handoff.sentimentBelow = value }
                )
            }
        }
    }

    private mutating func step(
        _ group: String,
        _ name: String,
        by distance: Double,
        _ path: any WritableKeyPath<Assistant, Double> & Sendable
    ) {
        let now = assistant[keyPath: path]
        for (kind, value) in [
            (MutationOperator.lowerThreshold, now - distance), (.raiseThreshold, now + distance),
        ] {
            add(
                kind,
                "\(group).\(name) is \(Self.text(value)) in place of \(Self.text(now))",
                at: [group, name],
                reach: .everything,
                .dialogue { assistant in
                    assistant[keyPath: path] = value
                    assistant.thresholds.wrongAnswers = nil
                }
            )
        }
    }

    private mutating func step(
        _ group: String,
        _ name: String,
        by distance: Int,
        _ path: any WritableKeyPath<Assistant, Int> & Sendable
    ) {
        let now = assistant[keyPath: path]
        for (kind, value) in [
            (MutationOperator.lowerThreshold, now - distance), (.raiseThreshold, now + distance),
        ]
        where value > 0 {
            add(
                kind,
                "\(group).\(name) is \(value) in place of \(now)",
                at: [group, name],
                reach: .everything,
                .dialogue { $0[keyPath: path] = value }
            )
        }
    }

    static func text(_ number: Double) -> String {
        NumberText.decimal(Int((number * 100).rounded()), places: 2)
    }
}
