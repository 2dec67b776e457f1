import Glibc

/// Lines from a file, a pipe or a bare terminal, without editing.
@MainActor
final class PlainLines: LineEditing {
    private let echo: Bool
    private var buffer: [UInt8] = []
    private var isAtEnd = false
    private var promptText = ""
    private var isPrompted = false

    /// - Parameter echo: Whether to repeat each line, so that what comes out reads as a conversation.
    init(echo: Bool) {
        self.echo = echo
    }

    func prompt(_ text: String) {
        promptText = text
        isPrompted = !echo
        if isPrompted { Terminal.write(text) }
    }

    func wait(milliseconds: Int32) -> LineEvent {
        while true {
            if let end = buffer.firstIndex(of: UInt8(ascii: "\n")) {
                defer { buffer.removeSubrange(...end) }
                return finish(buffer[..<end])
            }
            if isAtEnd {
                guard !buffer.isEmpty else { return .end }
                defer { buffer = [] }
                return finish(buffer[...])
            }
            var descriptor = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
            guard poll(&descriptor, 1, milliseconds) > 0 else { return .nothing }
            var block = [UInt8](repeating: 0, count: 4096)
            let count = read(STDIN_FILENO, &block, block.count)
            if count > 0 { buffer += block[..<count] } else { isAtEnd = true }
        }
    }

    private func finish(_ bytes: ArraySlice<UInt8>) -> LineEvent {
        let text = String(
            decoding: bytes.last == UInt8(ascii: "\r") ? bytes.dropLast() : bytes,
            as: UTF8.self
        )
        if echo { Terminal.write(promptText + text + "\n") }
        isPrompted = false
        return .line(text)
    }

    func show(_ text: String) {
        Terminal.write((isPrompted ? "\n" : "") + text)
        if isPrompted { Terminal.write(promptText) }
    }

    func complete(_ words: [String]) {}

    func close() {
        if isPrompted { Terminal.write("\n") }
    }
}
