import Foundation

/// Files that commands write.
enum OutputFile {
    static func write(_ text: String, to path: String) throws(CommandFailure) {
        do {
            try Data(text.utf8).write(to: URL(fileURLWithPath: path), options: .atomic)
        } catch {
            throw CommandFailure(message: "the file \(path) cannot be written: \(Places.reason(error)).")
        }
    }
}
