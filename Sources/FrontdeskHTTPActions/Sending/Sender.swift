import Frontdesk
import FrontdeskDialogue

/// What came of sending a request, after all tries.
enum Delivery: Hashable {
    /// The other system answered; what its status means is for the action to say.
    case answered(IncomingAnswer)
    /// It did not answer, or was left alone.
    case unavailable(String)
    /// It answered with what cannot be read.
    case failed(String)

    /// The action's result: what its answer is read as, or that there is none.
    func result(
        of request: ActionRequest,
        reading: (IncomingAnswer) throws(RequestProblem) -> ActionResult
    ) throws(RequestProblem) -> ActionResult {
        switch self {
        case .answered(let answer): try reading(answer)
        case .unavailable(let reason):
            ActionResult(key: request.key, outcome: "unavailable", failure: reason)
        case .failed(let reason): .failed(request, reason)
        }
    }
}

/// Sends requests: through the breaker of their host, again when that helps, and signed.
struct Sender: Sendable {
    /// Where requests go.
    struct Host {
        /// What its breaker is kept under.
        var key: String
        /// What the log calls it: as the file has it, for a variable's value may not be shown.
        var name: String
    }

    let transport: any HTTPTransport
    let surroundings: HTTPSurroundings
    /// By host.
    let breakers: Locked<[String: CircuitBreaker]>

    /// Sends a request until it is answered, or until its terms are used up.
    ///
    /// - Parameters:
    ///   - isRepeatable: Whether it can be sent again when it may have arrived.
    ///   - signature: Signs each try anew.
    ///   - id: The id of the run, for the signature.
    func send(
        _ request: OutgoingRequest,
        to host: Host,
        _ terms: RemoteTerms,
        isRepeatable: Bool,
        signature: WebhookSignature?,
        id: String
    ) async -> Delivery {
        var tries = 0
        while true {
            guard admits(host.key, terms) else {
                return .unavailable("\(host.name) is left alone for now, because it kept failing")
            }
            tries += 1
            let result = await sendOnce(request, signature, id: id)
            note(result, host.key, terms)
            guard isRepeatable, tries <= terms.retry.times,
                let wait = wait(before: tries, after: result, terms)
            else { return Self.delivery(result, host.name, tries: tries) }
            await surroundings.pause(wait)
        }
    }

    private func sendOnce(
        _ request: OutgoingRequest,
        _ signature: WebhookSignature?,
        id: String
    ) async -> Result<IncomingAnswer, TransportError> {
        var request = request
        if let signature {
            let seconds = surroundings.clock.milliseconds / 1000
            request.headers += signature.headers(id: id, seconds: seconds, body: request.body ?? [])
        }
        do { return .success(try await transport.send(request)) } catch { return .failure(error) }
    }

    private func admits(_ host: String, _ terms: RemoteTerms) -> Bool {
        let now = surroundings.uptime()
        return breakers.withLock { $0[host, default: CircuitBreaker()].admits(at: now, trial: terms.timeout) }
    }

    private func note(_ result: Result<IncomingAnswer, TransportError>, _ host: String, _ terms: RemoteTerms)
    {
        let isHealthy =
            switch result {
            case .success(let answer): answer.status < 500
            case .failure(let error): !error.isOutage
            }
        let now = surroundings.uptime()
        breakers.withLock { breakers in
            breakers[host, default: CircuitBreaker()].note(success: isHealthy, at: now, terms.breaker)
        }
    }

    /// How long to wait before the next try; nil when none would help, or it is asked to wait for too long.
    private func wait(
        before retry: Int,
        after result: Result<IncomingAnswer, TransportError>,
        _ terms: RemoteTerms
    ) -> Int64? {
        let own = Backoff.wait(before: retry, terms.retry, random: surroundings.random())
        switch result {
        case .failure(let error):
            return error.isOutage ? own : nil
        case .success(let answer):
            guard Self.busy.contains(answer.status) else { return nil }
            guard
                let asked = answer.header("retry-after").flatMap({
                    Backoff.asked($0, now: surroundings.clock.milliseconds)
                })
            else { return own }
            return asked <= terms.retry.longestWait ? max(asked, own) : nil
        }
    }

    /// Status codes after which the same request may do better.
    static let busy: Set<Int> = [408, 425, 429, 500, 502, 503, 504]

    private static func delivery(
        _ result: Result<IncomingAnswer, TransportError>,
        _ host: String,
        tries: Int
    ) -> Delivery {
        switch result {
        case .success(let answer): return .answered(answer)
        case .failure(let error):
            let told = "\(host): \(error)" + (tries > 1 ? ", \(tries) times" : "")
            return error.isOutage ? .unavailable(told) : .failed(told)
        }
    }
}
