/// How a customer feels over several messages: their sentiments, the later ones counting more.
///
/// The latest message counts four parts, those before it three, two and one; before the first message everybody is
/// neutral. So one word of anger weighs less than displeasure that goes on: once -0.8 gives -0.32, three times -0.5
/// give -0.45.
public struct Mood: Sendable, Hashable {
    /// Where a mood is heading.
    public enum Trend: String, Sendable, Hashable, Codable {
        case rising, steady, falling
    }

    /// -1 (furious) … 1 (delighted).
    public var level: Double
    /// Whether it got better or worse with the latest message.
    public var trend: Trend
    /// How many of the latest messages, one after the other, were unhappy ones.
    public var unhappy: Int

    /// At or below this sentiment a message is an unhappy one.
    public static let unhappyThreshold = -0.3
    /// At or below this level a customer waits with more urgency, and is told of as unhappy.
    public static let lowThreshold = -0.25

    /// How much the mood changes from one message to the next before there is a trend.
    private static let step = 0.05

    /// The mood after messages.
    ///
    /// - Parameter sentiments: Their sentiments, oldest first.
    public init(_ sentiments: some BidirectionalCollection<Double>) {
        level = Self.level(sentiments)
        let before = Self.level(sentiments.dropLast())
        trend = level < before - Self.step ? .falling : level > before + Self.step ? .rising : .steady
        unhappy = 0
        for sentiment in sentiments.reversed() {
            guard sentiment <= Self.unhappyThreshold else { break }
            unhappy += 1
        }
    }

    /// Whether it is low.
    public var isLow: Bool { level <= Self.lowThreshold }

    /// Whether it has been getting worse for more than one message.
    public var isFalling: Bool { unhappy >= 2 && trend == .falling }

    private static func level(_ sentiments: some BidirectionalCollection<Double>) -> Double {
        var sum = 0.0
        var parts = 4.0
        for sentiment in sentiments.reversed() {
            guard parts > 0 else { break }
            sum += parts * sentiment
            parts -= 1
        }
        return sum / 10
    }
}
