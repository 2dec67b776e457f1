import FrontdeskMatching

/// The words with which somebody points back to what was said before: "that one", "the same address", "ese pedido".
struct PointingWords: Sendable {
    /// What was pointed at.
    enum Target: Equatable {
        /// Whatever it is: "the same again", "that one".
        case anything
        /// A thing of this name: "that order".
        case thing(String)
        /// A thing of this name, which must be the same as before: "the same address".
        case same(String)
        /// A mere "it".
        case it
    }

    /// Phrases that point without naming anything.
    let plain: [[String]]
    /// Words before a name that point at it.
    let determiners: Set<String>
    /// Words before a name that say that it is the same.
    let same: Set<String>
    /// Words that mean something named before.
    let pronouns: Set<String>
    /// Endings of verbs that do.
    let clitics: [String]
    /// Messages that leave out what they are about: "any news?", "¿y dónde está?".
    let elliptic: Set<String>
    /// Words that are no names of things.
    let empty: Set<String>

    /// The words of a language.
    static func of(_ language: Language) -> PointingWords {
        switch language {
        case .english: english
        case .spanish: spanish
        }
    }

    private static func phrases(_ texts: [String]) -> [[String]] {
        texts.map { $0.split(separator: " ").map(String.init) }
    }

    private static let english = PointingWords(
        plain: phrases([
            "cancel that", "cancel this", "that one", "this one", "the same one", "same one", "same again",
            "the same again",
            "same as before",
            "the same as before", "as before", "the previous one", "the one before", "same as last time",
            "the one from before", "i already told you", "i told you already", "you already have it",
            "i already gave you", "the one i gave you", "the one i told you", "like before", "same as above",
        ]),
        determiners: ["that", "this", "said"],
        same: ["same"],
        pronouns: ["it"],
        clitics: [],
        elliptic: [
            "any news", "any update", "any updates", "still nothing", "still not here", "still not there",
            "still waiting", "nothing yet", "not here yet", "when will that be", "when is that",
        ],
        empty: DialogueWords.set(
            "is was are be does did do has have i you we they he she it and or to for in on of the a an one time way day moment week month year thing as not"
        )
    )

    private static let spanish = PointingWords(
        plain: phrases([
            "ese mismo", "esa misma", "el mismo", "la misma", "lo mismo", "el de antes", "la de antes",
            "el anterior",
            "la anterior", "como antes", "igual que antes", "lo de antes", "ya te lo he dicho",
            "ya te lo dije",
            "ya lo tienes", "ya te lo he dado", "ya te lo di", "el que te he dado", "el que te di", "ese",
            "esa",
        ]),
        determiners: ["ese", "esa", "este", "esta", "dicho", "dicha"],
        same: ["mismo", "misma"],
        pronouns: DialogueWords.set(
            "cancelalo cancelala cancelamelo cancelamela cancelelo canceladlo anulalo anulala anulamelo anulelo anuladlo devuelvelo devuelvela"
        ),
        clitics: ["arlo", "erlo", "irlo", "arla", "erla", "irla"],
        elliptic: [
            "donde esta", "donde estan", "por donde va", "por donde anda", "cuando llega", "cuando llegara",
            "cuando viene", "cuando vendra", "cuanto tarda", "cuanto tardara", "ha salido", "ya ha salido",
            "ha llegado", "no ha llegado", "sigue sin llegar", "alguna novedad", "hay novedades", "novedades",
            "alguna noticia", "hay noticias",
        ],
        empty: DialogueWords.set(
            "es era son ser fue ha he yo tu que y o a para en de del el la los las un una vez dia semana mes ano cosa momento no de"
        )
    )

    /// What the words point at, if they do; what is named comes first.
    func target(in tokens: [Token]) -> Target? {
        let words = tokens.map(\.text)
        for (place, word) in words.enumerated() where place + 1 < words.count {
            let name = words[place + 1]
            guard !empty.contains(name) else { continue }
            if same.contains(word) { return .same(name) }
            if determiners.contains(word), !same.contains(name) { return .thing(name) }
        }
        for phrase in plain where contains(words, phrase) { return .anything }
        if words.contains(where: pronouns.contains) { return .it }
        if words.contains(where: { word in clitics.contains { word.hasSuffix($0) } && word.utf8.count > 5 }) {
            return .it
        }
        let rest = words.drop { Self.joining.contains($0) }
        let whole = rest.prefix(rest.count - (Self.joining.contains(rest.last ?? "") ? 1 : 0))
        return elliptic.contains(whole.joined(separator: " ")) ? .it : nil
    }

    /// Words around a message that leaves something out.
    private static let joining: Set<String> = [
        "and", "but", "so", "well", "ok", "okay", "hi", "hello", "now", "y", "pero", "entonces", "bueno",
        "hola",
        "vale", "ahora", "ya", "please", "porfa",
    ]

    private func contains(_ words: [String], _ phrase: [String]) -> Bool {
        guard phrase.count <= words.count else { return false }
        // One word alone points only when it is all that is said.
        if phrase.count == 1 { return words.count <= 2 && words.contains(phrase[0]) }
        return (0...(words.count - phrase.count)).contains { start in
            phrase.indices.allSatisfy { words[start + $0] == phrase[$0] }
        }
    }
}
