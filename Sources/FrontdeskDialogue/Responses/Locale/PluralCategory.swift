/// The grammatical form that a number asks for.
public enum PluralCategory: String, Sendable, Hashable, Codable, CaseIterable {
    /// Exactly nothing; a form of its own only where a text gives one.
    case zero
    case one, two, few, many, other
}

extension PluralCategory {
    /// The category of a cardinal number, written with as few decimals as it needs.
    ///
    /// After the cardinal rules of CLDR 47 (`supplemental/plurals.xml`) for de, en, es, fr, it, nl, pl and pt; other
    /// languages take the rule of English.
    ///
    /// - Parameter region: `PT` has a rule of its own for Portuguese.
    package init(of number: Double, language: String, region: String? = nil) {
        let magnitude = abs(number)
        let isWhole = magnitude < 1e15 && magnitude == magnitude.rounded(.towardZero)
        // i: the whole part; v, the number of visible decimals, is 0 when the number is whole.
        let whole = magnitude < 1e15 ? Int(magnitude.rounded(.towardZero)) : Int(1e15)
        let isMillions = isWhole && whole != 0 && whole % 1_000_000 == 0
        switch language {
        case "es": self = magnitude == 1 ? .one : isMillions ? .many : .other
        case "it": self = isWhole && whole == 1 ? .one : isMillions ? .many : .other
        case "fr": self = whole <= 1 ? .one : isMillions ? .many : .other
        case "pt" where region != "PT": self = whole <= 1 ? .one : isMillions ? .many : .other
        case "pt": self = isWhole && whole == 1 ? .one : isMillions ? .many : .other
        case "pl": self = isWhole ? Self.polish(whole) : .other
        default: self = isWhole && whole == 1 ? .one : .other
        }
    }

    private static func polish(_ whole: Int) -> PluralCategory {
        if whole == 1 { return .one }
        let isTeen = (12...14).contains(whole % 100)
        return (2...4).contains(whole % 10) && !isTeen ? .few : .many
    }
}
