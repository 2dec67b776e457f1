/// Two texts beside each other, or one below the other where there is no room.
package struct SideBySide: Sendable, Hashable {
    /// From so many columns on there is room for both.
    package static let leastWidth = 80

    /// The columns of a line.
    package var width: Int
    /// What changed words are told by.
    package var marks: DifferenceMarks
    private let oldTitle: String
    private let newTitle: String

    /// Makes a layout.
    ///
    /// - Parameters:
    ///   - width: The columns of a line; fewer than 24 are taken for 24.
    ///   - marks: What changed words are told by.
    ///   - old: The title of the first text.
    ///   - new: The title of the second one.
    package init(width: Int, marks: DifferenceMarks, old: String = "expected", new: String = "actual") {
        self.width = max(width, 24)
        self.marks = marks
        oldTitle = old
        newTitle = new
    }

    /// The lines for one difference, each with blanks before it.
    package func lines(_ difference: WordDifference, indent: Int = 4) -> [String] {
        lines(old: difference.old, new: difference.new, indent: indent)
    }

    /// The lines for a text that is on one side alone.
    ///
    /// - Parameter instead: What is said in place of the other one.
    package func lines(old: String?, new: String?, instead: String, indent: Int = 4) -> [String] {
        func runs(_ text: String?) -> [WordDifference.Run] {
            [WordDifference.Run(text ?? instead, isChanged: text != nil && marks.areColours)]
        }
        return lines(old: runs(old), new: runs(new), indent: indent)
    }

    /// A text beside no other, broken into lines.
    package func aside(_ text: String, indent: Int = 4) -> [String] {
        let pair = DifferenceMarks.Pair(open: "", close: "", columns: 0)
        let space = String(repeating: " ", count: indent)
        return broken([WordDifference.Run(text, isChanged: false)], width - indent, pair).map {
            space + marks.aside($0.text)
        }
    }

    private func lines(old: [WordDifference.Run], new: [WordDifference.Run], indent: Int) -> [String] {
        width < Self.leastWidth ? stacked(old, new, indent) : beside(old, new, indent)
    }

    private func beside(_ old: [WordDifference.Run], _ new: [WordDifference.Run], _ indent: Int) -> [String] {
        let room = (width - indent - 3) / 2
        let left = broken(old, room, marks.old)
        let right = broken(new, room, marks.new)
        let space = String(repeating: " ", count: indent)
        func padding(_ columns: Int) -> String { String(repeating: " ", count: max(0, room - columns)) }
        let bar = marks.aside("│")
        let head = marks.aside(oldTitle) + padding(DisplayWidth.columns(of: oldTitle))
        var lines = ["\(space)\(head) \(bar) \(marks.aside(newTitle))"]
        for row in 0..<max(left.count, right.count) {
            let (text, columns) = row < left.count ? left[row] : ("", 0)
            let other = row < right.count ? " " + right[row].text : ""
            lines.append("\(space)\(text)\(padding(columns)) \(bar)\(other)")
        }
        return lines
    }

    private func stacked(_ old: [WordDifference.Run], _ new: [WordDifference.Run], _ indent: Int) -> [String]
    {
        let gap = max(DisplayWidth.columns(of: oldTitle), DisplayWidth.columns(of: newTitle)) + 2
        let room = width - indent - gap
        let space = String(repeating: " ", count: indent)
        func side(_ title: String, _ runs: [WordDifference.Run], _ pair: DifferenceMarks.Pair) -> [String] {
            let first = String(repeating: " ", count: gap - DisplayWidth.columns(of: title))
            return broken(runs, room, pair).enumerated().map { row, line in
                let lead = row == 0 ? marks.aside(title) + first : String(repeating: " ", count: gap)
                return space + lead + line.text
            }
        }
        return side(oldTitle, old, marks.old) + side(newTitle, new, marks.new)
    }

    private func broken(
        _ runs: [WordDifference.Run],
        _ width: Int,
        _ pair: DifferenceMarks.Pair
    ) -> [(text: String, columns: Int)] {
        MarkedLines(runs, width: width, pair: pair, showsBlanks: marks.areColours).lines
    }
}
