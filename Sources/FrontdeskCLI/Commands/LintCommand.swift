import ArgumentParser
import FrontdeskCompiler

/// `frontdesk lint`: whether the texts are the service that was meant.
struct LintCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "lint",
        abstract: "Check the texts of an assistant by its service standard.",
        discussion: """
            Every wording in every language is looked at: a next step in each answer, another way with each no, sympathy \
            before all else where somebody complains, no blame, one question at a time, short and easy sentences, and \
            more. 'standard' in assistant.yaml changes the rules. Exit code 0: all texts are as the standard has it, 1: \
            some are not, 2: the folder could not be read.

              frontdesk lint Intents/shop
            """
    )

    @Argument(help: "The assistant's folder.")
    var assistant = "."

    @Flag(help: "Write JSON.")
    var json = false

    func run() throws {
        guard case .folder(let folder) = try AssistantPlace(assistant) else {
            throw CommandFailure(message: "\(assistant) is a bundle; give the folder that it was built of.")
        }
        let sources = try folder.sources()
        let result = StandardLint.run(sources)
        guard result.diagnostics.allSatisfy({ $0.severity == .warning }) else {
            Terminal.error(DiagnosticRenderer.text(result.diagnostics, sources: sources))
            throw CommandFailure(message: "\(folder.path) does not compile; no text was looked at.")
        }
        if json {
            Terminal.write(try LineJSON.text(of: result.violations))
        } else {
            for violation in result.violations {
                Terminal.write(
                    "\(violation.file):\(violation.line):\(violation.column): \(violation.rule): \(violation.message)\n"
                        + "  help: \(violation.mend)\n"
                )
            }
            let found =
                result.violations.isEmpty
                ? "all as the standard has it" : counted(result.violations.count, "violation")
            Terminal.write("\(folder.path): \(result.textCount) texts, \(result.ruleCount) rules: \(found)\n")
        }
        if !result.violations.isEmpty { throw CommandFailure.problemsFound }
    }
}
