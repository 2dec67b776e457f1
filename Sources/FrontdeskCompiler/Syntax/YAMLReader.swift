import FrontdeskMatching
import Yams

/// Reads a file as YAML: every key and text exactly as written, with its place in bytes.
struct YAMLReader {
    /// How many parts a file may have, those that aliases repeat counted each time.
    static let partLimit = 100_000

    let file: Int
    let bytes: [UInt8]
    let report: Reporter
    private let lines: LineIndex
    private let ends: LineEnds
    /// How many bytes of byte order mark the parser does not see.
    private let skipped: Int

    init(file: Int, bytes: [UInt8], report: Reporter) {
        self.file = file
        skipped = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        self.bytes = Array(bytes.dropFirst(skipped))
        self.report = report
        lines = LineIndex(self.bytes, breaks: .yaml)
        ends = LineEnds(self.bytes)
    }

    /// The content of the file, or nil when there is none or it cannot be read.
    mutating func read() -> SyntaxNode? {
        guard let text = String(validating: bytes, as: UTF8.self) else { return nil }
        if let key = AliasScan.aliasKey(bytes) {
            report.report(
                .aliasAsKey,
                place(key.lowerBound, key.upperBound),
                "a key cannot be an alias, a list, or keys and values",
                help: "write the key as a plain word, or put the text in quotes"
            )
            return nil
        }
        return compose(text, duplicates: [])
    }

    /// Composes the text; a duplicate key is reported, taken out, and the rest read again.
    private mutating func compose(_ text: String, duplicates: Set<Int>) -> SyntaxNode? {
        do {
            guard let root = try Yams.compose(yaml: text, .basic) else { return nil }
            // Counting takes a hundredth of the time that reading takes.
            guard Self.isWithinLimit(root) else {
                report.report(
                    .tooManyCopies,
                    place(0, min(bytes.count, 1)),
                    "with its aliases written out this file has more than \(Self.partLimit) parts, the limit",
                    help:
                        "write texts out instead of repeating them through aliases ('*name'), or split the file"
                )
                return nil
            }
            return convert(root, depth: 0, dropping: duplicates)
        } catch let error as YamlError {
            if case .duplicatedKeysInMapping(let keys, let context) = error, let key = keys.first {
                return withoutDuplicate(key, at: context.mark, text, duplicates)
            }
            YAMLProblem(bytes: bytes, lines: lines, place: place).report(error, to: report)
            return nil
        } catch {
            report.report(.yamlSyntax, place(0, 0), "this file cannot be read as YAML")
            return nil
        }
    }

    private mutating func withoutDuplicate(
        _ key: String,
        at mark: Mark,
        _ text: String,
        _ duplicates: Set<Int>
    ) -> SyntaxNode? {
        let first = lines.offset(line: mark.line, scalar: mark.column, in: bytes)
        guard let second = DuplicateKeys.second(of: key, after: first, in: Array(text.utf8), lines: lines)
        else {
            report.report(
                .duplicateKey,
                place(first, first + key.utf8.count),
                "the key '\(key)' stands here twice"
            )
            return nil
        }
        report.report(
            .duplicateKey,
            place(second.lowerBound, second.upperBound),
            "the key '\(key)' stands here a second time",
            help: "keep one of the two, or join what they say",
            mends: [.takeOut],
            notes: [("the first one is here", place(first, first + second.count))]
        )
        var masked = Array(text.utf8)
        let mark = DuplicateKeys.mask(duplicates.count, length: second.count)
        masked.replaceSubrange(second, with: mark)
        guard duplicates.count < 50, mark.count == second.count else { return nil }
        return compose(
            String(decoding: masked, as: UTF8.self),
            duplicates: duplicates.union([second.lowerBound])
        )
    }

    private static func isWithinLimit(_ root: Node) -> Bool {
        var parts = 0
        func count(_ node: Node) {
            parts += 1
            guard parts <= partLimit else { return }
            switch node {
            case .sequence(let sequence):
                for item in sequence where parts <= partLimit { count(item) }
            case .mapping(let mapping):
                for (key, value) in mapping where parts <= partLimit {
                    count(key)
                    count(value)
                }
            case .scalar, .alias: break
            }
        }
        count(root)
        return parts <= partLimit
    }

    private mutating func convert(_ node: Node, depth: Int, dropping: Set<Int>) -> SyntaxNode {
        let start = node.mark.map { lines.offset(line: $0.line, scalar: $0.column, in: bytes) } ?? 0
        let hasSign =
            start < bytes.count && (bytes[start] == UInt8(ascii: "&") || bytes[start] == UInt8(ascii: "!"))
        var result: SyntaxNode
        switch node {
        case .scalar(let scalar):
            result = text(scalar, at: start)
        case .sequence(let sequence):
            var items: [SyntaxNode] = []
            for item in sequence {
                items.append(convert(item, depth: depth + 1, dropping: dropping))
            }
            let style = style(at: start)
            result = SyntaxNode(kind: .list(items), style: style, place: lineRest(start))
        case .mapping(let mapping):
            var entries: [SyntaxNode.Entry] = []
            for (key, value) in mapping {
                let key = convert(key, depth: depth + 1, dropping: dropping)
                let value = convert(value, depth: depth + 1, dropping: dropping)
                if dropping.contains(key.place.span.start - skipped) { continue }
                entries.append(SyntaxNode.Entry(key: key, value: value))
            }
            let style = style(at: start)
            result = SyntaxNode(kind: .keys(entries), style: style, place: lineRest(start))
        case .alias:
            result = SyntaxNode(kind: .text(""), style: .plain, place: place(start, start))
        }
        result.hasSign = hasSign
        return result
    }

    private func text(_ scalar: Node.Scalar, at start: Int) -> SyntaxNode {
        let style: SyntaxNode.Style =
            switch scalar.style {
            case .singleQuoted: .singleQuoted
            case .doubleQuoted: .doubleQuoted
            case .literal: .literal
            case .folded: .folded
            default: .plain
            }
        let range = WrittenText.range(of: scalar.string, style, from: start, in: bytes)
        return SyntaxNode(
            kind: .text(scalar.string),
            style: style,
            place: place(range.lowerBound, range.upperBound)
        )
    }

    /// Whether a list or keys stand within brackets; Yams takes its own style from the wrong event.
    private func style(at start: Int) -> SyntaxNode.Style {
        let first = WrittenText.skipSigns(start, bytes)
        guard first < bytes.count else { return .lines }
        return bytes[first] == UInt8(ascii: "[") || bytes[first] == UInt8(ascii: "{") ? .flow : .lines
    }

    private func lineRest(_ start: Int) -> Place {
        place(start, ends.end(after: start))
    }

    private func place(_ start: Int, _ end: Int) -> Place {
        Place(file, start + skipped, end + skipped)
    }
}
