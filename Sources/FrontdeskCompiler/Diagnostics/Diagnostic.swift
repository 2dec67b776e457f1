public import FrontdeskMatching

/// A mistake in an intent file, or something that is probably one.
public struct Diagnostic: Sendable, Hashable, Codable {
    /// How bad it is.
    public enum Severity: String, Sendable, Hashable, Codable, CaseIterable {
        /// The assistant cannot be built.
        case error
        /// The assistant works, but probably not as meant.
        case warning
    }

    /// Another place that belongs to the mistake.
    public struct Note: Sendable, Hashable, Codable {
        /// What is to be seen there.
        public var message: String
        /// The file's path.
        public var file: String
        /// The line, from 1.
        public var line: Int
        /// The column, from 1, in bytes.
        public var column: Int

        /// Makes a note.
        public init(message: String, file: String, line: Int, column: Int) {
            self.message = message
            self.file = file
            self.line = line
            self.column = column
        }
    }

    /// The code, such as `FD0007`; `frontdesk explain --code FD0007` tells more.
    public var code: String
    /// How bad it is.
    public var severity: Severity
    /// What is wrong, in a sentence without a full stop.
    public var message: String
    /// The file's path.
    public var file: String
    /// The bytes of the file that are meant.
    public var span: SourceSpan
    /// The line on which they begin, from 1.
    public var line: Int
    /// The column at which they begin, from 1, in bytes.
    public var column: Int
    /// How many bytes are meant.
    public var length: Int { span.end - span.start }
    /// How to mend it, if there is a plain way.
    public var help: String?
    /// Changes that mend it, the likeliest first.
    public var mends: [Mend]
    /// Other places that belong to it.
    public var notes: [Note]

    /// Makes a diagnostic.
    public init(
        code: String,
        severity: Severity,
        message: String,
        file: String,
        span: SourceSpan,
        line: Int,
        column: Int,
        help: String? = nil,
        mends: [Mend] = [],
        notes: [Note] = []
    ) {
        self.code = code
        self.severity = severity
        self.message = message
        self.file = file
        self.span = span
        self.line = line
        self.column = column
        self.help = help
        self.mends = mends
        self.notes = notes
    }
}
