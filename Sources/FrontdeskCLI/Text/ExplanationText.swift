import FrontdeskDialogue
import FrontdeskMatching
import FrontdeskPipe

/// Tells a support lead why a turn went as it did.
struct ExplanationText {
    let style: Style
    let assistant: Assistant

    func text(of turn: TurnExplanation) -> String {
        var text = row("message", Wrapping.printable(turn.text))
        text += row("read as", turn.tokens.map(\.text).joined(separator: " · "))
        for (index, correction) in (turn.understanding?.corrections ?? []).enumerated() {
            text += row(index == 0 ? "spelling" : "", "\(correction.typed) read as \(correction.read)")
        }
        for (index, part) in (turn.understanding?.parts ?? []).enumerated() {
            let intent = part.intent.map { ": \($0)" } ?? ""
            text += row(index == 0 ? "parts" : "", "\"\(Wrapping.printable(part.text))\"\(intent)")
        }
        if let reading = turn.understanding?.language { text += row("language", Self.language(reading)) }
        text += entities(turn.understanding?.entities ?? [])
        text += candidates(turn.understanding?.candidates ?? [], chosen: turn.decision?.intent)
        let thresholds = turn.thresholds
        text += row(
            "thresholds",
            "answer from \(percent(thresholds.answer)), ask from \(percent(thresholds.clarify)), "
                + "too close below \(percent(thresholds.margin)) apart"
        )
        if let decision = turn.decision {
            let intent = decision.intent.map { " \(style.bold($0))" } ?? ""
            text += row(
                "decided",
                "\(style.bold(decision.kind.rawValue))\(intent): \(Self.reason(decision.rule))"
            )
            if decision.stateBefore != nil || decision.stateAfter != nil {
                text += row(
                    "state",
                    "\(decision.stateBefore ?? "no flow") → \(decision.stateAfter ?? "no flow")"
                )
            }
            if decision.owner != "desk" { text += row("owner", decision.owner) }
        }
        text += sentiment(of: turn)
        for change in turn.confidence {
            text += row(
                "confidence",
                "in the conversation now \(percent(change.value)) (\(change.cause.rawValue))"
            )
        }
        return text
    }

    /// What counted for how the message sounds, and the mood over the last messages.
    private func sentiment(of turn: TurnExplanation) -> String {
        var text = ""
        if let score = turn.understanding?.sentiment, score != 0 {
            text += row("sentiment", "\(decimal(score)) (−1 unhappy … 1 happy)")
            let pieces = (turn.sentiment?.evidence ?? []).map { piece in
                let causes = piece.causes.map { " (\(Self.words(for: $0)))" }.joined()
                return "\"\(Wrapping.printable(piece.text))\" \(decimal(piece.weight))\(causes)"
            }
            if !pieces.isEmpty { text += row("", "     by: \(pieces.joined(separator: ", "))") }
        }
        if turn.mood.isLow || turn.mood.unhappy > 1 {
            let count = turn.mood.unhappy > 1 ? ", \(turn.mood.unhappy) unhappy messages in a row" : ""
            text += row("mood", "\(decimal(turn.mood.level)), \(turn.mood.trend.rawValue)\(count)")
        }
        return text
    }

    private static func words(for cause: Sentiment.Cause) -> String {
        switch cause {
        case .capitals: "in capitals"
        case .drawnOut: "drawn out"
        case .ironic: "ironic: it opens a message about a mishap"
        }
    }

    /// `es, changed by what was written: es 99 %, 5 words speak for it`.
    private static func language(_ reading: LanguageReading) -> String {
        let cause =
            switch reading.cause {
            case .detected: ", changed: the words leave no doubt"
            case .understood: ", changed: the words lean to it, and only there they mean something"
            case .asked: ", changed: the customer asked for it"
            case .profile: ", changed: the message or the profile says so"
            case nil: ""
            }
        let percent = Int((reading.probability * 100).rounded())
        let heard =
            reading.heard.map { "; sounds like \($0) to \(percent) % by \(reading.words) words" }
            ?? "; the words have no language"
        let foreign = reading.foreign.map { "; looks like \($0), which is not spoken here" } ?? ""
        return reading.language + cause + heard + foreign
    }

    private func entities(_ entities: [Entity]) -> String {
        entities.enumerated().map { index, entity in
            let role = entity.role.map { " as \($0)" } ?? ""
            return row(index == 0 ? "found" : "", "\(entity.type)\(role): \(Wrapping.printable(entity.text))")
        }.joined()
    }

