import FrontdeskCompiler
import Foundation
import Testing

@Suite("The sample assistants")
struct ShopTests {
    @Test("Every folder under Intents compiles without a remark", arguments: ["shop", "minimal"])
    func compiles(_ name: String) throws {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "Intents/\(name)")
        let names = try FileManager.default.subpathsOfDirectory(atPath: root.path)
            .filter { $0.hasSuffix(".yaml") }
        let sources = try names.map { name in
            SourceFile(path: name, bytes: [UInt8](try Data(contentsOf: root.appending(path: name))))
        }
        #expect(!sources.isEmpty)
        let compilation = Compiler.compile(sources)
        #expect(DiagnosticRenderer.text(compilation.diagnostics, sources: sources) == "")
        #expect(compilation.assistant != nil)
    }
}
