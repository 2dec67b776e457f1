import Foundation

/// Files that commands write.
enum OutputFile {
    static func write(_ text: String, to path: String) throws(CommandFailure) {
        try write(Array(text.utf8), to: path)
    }

    /// Writes through a link to the file itself, which is there in whole or as it was, and keeps its mode.
    ///
    /// What is no file, such as a device or a named pipe, is written into.
    static func write(_ bytes: [UInt8], to path: String) throws(CommandFailure) {
        do {
            var status = stat()
            let isThere = stat(path, &status) == 0
            let kind = status.st_mode & S_IFMT
            if isThere, kind != S_IFREG, kind != S_IFDIR {
                let place = try FileHandle(forWritingTo: URL(fileURLWithPath: path))
                defer { try? place.close() }
                try place.write(contentsOf: Data(bytes))
                return
            }
            let file = URL(fileURLWithPath: path).resolvingSymlinksInPath()
            try Data(bytes).write(to: file, options: .atomic)
            if isThere { chmod(file.path, status.st_mode & 0o7777) }
        } catch {
            throw CommandFailure(message: "the file \(path) cannot be written: \(Places.reason(error)).")
        }
    }
}
