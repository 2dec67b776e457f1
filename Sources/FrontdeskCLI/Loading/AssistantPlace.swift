import Foundation
import FrontdeskBundle

/// Where an assistant comes from: a folder of intent files, or a bundle that was built of them.
enum AssistantPlace: Sendable {
    case folder(AssistantFolder)
    case bundle(path: String)

    /// Finds what a person means: a bundle, a folder as given, or a folder by its name under `Intents/`.
    init(_ given: String) throws(CommandFailure) {
        if Self.isBundle(given) {
            self = .bundle(path: given)
        } else {
            self = .folder(try AssistantFolder(given))
        }
    }

    /// The path of the folder or of the bundle.
    var path: String {
        switch self {
        case .folder(let folder): folder.path
        case .bundle(let path): path
        }
    }

    /// Whether it looks like an assistant.
    var isAssistant: Bool {
        switch self {
        case .folder(let folder): folder.isAssistant
        case .bundle: true
        }
    }

    /// The path of a file that the assistant names: relative to the folder, or to where the bundle lies.
    func path(of relative: String) -> String {
        switch self {
        case .folder(let folder): return folder.path(of: relative)
        case .bundle(let path):
            if relative.hasPrefix("/") { return relative }
            let folder = (path as NSString).deletingLastPathComponent
            return folder.isEmpty ? relative : "\(folder)/\(relative)"
        }
    }

    /// When the files were changed last, by path.
    func stamp() -> [String: FileStamp] {
        switch self {
        case .folder(let folder): folder.stamp()
        case .bundle(let path): FileStamp(path).map { [path: $0] } ?? [:]
        }
    }

    /// A file is meant as a bundle when it begins like one, or is called like one and there.
    private static func isBundle(_ path: String) -> Bool {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), !isFolder.boolValue else {
            return false
        }
        return path.hasSuffix(".fdk") || beginsLikeBundle(path)
    }

    /// Whether a file begins with a bundle's first bytes.
    static func beginsLikeBundle(_ path: String) -> Bool {
        guard let file = FileHandle(forReadingAtPath: path) else { return false }
        defer { try? file.close() }
        return (try? file.read(upToCount: 4)) == Data("FDK1".utf8)
    }
}

extension CommandFailure {
    /// A bundle that cannot be used, and how to mend that.
    init(_ error: BundleError, path: String) {
        let mend =
            error.isMendedByBuilding ? "; build it again with 'frontdesk build FOLDER -o \(path)'" : ""
        self.init(message: "\(path): \(error.description)\(mend).")
    }
}
