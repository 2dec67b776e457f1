import FrontdeskCompiler
import FrontdeskReports

/// What a figure of the report must be: `endings.resolved = 1 of 1`, `handoffs.wait <= 600`.
public struct MeasureExpectation: Sendable, Hashable {
    /// How a figure is compared.
    public enum Sign: String, Sendable, Hashable, CaseIterable {
        /// It is that.
        case equal = "="
        /// It is that or less.
        case atMost = "<="
        /// It is that or more.
        case atLeast = ">="
    }

    /// The figure, by its name in the JSON of `frontdesk report`.
    public var name: String
    /// How it is compared.
    public var sign: Sign
    /// The number; nil: of nothing there is none.
    public var value: Double?
    /// Of how many, for a share; nil: of however many.
    public var whole: Int?

    /// Whether a figure is as expected; there being none is `none` alone.
    func isMet(by figure: Figure?) -> Bool {
        guard let actual = figure?.value, let value else { return figure?.value == nil && self.value == nil }
        if let whole, figure?.whole != whole { return false }
        return switch sign {
        // Means are told with two places.
        case .equal: abs(actual - value) < 0.005
        case .atMost: actual <= value
        case .atLeast: actual >= value
        }
    }

    /// Reads what stands behind `measure`.
    init(_ words: [String]) throws(Expectation.Problem) {
        guard words.count == 3 || words.count == 5 && words[3] == "of", let sign = Sign(rawValue: words[1])
        else {
            throw Expectation.Problem(
                message:
                    "'measure' takes a figure of the report and what it is: measure endings.resolved = 1 of 1, "
                    + "measure handoffs.wait <= 600, measure steps = none"
            )
        }
        name = words[0]
        self.sign = sign
        if let (word, known) = Report.mistake(inFigure: name) {
            throw Expectation.Problem(message: Self.unknown(word, known))
        }
        if words[2] == "none", words.count == 3, sign == .equal { return }
        guard let number = Double(words[2]), number.isFinite else {
            throw Expectation.Problem(
                message: "a figure is a number such as 4 or 4.5, or none, not '\(words[2])'"
            )
        }
        value = number
        guard words.count == 5 else { return }
        guard let count = Int(words[4]), count > 0 else {
            throw Expectation.Problem(
                message: "after 'of' stands how many there are, from 1, not '\(words[4])'"
            )
        }
        whole = count
    }

    private static func unknown(_ name: String, _ known: [String]) -> String {
        // Often only the last part was written, as in 'resolved'.
        let sameEnd = known.first { $0.hasSuffix(".\(name)") }
        if let near = sameEnd ?? Spelling.nearest(to: name, among: known) {
            return "the report has no figure '\(name)'; did you mean '\(near)'?"
        }
        return "the report has no figure '\(name)': there are \(known.joined(separator: ", "))"
    }
}
