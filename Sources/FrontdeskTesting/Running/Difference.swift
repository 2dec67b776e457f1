/// A place where a conversation was not as its transcript says.
public struct Difference: Sendable, Hashable {
    /// The line of the transcript, from 1.
    public var line: Int
    /// What is different, in a sentence without a full stop.
    public var summary: String
    /// What the transcript says, if it is one thing.
    public var expected: String?
    /// What came instead.
    public var actual: String?
    /// How the desk came to it: the decision and the candidates.
    public var context: [String]
    /// Whether it is about a line of the desk, which ``SuiteReport/File/updated`` mends.
    public var isAboutDeskLine = false

    /// Makes a difference.
    public init(
        line: Int,
        summary: String,
        expected: String? = nil,
        actual: String? = nil,
        context: [String] = []
    ) {
        self.line = line
        self.summary = summary
        self.expected = expected
        self.actual = actual
        self.context = context
    }
}
