public import FrontdeskCompiler

/// The files that are not open in the editor, as the process that serves it finds them.
public struct WorkspaceFiles {
    /// Whether there is a file with this absolute path.
    let exists: (_ path: String) -> Bool
    /// The intent files of an assistant's folder, their paths relative to it.
    let sources: (_ folder: String) -> [SourceFile]

    /// Makes it from how files are found and read.
    public init(
        exists: @escaping (_ path: String) -> Bool,
        sources: @escaping (_ folder: String) -> [SourceFile]
    ) {
        self.exists = exists
        self.sources = sources
    }

    /// The folder of the assistant that a file belongs to: the nearest above it with an assistant.yaml; nil for none.
    ///
    /// What lies under `data` or a hidden folder belongs to none, and neither does the root of the file system hold an
    /// assistant: it would take in every file of the machine.
    func folder(of path: String) -> String? {
        var parts = path.split(separator: "/", omittingEmptySubsequences: false).dropLast()
        while parts.count > 1, let last = parts.last {
            let folder = parts.joined(separator: "/")
            if ["assistant.yaml", "assistant.yml"].contains(where: { exists("\(folder)/\($0)") }) {
                return folder
            }
            if last == "data" || last.hasPrefix(".") { return nil }
            parts.removeLast()
        }
        return nil
    }
}
