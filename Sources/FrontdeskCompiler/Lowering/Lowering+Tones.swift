import FrontdeskDialogue

extension Lowering {
    /// In which tone the desk speaks; nil when no tones are declared.
    var tone: TonePolicy? {
        let declared = program.assistant
        guard let first = declared.tones.first else { return nil }
        return TonePolicy(
            tones: declared.tones.map(\.text),
            usual: declared.usualTone?.text ?? first.text,
            rules: declared.toneRules.map { rule in
                TonePolicy.Rule(
                    tone: rule.tone.text,
                    when: rule.condition,
                    queues: rule.queues.map(\.text),
                    sentimentBelow: rule.sentimentBelow
                )
            }
        )
    }
}

extension VariantDeclaration {
    /// The terms; nil: it is said at any time.
    var lowered: VariantTerms? {
        tone == nil && condition == nil ? nil : VariantTerms(when: condition, tone: tone?.text)
    }
}

extension [VariantDeclaration] {
    /// The terms of all wordings; nil when there are none.
    var lowered: [VariantTerms]? {
        contains { $0.lowered != nil } ? map { $0.lowered ?? VariantTerms() } : nil
    }
}
