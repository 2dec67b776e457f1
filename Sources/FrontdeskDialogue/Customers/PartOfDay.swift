/// A part of the day, as people of a language greet in it.
///
/// After the day periods of the Unicode Common Locale Data Repository; in Spanish the afternoon lasts until eight, and
/// there is no evening.
public enum PartOfDay: String, Sendable, Hashable, CaseIterable {
    case morning, afternoon, evening, night

    /// The part of a day at an hour, 0…23.
    public init(hour: Int, language: String) {
        let isSpanish = language == "es" || language.hasPrefix("es-")
        self =
            switch hour {
            case 6..<12: .morning
            case 12..<(isSpanish ? 20 : 18): .afternoon
            case 18..<21 where !isSpanish: .evening
            default: .night
            }
    }
}
