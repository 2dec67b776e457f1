/// A language whose words, numbers and dates the engine knows by itself.
public enum Language: String, Sendable, Hashable, Codable, CaseIterable {
    /// English.
    case english = "en"
    /// Spanish.
    case spanish = "es"

    /// The language of a BCP 47 tag, such as `es-MX`, whatever its region; nil for a language the engine does not know.
    public init?(tag: String) {
        if let language = Self(rawValue: tag) {
            self = language
            return
        }
        let primary = tag.utf8.prefix { $0 != UInt8(ascii: "-") && $0 != UInt8(ascii: "_") }
        self.init(rawValue: String(decoding: primary, as: UTF8.self).lowercased())
    }

    /// What its speakers call it.
    public var nativeName: String {
        switch self {
        case .english: "English"
        case .spanish: "español"
        }
    }
}
