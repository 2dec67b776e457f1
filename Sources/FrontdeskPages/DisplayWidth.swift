/// How much room texts take in a terminal.
package enum DisplayWidth {
    /// How many columns a text takes: two for each East Asian wide character or emoji, one for any other.
    package static func columns(of text: some StringProtocol) -> Int {
        text.reduce(0) { $0 + columns(of: $1) }
    }

    /// How many columns a character takes.
    package static func columns(of character: Character) -> Int {
        guard let scalar = character.unicodeScalars.first?.value, scalar >= 0x1100 else { return 1 }
        return switch scalar {
        case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
            0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F900...0x1F9FF, 0x20000...0x3FFFD:
            2
        default: 1
        }
    }

    /// The text cut to at most so many columns; what is missing shows as `…`.
    package static func cut(_ text: String, to width: Int) -> String {
        guard columns(of: text) > width else { return text }
        var kept = ""
        var used = 1
        for character in text {
            used += columns(of: character)
            if used > width { break }
            kept.append(character)
        }
        return kept + "…"
    }
}
