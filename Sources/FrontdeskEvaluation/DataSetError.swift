/// Why a data set was refused: every bad line of its files.
public struct DataSetError: Error, Sendable, Hashable, CustomStringConvertible {
    /// One bad line.
    public struct Problem: Sendable, Hashable, CustomStringConvertible {
        /// The file's name, such as `train.tsv`.
        public var file: String
        /// The line, from 1.
        public var line: Int
        /// What is wrong, in a sentence without a full stop.
        public var message: String

        /// `train.tsv:12: what is wrong`.
        public var description: String { "\(file):\(line): \(message)" }

        init(file: String, line: Int, message: String) {
            self.file = file
            self.line = line
            self.message = message
        }
    }

    /// The bad lines, by file and line; never empty.
    public var problems: [Problem]

    /// All problems, one a line.
    public var description: String {
        problems.map(\.description).joined(separator: "\n")
    }
}
