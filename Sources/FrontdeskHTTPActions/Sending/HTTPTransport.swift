/// Sends one request and reads its answer.
public protocol HTTPTransport: Sendable {
    /// Sends a request once, within its time and for no more than its limit of bytes; follows no redirect.
    func send(_ request: OutgoingRequest) async throws(TransportError) -> IncomingAnswer
}

/// What another system answered.
public struct IncomingAnswer: Sendable, Hashable {
    /// The status code, 100…599.
    public var status: Int
    /// The headers, in order.
    public var headers: [OutgoingRequest.Header]
    /// The body.
    public var body: [UInt8]

    /// Makes an answer.
    public init(status: Int, headers: [OutgoingRequest.Header] = [], body: [UInt8] = []) {
        self.status = status
        self.headers = headers
        self.body = body
    }

    /// The value of a header, whatever the case of its name.
    public func header(_ name: String) -> String? {
        headers.first { $0.name.lowercased() == name.lowercased() }?.value
    }
}

/// Why no answer came.
public enum TransportError: Error, Sendable, Hashable {
    /// The time was over, in milliseconds.
    case timedOut(after: Int)
    /// The system could not be reached; nothing was sent.
    case unreachable(String)
    /// The connection broke on the way.
    case broken(String)
    /// The answer is larger than the limit, in bytes.
    case tooLarge(limit: Int)
    /// The request is none that can be sent.
    case unsendable(String)
}

extension TransportError: CustomStringConvertible {
    /// What went wrong, for the log.
    public var description: String {
        switch self {
        case .timedOut(let milliseconds): "no answer within \(milliseconds) ms"
        case .unreachable(let reason): "cannot be reached: \(reason)"
        case .broken(let reason): "the connection broke: \(reason)"
        case .tooLarge(let limit): "the answer has more than \(limit) bytes"
        case .unsendable(let reason): "the request cannot be sent: \(reason)"
        }
    }

    /// Whether the system is to blame, and may do better another time.
    var isOutage: Bool {
        switch self {
        case .timedOut, .unreachable, .broken: true
        case .tooLarge, .unsendable: false
        }
    }
}
