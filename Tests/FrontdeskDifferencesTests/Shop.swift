import Foundation
import FrontdeskCompiler
import FrontdeskDialogue
import Testing

/// The example shop's files.
enum Shop {
    static func sources() throws -> [SourceFile] {
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appending(path: "../../Intents/shop").standardizedFileURL
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
        return try names.filter { $0.hasSuffix(".yaml") }.sorted().map { name in
            SourceFile(
                path: name,
                text: try String(contentsOf: folder.appending(path: name), encoding: .utf8)
            )
        }
    }
}

/// Compiles intent files, and tells of their mistakes.
func compiled(_ sources: [SourceFile]) throws -> Assistant {
    let compilation = Compiler.compile(sources)
    return try #require(
        compilation.assistant,
        "\(DiagnosticRenderer.text(compilation.diagnostics, sources: sources))"
    )
}
