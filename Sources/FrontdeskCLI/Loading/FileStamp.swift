import Glibc

/// When a file was changed last, and which file it is: equal as long as nobody touched it.
struct FileStamp: Hashable, Sendable {
    private let seconds: Int
    private let nanoseconds: Int
    private let size: Int
    /// A file that was saved under another name and renamed is another one.
    private let number: UInt

    /// The stamp of a file; nil when there is none at the path.
    init?(_ path: String) {
        var status = stat()
        guard stat(path, &status) == 0 else { return nil }
        seconds = status.st_mtim.tv_sec
        nanoseconds = status.st_mtim.tv_nsec
        size = status.st_size
        number = status.st_ino
    }
}
