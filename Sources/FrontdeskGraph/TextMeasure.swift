/// How much room text takes, in a sans-serif font of any make: rather too much than too little.
enum TextMeasure {
    /// The width of a line, in units of which the font is `size` high.
    static func width(_ text: String, size: Double) -> Double {
        var width = 0.0
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x20, 0x21, 0x27...0x29, 0x2C, 0x2E, 0x3A, 0x3B, 0x49, 0x69, 0x6A, 0x6C, 0x7C: width += 0.4
            case 0x66, 0x72, 0x74: width += 0.45
            case 0x4D, 0x57, 0x6D, 0x77, 0x40, 0x25: width += 1
            case 0x41...0x5A: width += 0.76
            case 0x300...0x36F, 0x200B...0x200D: break
            case 0x1100...: width += scalar.value < 0x2E80 && scalar.value > 0x1FFF ? 0.8 : 1.1
            default: width += 0.64
            }
        }
        return width * size
    }

    /// The text cut at a word, with an ellipsis, when it is longer than so many characters.
    static func shortened(_ text: String, to limit: Int) -> String {
        guard text.count > limit else { return text }
        let cut = text.prefix(limit - 1)
        let end = cut.lastIndex(of: " ").map { cut[..<$0] } ?? cut
        return (end.count > limit / 2 ? end : cut) + "…"
    }

    /// The text on lines no wider than given, at most so many; what is left out shows as an ellipsis.
    static func wrapped(_ text: String, width limit: Double, size: Double, lines most: Int) -> [String] {
        var lines: [String] = []
        var line = ""
        for word in text.split(separator: " ").flatMap({ pieces($0, limit, size) }) {
            let longer = line.isEmpty ? word : line + " " + word
            if width(longer, size: size) <= limit || line.isEmpty {
                line = longer
            } else {
                lines.append(line)
                line = word
            }
        }
        if !line.isEmpty { lines.append(line) }
        guard lines.count > most else { return lines }
        var last = lines[most - 1]
        while !last.isEmpty, width(last + "…", size: size) > limit { last.removeLast() }
        return Array(lines.prefix(most - 1)) + [last + "…"]
    }

    /// A word that is wider than a line, in pieces that are not.
    private static func pieces(_ word: Substring, _ limit: Double, _ size: Double) -> [String] {
        var pieces: [String] = []
        var piece = ""
        for character in word {
            if !piece.isEmpty, width(piece + String(character), size: size) > limit {
                pieces.append(piece)
                piece = ""
            }
            piece.append(character)
        }
        return pieces + [piece]
    }
}
