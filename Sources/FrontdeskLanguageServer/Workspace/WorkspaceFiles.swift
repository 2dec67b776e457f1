public import FrontdeskCompiler

/// The files that are not open in the editor, as the process that serves it finds them.
public struct WorkspaceFiles {
    /// The folder of the assistant that a file belongs to; nil when it belongs to none.
    public var folder: (_ path: String) -> String?
    /// The intent files of an assistant's folder, their paths relative to it.
    public var sources: (_ folder: String) -> [SourceFile]

    /// Makes it from how folders and files are found.
    public init(
        folder: @escaping (_ path: String) -> String?,
        sources: @escaping (_ folder: String) -> [SourceFile]
    ) {
        self.folder = folder
        self.sources = sources
    }
}
