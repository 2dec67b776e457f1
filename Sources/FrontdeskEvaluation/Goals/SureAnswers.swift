import FrontdeskPages

/// The answers on a data set that the matcher was sure of, and how many of them were right.
///
/// Nine in ten of them must be right. A set has its answers by chance; the promise is broken when even the upper end
/// of the interval lies below.
public struct SureAnswers: Sendable, Hashable {
    /// From which confidence on an answer is a sure one.
    public static let confidence = 0.9
    /// The share of them that must be right.
    public static let share = 0.9
    /// How many it takes to judge.
    public static let least = 100

    /// What was measured, and on which data set.
    public var name: String
    /// How many answers were sure, those to lines out of scope among them.
    public var count: Int
    /// How many of these were right.
    public var right: Int

    /// Makes a count.
    public init(name: String, count: Int, right: Int) {
        self.name = name
        self.count = count
        self.right = right
    }

    init(_ name: String, _ judgements: [Judgement]) {
        let sure = judgements.filter { $0.confidence >= Self.confidence }
        self.init(name: name, count: sure.count, right: sure.count(where: \.isRight))
    }

    /// The 95 % interval of the share that is right.
    public var interval: ClosedRange<Double> { Metrics.wilsonInterval(right, of: count) }

    /// Whether nine in ten are right; nil when there are too few to say.
    public var isKept: Bool? { count < Self.least ? nil : interval.upperBound >= Self.share }
}

extension Metrics {
    /// The interval that holds a share with a probability of 95 %, after so many of so many (Wilson 1927).
    ///
    /// - Returns: A part of 0…1; all of it when nothing was counted.
    public static func wilsonInterval(_ right: Int, of count: Int) -> ClosedRange<Double> {
        WilsonInterval.of(right, of: count)
    }
}

extension GoalTable {
    func sureAnswersText() -> String {
        let head = ["answers given at 0.9 and more", "right", "of", "share", "95 % from", "to", ""]
        let rows = sureAnswers.map { answers in
            let share = answers.count > 0 ? Double(answers.right) / Double(answers.count) : 0
            let places = [share, answers.interval.lowerBound, answers.interval.upperBound]
            let word =
                switch answers.isKept {
                case true?: "nine in ten"
                case false?: "too few are right"
                case nil: "too few to say"
                }
            return [answers.name, String(answers.right), String(answers.count)]
                + places.map { FigureText.decimal($0, places: 4) } + [word]
        }
        return TextTable.text([head] + rows, left: [0, 6])
    }
}
