import Foundation
import FrontdeskCompiler

/// The intent files of a folder.
enum IntentFolder {
    static func sources(_ path: String) throws -> [SourceFile] {
        try FileManager.default.contentsOfDirectory(atPath: path)
            .filter { $0.hasSuffix(".yaml") }
            .sorted()
            .map { name in
                let data = try Data(contentsOf: URL(fileURLWithPath: "\(path)/\(name)"))
                return SourceFile(path: name, bytes: Array(data))
            }
    }
}
