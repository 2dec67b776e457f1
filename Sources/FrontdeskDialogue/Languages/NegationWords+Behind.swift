import FrontdeskMatching

/// "El lunes no", "Monday doesn't work": what is shut out by the words behind it.
extension NegationWords {
    /// Whether what ends before a word is shut out by the words from there on.
    ///
    /// - Parameters:
    ///   - end: The place behind its last word.
    ///   - tokens: The words of the utterance.
    ///   - text: The utterance, for the signs between the words: "el lunes, no el martes" shuts out the other day.
    ///   - isTime: Whether it is a day or a time, which may not suit: of an order, "it doesn't work" is a complaint.
    func shutOut(before end: Int, in tokens: [Token], of text: String, isTime: Bool) -> Bool {
        guard end > 0, end < tokens.count,
            !Self.hasBreak(text, Self.gap(before: end, tokens))
        else { return false }
        if isTime,
            unsuitable.contains(where: { $0.elementsEqual(tokens[end...].prefix($0.count).map(\.text)) })
        {
            return true
        }
        guard closing.contains(tokens[end].text) else { return false }
        let behind = tokens[end].span.end
        let next = end + 1 < tokens.count ? tokens[end + 1].span.start : text.utf8.count
        // "El lunes no?" asks for a yes.
        if text.utf8.dropFirst(behind).prefix(max(0, next - behind)).contains(UInt8(ascii: "?")) {
            return false
        }
        return end + 1 == tokens.count || Self.hasBreak(text, behind..<max(behind, next))
    }

    /// What stands between a word and the one before it; the words of a contraction share their letters.
    private static func gap(before place: Int, _ tokens: [Token]) -> Range<Int> {
        tokens[place - 1].span.end..<max(tokens[place - 1].span.end, tokens[place].span.start)
    }

    /// How English says of a day that it does not suit.
    static let englishUnsuitable =
        phrases("does not, do not, will not, would not", "work, suit, fit, do")
        + phrases("not, is not, would not be", "good, possible, ok, okay, fine, convenient, an option")
        + phrases("is", "impossible, out") + phrases("no, is no", "good, option")

    /// How Spanish does.
    static let spanishUnsuitable =
        phrases("no", "puedo, podemos, puede ser, es posible, quiero, queremos, estoy, estamos, tampoco")
        + phrases("no, no me, no nos", "va, viene, vale, sirve, conviene") + phrases("es", "imposible")

    /// Each beginning with each ending.
    private static func phrases(_ beginnings: String, _ endings: String) -> [[String]] {
        beginnings.split(separator: ",").flatMap { beginning in
            endings.split(separator: ",").map { "\(beginning) \($0)".split(separator: " ").map(String.init) }
        }
    }
}

extension Entity {
    /// Whether it is a day, a time, or a stretch of them.
    var isTime: Bool {
        switch value {
        case .date, .time, .dateRange, .timeRange: true
        case .text, .number, .ordinal, .money, .duration, .quantity: false
        }
    }
}
