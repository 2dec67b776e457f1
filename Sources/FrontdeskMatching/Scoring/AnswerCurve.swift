/// What every answer threshold would have given on an assistant's own examples, each asked unseen.
///
/// Training asks each example of a model that has not seen it. Patterns are left aside, and so are the sentences of
/// the controls. The examples of intents that were left out as a whole, and background, stand for what means nothing
/// that the assistant knows.
public struct AnswerCurve: Sendable, Hashable {
    /// How many steps there are from the threshold 0 to the threshold 1.
    public static let steps = 100

    /// One threshold.
    public struct Point: Sendable, Hashable {
        /// The threshold, 0…1.
        public var threshold: Double
        /// How many of the sentences were answered.
        public var answered: Int
        /// How many of those wrongly; any answer to a sentence that means nothing is wrong.
        public var wrong: Int

        /// Makes a point.
        public init(threshold: Double, answered: Int, wrong: Int) {
            self.threshold = threshold
            self.answered = answered
            self.wrong = wrong
        }

        /// Of the answers, the share that is wrong, 0…1; nil when nothing was answered.
        public var wrongAnswers: Double? { answered == 0 ? nil : Double(wrong) / Double(answered) }
    }

    /// How many sentences there were, out of scope included.
    public private(set) var sentences = 0
    /// How many of them mean nothing that the assistant knew at that time.
    public private(set) var outOfScope = 0
    /// By step: how many right and how many wrong answers have a confidence from here to the next step.
    private(set) var right = [Int32](repeating: 0, count: steps + 1)
    private(set) var wrong = [Int32](repeating: 0, count: steps + 1)

    /// A curve without sentences.
    public init() {}

    /// Reads what was kept; nil when the numbers contradict each other.
    init?(right: [Int32], wrong: [Int32], outOfScope: Int) {
        guard right.count == Self.steps + 1, wrong.count == Self.steps + 1 else { return nil }
        let wrongs = wrong.reduce(0) { $0 + Int($1) }
        guard outOfScope <= wrongs, (right + wrong).allSatisfy({ $0 >= 0 }) else { return nil }
        sentences = right.reduce(wrongs) { $0 + Int($1) }
        self.outOfScope = outOfScope
        self.right = right
        self.wrong = wrong
    }

    /// Takes in one answer.
    ///
    /// - Parameters:
    ///   - confidence: The confidence of the first choice, 0…1.
    ///   - isRight: Whether it is what the sentence means.
    ///   - isInScope: Whether the sentence means anything that was known.
    public mutating func add(confidence: Double, isRight: Bool, isInScope: Bool) {
        var step = Int(min(max(confidence, 0), 1) * Double(Self.steps))
        // A product may fall just below the step that it is on.
        if step < Self.steps, Self.threshold(step + 1) <= confidence { step += 1 }
        if isRight { right[step] += 1 } else { wrong[step] += 1 }
        sentences += 1
        if !isInScope { outOfScope += 1 }
    }

    /// Takes in the sentences of another curve, such as that of another language.
    public mutating func add(_ other: AnswerCurve) {
        for step in 0...Self.steps {
            right[step] += other.right[step]
            wrong[step] += other.wrong[step]
        }
        sentences += other.sentences
        outOfScope += other.outOfScope
    }

    /// What a threshold gives; it is rounded up to a whole step.
    public func point(at threshold: Double) -> Point {
        let first = min(max(Int((threshold * Double(Self.steps)).rounded(.up)), 0), Self.steps)
        // 0.07 · 100 is a little more than 7.
        let step = first > 0 && Self.threshold(first - 1) >= threshold ? first - 1 : first
        let wrongs = wrong[step...].reduce(0) { $0 + Int($1) }
        let answered = right[step...].reduce(wrongs) { $0 + Int($1) }
        return Point(threshold: Self.threshold(step), answered: answered, wrong: wrongs)
    }

    private static func threshold(_ step: Int) -> Double { Double(step) / Double(steps) }
}

extension AnswerCurve {
    /// The threshold that keeps to a limit of wrong answers, or why there is none.
    public enum Choice: Sendable, Hashable {
        /// The lowest threshold that keeps to the limit.
        case met(Point)
        /// No threshold keeps to it; this one answers only what is surest.
        case unmet(Point)
        /// So few sentences that a single wrong answer among them would be more than the limit.
        case tooFew(sentences: Int, needed: Int)
    }

    /// The surest threshold that is still one: examples hardly ever reach 1.
    public static let surest = 0.99

    /// Chooses the lowest threshold at which no more than a share of the answers was wrong.
    ///
    /// It rests on as many answers as it takes for a single wrong one to be within the limit: of two answers none
    /// wrong says nothing about three in a hundred.
    ///
    /// - Parameters:
    ///   - limit: The share of answers that may be wrong, more than 0, at most 1.
    ///   - lowest: The lowest threshold that may be chosen.
    public func choice(wrongAnswers limit: Double, from lowest: Double) -> Choice {
        let needed = Int((1 / limit).rounded(.up))
        guard sentences >= needed else { return .tooFew(sentences: sentences, needed: needed) }
        let first = point(at: lowest).threshold
        for step in 0...Self.steps where Self.threshold(step) >= first && Self.threshold(step) <= Self.surest
        {
            let point = point(at: Self.threshold(step))
            guard point.answered >= needed else { break }
            if Double(point.wrong) <= limit * Double(point.answered) { return .met(point) }
        }
        return .unmet(point(at: max(first, Self.surest)))
    }
}
