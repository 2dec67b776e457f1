import ArgumentParser
import Foundation
import FrontdeskDifferences
import FrontdeskDialogue

/// `frontdesk diff`: what customers will notice of another version.
struct DiffCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "diff",
        abstract: "Show what changes for customers between two versions of an assistant.",
        discussion: """
            Not the files are compared but what they mean: what is understood, said, asked and done, and when a human takes \
            over. Examples, sentences of all patterns and what customers write in the transcripts are read by both versions. \
            Layout, comments, and what stands in another file are no difference. Exit code 0: the same for customers, \
            1: something differs, 2: they could not be compared.

              frontdesk diff Intents/shop edited/shop
              frontdesk diff HEAD~1:Intents/shop Intents/shop      a revision that git knows
              frontdesk diff shop.fdk Intents/shop --html changes.html
            """
    )

    @Argument(help: "The first version: a folder, a bundle, or REVISION:FOLDER of a git repository.")
    var old: String

    @Argument(help: "The second version.")
    var new: String

    @Option(
        help:
            "A folder of transcripts, whose customers' messages are compared too; by default the assistant's own."
    )
    var transcripts: String?

    @Option(
        help: "Show texts and sentences of one language alone, such as es; what has none is always shown."
    )
    var language: String?

    @Option(help: "Also write a page.")
    var html: String?

    @Flag(help: "List everything, also what makes no difference for customers.")
    var all = false

    @Flag(help: "Write JSON.")
    var json = false

    func run() async throws {
        // Each version takes a core: what was edited has to learn anew.
        async let first = DiffedVersion(old)
        let second = try await DiffedVersion(new)
        let versions = (try await first, second)
        let comparison = try VersionComparison(versions.0, versions.1, transcripts: transcripts)
        let report = try await comparison.report(language: language)
        if let html { try OutputFile.write(DifferencesPage(report).html, to: html) }
        if json {
            Terminal.write(try LineJSON.text(of: DifferencesDocument(report)))
        } else {
            Terminal.write(DifferencesText(report, marks: Self.marks, showsAll: all).text)
            if let html { Terminal.write("\(html): written\n") }
        }
        if !report.isSame { throw CommandFailure.problemsFound }
    }

    /// Colours where there are some, else brackets.
    private static var marks: DifferencesText.Marks {
        let style = Style()
        guard style.bold("x") != "x" else { return .plain }
        return DifferencesText.Marks(
            old: { style.red($0) },
            new: { style.green($0) },
            heading: { style.bold($0) },
            aside: { style.dim($0) }
        )
    }
}
