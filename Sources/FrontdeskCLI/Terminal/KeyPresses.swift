import Glibc

/// Single keys from a terminal, or bytes from whatever standard input is.
final class KeyPresses {
    /// What was pressed.
    enum Key { case enter, letter(UInt8), end, none }

    private var original: termios?
    private var isAtEnd = false

    /// Has a terminal give each key at once, and show none.
    init() {
        var mode = termios()
        guard isatty(STDIN_FILENO) == 1, tcgetattr(STDIN_FILENO, &mode) == 0 else { return }
        original = mode
        mode.c_lflag &= ~UInt32(ICANON | ECHO)
        tcsetattr(STDIN_FILENO, TCSANOW, &mode)
    }

    /// How the terminal was; nil when there is none.
    var terminal: termios? { original }

    /// Waits for a key for at most so many milliseconds.
    func next(within milliseconds: Int32) -> Key {
        guard !isAtEnd else { return .end }
        var descriptor = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
        guard poll(&descriptor, 1, milliseconds) > 0 else { return .none }
        var byte: UInt8 = 0
        guard read(STDIN_FILENO, &byte, 1) == 1, byte != 4 else {
            isAtEnd = true
            return .end
        }
        return byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") ? .enter : .letter(byte)
    }

    /// Gives the terminal back as it was.
    static func restore(_ original: termios?) {
        guard var original else { return }
        tcsetattr(STDIN_FILENO, TCSANOW, &original)
    }
}
