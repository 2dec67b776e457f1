public import Frontdesk
public import FrontdeskDialogue
public import Logging

/// Runs `http` and `rasa` actions, and hands all others to another runner.
///
/// What goes wrong is an outcome and a line in the log. Neither tells what was sent or answered, and neither ever holds
/// the value of an environment variable.
///
/// ```swift
/// let actions = HTTPActions(others: SQLiteActions(database), logger: logger)
/// let desk = Desk(assistant: assistant, actions: actions)
/// ```
public final class HTTPActions: ActionRunner {
    let sender: Sender
    let surroundings: HTTPSurroundings
    let logger: Logger?
    private let others: any ActionRunner

    /// Makes a runner.
    ///
    /// - Parameters:
    ///   - others: Runs what is neither `http` nor `rasa`.
    ///   - transport: Sends the requests.
    ///   - surroundings: Where the time, random numbers and environment variables come from.
    ///   - logger: Is told what went wrong, and what was slow; nil: nothing is logged.
    public init(
        others: any ActionRunner = ActionRegistry(),
        transport: any HTTPTransport = AsyncHTTPTransport(),
        surroundings: HTTPSurroundings = HTTPSurroundings(),
        logger: Logger? = nil
    ) {
        self.others = others
        self.surroundings = surroundings
        self.logger = logger
        sender = Sender(transport: transport, surroundings: surroundings, breakers: Locked([:]))
    }

    /// Runs an action once.
    public func run(_ request: ActionRequest, as definition: ActionDefinition) async -> ActionResult {
        switch definition.kind {
        case .http(let call):
            let result = await run(request, definition, call)
            log(result, request, call.method.rawValue, call.url)
            return result
        case .sql, .custom, .rasa:
            return await others.run(request, as: definition)
        }
    }

    /// Runs an action once; an action server is told of the conversation.
    public func run(
        _ request: ActionRequest,
        as definition: ActionDefinition,
        in context: ActionContext
    ) async -> ActionResult {
        switch definition.kind {
        case .rasa(let call):
            let result = await run(request, call, in: context)
            log(result, request, "POST", call.url)
            return result
        case .http:
            return await run(request, as: definition)
        case .sql, .custom:
            return await others.run(request, as: definition, in: context)
        }
    }

    /// Forgets what other runners kept of a conversation's runs; this one keeps nothing.
    public func forget(conversation: String) async {
        await others.forget(conversation: conversation)
    }

    private func run(_ request: ActionRequest, _ definition: ActionDefinition, _ call: HTTPCall) async
        -> ActionResult
    {
        let filling = RequestFilling(arguments: request.arguments, environment: surroundings.environment)
        let id = IdempotencyKey.of(run: request.key, action: request.action)
        do throws(RequestProblem) {
            let url = try filling.url(call.url, query: call.query)
            var headers = try filling.headers(call.headers)
            let body = try call.body.map { (body) throws(RequestProblem) in try filling.json(body) }
            if body != nil { headers.addUnlessThere("Content-Type", "application/json") }
            headers.addUnlessThere("Accept", "application/json")
            let prepared = OutgoingRequest(
                method: call.method,
                url: url,
                headers: headers,
                body: body,
                timeout: call.terms.timeout,
                responseLimit: call.terms.responseLimit
            )
            let delivery = try await deliver(
                prepared,
                to: call.url,
                call.terms,
                isRepeatable: call.isRepeatable,
                id: id
            )
            return try delivery.result(of: request) { (answer) throws(RequestProblem) in
                AnswerReading(definition: definition, call: call).result(answer, key: request.key)
            }
        } catch {
            return .failed(request, error.message)
        }
    }

    /// Sends a request on its terms: only where it may go, with its key and its signature.
    func deliver(
        _ request: OutgoingRequest,
        to url: RequestText,
        _ terms: RemoteTerms,
        isRepeatable: Bool,
        id: String
    ) async throws(RequestProblem) -> Delivery {
        guard let address = HTTPAddress(request.url) else {
            throw RequestProblem("the address is none that begins with https:// and a host")
        }
        guard address.isSecure || address.isThisMachine || terms.allowsPlainHTTP else {
            throw RequestProblem("the address has no TLS; use https://, or allow it with 'plain_http: true'")
        }
        var request = request
        if let header = terms.idempotencyHeader { request.headers.addUnlessThere(header, id) }
        var signature: WebhookSignature?
        if let name = terms.signingSecret {
            let filling = RequestFilling(arguments: Record(), environment: surroundings.environment)
            signature = WebhookSignature(secret: try filling.variable(name))
            guard signature != nil else {
                throw RequestProblem(
                    "the environment variable \(name) holds no secret 'whsec_…' of 24 to 64 bytes in base64"
                )
            }
        }
        return await sender.send(
            request,
            to: Sender.Host(key: address.host, name: HTTPAddress(url.written)?.host ?? url.written),
            terms,
            isRepeatable: isRepeatable,
            signature: signature,
            id: id
        )
    }

    func log(_ result: ActionResult, _ request: ActionRequest, _ method: String, _ url: RequestText) {
        guard let logger, let failure = result.failure else { return }
        logger.warning(
            "\(request.action): \(result.outcome), \(failure)",
            metadata: ["action": "\(request.action)", "method": "\(method)", "address": "\(url.written)"]
        )
    }
}

extension [OutgoingRequest.Header] {
    mutating func addUnlessThere(_ name: String, _ value: String) {
        guard !contains(where: { $0.name.lowercased() == name.lowercased() }) else { return }
        append(OutgoingRequest.Header(name, value))
    }
}
