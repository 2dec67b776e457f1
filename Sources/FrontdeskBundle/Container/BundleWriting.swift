import Glibc

extension CompiledAssistant {
    /// Writes a bundle to a file: whole, or not at all.
    ///
    /// It is written beside the file, brought to the disk, and renamed; who has the old one open keeps it.
    ///
    /// - Returns: How many bytes were written.
    /// - Throws: ``BundleError/unwritable(reason:)`` when the file cannot be written.
    @discardableResult
    public func write(to path: String) throws(BundleError) -> Int {
        try Self.write(try encode(), to: path)
    }

    /// Writes a bundle's bytes to a file: whole, or not at all.
    ///
    /// - Parameter isLasting: Whether it must survive a power cut; a cached one need not, for it is checked when read.
    @discardableResult
    package static func write(
        _ bytes: [UInt8],
        to path: String,
        isLasting: Bool = true
    ) throws(BundleError) -> Int {
        let unfinished = "\(path).\(getpid()).unfinished"
        let descriptor = open(unfinished, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw Self.failure() }
        let isWritten = Self.write(bytes, to: descriptor) && (!isLasting || fsync(descriptor) == 0)
        let failure = Self.failure()
        close(descriptor)
        guard isWritten else {
            unlink(unfinished)
            throw failure
        }
        guard rename(unfinished, path) == 0 else {
            let failure = Self.failure()
            unlink(unfinished)
            throw failure
        }
        if isLasting { synchroniseFolder(of: path) }
        return bytes.count
    }

    private static func write(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
        bytes.withUnsafeBytes { buffer in
            var place = 0
            while place < buffer.count {
                let count = Glibc.write(
                    descriptor,
                    buffer.baseAddress.map { $0 + place },
                    buffer.count - place
                )
                if count < 0, errno == EINTR { continue }
                guard count > 0 else { return false }
                place += count
            }
            return true
        }
    }

    /// A new name survives a power cut only when its folder is on the disk too.
    private static func synchroniseFolder(of path: String) {
        let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? "."
        let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { return }
        fsync(descriptor)
        close(descriptor)
    }

    private static func failure() -> BundleError { .unwritable(reason: String(cString: strerror(errno))) }
}
