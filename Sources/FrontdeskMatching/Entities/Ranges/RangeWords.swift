/// What ties the two ends of a stretch together.
struct RangeTie {
    /// The end of the first part.
    var left: Int
    /// The start of the second part.
    var right: Int
    /// Whether it is an "and", which only counts behind "between".
    var needsBetween: Bool
}

extension RangeTie {
    /// The tie right before a word, articles between left out.
    init?(_ words: UtteranceWords, endingAt right: Int) {
        guard right > 0 else { return nil }
        if words.gap(after: right - 1).isDash {
            self.init(left: right, right: right, needsBetween: false)
            return
        }
        var place = right - 1
        while place > 0, Self.articles.contains(words[place]), words.isSpaced(place) { place -= 1 }
        guard place > 0, words.isSpaced(place), let needsBetween = Self.words[words[place]] else {
            return nil
        }
        guard words.isSpaced(place - 1) else { return nil }
        self.init(left: place, right: right, needsBetween: needsBetween)
    }

    /// The word that leads in a stretch which begins at a word: "from", "between"; nil when none does.
    static func lead(_ words: UtteranceWords, before start: Int) -> Int? {
        var place = start - 1
        while place > 0, articles.contains(words[place]), words.isSpaced(place) { place -= 1 }
        guard place >= 0, words.isSpaced(place), leads.contains(words[place]) else { return nil }
        return place
    }

    /// Whether the stretch is a change from one to the other: "move it from Monday to Friday".
    static func isChange(_ words: UtteranceWords, before start: Int) -> Bool {
        (max(0, start - 5)..<max(0, start)).contains { changes.contains(words[$0]) }
    }

    static let betweens: Set<String> = ["between", "entre"]
    private static let leads: Set<String> = ["from", "between", "desde", "de", "del", "entre"]
    private static let articles: Set<String> = ["the", "el", "la", "las", "los"]
    private static let words: [String: Bool] = [
        "to": false, "until": false, "till": false, "til": false, "through": false, "thru": false,
        "and": true,
        "a": false, "al": false, "hasta": false, "y": true,
    ]
    private static let changes: Set<String> = [
        "move", "moved", "change", "changed", "reschedule", "rescheduled", "switch", "shift", "postpone",
        "postponed",
        "push", "pushed", "delayed", "brought", "cambiar", "cambia", "cambie", "mover", "mueve", "pasar",
        "pasarlo",
        "aplazar", "cambiarlo", "moverlo",
    ]
}

extension ArraySlice<UInt8> {
    /// Whether it is one dash with spaces around it, or none.
    var isDash: Bool {
        let inner = drop { $0 == UInt8(ascii: " ") }
        let kept = inner.prefix(inner.count - inner.reversed().prefix { $0 == UInt8(ascii: " ") }.count)
        return kept.elementsEqual("-".utf8) || kept.elementsEqual("–".utf8) || kept.elementsEqual("—".utf8)
    }
}
