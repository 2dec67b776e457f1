import FrontdeskMatching

/// The words that point at one of several things by its place: "the second one", "el último pedido".
struct OrdinalWords: Sendable {
    /// The places by their words; -1 is the last.
    private let places: [String: Int]
    /// Words before them.
    private let articles: Set<String>
    /// Words for any thing, which may follow and belong to the phrase.
    private let names: Set<String>
    /// Words behind which the phrase is over.
    private let followers: Set<String>

    /// The words of a language.
    static func of(_ language: Language) -> OrdinalWords {
        switch language {
        case .english: english
        case .spanish: spanish
        }
    }

    private static let english = OrdinalWords(
        places: ["first": 1, "second": 2, "third": 3, "fourth": 4, "last": -1],
        articles: ["the"],
        names: ["one"],
        followers: ["please", "instead", "too", "also", "and", "then"]
    )

    private static let spanish = OrdinalWords(
        places: [
            "primero": 1, "primera": 1, "primer": 1, "segundo": 2, "segunda": 2, "tercero": 3, "tercera": 3,
            "tercer": 3, "cuarto": 4, "cuarta": 4, "ultimo": -1, "ultima": -1,
        ],
        articles: ["el", "la"],
        names: [],
        followers: ["por", "tambien", "mejor", "y"]
    )

    /// The words that point, the place they name, and the name behind it; nil where none do.
    ///
    /// "The first time" points at nothing that was spoken of: what the name may be is for the caller to tell.
    func pointer(in tokens: [Token]) -> (words: Range<Int>, place: Int, name: String?)? {
        for index in tokens.indices.dropFirst() {
            guard let place = places[tokens[index].text], articles.contains(tokens[index - 1].text) else {
                continue
            }
            let next = index + 1
            guard next < tokens.count, !followers.contains(tokens[next].text) else {
                return (index - 1..<next, place, nil)
            }
            let word = tokens[next].text
            return (index - 1..<next + 1, place, names.contains(word) ? nil : word)
        }
        return nil
    }
}
