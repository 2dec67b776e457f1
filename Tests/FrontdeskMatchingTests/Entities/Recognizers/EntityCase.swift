import Testing

@testable import FrontdeskMatching

/// One line of a case table: an utterance and the entities of one type that it holds.
///
/// The notation is `utterance => text = value | text = value`; `= value` may be missing when the value is the text, and
/// a lone `-` means that there is none.
struct EntityCase: CustomTestStringConvertible, Sendable {
    let utterance: String
    let expected: String

    var testDescription: String { utterance }

    /// Reads a table, one case a line; blank lines and lines that begin with `//` are left out.
    static func table(_ text: String) -> [EntityCase] {
        text.split(separator: "\n").filter { !$0.hasPrefix("//") }.map { line in
            guard let arrow = line.range(of: " => ") else {
                preconditionFailure("a case needs ' => ': \(line)")
            }
            let utterance = line[..<arrow.lowerBound].trimmed
            return EntityCase(utterance: utterance, expected: line[arrow.upperBound...].trimmed)
        }
    }

    /// What the recognizer finds of a type, in the notation of the tables.
    func found(_ type: String, by recognizer: EntityRecognizer = EntityRecognizer()) -> String {
        let text = NormalizedText(utterance)
        let entities = recognizer.recognize(text, tokens: Tokenizer.tokenize(text)).filter { $0.type == type }
        let shown = entities.map { entity in
            entity.value.plainText == entity.text ? entity.text : "\(entity.text) = \(entity.value.plainText)"
        }
        return shown.isEmpty ? "-" : shown.joined(separator: " | ")
    }
}

extension Substring {
    fileprivate var trimmed: String {
        let start = drop { $0 == " " }
        return String(start.prefix(start.count - start.reversed().prefix { $0 == " " }.count))
    }

    fileprivate func range(of text: String) -> Range<Index>? {
        var start = startIndex
        while start < endIndex {
            if self[start...].hasPrefix(text) { return start..<index(start, offsetBy: text.count) }
            start = index(after: start)
        }
        return nil
    }
}
