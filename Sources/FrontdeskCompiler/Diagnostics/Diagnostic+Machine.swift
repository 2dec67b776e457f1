public import FrontdeskDialogue
import FrontdeskMatching

/// Mistakes that the files alone do not show: the compiler knows neither the machine nor the database.
extension Diagnostic {
    /// The assistant's time zone is none that the machine knows.
    ///
    /// - Parameter known: The names of the zones there are; the nearest is proposed.
    public static func unknownZone(
        _ name: String,
        known: [String],
        in sources: [SourceFile]
    ) -> Diagnostic {
        let nearest = Spelling.nearest(to: name, among: known)
        return Diagnostic(
            .badZone,
            "there is no time zone '\(name)'",
            at: Self.place(ofKey: "timezone", in: sources.filter(\.isAssistantFile), value: name),
            help: nearest.map { "did you mean '\($0)'?" }
                ?? "write a name of the tz database, such as Europe/Berlin, or UTC"
        )
    }

    /// The assistant's database does not take the statement of an action.
    ///
    /// - Parameter reason: What the database says.
    public static func refusedStatement(
        of action: String,
        reason: String,
        in sources: [SourceFile]
    ) -> Diagnostic {
        Diagnostic(
            .sqlRefused,
            "the statement of '\(action)' cannot be prepared: \(reason)",
            at: place(ofKey: action, in: sources),
            help: nil
        )
    }

    /// The answer of an intent was to be reviewed before today, and is no longer given.
    public static func overdueReview(
        of intent: String,
        reviewBy: CivilDate,
        owner: String?,
        in sources: [SourceFile]
    ) -> Diagnostic {
        Diagnostic(
            .reviewOverdue,
            "the answer of '\(intent)' was to be reviewed by \(reviewBy.iso); customers are handed over until it is",
            at: place(ofKey: intent, in: sources),
            help:
                "\(owner.map { "let \($0)" } ?? "let its owner") check it, then write new days under 'source'"
        )
    }

    /// The assistant's database cannot be made or opened.
    ///
    /// - Parameter reason: What is wrong with it, without a full stop.
    public static func unusableDatabase(reason: String, in sources: [SourceFile]) -> Diagnostic {
        Diagnostic(
            .sqlRefused,
            reason,
            at: place(ofKey: "database", in: sources.filter(\.isAssistantFile)),
            help: nil
        )
    }

    init(_ kind: DiagnosticKind, _ message: String, at place: Found, help: String?) {
        let position = LineIndex(place.source.bytes).position(of: place.span.start)
        self.init(
            code: kind.rawValue,
            severity: kind.severity,
            message: message,
            file: place.source.path,
            span: place.span,
            line: position.line,
            column: position.column,
            help: help
        )
    }

    struct Found {
        var source: SourceFile
        var span: SourceSpan
    }

    /// Where a key begins a line, or its value when that stands behind it; else the beginning of the first file.
    static func place(ofKey key: String, in sources: [SourceFile], value: String? = nil) -> Found {
        for source in sources {
            let lines = source.bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
            for line in lines {
                let text = line.drop { $0 == 0x20 }
                for written in ["\(key):", "\"\(key)\":", "'\(key)':"] where text.starts(with: written.utf8) {
                    let rest = text.dropFirst(written.utf8.count)
                    if let value, let range = rest.firstRange(of: Array(value.utf8)) {
                        return Found(source: source, span: SourceSpan(range.lowerBound, range.upperBound))
                    }
                    let end = text.startIndex + written.utf8.count - 1
                    return Found(source: source, span: SourceSpan(text.startIndex, end))
                }
            }
        }
        let first = sources.first ?? SourceFile(path: "assistant.yaml", bytes: [])
        return Found(source: first, span: SourceSpan(0, 0))
    }
}

extension SourceFile {
    var isAssistantFile: Bool {
        path.hasSuffix("assistant.yaml") || path.hasSuffix("assistant.yml")
    }
}
