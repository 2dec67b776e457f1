import AsyncHTTPClient
import Frontdesk
import FrontdeskDialogue
import Glibc
import NIOCore
import NIOHTTP1
import NIOPosix
import NIOSSL

/// Sends requests with async-http-client, over connections that are kept for the next one.
public final class AsyncHTTPTransport: HTTPTransport {
    /// Made for the first request: most assistants ask nobody.
    private let client = Locked<HTTPClient?>(nil)

    /// Makes a transport; its connections close when it goes.
    public init() {}

    deinit {
        guard let client = client.withLock({ $0 }) else { return }
        Task { try? await client.shutdown() }
    }

    /// Sends a request once.
    public func send(_ request: OutgoingRequest) async throws(TransportError) -> IncomingAnswer {
        let client = client.withLock { client in
            let made = client ?? Self.makeClient()
            client = made
            return made
        }
        return try await Self.within(request.timeout) { await Self.result(of: request, client) }
    }

    private static func makeClient() -> HTTPClient {
        var configuration = HTTPClient.Configuration()
        configuration.redirectConfiguration = .disallow
        configuration.timeout = HTTPClient.Configuration.Timeout(connect: .seconds(10))
        configuration.connectionPool.idleTimeout = .seconds(30)
        // The action's own terms say how often something is tried again.
        configuration.connectionPool.retryConnectionEstablishment = false
        return HTTPClient(eventLoopGroupProvider: .singleton, configuration: configuration)
    }

    /// Gives up when the time is over, however slowly bytes still come in.
    private static func within(
        _ milliseconds: Int,
        _ work: @escaping @Sendable () async -> Result<IncomingAnswer, TransportError>
    ) async throws(TransportError) -> IncomingAnswer {
        let result = await withTaskGroup(of: Result<IncomingAnswer, TransportError>?.self) { group in
            group.addTask { await work() }
            group.addTask {
                do { try await Task.sleep(for: .milliseconds(milliseconds)) } catch { return nil }
                return .failure(.timedOut(after: milliseconds))
            }
            defer { group.cancelAll() }
            return await group.next() ?? nil
        }
        return try (result ?? .failure(.broken("the request was cancelled"))).get()
    }

    private static func result(
        of request: OutgoingRequest,
        _ client: HTTPClient
    ) async -> Result<IncomingAnswer, TransportError> {
        var message = HTTPClientRequest(url: request.url)
        message.method = HTTPMethod(rawValue: request.method.rawValue)
        for header in request.headers { message.headers.add(name: header.name, value: header.value) }
        if let body = request.body { message.body = .bytes(ByteBuffer(bytes: body)) }
        do {
            let response = try await client.execute(message, timeout: .milliseconds(Int64(request.timeout)))
            let body = try await response.body.collect(upTo: request.responseLimit)
            return .success(
                IncomingAnswer(
                    status: Int(response.status.code),
                    headers: response.headers.map { OutgoingRequest.Header($0.name, $0.value) },
                    body: Array(body.readableBytesView)
                )
            )
        } catch {
            return .failure(TransportError(error, request))
        }
    }
}

extension TransportError {
    fileprivate init(_ error: any Error, _ request: OutgoingRequest) {
        switch error {
        case is NIOTooManyBytesError:
            self = .tooLarge(limit: request.responseLimit)
        case let error as HTTPClientError:
            switch error {
            case .deadlineExceeded, .readTimeout, .writeTimeout, .connectTimeout, .cancelled,
                .getConnectionFromPoolTimeout:
                self = .timedOut(after: request.timeout)
            case .invalidURL, .emptyHost, .emptyScheme, .traceRequestWithBody, .bodyLengthMismatch:
                self = .unsendable(error.shortDescription)
            default:
                self = .broken(error.shortDescription)
            }
        case let error as ChannelError:
            if case .connectTimeout = error {
                self = .unreachable("no connection in time")
            } else {
                self = .broken("it was closed")
            }
        case let error as NIOConnectionError:
            self = .unreachable(
                error.connectionErrors.isEmpty ? "its name is not known" : "no connection is taken"
            )
        case let error as IOError:
            self =
                [ECONNREFUSED, EHOSTUNREACH, ENETUNREACH].contains(error.errnoCode)
                ? .unreachable("no connection is taken") : .broken("it was closed")
        case is CancellationError:
            self = .timedOut(after: request.timeout)
        case is NIOSSLError, is NIOSSLExtraError, is BoringSSLError:
            self = .unreachable("its certificate or TLS is not accepted")
        default:
            // What an error says of itself may name addresses; its kind is enough for the log.
            self = .broken("\(type(of: error))")
        }
    }
}
