package import Frontdesk
package import FrontdeskDialogue
package import FrontdeskMatching

/// Why a turn went as it did: what was read, what spoke for and against, which rule and threshold decided.
package struct TurnExplanation: Sendable {
    /// The turn, from 1.
    package var turn: Int
    /// What the customer wrote.
    package var text: String
    /// The normalised words.
    package var tokens: [Token]
    /// What the message was taken to mean.
    package var understanding: Understanding?
    /// What was decided.
    package var decision: DecisionRecord?
    /// The thresholds that apply.
    package var thresholds: Thresholds
    /// How the message sounded and what counted; nil when nobody read it for that.
    package var sentiment: Sentiment?
    /// How the customer felt over the last messages, this one included.
    package var mood: Mood
    /// Confidence in the conversation after the turn, if it changed, and why.
    package var confidence: [(value: Double, cause: ConfidenceCause)]

    /// Explains a turn of a conversation from its events; nil when there is no such turn.
    ///
    /// - Parameters:
    ///   - events: All events of the conversation.
    ///   - turn: The turn; nil takes the latest.
    ///   - desk: The desk, for its thresholds and its matcher, which gives the evidence anew.
    package init?(_ events: [Event], turn: Int?, desk: Desk) {
        // What was taken back did not happen.
        let events = events.counted
        guard let number = turn ?? events.last?.turn, number > 0 else { return nil }
        let facts = events.filter { $0.turn == number }.map(\.fact)
        var text: String?
        var confidence: [(value: Double, cause: ConfidenceCause)] = []
        var understanding: Understanding?
        var decision: DecisionRecord?
        var mood = Tracker(conversation: "")
        for event in events.prefix(while: { $0.turn <= number }) { mood.feel(event) }
        for fact in facts {
            switch fact {
            case .received(let inbound): text = inbound.text
            case .understood(let found): understanding = found
            case .decided(let record): decision = record
            case .confidenceChanged(let value, let cause): confidence.append((value, cause))
            default: break
            }
        }
        guard let text else { return nil }
        self.turn = number
        self.text = text
        self.tokens = desk.matcher.match(text).tokens
        self.understanding = understanding.map { desk.explained($0, of: text) }
        self.decision = decision
        self.thresholds = desk.assistant.thresholds
        self.confidence = confidence
        self.mood = Mood(mood.sentiments)
        guard let understanding, understanding.sentiment != 0 else { return }
        let language = understanding.language?.language
        let tokens = desk.matcher.spoken(in: language).match(text).tokens
        sentiment = desk.sentiment(of: text, tokens: tokens, in: language)
    }

    /// The explanation as JSON.
    package var json: JSON {
        [
            "turn": .integer(turn),
            "text": .string(text),
            "tokens": .array(tokens.map { .string($0.text) }),
            "entities": Self.entities(understanding?.entities ?? []),
            "candidates": Self.candidates(understanding?.candidates ?? []),
            "language": understanding?.language.map(Self.language) ?? .null,
            "sentiment": .rounded(understanding?.sentiment),
            "sentiment_evidence": .array((sentiment?.evidence ?? []).map(Self.sound)),
            "mood": ["level": .rounded(mood.level), "trend": .string(mood.trend.rawValue)],
            "rule": JSON(decision?.rule.rawValue),
            "decision": JSON(decision?.kind.rawValue),
            "intent": JSON(decision?.intent),
            "thresholds": Self.thresholds(thresholds),
            "state_before": JSON(decision?.stateBefore),
            "state_after": JSON(decision?.stateAfter),
            "owner": JSON(decision?.owner),
            "conversation_confidence": .array(
                confidence.map { ["value": .rounded($0.value), "cause": .string($0.cause.rawValue)] }
            ),
        ]
    }

    /// Entities as JSON, with their place in the text.
    package static func entities(_ entities: [Entity]) -> JSON {
        .array(
            entities.map { entity in
                [
                    "type": .string(entity.type),
                    "role": JSON(entity.role),
                    "text": .string(entity.text),
                    "start": .integer(entity.span.start),
                    "end": .integer(entity.span.end),
                ]
            }
        )
    }

    /// Candidates as JSON, best first, with what spoke for and against them.
    package static func candidates(_ candidates: [Candidate]) -> JSON {
        .array(
            candidates.map { candidate in
                [
                    "intent": .string(candidate.intent),
                    "confidence": .rounded(candidate.confidence),
                    "pattern": JSON(candidate.pattern?.source),
                    "score": candidate.score.map { .rounded($0) } ?? .null,
                    "evidence": .array(
                        candidate.evidence.map { piece in
                            [
                                "kind": .string(piece.kind.rawValue),
                                "text": .string(piece.text),
                                "weight": .rounded(piece.weight),
                            ]
                        }
                    ),
                ]
            }
        )
    }

    /// A word that tells how a message sounds, as JSON.
    private static func sound(_ piece: Sentiment.Evidence) -> JSON {
        [
            "text": .string(piece.text),
            "weight": .rounded(piece.weight),
            "causes": .array(piece.causes.map { .string($0.rawValue) }),
        ]
    }

    /// In which language it was read, and why, as JSON.
    private static func language(_ reading: LanguageReading) -> JSON {
        [
            "tag": .string(reading.language),
            "changed_because": JSON(reading.cause?.rawValue),
            "heard": JSON(reading.heard),
            "probability": .rounded(reading.probability),
            "words": .integer(reading.words),
            "foreign": JSON(reading.foreign),
        ]
    }

    /// Thresholds as JSON.
    package static func thresholds(_ thresholds: Thresholds) -> JSON {
        [
            "answer": .rounded(thresholds.answer),
            "clarify": .rounded(thresholds.clarify),
            "margin": .rounded(thresholds.margin),
        ]
    }
}
