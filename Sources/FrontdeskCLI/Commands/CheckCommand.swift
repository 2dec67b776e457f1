import ArgumentParser
import FrontdeskBundle
import FrontdeskCompiler
import FrontdeskDialogue
import FrontdeskEvaluation
import FrontdeskMatching
import FrontdeskVectors

/// `frontdesk check`: every mistake in an assistant's files.
struct CheckCommand: ParsableCommand {
    /// How diagnostics are written.
    enum Format: String, CaseIterable, ExpressibleByArgument {
        case text, json
    }

    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Find every mistake in an assistant's files, or check that a bundle is whole.",
        discussion: """
            Nothing is started; each action's SQL is shown to the database, and none is run. Nothing is trained either, unless
            the assistant declares which share of answers may be wrong, or --thresholds is given. Exit code 0: no errors
            (there may be warnings), 1: errors, 2: the folder could not be read, or the bundle is of no use.
            'frontdesk explain --code FD0007' tells more about a mistake.

              frontdesk check Intents/shop --thresholds    what each answer threshold gives, by the examples
            """
    )

    @Argument(help: "The assistant's folder, or a bundle.")
    var assistant = "."

    @Option(help: "text for people, json for editors.")
    var format = Format.text

    @Flag(help: "Print what each answer threshold gives; with json as one object beside the diagnostics.")
    var thresholds = false

    func run() throws {
        switch try AssistantPlace(assistant) {
        case .folder(let folder): try check(folder)
        case .bundle(let path): try check(bundle: path)
        }
    }

    /// A bundle was checked when it was built: what is left is that it is whole, and fits this program and machine.
    private func check(bundle path: String) throws(CommandFailure) {
        let bundle: BundleFile
        let files: Int
        do {
            bundle = try BundleFile(path: path)
            try bundle.verify(vectors: .bundled)
            files = try bundle.files().count
        } catch {
            throw CommandFailure(error, path: path)
        }
        let loaded: LoadedAssistant
        do { loaded = try AssistantLoader.load(.bundle(path: path)) } catch {
            throw error.shown(.bundle(path: path))
        }
        let table = thresholds ? Self.table(of: loaded) : nil
        if format == .json { return write([], table) }
        let made = "made by Frontdesk \(bundle.about.engine), \(counted(bundle.size, "byte"))"
        Terminal.write(
            "\(path): a whole bundle, every checksum is right\(Self.contents(loaded.assistant, files: files)); \(made)\n"
        )
        if let table { Terminal.write("\n" + table.text()) }
    }

    private func check(_ folder: AssistantFolder) throws {
        let sources = try folder.sources()
        let compilation = Compiler.check(sources)
        var diagnostics = compilation.diagnostics
        if let assistant = compilation.assistant {
            if let mistake = MachineCheck.zone(of: assistant, sources) { diagnostics.append(mistake) }
            diagnostics += MachineCheck.reviews(of: assistant, sources)
            diagnostics += MachineCheck.statements(of: assistant, folder: folder, sources)
        }
        let errors = diagnostics.count { $0.severity == .error }
        var table: ThresholdTable?
        if errors == 0, let assistant = compilation.assistant,
            thresholds || assistant.thresholds.wrongAnswers != nil
        {
            let loaded: LoadedAssistant
            do { loaded = try AssistantLoader.load(.folder(folder)) } catch {
                throw error.shown(.folder(folder))
            }
            table = Self.table(of: loaded)
            let missed = MachineCheck.target(of: assistant, loaded.matcher.answerCurve, sources)
            diagnostics += missed.map { [$0] } ?? []
        }
        switch format {
        case .json:
            write(diagnostics, thresholds ? table : nil)
        case .text:
            Terminal.write(Self.coloured(DiagnosticRenderer.text(diagnostics, sources: sources)))
            let found = Self.found(errors: errors, warnings: diagnostics.count - errors)
            Terminal.write(
                "\(folder.path): \(found)\(Self.contents(compilation.assistant, files: sources.count))\n"
            )
            if let table { Terminal.write("\n" + table.text()) }
        }
        if errors > 0 { throw CommandFailure.problemsFound }
    }

    /// Diagnostics as JSON; with a table one object that holds both.
    private func write(_ diagnostics: [Diagnostic], _ table: ThresholdTable?) {
        let list = DiagnosticRenderer.json(diagnostics)
        guard let table else { return Terminal.write(list) }
        Terminal.write("{\"diagnostics\":\(list),\"thresholds\":\(table.json())}\n")
    }

    private static func table(of loaded: LoadedAssistant) -> ThresholdTable {
        let thresholds = loaded.assistant.thresholds
        return ThresholdTable(
            loaded.matcher.answerCurve,
            answer: thresholds.answer,
            clarify: thresholds.clarify,
            target: thresholds.wrongAnswers
        )
    }

    private static func found(errors: Int, warnings: Int) -> String {
        let counts = [(errors, "error"), (warnings, "warning")].filter { $0.0 > 0 }
            .map { counted($0.0, $0.1) }.joined(separator: ", ")
        return counts.isEmpty ? "no mistakes found" : counts
    }

    /// What the assistant has, in brackets; nothing when there is none.
    private static func contents(_ assistant: Assistant?, files: Int) -> String {
        guard let assistant else { return "" }
        let parts = [
            counted(files, "file"),
            counted(assistant.intents.count { !$0.name.hasPrefix("control.") }, "intent"),
            counted(assistant.flows.count, "flow"),
        ]
        return " (\(parts.joined(separator: ", ")))"
    }

    private static func coloured(_ text: String) -> String {
        let style = Style()
        return text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            if line.contains(": error[FD") { return style.bold(String(line)) }
            if line.hasPrefix("help: ") { return style.cyan(String(line)) }
            return String(line)
        }.joined(separator: "\n")
    }
}

/// A number and what it counts: "1 file", "2 files".
func counted(_ count: Int, _ noun: String) -> String {
    "\(count) \(noun)\(count == 1 ? "" : "s")"
}
