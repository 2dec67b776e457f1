/// Everyday words of English and Spanish, which are never taken for mistyped values of a gazetteer.
enum OrdinaryWords {
    static let all: Set<String> = {
        var words: Set<String> = []
        for tag in ["en", "es"] { words.formUnion(FunctionWords.table[tag] ?? []) }
        for line in Fillers.table.split(separator: "\n") {
            words.formUnion(line.split(separator: " ").map(String.init))
        }
        return words
    }()
}
