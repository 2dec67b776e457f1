import Foundation
import Frontdesk
import FrontdeskCompiler
import FrontdeskDialogue
import FrontdeskSQLite
import FrontdeskTesting
import Testing

/// A page of the documentation that shows intent files and the conversations they make.
///
/// Blocks are read in order; a file shown again replaces the earlier one, and a conversation is played with the files
/// shown so far.
struct Page: CustomTestStringConvertible {
    let name: String
    private let blocks: [(language: String, text: String)]

    static let folder = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "Sources/FrontdeskCompiler/FrontdeskCompiler.docc")

    static let recipes: [Page] = {
        let files = try? FileManager.default.contentsOfDirectory(
            atPath: folder.appending(path: "Cookbook").path
        )
        return (files ?? []).filter { $0.hasSuffix(".md") }.sorted().compactMap {
            try? Page("Cookbook/\($0)")
        }
    }()

    var testDescription: String { name }

    init(_ path: String) throws {
        let file = Self.folder.appending(path: path)
        name = file.deletingPathExtension().lastPathComponent
        let text = try String(contentsOf: file, encoding: .utf8)
        blocks = text.components(separatedBy: "\n```").enumerated().compactMap { part in
            guard part.offset % 2 == 1 else { return nil }
            let lines = part.element.split(separator: "\n", maxSplits: 1).map(String.init)
            return lines.count == 2 ? (lines[0], lines[1] + "\n") : nil
        }
    }

    /// What is shown up to a conversation.
    struct Step {
        var sources: [String: SourceFile] = [:]
        var seed: (path: String, script: String)?
        var transcript = TranscriptFile(path: "", text: "")
    }

    var steps: [Step] {
        var steps: [Step] = []
        var step = Step()
        for block in blocks {
            // The first line is a comment that names the file.
            let title = block.text.prefix { $0 != "\n" }.drop { "#- ".contains($0) }
            switch block.language {
            case "yaml": step.sources[String(title)] = SourceFile(path: String(title), text: block.text)
            case "sql": step.seed = (String(title), block.text)
            case "transcript":
                step.transcript = TranscriptFile(path: "\(name).transcript", text: block.text)
                steps.append(step)
            default: break
            }
        }
        return steps
    }
}

@Suite("The pages of the documentation")
struct PageTests {
    private func play(_ page: Page) async throws {
        #expect(!page.steps.isEmpty)
        for step in page.steps {
            let compilation = Compiler.compile(Array(step.sources.values))
            #expect(compilation.diagnostics.map { "\($0.file):\($0.line): \($0.message)" } == [])
            let assistant = try #require(compilation.assistant)
            let database = try step.seed.map { try AssistantDatabase(seed: $0.script) }
            #expect(assistant.database?.origin == step.seed.map { .seed($0.path) })
            let suite = TranscriptSuite(assistant: assistant) {
                guard let database else { return ActionRegistry() }
                return SQLiteActions(try database.copy())
            }
            let report = await suite.run([step.transcript])
            #expect(report.differences == "")
            #expect(report.passed + report.failed > 0)
        }
    }

    @Test(
        "A recipe compiles without a word of complaint, and its conversations go as written",
        arguments: Page.recipes
    )
    func recipe(_ recipe: Page) async throws {
        try await play(recipe)
    }

    @Test("The tutorial's steps compile without a word of complaint, and their conversations go as written")
    func tutorial() async throws {
        let tutorial = try Page("Tutorial.md")
        #expect(tutorial.steps.count == 4)
        try await play(tutorial)
    }

    @Test("The cookbook's index leads to every recipe, and to nothing else")
    func index() throws {
        let text = try String(contentsOf: Page.folder.appending(path: "Cookbook.md"), encoding: .utf8)
        let linked = text.components(separatedBy: "<doc:").dropFirst().compactMap {
            $0.split(separator: ">").first.map(String.init)
        }
        #expect(linked.sorted() == Page.recipes.map(\.name))
        #expect(linked.count >= 20)
    }
}
