/// An intent file as it was read: its path and its bytes.
public struct SourceFile: Sendable, Hashable {
    /// The largest file the compiler reads, in bytes.
    public static let sizeLimit = 1 << 20

    /// The path as it shows in diagnostics, relative to the assistant's folder.
    public var path: String
    /// The content; meant to be UTF-8, which the compiler checks.
    public var bytes: [UInt8]

    /// Makes a file from its bytes.
    public init(path: String, bytes: [UInt8]) {
        self.path = path
        self.bytes = bytes
    }

    /// Makes a file from a text.
    public init(path: String, text: String) {
        self.init(path: path, bytes: Array(text.utf8))
    }
}
