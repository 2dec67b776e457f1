import FrontdeskMatching

/// What a compilation remembers of the files it read, so that the next one reads only those that changed.
///
/// What a file declares, and what is wrong with it by itself, depends on nothing but its content, its place among the
/// files, and whether it is the assistant's file. Everything that concerns several files is done anew each time.
public struct CompilerMemory: Sendable {
    private var parts: [String: FilePart] = [:]
    private var next: [String: FilePart] = [:]

    /// How many files were read at the last compilation; the others were remembered.
    public private(set) var readCount = 0

    /// Remembers nothing yet.
    public init() {}

    /// Begins a compilation.
    mutating func begin() {
        readCount = 0
        next = [:]
    }

    /// Ends a compilation: files that were not asked for are forgotten.
    mutating func end() {
        parts = next
        next = [:]
    }

    /// A file's part, remembered or read; what is wrong with it is reported either way.
    mutating func part(_ file: Int, of source: SourceFile, isAssistant: Bool, _ report: Reporter) -> FilePart
    {
        let part: FilePart
        if let known = parts[source.path], known.isOf(file, source, isAssistant: isAssistant) {
            part = known
            report.add(known.reports)
        } else {
            part = FilePart(reading: file, of: source, isAssistant: isAssistant, report)
            readCount += 1
        }
        next[source.path] = part
        return part
    }
}

/// One file's part of an assistant.
struct FilePart: Sendable {
    private let file: Int
    private let bytes: [UInt8]
    let isAssistant: Bool
    /// What was reported while it was read.
    private(set) var reports: [Reporter.Report] = []
    /// What it declares; nothing when it is a translation.
    private(set) var program = Program()
    /// What it says in another language, and which.
    private var spoken: (language: Name, root: SyntaxNode)?

    /// Reads a file; a translation waits until all ordinary files are read.
    init(reading file: Int, of source: SourceFile, isAssistant: Bool, _ report: Reporter) {
        self.file = file
        self.isAssistant = isAssistant
        bytes = source.bytes
        let before = report.count
        read(source, report)
        reports = report.reports(from: before)
    }

    private mutating func read(_ source: SourceFile, _ report: Reporter) {
        guard SourceCheck.isReadable(source, file: file, report) else { return }
        var yaml = YAMLReader(file: file, bytes: source.bytes, report: report)
        guard let root = yaml.read() else {
            if isAssistant, !report.hasErrors(inFile: file) {
                report.report(
                    .noAssistant,
                    Place(file, 0, 0),
                    "assistant.yaml does not name the assistant",
                    help: "write a file assistant.yaml with a line such as 'assistant: shop'"
                )
            }
            return
        }
        var reader = reader(source, report)
        if let language = TranslationFiles.language(of: root, reader) {
            spoken = (language, root)
        } else {
            reader.read(root, into: &program)
        }
    }

    private func reader(_ source: SourceFile, _ report: Reporter) -> FileReader {
        FileReader(file: file, source: source.bytes, isAssistantFile: isAssistant, report: report)
    }

    /// The file as a translation, when it is one.
    func translation(_ source: SourceFile, _ report: Reporter) -> TranslationFile? {
        spoken.map { TranslationFile(language: $0.language, root: $0.root, reader: reader(source, report)) }
    }

    /// Whether it is what reading the file would give.
    func isOf(_ file: Int, _ source: SourceFile, isAssistant: Bool) -> Bool {
        self.file == file && self.isAssistant == isAssistant && bytes == source.bytes
    }
}
