/// What languages are called, in the languages of those who ask for them.
public enum LanguageNames {
    /// The names of each language as they are written, its own first.
    static let table: [(tag: String, names: [String])] = [
        ("en", ["English", "inglés", "Englisch", "anglais", "inglese", "inglês", "Engels"]),
        (
            "es",
            ["español", "castellano", "Spanish", "Spanisch", "espagnol", "spagnolo", "espanhol", "Spaans"]
        ),
        ("de", ["Deutsch", "German", "alemán", "allemand", "tedesco", "alemão", "Duits"]),
        ("fr", ["français", "French", "francés", "Französisch", "francese", "francês", "Frans"]),
        ("it", ["italiano", "Italian", "Italienisch", "italien", "Italiaans"]),
        (
            "pt",
            ["português", "Portuguese", "portugués", "Portugiesisch", "portugais", "portoghese", "Portugees"]
        ),
        (
            "nl",
            ["Nederlands", "Dutch", "holandés", "neerlandés", "Niederländisch", "néerlandais", "olandese"]
        ),
        ("pl", ["polski", "Polish", "polaco", "Polnisch", "polonais"]),
        ("ru", ["russkij", "Russian", "ruso", "Russisch", "russe"]),
        ("uk", ["ukrajinska", "Ukrainian", "ucraniano", "Ukrainisch"]),
        ("ar", ["arabi", "Arabic", "árabe", "Arabisch", "arabe"]),
        ("zh", ["Chinese", "Mandarin", "chino", "mandarín", "Chinesisch", "chinois"]),
        ("ja", ["Japanese", "japonés", "Japanisch", "japonais"]),
        ("tr", ["Türkçe", "Turkish", "turco", "Türkisch", "turc"]),
        ("ca", ["català", "Catalan", "catalán", "Katalanisch"]),
        ("sv", ["svenska", "Swedish", "sueco", "Schwedisch"]),
        ("da", ["dansk", "Danish", "danés", "Dänisch"]),
        ("ro", ["română", "Romanian", "rumano", "Rumänisch"]),
        ("hi", ["Hindi", "hindi"]),
    ]

    /// Every name, folded, once.
    package static let all: [String] = {
        var seen: Set<String> = []
        return table.flatMap { $0.names.map(folded) }.filter { seen.insert($0).inserted }
    }()

    private static let tags: [String: String] = {
        var tags: [String: String] = [:]
        for (tag, names) in table {
            for name in names where tags[folded(name)] == nil { tags[folded(name)] = tag }
        }
        return tags
    }()

    /// The tag of the first language that some words name; nil when they name none.
    package static func tag(in tokens: [Token]) -> String? {
        tokens.lazy.compactMap { tags[$0.text] }.first
    }

    private static func folded(_ name: String) -> String {
        Tokenizer.tokenize(name).map(\.text).joined(separator: " ")
    }
}
