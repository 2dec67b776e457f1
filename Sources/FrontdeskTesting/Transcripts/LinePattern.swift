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

/// One attempt to match: part by part, where in the text the pattern can stand; at most `parts × text` steps.
private struct LinePatternMatch {
    let parts: [LinePattern.Part]
    let text: [UInt8]

    func succeeds() -> Bool {
        var reachable = [0]
        for part in parts {
            reachable = ends(of: part, from: reachable)
            if reachable.isEmpty { return false }
        }
        return reachable.last == text.count
    }

    /// Where the part can end if it begins at one of some places; both in ascending order.
    private func ends(of part: LinePattern.Part, from starts: [Int]) -> [Int] {
        switch part {
        case .text(let bytes):
            return starts.filter { text[$0...].starts(with: bytes) }.map { $0 + bytes.count }
        case .anything:
            return starts.first.map { Array($0...text.count) } ?? []
        case .value(.any):
            guard let first = starts.first, first < text.count else { return [] }
            return Array((first + 1)...text.count)
        case .value(let kind):
            return union(starts) { ends(of: kind, at: $0) }
        }
    }

    private func ends(of kind: LinePattern.Kind, at start: Int) -> [Int] {
        let scan = ValueScan(text, at: start)
        switch kind {
        case .number: return scan.number.map { [$0] } ?? []
        case .time: return scan.time.map { [$0] } ?? []
        case .date: return scan.dates
        case .word, .any:
            let end = text[start...].firstIndex { $0 <= 0x20 } ?? text.count
            return end > start ? Array((start + 1)...end) : []
        }
    }

    private func union(_ starts: [Int], _ ends: (Int) -> [Int]) -> [Int] {
        var reached = Array(repeating: false, count: text.count + 1)
        for start in starts {
            for end in ends(start) { reached[end] = true }
        }
        return reached.indices.filter { reached[$0] }
    }
}
