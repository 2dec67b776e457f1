import Glibc

/// Serves an editor over two file descriptors until it says `exit` or closes its end.
public struct ServerLoop {
    /// How long typing must pause before mistakes are looked for, in milliseconds.
    static let pause: Int32 = 5

    private var server: LanguageServer
    private var reader = MessageReader()
    private let input: Int32
    private let output: Int32

    /// Makes a loop that reads from one descriptor and writes to the other.
    public init(_ server: LanguageServer, input: Int32 = 0, output: Int32 = 1) {
        self.server = server
        self.input = input
        self.output = output
    }

    /// Runs until the end; returns the exit code: 0 after an orderly shutdown, otherwise 1.
    public mutating func run() -> Int32 {
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while !server.hasEnded {
            while !server.hasEnded, let piece = reader.next() {
                guard answer(piece) else { return server.exitCode }
            }
            if server.hasEnded { break }
            var poll = pollfd(fd: input, events: Int16(POLLIN), revents: 0)
            let ready = Glibc.poll(&poll, 1, server.isStale ? Self.pause : -1)
            if ready == 0 {
                for bytes in server.publish() { guard write(bytes) else { return server.exitCode } }
                continue
            }
            let count = read(input, &buffer, buffer.count)
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return server.exitCode }
            reader.add(buffer[..<count])
        }
        return server.exitCode
    }

    private mutating func answer(_ piece: MessageReader.Piece) -> Bool {
        switch piece {
        case .message(let message):
            return server.handle(message).allSatisfy { write(MessageReader.framed($0)) }
        case .broken(let why):
            return write(MessageReader.framed(LanguageServer.failure(.null, -32700, why)))
        }
    }

    /// Whether everything was written; the client may have closed its end.
    private func write(_ bytes: [UInt8]) -> Bool {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(output, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return false }
            rest = rest.dropFirst(count)
        }
        return true
    }
}
