import Glibc

/// Files that hold what customers wrote.
enum PrivateFile {
    /// Makes an empty file that only its owner can read and write; one that is there stays as it is.
    ///
    /// SQLite gives the files next to a database the database's mode. Where no file can be made, opening it says why.
    static func make(_ path: String) {
        let file = open(path, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0o600)
        if file >= 0 { close(file) }
    }
}
