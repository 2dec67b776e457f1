import FrontdeskMatching

/// Collects the diagnostics of one compilation.
final class Reporter {
    /// A diagnostic and the place it stands at.
    struct Report: Hashable {
        var place: Place
        var diagnostic: Diagnostic
        /// Whether the rest of the file was not read because of it.
        var endsReading: Bool
    }

    private let files: [SourceFile]
    private let lines: [LineIndex]
    /// Whether a file could not be read to its end: what it declares is not known.
    private var hasUnreadFile = false
    private var collected: [Report] = []
    /// What was reported at each place, as places in `collected`.
    private var byPlace: [Place: [Int]] = [:]
    /// How many more names are compared for "did you mean": thousands of mistakes in thousands of names would take minutes.
    private var comparisonsLeft = 4_000_000

    init(_ files: [SourceFile]) {
        self.files = files
        lines = files.map { LineIndex($0.bytes) }
    }

    /// Whether anything so far keeps the assistant from being built.
    var hasErrors: Bool { collected.contains { $0.diagnostic.severity == .error } }

    /// Whether a file has an error, which makes later remarks about what it does not use unreliable.
    func hasErrors(inFile file: Int) -> Bool {
        collected.contains { $0.place.file == file && $0.diagnostic.severity == .error }
    }

    /// How many reports there are.
    var count: Int { collected.count }

    /// The reports from the given one on.
    func reports(from first: Int) -> [Report] { Array(collected[first...]) }

    /// Takes reports, also those of an earlier compilation.
    func add(_ reports: [Report]) {
        for report in reports {
            byPlace[report.place, default: []].append(collected.count)
            collected.append(report)
            if report.endsReading { hasUnreadFile = true }
        }
    }

    /// The path of a file.
    func path(ofFile file: Int) -> String { files[file].path }

    /// Whether something of a kind was reported.
    func hasReported(_ kind: DiagnosticKind) -> Bool {
        collected.contains { $0.diagnostic.code == kind.rawValue }
    }

    func report(
        _ kind: DiagnosticKind,
        _ place: Place,
        _ message: String,
        help: String? = nil,
        mends: [Mend.Change] = [],
        notes: [(String, Place)] = []
    ) {
        let position = lines[place.file].position(of: place.span.start)
        let diagnostic = Diagnostic(
            code: kind.rawValue,
            severity: kind.severity,
            message: message,
            file: files[place.file].path,
            span: place.span,
            line: position.line,
            column: position.column,
            help: help,
            mends: mends.map(Mend.init),
            notes: notes.map { note($0.0, $0.1) }
        )
        // The same text can be read twice, through a YAML alias.
        let there = byPlace[place] ?? []
        guard !there.contains(where: { collected[$0].diagnostic == diagnostic }) else { return }
        add([Report(place: place, diagnostic: diagnostic, endsReading: kind.endsReading)])
    }

    /// Reports a name that nothing has, with the nearest one that something has.
    func reportUnknown(
        _ kind: DiagnosticKind,
        _ what: String,
        _ name: Name,
        known: [String],
        otherwise: String? = nil
    ) {
        var help = otherwise
        var mends: [Mend.Change] = []
        comparisonsLeft -= known.count
        if comparisonsLeft > 0, let near = Spelling.nearest(to: name.text, among: known) {
            help = "did you mean '\(near)'?"
            // A name whose place is not known exactly stands for the text around it.
            if stands(name) { mends = [.write(near)] }
        } else if help == nil, !known.isEmpty {
            help = known.count <= 12 ? "known are \(Spelling.list(known))" : nil
        }
        report(kind, name.place, "unknown \(what) '\(name.text)'", help: help, mends: mends)
    }

    /// Whether a name stands at its place, in quotes or not.
    private func stands(_ name: Name) -> Bool {
        let bytes = files[name.place.file].bytes[name.place.span.start..<name.place.span.end]
        let text = String(decoding: bytes, as: UTF8.self)
        return text == name.text || text == "'\(name.text)'" || text == "\"\(name.text)\""
    }

    /// Everything reported, by file and position.
    ///
    /// While a file cannot be read, nothing is said of names that it may declare and of what it may use.
    func sorted() -> [Diagnostic] {
        let order = files.indices.sorted { files[$0].path < files[$1].path }
        var rank = Array(repeating: 0, count: files.count)
        for (position, file) in order.enumerated() { rank[file] = position }
        let told = collected.filter { !hasUnreadFile || !$0.diagnostic.dependsOnAllFiles }
        return told.enumerated().sorted { left, right in
            let (first, second) = (left.element.place, right.element.place)
            return (rank[first.file], first.span.start, left.element.diagnostic.code, left.offset)
                < (rank[second.file], second.span.start, right.element.diagnostic.code, right.offset)
        }.map(\.element.diagnostic)
    }

    private func note(_ message: String, _ place: Place) -> Diagnostic.Note {
        let position = lines[place.file].position(of: place.span.start)
        return Diagnostic.Note(
            message: message,
            file: files[place.file].path,
            line: position.line,
            column: position.column
        )
    }
}

extension Diagnostic {
    /// Whether it may be wrong when a file is missing.
    fileprivate var dependsOnAllFiles: Bool {
        switch DiagnosticKind(rawValue: code) {
        case .unknownIntent, .unknownFlow, .unknownEntity, .unknownRule, .unknownQueue, .unknownAction,
            .unknownHours,
            .unknownPartial, .unknownTrigger, .slotWithoutType, .nothingToTranslate, .noAssistant,
            .unusedFlow,
            .unusedEntity:
            true
        default: false
        }
    }
}
