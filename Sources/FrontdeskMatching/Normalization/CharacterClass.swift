/// What a folded character is to the tokenizer.
enum CharacterClass {
    /// Part of a word: a letter, a digit or a mark.
    case word
    /// A word by itself: an ideograph or kana, written without spaces.
    case loneWord
    /// An emoji or another picture.
    case picture
    /// What stands between words.
    case separator

    /// Classifies a character beyond ASCII.
    init(_ scalar: UInt32) {
        if Self.contains(scalar, in: WordRanges.words) {
            self = Self.isUnspaced(scalar) ? .loneWord : .word
        } else if Self.contains(scalar, in: WordRanges.pictures) {
            self = .picture
        } else {
            self = .separator
        }
    }

    private static func isUnspaced(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x2E80...0x312F, 0x31A0...0xA4CF, 0xF900...0xFAFF, 0x1B000...0x1B16F, 0x20000...0x3FFFF: true
        default: false
        }
    }

    /// Searches ascending pairs of first and last by halving.
    private static func contains(_ scalar: UInt32, in ranges: [UInt32]) -> Bool {
        var low = 0
        var high = ranges.count / 2
        while low < high {
            let middle = (low + high) / 2
            if scalar > ranges[2 * middle + 1] {
                low = middle + 1
            } else if scalar < ranges[2 * middle] {
                high = middle
            } else {
                return true
            }
        }
        return false
    }
}
