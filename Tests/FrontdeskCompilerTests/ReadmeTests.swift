import Foundation
import FrontdeskCompiler
import FrontdeskDialogue
import Testing

@Suite("The README")
struct ReadmeTests {
    private static let root = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    /// The fenced blocks of a language, in order.
    private func blocks(_ language: String, of path: String = "README.md") throws -> [String] {
        let text = try String(contentsOf: Self.root.appending(path: path), encoding: .utf8)
        return text.components(separatedBy: "\n```\(language)\n").dropFirst().compactMap {
            $0.components(separatedBy: "\n```").first
        }
    }

    @Test("shows intent files that compile without a word of complaint")
    func intentFiles() throws {
        let files = try blocks("yaml").map { block in
            let name = try #require(block.split(separator: "\n").first?.split(separator: "/").last)
            return SourceFile(path: String(name), text: block)
        }
        #expect(files.map(\.path) == ["assistant.yaml", "hours.yaml", "callback.yaml"])
        let compilation = Compiler.compile(files)
        #expect(compilation.diagnostics.map(\.message) == [])
        #expect(compilation.assistant?.name == "my-shop")
    }

    @Test("leads to a page on promises whose example compiles without a word of complaint")
    func promises() throws {
        let page = "Sources/Frontdesk/Frontdesk.docc/Promises.md"
        let readme = try String(contentsOf: Self.root.appending(path: "README.md"), encoding: .utf8)
        #expect(readme.contains("(\(page))"))
        let examples = try blocks("yaml assistant.yaml", of: page)
        #expect(examples.count == 1)
        for example in examples {
            let compilation = Compiler.compile([SourceFile(path: "assistant.yaml", text: example)])
            #expect(compilation.diagnostics.map(\.message) == [])
        }
    }

    @Test("leads to a page on customers whose examples compile without a word of complaint")
    func customers() throws {
        let page = "Sources/FrontdeskDialogue/FrontdeskDialogue.docc/Customers.md"
        let readme = try String(contentsOf: Self.root.appending(path: "README.md"), encoding: .utf8)
        #expect(readme.contains("(\(page))"))
        let examples = try blocks("yaml", of: page)
        #expect(examples.count == 2)
        for example in examples {
            let compilation = Compiler.compile([SourceFile(path: "assistant.yaml", text: example)])
            #expect(compilation.diagnostics.map(\.message) == [])
        }
    }

    @Test("leads to a page on actions whose examples compile without a word of complaint")
    func actions() throws {
        let page = "Sources/Frontdesk/Frontdesk.docc/Actions.md"
        let readme = try String(contentsOf: Self.root.appending(path: "README.md"), encoding: .utf8)
        #expect(readme.contains("(\(page))"))
        let examples = try blocks("yaml assistant.yaml", of: page)
        #expect(examples.count == 2)
        for example in examples {
            let compilation = Compiler.compile([SourceFile(path: "assistant.yaml", text: example)])
            #expect(compilation.diagnostics.map(\.message) == [])
        }
    }

    @Test("leads to a reference whose examples compile without a word of complaint")
    func reference() throws {
        let page = "Sources/FrontdeskCompiler/FrontdeskCompiler.docc/IntentFiles.md"
        let examples = try blocks("yaml", of: page)
        #expect(examples.count == 7)
        for example in examples {
            let compilation = Compiler.compile([SourceFile(path: "assistant.yaml", text: example)])
            #expect(compilation.diagnostics.map(\.message) == [])
        }
        let readme = try String(contentsOf: Self.root.appending(path: "README.md"), encoding: .utf8)
        #expect(readme.contains(page))
    }

    @Test("leads to a reference whose bilingual example compiles without a word of complaint")
    func bilingualReference() throws {
        let page = "Sources/FrontdeskCompiler/FrontdeskCompiler.docc/IntentFiles.md"
        let files = try ["assistant.yaml", "lamps.yaml", "lamps.es.yaml"].map { name in
            SourceFile(path: name, text: try #require(try blocks("yaml \(name)", of: page).first))
        }
        let compilation = Compiler.compile(files)
        #expect(compilation.diagnostics.map(\.message) == [])
        #expect(compilation.assistant?.languages == ["en", "es"])
    }

    @Test("shows the very program that is compiled and run by the tests")
    func program() throws {
        let program = Self.root.appending(path: "Tests/EmbeddingExample/main.swift")
        let source = try String(contentsOf: program, encoding: .utf8)
        #expect(try blocks("swift").map { $0 + "\n" } == [source])
        #expect(source.split(separator: "\n").count <= 10)
    }
}
