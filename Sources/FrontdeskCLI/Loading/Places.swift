import Foundation

/// Where the program keeps its files (XDG base directories).
enum Places {
    /// Conversations and what belongs to them: `$XDG_STATE_HOME/frontdesk`, or `~/.local/state/frontdesk`.
    static var state: String { base("XDG_STATE_HOME", ".local/state") + "/frontdesk" }

    /// Compiled assistants, which can be made again: `$XDG_CACHE_HOME/frontdesk`, or `~/.cache/frontdesk`.
    static var cache: String { base("XDG_CACHE_HOME", ".cache") + "/frontdesk" }

    private static func base(_ variable: String, _ fallback: String) -> String {
        let environment = ProcessInfo.processInfo.environment
        if let path = environment[variable], path.hasPrefix("/") { return path }
        let home = environment["HOME"] ?? NSHomeDirectory()
        return "\(home)/\(fallback)"
    }

    /// Makes a folder that only its owner can read.
    static func make(_ folder: String) throws(CommandFailure) {
        do {
            try FileManager.default.createDirectory(
                atPath: folder,
                withIntermediateDirectories: true,
                attributes: [.posixPermissions: 0o700]
            )
        } catch {
            throw CommandFailure(
                message:
                    "the folder \(folder) cannot be made: \(reason(error)). Set XDG_STATE_HOME to a folder "
                    + "you can write to, or use --store."
            )
        }
    }

    /// What went wrong with a file, in a few words.
    static func reason(_ error: any Error) -> String {
        let error = error as NSError
        if let cause = error.userInfo[NSUnderlyingErrorKey] as? NSError, cause.domain == NSPOSIXErrorDomain {
            return String(cString: strerror(Int32(cause.code)))
        }
        return switch error.code {
        case CocoaError.fileReadNoSuchFile.rawValue, CocoaError.fileNoSuchFile.rawValue:
            "there is no such file"
        case CocoaError.fileReadNoPermission.rawValue, CocoaError.fileWriteNoPermission.rawValue:
            "permission denied"
        case CocoaError.fileReadUnknown.rawValue where isFolder(error): "it is a folder"
        case CocoaError.fileReadCorruptFile.rawValue, CocoaError.fileReadInapplicableStringEncoding.rawValue:
            "it is not UTF-8"
        case CocoaError.fileWriteOutOfSpace.rawValue: "no space left on the disk"
        default: error.localizedDescription
        }
    }

    private static func isFolder(_ error: NSError) -> Bool {
        (error.userInfo[NSFilePathErrorKey] as? String).map(TranscriptFolder.exists) ?? false
    }
}