    private func candidates(_ candidates: [Candidate], chosen: String?) -> String {
        guard !candidates.isEmpty else { return row("candidates", "none: nothing in it was recognised") }
        var text = ""
        for (index, candidate) in candidates.enumerated() {
            let name = candidate.intent == chosen ? style.bold(candidate.intent) : candidate.intent
            let title = assistant.intents.named(candidate.intent)?.title
            let shownTitle = title.map { style.dim(" (\($0))") } ?? ""
            text += row(
                index == 0 ? "candidates" : "",
                "\(percent(candidate.confidence)) \(name)\(shownTitle)"
            )
            if let pattern = candidate.pattern {
                text += row("", "     pattern \(pattern.source)")
            }
            let pieces = Self.merged(candidate.evidence).filter { abs($0.weight) >= 0.005 }
            let speaksFor = pieces.filter { $0.weight > 0 }.map(shown)
            let against = pieces.filter { $0.weight < 0 }.map(shown)
            if !speaksFor.isEmpty { text += row("", "     for: \(speaksFor.joined(separator: ", "))") }
            if !against.isEmpty { text += row("", "     against: \(against.joined(separator: ", "))") }
            if let score = candidate.score {
                text += row("", "     \(sum(score, pieces, candidate.evidence))")
            }
        }
        return text
    }

    /// `score 0.42, with 0.06 of smaller pieces and −0.94 that every message starts from`: it adds up with what is listed.
    private func sum(_ score: Double, _ pieces: [Evidence], _ all: [Evidence]) -> String {
        let start = all.filter { $0.kind == .bias }.reduce(0) { $0 + $1.weight }
        let small = score - start - pieces.reduce(0) { $0 + $1.weight }
        let others = abs(small) >= 0.005 ? "\(decimal(small)) of smaller pieces and " : ""
        return "score \(decimal(score)), with \(others)\(decimal(start)) that every message starts from"
    }

    /// The evidence with words and characters of the same text added up, in its order; what has no text is left out.
    private static func merged(_ evidence: [Evidence]) -> [Evidence] {
        var result: [Evidence] = []
        for piece in evidence
        where piece.kind == .words || piece.kind == .characters || piece.kind == .meaning {
            let text = piece.text.split(separator: " ").joined(separator: " ")
            if let index = result.firstIndex(where: { $0.text == text }) {
                result[index].weight += piece.weight
            } else {
                result.append(Evidence(piece.kind, text, weight: piece.weight))
            }
        }
        return result
    }

    private func shown(_ evidence: Evidence) -> String {
        "\"\(Wrapping.printable(evidence.text))\" \(decimal(evidence.weight))"
    }

    private func row(_ name: String, _ text: String) -> String {
        let padded = name + String(repeating: " ", count: max(0, 12 - name.count))
        let indent = String(repeating: " ", count: 14)
        return
            "  \(style.dim(padded))\(Wrapping.wrapKeepingLead(text, width: Terminal.width, indent: indent))\n"
    }

    private func percent(_ value: Double) -> String {
        let whole = "\(Int((value * 100).rounded())) %"
        return String(repeating: " ", count: max(0, 4 - whole.count)) + whole
    }

    private func decimal(_ value: Double) -> String {
        let hundredths = Int((abs(value) * 100).rounded())
        let digits = hundredths % 100 < 10 ? "0\(hundredths % 100)" : "\(hundredths % 100)"
        return "\(value < 0 && hundredths > 0 ? "−" : "")\(hundredths / 100).\(digits)"
    }

    /// What a rule means, in words that follow "decided: ".
    static func reason(_ rule: DecisionRule) -> String {
        switch rule {
        case .stillWriting: "the customer may still be writing"
        case .tooLong: "the message is longer than is read"
        case .humanOwns: "a human has the conversation, the desk stays silent"
        case .humanAsked: "the customer asked for a human"
        case .control: "a word that works everywhere (cancel, back, repeat, help, …)"
        case .fillsSlot: "it answers the question that was asked"
        case .corrects: "it changes an earlier answer"
        case .answersQuestion: "it says yes or no, or picks a choice"
        case .several: "it asks for several things, which are taken in turn"
        case .handler: "the flow handles it here"
        case .pattern: "a pattern covers the whole message"
        case .confident: "the best candidate is above the answer threshold"
        case .ambiguous: "the best candidates are too close, or below the answer threshold"
        case .noFit: "it does not answer the question, which is put again"
        case .noMatch: "no candidate is good enough"
        case .unhelped: "it says that the answer before it was no help"
        case .manners: "thanks, an apology, a misfortune, or whether a program answers"
        case .abuse: "it insults whoever answers"
        case .sentiment: "the message says how unhappy the customer is, and nothing that could be done"
        case .attachment: "a file came without words"
        case .external: "something happened outside the conversation"
        }
    }
}

extension Wrapping {
    /// Like ``wrap(_:width:indent:)``, but spaces at the beginning stay and count.
    static func wrapKeepingLead(_ text: String, width: Int, indent: String) -> String {
        let lead = String(text.prefix { $0 == " " })
        return lead + wrap(String(text.dropFirst(lead.count)), width: width, indent: indent + lead)
    }
}
