public import FrontdeskDialogue
import FrontdeskMatching

/// Turns intent files into an assistant, or into everything that is wrong with them.
public enum Compiler {
    /// Compiles the files of one assistant's folder.
    ///
    /// - Parameter sources: The files, in any order; exactly one is named `assistant.yaml`.
    /// - Returns: The assistant, unless there is an error, and all diagnostics; the same files give the same result.
    public static func compile(_ sources: [SourceFile]) -> Compilation {
        var memory = CompilerMemory()
        return compile(sources, remembering: &memory)
    }

    /// Compiles the files of one assistant's folder; those that are as they were at the last time are not read again.
    ///
    /// The result is the same as that of ``compile(_:)``.
    ///
    /// - Parameter memory: What is remembered of the last time; afterwards, of this time.
    public static func compile(_ sources: [SourceFile], remembering memory: inout CompilerMemory)
        -> Compilation
    {
        compile(sources, &memory, training: true)
    }

    /// Finds every mistake in the files of one assistant's folder, and trains nothing.
    ///
    /// - Returns: All diagnostics, and unless there is an error the assistant, which cannot tell its languages apart.
    public static func check(_ sources: [SourceFile]) -> Compilation {
        var memory = CompilerMemory()
        return compile(sources, &memory, training: false)
    }

    /// Finds every mistake and makes no assistant; files that are as they were at the last time are not read again.
    package static func diagnose(_ sources: [SourceFile], remembering memory: inout CompilerMemory)
        -> [Diagnostic]
    {
        compile(sources, &memory, training: false, lowering: false).diagnostics
    }

    private static func compile(
        _ sources: [SourceFile],
        _ memory: inout CompilerMemory,
        training: Bool,
        lowering: Bool = true
    ) -> Compilation {
        guard !sources.isEmpty else { return emptyFolder }
        let sources = sources.sorted { $0.path < $1.path }
        let report = Reporter(sources)
        let assistantFile = sources.firstIndex { isAssistantFile($0.path) }
        var program = Program()
        var translations: [TranslationFile] = []
        var topics: [Topic] = []
        memory.begin()
        for file in sources.indices {
            let part = memory.part(file, of: sources[file], isAssistant: file == assistantFile, report)
            program.add(part.program, isAssistant: part.isAssistant)
            if let translation = part.translation(sources[file], report) { translations.append(translation) }
            topics.append(
                Topic(
                    path: sources[file].path,
                    intents: part.program.intents.map(\.name.text),
                    flows: part.program.flows.map(\.name.text)
                )
            )
        }
        memory.end()
        if assistantFile == nil { reportNoAssistant(sources, report) }
        TranslationFiles.merge(translations, into: &program, report)
        let names = Names(program)
        defer { names.memory.forget() }
        WordingConditions.resolve(&program, names, report)
        names.memory.forget()
        for check in allChecks { check.run(program, names, report) }
        let assistant =
            report.hasErrors || !lowering ? nil : Lowering(program, names).assistant(training: training)
        return Compilation(assistant: assistant, diagnostics: report.sorted(), topics: topics)
    }

    private static func isAssistantFile(_ path: String) -> Bool {
        path == "assistant.yaml" || path.hasSuffix("/assistant.yaml") || path == "assistant.yml"
            || path.hasSuffix("/assistant.yml")
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

    private static func reportNoAssistant(_ sources: [SourceFile], _ report: Reporter) {
        report.report(
            .noAssistant,
            Place(0, 0, 0),
            "this folder has no assistant.yaml",
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
