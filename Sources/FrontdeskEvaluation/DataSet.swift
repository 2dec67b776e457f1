/// Labelled sentences to train and test a matcher on.
///
/// The notation is one sentence a line, `text<TAB>intent`, in UTF-8. The label `oos` means out of scope: a sentence
/// that no intent of the assistant answers. Empty lines are skipped.
public struct DataSet: Sendable, Hashable {
    /// One labelled sentence.
    public struct Line: Sendable, Hashable {
        /// What the customer wrote.
        public var text: String
        /// The intent it belongs to; nil when it is out of scope.
        public var intent: String?

        /// Makes a line.
        public init(_ text: String, intent: String?) {
            self.text = text
            self.intent = intent
        }
    }

    /// The label of sentences that are out of scope.
    public static let outOfScope = "oos"

    /// What the set is called in reports.
    public var name: String
    /// The sentences to train on; those out of scope serve as background.
    public var train: [Line]
    /// The sentences that choose the threshold; nil when the set has none.
    public var valid: [Line]?
    /// The sentences to measure on.
    public var test: [Line]

    /// Reads a data set from the text of its files.
    ///
    /// - Parameters:
    ///   - name: What the set is called in reports.
    ///   - train: The text of `train.tsv`.
    ///   - valid: The text of `valid.tsv`, if there is one.
    ///   - test: The text of `test.tsv`.
    /// - Throws: ``DataSetError`` with every bad line of all files.
    public init(name: String, train: String, valid: String? = nil, test: String) throws(DataSetError) {
        var problems: [DataSetError.Problem] = []
        let trainLines = Self.lines(of: train, file: "train.tsv", known: nil, problems: &problems)
        let known = Set(trainLines.compactMap(\.intent))
        if known.isEmpty, problems.isEmpty {
            problems.append(.init(file: "train.tsv", line: 1, message: "no line has an intent"))
        }
        self.name = name
        self.train = trainLines
        self.valid = valid.map { text in
            Self.lines(of: text, file: "valid.tsv", known: known, problems: &problems)
        }
        self.test = Self.lines(of: test, file: "test.tsv", known: known, problems: &problems)
        if self.test.isEmpty, problems.isEmpty {
            problems.append(.init(file: "test.tsv", line: 1, message: "the file has no sentence"))
        }
        if !problems.isEmpty { throw DataSetError(problems: problems) }
    }

    /// The intents of the training lines, in order of first appearance.
    public var intents: [String] {
        var seen: Set<String> = []
        return train.compactMap { line in
            guard let intent = line.intent, seen.insert(intent).inserted else { return nil }
            return intent
        }
    }

    private static func lines(
        of text: String,
        file: String,
        known: Set<String>?,
        problems: inout [DataSetError.Problem]
    ) -> [Line] {
        var lines: [Line] = []
        var bytes = Substring(text).utf8
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes = bytes.dropFirst(3) }
        let rows = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        for (index, row) in rows.enumerated() {
            let row = row.last == UInt8(ascii: "\r") ? row.dropLast() : row
            guard !row.isEmpty else { continue }
            switch parse(row, known: known) {
            case .success(let line): lines.append(line)
            case .failure(let reason):
                problems.append(.init(file: file, line: index + 1, message: reason.message))
            }
        }
        return lines
    }

    private struct Reason: Error {
        var message: String
    }

    private static func parse(_ row: Substring.UTF8View, known: Set<String>?) -> Result<Line, Reason> {
        guard let tab = row.lastIndex(of: UInt8(ascii: "\t")) else {
            return .failure(
                Reason(message: "no tab between text and intent; write text, a tab, then the intent")
            )
        }
        let text = trimmed(row[..<tab])
        let label = trimmed(row[row.index(after: tab)...])
        if text.isEmpty {
            return .failure(Reason(message: "the text before the tab is empty"))
        }
        if label.isEmpty {
            return .failure(
                Reason(message: "the intent after the tab is empty; write 'oos' if none answers it")
            )
        }
        if label == outOfScope { return .success(Line(text, intent: nil)) }
        if let known, !known.contains(label) {
            return .failure(Reason(message: "intent '\(label)' has no line in train.tsv"))
        }
        return .success(Line(text, intent: label))
    }

    private static func trimmed(_ bytes: Substring.UTF8View) -> String {
        let blank: (UInt8) -> Bool = { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
        var rest = bytes.drop(while: blank)
        while let last = rest.last, blank(last) { rest = rest.dropLast() }
        return String(Substring(rest))
    }
}
