/// What a channel takes a message's text for.
public enum Markup: String, Sendable, Hashable, Codable, CaseIterable {
    /// Nothing but text.
    case plain
    /// CommonMark and what chats make of it.
    case markdown
    /// HTML, within an element.
    case html
}

extension Markup {
    /// A text in which nothing is markup.
    ///
    /// - Parameters:
    ///   - startsLine: Whether the text begins a line, where Markdown takes more signs for its own.
    ///   - isAuthors: Whether its line ends are meant, as those that an author wrote are.
    package func escape(_ text: String, startsLine: Bool = false, isAuthors: Bool = false) -> String {
        switch self {
        case .plain: text
        case .html: Self.html(text, breaks: isAuthors)
        case .markdown: Self.markdown(text, startsLine: startsLine)
        }
    }

    private static func html(_ text: String, breaks: Bool) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            case "'": result += "&#39;"
            case "\n" where breaks: result += "<br>\n"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    private static let markdownSigns = Set("\\`*_[]<>~|#!&".unicodeScalars)
    private static let markdownLineSigns = Set("-+=.)".unicodeScalars)

    private static func markdown(_ text: String, startsLine: Bool) -> String {
        var result = ""
        var isStart = startsLine
        for scalar in text.unicodeScalars {
            if markdownSigns.contains(scalar) || (isStart && markdownLineSigns.contains(scalar)) {
                result += "\\"
            }
            result.unicodeScalars.append(scalar)
            // "1." and "1)" begin a list, too.
            let isDigit = ("0"..."9").contains(scalar)
            isStart = scalar == "\n" || (isStart && (isDigit || scalar == " "))
        }
        return result
    }
}

/// Text that comes from customers, profiles and actions.
package enum InsertedText {
    /// The text on one line and in one direction: line ends and tabs become spaces, other control characters, marks
    /// that change the direction of writing (Unicode Bidi_Control), and invisible tags are left out.
    package static func clean(_ text: String) -> String {
        guard text.unicodeScalars.contains(where: { isLineEnd($0) || isDropped($0) }) else { return text }
        var result = String.UnicodeScalarView()
        var previous: Unicode.Scalar?
        for scalar in text.unicodeScalars where !isDropped(scalar) {
            // A CR LF is one line end.
            if !(previous == "\r" && scalar == "\n") { result.append(isLineEnd(scalar) ? " " : scalar) }
            previous = scalar
        }
        return String(result)
    }

    private static func isLineEnd(_ scalar: Unicode.Scalar) -> Bool {
        (0x09...0x0D).contains(scalar.value) || [0x85, 0x2028, 0x2029].contains(scalar.value)
    }

    private static func isDropped(_ scalar: Unicode.Scalar) -> Bool {
        if isLineEnd(scalar) { return false }
        switch scalar.value {
        case 0x00...0x1F, 0x7F...0x9F, 0x061C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069, 0xFEFF,
            0xE0000...0xE007F:
            return true
        default: return false
        }
    }
}
