/// How easy a text is to read: about 30 for a scientific paper, 60 to 70 for plain language, 90 for a comic.
///
/// English: R. Flesch, "A new readability yardstick", Journal of Applied Psychology 32 (1948):
/// `206.835 - 1.015 * words / sentences - 84.6 * syllables / words`. Spanish: J. Fernández Huerta, "Medidas sencillas de
/// lecturabilidad", Consigna 214 (1959), in its corrected form: `206.84 - 60 * syllables / words - 1.02 * words / sentences`.
enum Readability {
    /// Fewer words than this say nothing about how a text reads.
    static let fewestWords = 15

    /// The ease, mostly 0…100; nil for a short text or a language without a formula.
    static func ease(of text: String, language: String) -> Double? {
        let words = words(of: text)
        guard words.count >= fewestWords else { return nil }
        let isSpanish = language == "es"
        guard isSpanish || language == "en" else { return nil }
        let syllables = Double(words.reduce(0) { $0 + Self.syllables($1, isSpanish: isSpanish) })
        let count = Double(words.count)
        let sentences = Double(max(1, self.sentences(of: text)))
        return isSpanish
            ? 206.84 - 60 * syllables / count - 1.02 * count / sentences
            : 206.835 - 1.015 * count / sentences - 84.6 * syllables / count
    }

    /// The words, in small letters: stretches of letters, with hyphens and apostrophes between them.
    static func words(of text: String) -> [String] {
        text.lowercased().split { !($0.isLetter || $0 == "'" || $0 == "’") }.map(String.init).filter {
            $0.contains(where: \.isLetter)
        }
    }

    private static func sentences(of text: String) -> Int {
        var count = 0
        var isOpen = false
        for character in text {
            switch character {
            case ".", "!", "?", ":", ";":
                if isOpen { count += 1 }
                isOpen = false
            default: if character.isLetter { isOpen = true }
            }
        }
        return count + (isOpen ? 1 : 0)
    }

    /// How many syllables a word has, by its groups of vowels.
    ///
    /// In English a last silent e counts for none. In Spanish a strong vowel beside a strong one, or an accented weak one, is
    /// a syllable of its own.
    static func syllables(_ word: String, isSpanish: Bool) -> Int {
        let letters = Array(word)
        var count = 0
        var before: Character?
        for letter in letters {
            let isVowel = isSpanish ? "aeiouáéíóúü".contains(letter) : "aeiouyáéíóú".contains(letter)
            if isVowel {
                if let before, isSpanish {
                    let strong: Set<Character> = ["a", "e", "o", "á", "é", "ó", "í", "ú"]
                    if strong.contains(before), strong.contains(letter) { count += 1 }
                } else if before == nil {
                    count += 1
                }
            }
            before = isVowel ? letter : nil
        }
        if !isSpanish, count > 1, letters.last == "e", letters.dropLast().last != "l" { count -= 1 }
        return max(1, count)
    }
}
