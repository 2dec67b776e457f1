/// A text in stretches, broken into lines of a width; marks open and close on each line.
struct MarkedLines {
    private struct Letter {
        var character: Character
        var isChanged: Bool
        /// Whether it goes where a line is broken before it.
        var isSpace: Bool
    }

    /// Each line, and how many columns it takes.
    private(set) var lines: [(text: String, columns: Int)] = []
    private let width: Int
    private let pair: DifferenceMarks.Pair

    /// Breaks a text.
    ///
    /// - Parameters:
    ///   - width: How many columns a line may take; less than 8 are taken for 8.
    ///   - pair: What stands around changed stretches.
    ///   - showsBlanks: Whether changed blanks that stand alone show as dots.
    init(_ runs: [WordDifference.Run], width: Int, pair: DifferenceMarks.Pair, showsBlanks: Bool) {
        self.width = max(width, 8)
        self.pair = pair
        var line: [Letter] = []
        for word in Self.words(runs, showsBlanks: showsBlanks) {
            if !line.isEmpty, columns(of: line + word) > self.width {
                close(line)
                line = Array(word.drop(while: \.isSpace))
            } else {
                line += word
            }
            // A word that is longer than a line is broken anywhere.
            while columns(of: line) > self.width {
                var head = line
                while head.count > 1, columns(of: head) > self.width { head.removeLast() }
                close(head)
                line.removeFirst(head.count)
            }
        }
        close(line)
    }

    /// Words with the blanks before them.
    private static func words(_ runs: [WordDifference.Run], showsBlanks: Bool) -> [[Letter]] {
        var words: [[Letter]] = [[]]
        for run in runs {
            let isBlank = run.isChanged && run.text.allSatisfy(\.isWhitespace)
            for character in run.text {
                let shown = Self.shown(character, isBlank && showsBlanks)
                if shown == " ", words.last?.last.map({ $0.character != " " }) ?? false { words.append([]) }
                let isSpace = shown == " " && !isBlank
                words[words.count - 1].append(
                    Letter(character: shown, isChanged: run.isChanged, isSpace: isSpace)
                )
            }
        }
        return words
    }

    /// Nothing in a text moves the cursor.
    private static func shown(_ character: Character, _ isDot: Bool) -> Character {
        if character.isNewline { return "⏎" }
        if isDot { return "·" }
        if character == "\t" { return " " }
        let value = character.unicodeScalars.first?.value ?? 0
        return value < 0x20 || (0x7F..<0xA0).contains(value) ? "\u{FFFD}" : character
    }

    private func columns(of letters: [Letter]) -> Int {
        var columns = 0
        var isOpen = false
        for letter in letters {
            columns += DisplayWidth.columns(of: letter.character)
            if letter.isChanged, !isOpen { columns += pair.columns }
            isOpen = letter.isChanged
        }
        return columns
    }

    private mutating func close(_ letters: [Letter]) {
        var text = ""
        var isOpen = false
        for letter in letters {
            if letter.isChanged != isOpen { text += isOpen ? pair.close : pair.open }
            isOpen = letter.isChanged
            text.append(letter.character)
        }
        lines.append((isOpen ? text + pair.close : text, columns(of: letters)))
    }
}
