/// What one line of the desk must look like: text with places that vary.
///
/// `...` is any text, also none. `{number}`, `{date}`, `{time}` and `{word}` are one value of that kind, `{any}` is any
/// text that is not empty. `\{` is a brace, `\\` a backslash and `\n` a line break.
public struct LinePattern: Sendable, Hashable {
    /// A stretch of a pattern.
    enum Part: Sendable, Hashable {
        case text([UInt8])
        case anything
        case value(Kind)
    }

    /// What a placeholder stands for.
    enum Kind: String, Sendable, CaseIterable {
        case number, date, time, word, any
    }

    private let parts: [Part]

    /// Reads a pattern.
    ///
    /// - Throws: ``LinePatternError`` when a brace is not closed or names no kind of value.
    public init(_ source: String) throws(LinePatternError) {
        var parts: [Part] = []
        var text: [UInt8] = []
        let bytes = Array(source.utf8)
        var index = 0
        func flush() {
            if !text.isEmpty { parts.append(.text(text)) }
            text = []
        }
        while index < bytes.count {
            switch bytes[index] {
            case UInt8(ascii: "\\") where index + 1 < bytes.count:
                let next = bytes[index + 1]
                text.append(next == UInt8(ascii: "n") ? 0x0A : next)
                index += 2
            case UInt8(ascii: ".") where bytes[index...].starts(with: "...".utf8):
                flush()
                parts.append(.anything)
                index += 3
            case UInt8(ascii: "{"):
                flush()
                guard let close = bytes[index...].firstIndex(of: UInt8(ascii: "}")) else {
                    throw LinePatternError(message: "this '{' is never closed; write '\\{' for a brace")
                }
                let name = String(decoding: bytes[(index + 1)..<close], as: UTF8.self)
                guard let kind = Kind(rawValue: name) else {
                    let kinds = Kind.allCases.map(\.rawValue).joined(separator: ", ")
                    throw LinePatternError(
                        message: "'{\(name)}' is no placeholder: there are \(kinds); write '\\{' for a brace"
                    )
                }
                parts.append(.value(kind))
                index = close + 1
            default:
                text.append(bytes[index])
                index += 1
            }
        }
        flush()
        self.parts = parts
    }

    /// Whether a text looks like the pattern, blanks at its ends aside.
    public func matches(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        let start = bytes.firstIndex { $0 > 0x20 } ?? bytes.count
        let end = (bytes.lastIndex { $0 > 0x20 } ?? start - 1) + 1
        return LinePatternMatch(parts: parts, text: Array(bytes[start..<max(start, end)])).succeeds()
    }

    /// A text as a pattern that matches it alone.
    public static func escape(_ text: String) -> String {
        var result = ""
        for character in text.unicodeScalars {
            switch character {
            case "\\": result += "\\\\"
            case "{": result += "\\{"
            case "\n": result += "\\n"
            default: result.unicodeScalars.append(character)
            }
        }
        while let last = result.unicodeScalars.last, last == " " { result.unicodeScalars.removeLast() }
        return result
    }
}

/// Why a pattern could not be read.
public struct LinePatternError: Error, Sendable, Hashable {
    /// What is wrong and how to mend it.
    public var message: String
}

/// One attempt to match; places that failed are remembered, so that it takes at most `parts × text` steps.
private struct LinePatternMatch {
    let parts: [LinePattern.Part]
    let text: [UInt8]
    private var failed: Set<Int> = []

    init(parts: [LinePattern.Part], text: [UInt8]) {
        self.parts = parts
        self.text = text
    }

    func succeeds() -> Bool {
        var copy = self
        return copy.matches(part: 0, at: 0)
    }

    private mutating func matches(part: Int, at index: Int) -> Bool {
        guard part < parts.count else { return index == text.count }
        let key = part * (text.count + 1) + index
        if failed.contains(key) { return false }
        for end in ends(of: parts[part], at: index) where matches(part: part + 1, at: end) { return true }
        failed.insert(key)
        return false
    }

    private func ends(of part: LinePattern.Part, at index: Int) -> [Int] {
        switch part {
        case .text(let bytes): text[index...].starts(with: bytes) ? [index + bytes.count] : []
        case .anything: Array(index...text.count)
        case .value(.any): index < text.count ? Array((index + 1)...text.count) : []
        case .value(.word): wordEnds(at: index)
        case .value(.number): ValueScan(text, at: index).number.map { [$0] } ?? []
        case .value(.time): ValueScan(text, at: index).time.map { [$0] } ?? []
        case .value(.date): ValueScan(text, at: index).dates
        }
    }

    private func wordEnds(at index: Int) -> [Int] {
        let end = text[index...].firstIndex { $0 <= 0x20 } ?? text.count
        return end > index ? Array((index + 1)...end) : []
    }
}
