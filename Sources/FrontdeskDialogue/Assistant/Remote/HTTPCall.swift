/// A request that an action makes of another system, and what its answer means.
public struct HTTPCall: Sendable, Hashable, Codable {
    /// What is done at the address.
    public enum Method: String, Sendable, Hashable, Codable, CaseIterable {
        case get = "GET"
        case head = "HEAD"
        case post = "POST"
        case put = "PUT"
        case patch = "PATCH"
        case delete = "DELETE"

        /// Whether a request made twice does the same as one made once (RFC 9110, section 9.2.2).
        public var isIdempotent: Bool { self != .post && self != .patch }

        /// Whether it changes nothing (RFC 9110, section 9.2.1).
        public var isSafe: Bool { self == .get || self == .head }
    }

    /// What a range of status codes means.
    public struct StatusRule: Sendable, Hashable, Codable {
        /// The lowest status code, 100…599.
        public var first: Int
        /// The highest one.
        public var last: Int
        /// The outcome.
        public var outcome: String

        /// Makes a rule.
        public init(first: Int, last: Int, outcome: String) {
            self.first = first
            self.last = last
            self.outcome = outcome
        }
    }

    /// Where a field of the row stands in the answer.
    public struct FieldSource: Sendable, Hashable, Codable {
        /// The field.
        public var field: String
        /// Its place.
        public var path: JSONPath

        /// Makes a source.
        public init(field: String, path: JSONPath) {
            self.field = field
            self.path = path
        }
    }

    /// What is done.
    public var method: Method
    /// The address.
    public var url: RequestText
    /// What is added to the address behind `?`.
    public var query: [NamedText]
    /// The headers.
    public var headers: [NamedText]
    /// What is sent; nil: nothing.
    public var body: RequestJSON?
    /// Whether it changes anything.
    public var mode: ActionDefinition.Mode
    /// What status codes mean; the first rule that covers one holds.
    public var statuses: [StatusRule]
    /// Where in the answer the name of the outcome stands, which then goes before that of a successful status.
    public var outcomePath: JSONPath?
    /// Where the fields of the row stand.
    public var fields: [FieldSource]
    /// On what terms it is asked.
    public var terms: RemoteTerms

    /// Makes a request.
    public init(
        method: Method = .get,
        url: RequestText,
        query: [NamedText] = [],
        headers: [NamedText] = [],
        body: RequestJSON? = nil,
        mode: ActionDefinition.Mode? = nil,
        statuses: [StatusRule] = [],
        outcomePath: JSONPath? = nil,
        fields: [FieldSource] = [],
        terms: RemoteTerms = RemoteTerms()
    ) {
        self.method = method
        self.url = url
        self.query = query
        self.headers = headers
        self.body = body
        self.mode = mode ?? (method.isSafe ? .read : .write)
        self.statuses = statuses
        self.outcomePath = outcomePath
        self.fields = fields
        self.terms = terms
    }

    /// The outcome of a status code; nil when no rule covers it.
    public func outcome(of status: Int) -> String? {
        statuses.first { $0.first <= status && status <= $0.last }?.outcome
    }

    /// Whether an outcome can come of a successful answer, with a row.
    func comesWithRow(_ outcome: String, among declared: [String]) -> Bool {
        if statuses.contains(where: { $0.outcome == outcome && $0.first <= 299 && $0.last >= 200 }) {
            return true
        }
        guard outcomePath != nil, outcome != "failed", outcome != "unavailable" else { return false }
        return declared.contains(outcome) && !statuses.contains { $0.outcome == outcome }
    }

    /// Whether a request that may have arrived can be made again.
    public var isRepeatable: Bool {
        method.isIdempotent || mode == .read || terms.idempotencyHeader != nil
    }
}
