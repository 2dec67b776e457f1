public import FrontdeskDialogue
import FrontdeskMatching

/// Turns intent files into an assistant, or into everything that is wrong with them.
public enum Compiler {
    /// Compiles the files of one assistant's folder.
    ///
    /// - Parameter sources: The files, in any order; exactly one is named `assistant.yaml`.
    /// - Returns: The assistant, unless there is an error, and all diagnostics; the same files give the same result.
    public static func compile(_ sources: [SourceFile]) -> Compilation {
        guard !sources.isEmpty else { return emptyFolder }
        let sources = sources.sorted { $0.path < $1.path }
        let report = Reporter(sources)
        var program = Program()
        var translations: [TranslationFile] = []
        var topics: [Topic] = []
        var assistantFile: Int?
        for file in sources.indices {
            let isAssistant = isAssistantFile(sources[file].path)
            if isAssistant, assistantFile == nil { assistantFile = file }
            let (intents, flows) = (program.intents.count, program.flows.count)
            let translation = read(
                file,
                of: sources,
                isAssistant: isAssistant && assistantFile == file,
                report,
                into: &program
            )
            if let translation { translations.append(translation) }
            topics.append(
                Topic(
                    path: sources[file].path,
                    intents: program.intents[intents...].map(\.name.text),
                    flows: program.flows[flows...].map(\.name.text)
                )
            )
        }
        if assistantFile == nil { reportNoAssistant(sources, report) }
        TranslationFiles.merge(translations, into: &program, report)
        let names = Names(program)
        WordingConditions.resolve(&program, names, report)
        for check in allChecks { check.run(program, names, report) }
        let assistant = report.hasErrors ? nil : Lowering(program, names).assistant()
        return Compilation(assistant: assistant, diagnostics: report.sorted(), topics: topics)
    }

    private static func isAssistantFile(_ path: String) -> Bool {
        path == "assistant.yaml" || path.hasSuffix("/assistant.yaml") || path == "assistant.yml"
            || path.hasSuffix("/assistant.yml")
    }

    /// Reads a file into the program, unless it is a translation, which waits until all ordinary files are read.
    private static func read(
        _ file: Int,
        of sources: [SourceFile],
        isAssistant: Bool,
        _ report: Reporter,
        into program: inout Program
    ) -> TranslationFile? {
        let source = sources[file]
        guard SourceCheck.isReadable(source, file: file, report) else { return nil }
        var yaml = YAMLReader(file: file, bytes: source.bytes, report: report)
        guard let root = yaml.read() else {
            if isAssistant, !report.hasErrors(inFile: file) { reportNoAssistant(sources, report, file: file) }
            return nil
        }
        var reader = FileReader(
            file: file,
            source: source.bytes,
            isAssistantFile: isAssistant,
            report: report
        )
        if let language = TranslationFiles.language(of: root, reader) {
            return TranslationFile(language: language, root: root, reader: reader)
        }
        reader.read(root, into: &program)
        return nil
    }

    private static var emptyFolder: Compilation {
        let diagnostic = Diagnostic(
            code: DiagnosticKind.noAssistant.rawValue,
            severity: .error,
            message: "this folder has no intent files",
            file: "assistant.yaml",
            span: SourceSpan(0, 0),
            line: 1,
            column: 1,
            help: "write a file assistant.yaml with a line such as 'assistant: shop'"
        )
        return Compilation(assistant: nil, diagnostics: [diagnostic], topics: [])
    }

    private static func reportNoAssistant(_ sources: [SourceFile], _ report: Reporter, file: Int = 0) {
        report.report(
            .noAssistant,
            Place(file, 0, 0),
            sources.contains { isAssistantFile($0.path) }
                ? "assistant.yaml does not name the assistant" : "this folder has no assistant.yaml",
            help: "write a file assistant.yaml with a line such as 'assistant: shop'"
        )
    }
}

/// What became of the files.
public struct Compilation: Sendable {
    /// The assistant; nil when there is an error.
    public let assistant: Assistant?
    /// Everything that is wrong or doubtful, by file and position.
    public let diagnostics: [Diagnostic]
    /// What each file defines, by path.
    public let topics: [Topic]

    /// How many of the diagnostics are errors.
    public var errorCount: Int { diagnostics.count { $0.severity == .error } }
}

/// What one file defines.
public struct Topic: Sendable, Hashable, Codable {
    /// The file's path.
    public var path: String
    /// The names of its intents, in file order.
    public var intents: [String]
    /// The names of its flows, in file order.
    public var flows: [String]

    /// Makes a topic.
    public init(path: String, intents: [String], flows: [String]) {
        self.path = path
        self.intents = intents
        self.flows = flows
    }
}
