import FrontdeskPages
import Glibc
import Synchronization

/// What is written to people: standard output and standard error, and what they can show.
enum Terminal {
    /// Writes text to standard output.
    static func write(_ text: String) {
        put(text, STDOUT_FILENO)
    }

    /// Writes text to standard error.
    static func error(_ text: String) {
        put(text, STDERR_FILENO)
    }

    private static func put(_ text: String, _ descriptor: Int32) {
        let bytes = Array(text.utf8)
        var written = 0
        while written < bytes.count {
            let count = bytes[written...].withUnsafeBytes {
                Glibc.write(descriptor, $0.baseAddress, $0.count)
            }
            if count < 0, errno == EINTR || errno == EAGAIN { continue }
            if count <= 0 {
                // Who reads no further, as `head`, has what was wanted.
                if descriptor == STDOUT_FILENO, count < 0, errno != EPIPE {
                    failure.store(errno, ordering: .relaxed)
                }
                return
            }
            written += count
        }
    }

    private static let failure = Atomic<Int32>(0)

    /// Why something did not come through to standard output, as on a full disk.
    static var lost: String? {
        let code = failure.load(ordering: .relaxed)
        return code == 0 ? nil : String(cString: strerror(code))
    }

    /// Whether a person types and reads.
    static var isInteractive: Bool { isatty(STDIN_FILENO) == 1 && isatty(STDOUT_FILENO) == 1 }

    /// The columns of standard output; 80 when it is no terminal.
    static var width: Int {
        var size = winsize()
        guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col >= 20 else { return 80 }
        return min(Int(size.ws_col), 120)
    }

    /// The columns for texts beside each other: of the terminal up to 200; else what `COLUMNS` says, or 100.
    static var wideWidth: Int {
        var size = winsize()
        if ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col >= 20 {
            return min(Int(size.ws_col), 200)
        }
        let wish = getenv("COLUMNS").flatMap { Int(String(cString: $0)) }
        return wish.map { min(max($0, 20), 200) } ?? 100
    }
}

/// Colours, on a terminal and unless `NO_COLOR` is set (https://no-color.org).
struct Style {
    private let isOn: Bool

    /// The style for a descriptor.
    init(_ descriptor: Int32 = STDOUT_FILENO) {
        let wish = getenv("NO_COLOR").map { String(cString: $0) } ?? ""
        let kind = getenv("TERM").map { String(cString: $0) } ?? ""
        isOn = isatty(descriptor) == 1 && wish.isEmpty && kind != "dumb"
    }

    /// What changed words are told by.
    var differenceMarks: DifferenceMarks { isOn ? .colours : .signs }

    func bold(_ text: String) -> String { wrapped(text, "1") }
    func dim(_ text: String) -> String { wrapped(text, "2") }
    func red(_ text: String) -> String { wrapped(text, "31") }
    func green(_ text: String) -> String { wrapped(text, "32") }
    func yellow(_ text: String) -> String { wrapped(text, "33") }
    func cyan(_ text: String) -> String { wrapped(text, "36") }

    private func wrapped(_ text: String, _ code: String) -> String {
        isOn && !text.isEmpty ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
    }
}

/// Breaks texts into lines that fit.
enum Wrapping {
    /// The text in lines of at most so many columns; line ends stay, a longer word gets a line of its own.
    ///
    /// - Parameters:
    ///   - indent: Put before every line but the first.
    static func wrap(_ text: String, width: Int, indent: String = "") -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false)
            .map { wrapLine($0, width: width, indent: indent) }
            .joined(separator: "\n" + indent)
    }

    private static func wrapLine(_ line: Substring, width: Int, indent: String) -> String {
        let room = max(10, width - indent.count)
        var lines: [String] = []
        var current = ""
        var used = 0
        for word in line.split(separator: " ") {
            let length = DisplayWidth.columns(of: word)
            if used > 0, used + 1 + length > room {
                lines.append(current)
                current = ""
                used = 0
            }
            current += (used > 0 ? " " : "") + word
            used += length + (used > 0 ? 1 : 0)
        }
        lines.append(current)
        return lines.joined(separator: "\n" + indent)
    }

    /// The text without control characters, which could write to the terminal or turn the direction of what follows;
    /// line ends and tabs stay.
    static func printable(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            let isControl =
                (scalar.value < 0x20 && scalar != "\n" && scalar != "\t")
                || (0x7F..<0xA0).contains(scalar.value) || (0x202A...0x202E).contains(scalar.value)
                || (0x2066...0x2069).contains(scalar.value)
            result.append(isControl ? "\u{FFFD}" : scalar)
        }
        return String(result)
    }
}
