public import FrontdeskDialogue

/// One request, ready to be sent.
///
/// It holds secrets: nothing of it but its method and host belongs into a log.
public struct OutgoingRequest: Sendable, Hashable {
    /// One header.
    public struct Header: Sendable, Hashable {
        /// The name.
        public var name: String
        /// The value.
        public var value: String

        /// Makes a header.
        public init(_ name: String, _ value: String) {
            self.name = name
            self.value = value
        }
    }

    /// What is done.
    public var method: HTTPCall.Method
    /// The whole address.
    public var url: String
    /// The headers, in order.
    public var headers: [Header]
    /// What is sent; nil: nothing.
    public var body: [UInt8]?
    /// How long the request may take, answer included, in milliseconds.
    public var timeout: Int
    /// The largest answer that is read, in bytes.
    public var responseLimit: Int

    /// Makes a request.
    public init(
        method: HTTPCall.Method,
        url: String,
        headers: [Header] = [],
        body: [UInt8]? = nil,
        timeout: Int = 5000,
        responseLimit: Int = 262_144
    ) {
        self.method = method
        self.url = url
        self.headers = headers
        self.body = body
        self.timeout = timeout
        self.responseLimit = responseLimit
    }

    /// The value of a header, whatever the case of its name.
    public func header(_ name: String) -> String? {
        headers.first { $0.name.lowercased() == name.lowercased() }?.value
    }
}

/// Why a request could not be made; says nothing of values.
struct RequestProblem: Error, Hashable {
    var message: String

    init(_ message: String) {
        self.message = message
    }
}
