import FrontdeskMatching

/// A stretch of one of the sources.
struct Place: Hashable {
    /// The file, as an index into the sources.
    var file: Int
    /// The bytes.
    var span: SourceSpan

    init(_ file: Int, _ start: Int, _ end: Int) {
        self.file = file
        span = SourceSpan(start, max(start, end))
    }
}

/// A word that an author wrote, and where.
struct Name: Hashable {
    var text: String
    var place: Place
}
