import FrontdeskMatching

/// The words that shut something out: "not the blue one", "anything but red", "no quiero el azul".
struct NegationWords: Sendable {
    /// Words that negate what follows.
    let negators: Set<String>
    /// Pairs of words that do.
    let pairs: Set<String>
    /// The second words of those pairs.
    private let pairEnds: Set<String>
    /// Words that may stand between a negation and what it shuts out.
    let light: Set<String>
    /// Words that join two things that are shut out together.
    let joining: Set<String>
    /// Words that negate what stands before them, where nothing follows: "el lunes no".
    let closing: Set<String>
    /// Words behind a day or a time that doesn't suit.
    let unsuitable: [[String]]

    /// The words of a language.
    static func of(_ language: Language) -> NegationWords {
        switch language {
        case .english: english
        case .spanish: spanish
        }
    }

    private init(
        negators: Set<String>,
        pairs: Set<String>,
        light: Set<String>,
        joining: Set<String>,
        closing: Set<String>,
        unsuitable: [[String]]
    ) {
        self.negators = negators
        self.pairs = pairs
        pairEnds = Set(pairs.compactMap { $0.split(separator: " ").last.map(String.init) })
        self.light = light
        self.joining = joining
        self.closing = closing
        self.unsuitable = unsuitable
    }

    private static let english = NegationWords(
        negators: DialogueWords.set("not except excluding neither nor without"),
        pairs: [
            "anything but", "everything but", "all but", "any but", "other than", "apart from", "rather than",
            "instead of", "not because",
        ],
        light: DialogueWords.set(
            "the a an any my it is in on for with want like need take have be really one number order option colour color size to do make"
        ),
        joining: ["or", "and"],
        closing: ["no", "not"],
        unsuitable: englishUnsuitable
    )

    private static let spanish = NegationWords(
        negators: DialogueWords.set("no ni menos excepto salvo sin"),
        pairs: ["en vez", "en lugar", "que no", "aparte de", "no porque"],
        light: DialogueWords.set(
            "el la los las un una mi de del en es sea quiero quisiera queria me gusta gustan necesito con para color talla numero pedido opcion lo al puedo podemos viene va vale bien este esta"
        ),
        joining: ["o", "y"],
        closing: ["no", "tampoco"],
        unsuitable: spanishUnsuitable
    )

    /// Whether what begins at a word is shut out by words before it.
    ///
    /// - Parameters:
    ///   - start: The place of its first word.
    ///   - tokens: The words of the utterance.
    ///   - text: The utterance, for the signs between the words: "no, the blue one" shuts nothing out.
    func shutOut(_ start: Int, in tokens: [Token], of text: String) -> Bool {
        var place = start - 1
        while place >= 0 {
            let gap = tokens[place].span.end..<max(tokens[place].span.end, tokens[place + 1].span.start)
            if Self.hasBreak(text, gap) { return false }
            let word = tokens[place].text
            if place > 0, pairEnds.contains(word), pairs.contains("\(tokens[place - 1].text) \(word)") {
                return true
            }
            if negators.contains(word) { return true }
            if joining.contains(word), place > 0 {
                place -= 2
                continue
            }
            guard light.contains(word) else { return false }
            place -= 1
        }
        return false
    }

    static func hasBreak(_ text: String, _ range: Range<Int>) -> Bool {
        guard !range.isEmpty else { return false }
        return text.utf8.dropFirst(range.lowerBound).prefix(range.count).contains {
            $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: ";") || $0 == UInt8(ascii: ".") || $0 == 0x0A
        }
    }
}
