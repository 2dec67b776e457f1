import FrontdeskPages

/// One figure of a report.
package enum Figure: Sendable, Hashable {
    /// How many.
    case count(Int)
    /// How many of how many.
    case share(Share)
    /// Some numbers; the median stands for them.
    case spread(Spread)
    /// A number; nil of nothing.
    case number(Double?)

    /// The number that the figure comes to; nil of nothing.
    ///
    /// Of a share it is how many; waiting times are in seconds.
    package var value: Double? {
        switch self {
        case .count(let count): Double(count)
        case .share(let share): share.of == 0 ? nil : Double(share.count)
        case .spread(let spread): spread.median?.value
        case .number(let number): number
        }
    }

    /// Of how many, when it is a share of something.
    package var whole: Int? {
        if case .share(let share) = self, share.of > 0 { share.of } else { nil }
    }

    /// `3`, `2 of 5`, `4.5`, or `none`.
    package var text: String {
        guard let value else { return "none" }
        return Self.text(value) + (whole.map { " of \($0)" } ?? "")
    }

    private static func text(_ value: Double) -> String {
        FigureText.decimal(value, places: value == value.rounded() ? 0 : 2)
    }
}
