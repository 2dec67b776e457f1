import Foundation

/// Files that hold what customers wrote.
enum PrivateFile {
    /// Makes an empty file that only its owner can read and write; one that is there stays as it is.
    ///
    /// SQLite gives the files next to a database the database's mode. Where no file can be made, opening it says why.
    static func make(_ path: String) {
        guard access(path, F_OK) != 0 else { return }
        // It is closed before it has its name: closing a file ends all of the process's locks on it, SQLite's too.
        let unnamed = "\(path).\(UUID().uuidString)"
        let file = open(unnamed, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0o600)
        guard file >= 0 else { return }
        close(file)
        link(unnamed, path)
        unlink(unnamed)
    }
}
