/// On what terms another system is asked: how long, how often, and how much of an answer is read.
public struct RemoteTerms: Sendable, Hashable, Codable {
    /// How often a request that failed is made again.
    public struct Retry: Sendable, Hashable, Codable {
        /// How many more times; 0: never.
        public var times: Int
        /// The longest wait before the first of them, in milliseconds; it doubles each time.
        ///
        /// The wait is drawn evenly from nothing to that, so that many callers do not come back at once.
        public var wait: Int
        /// The longest wait before any of them, in milliseconds, also when the other system asks for more.
        public var longestWait: Int

        /// Makes a rule.
        public init(times: Int = 0, wait: Int = 200, longestWait: Int = 5000) {
            self.times = times
            self.wait = wait
            self.longestWait = longestWait
        }
    }

    /// When a host that keeps failing is left alone.
    public struct Breaker: Sendable, Hashable, Codable {
        /// How many failures in a row open it.
        public var failures: Int
        /// How long it stays open before one request is let through, in milliseconds.
        public var pause: Int

        /// Makes a rule.
        public init(failures: Int = 5, pause: Int = 30_000) {
            self.failures = failures
            self.pause = pause
        }
    }

    /// How long one try may take, answer included, in milliseconds.
    public var timeout: Int
    /// How often it is tried again.
    public var retry: Retry
    /// When its host is left alone.
    public var breaker: Breaker
    /// The largest answer that is read, in bytes.
    public var responseLimit: Int
    /// Whether addresses without TLS outside of this machine may be asked.
    public var allowsPlainHTTP: Bool
    /// The header that carries the run's key, so that the other system takes a repeated request only once; nil: none.
    public var idempotencyHeader: String?
    /// The environment variable with the `whsec_…` secret that requests are signed with (Standard Webhooks); nil: they
    /// are not signed.
    public var signingSecret: String?

    /// Makes terms.
    public init(
        timeout: Int = 5000,
        retry: Retry = Retry(),
        breaker: Breaker = Breaker(),
        responseLimit: Int = 262_144,
        allowsPlainHTTP: Bool = false,
        idempotencyHeader: String? = nil,
        signingSecret: String? = nil
    ) {
        self.timeout = timeout
        self.retry = retry
        self.breaker = breaker
        self.responseLimit = responseLimit
        self.allowsPlainHTTP = allowsPlainHTTP
        self.idempotencyHeader = idempotencyHeader
        self.signingSecret = signingSecret
    }
}
