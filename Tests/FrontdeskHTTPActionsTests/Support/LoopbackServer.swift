import Frontdesk
import NIOCore
import NIOHTTP1
import NIOPosix

/// An HTTP server on a free port of this machine that answers as it is told.
final class LoopbackServer: Sendable {
    struct Seen: Sendable {
        var method: String
        var path: String
        var headers: [(name: String, value: String)]
        var body: String

        func header(_ name: String) -> String? { headers.first { $0.name.lowercased() == name }?.value }
    }

    struct Answer: Sendable {
        var status = 200
        var headers: [(String, String)] = []
        var body = ""
        /// Milliseconds before the answer.
        var delay: Int64 = 0
        /// Closes the connection without a word.
        var hangsUp = false
    }

    typealias Behaviour = @Sendable (Seen) -> Answer

    let port: Int
    private let channel: any Channel
    private let log: Locked<[Seen]>

    private init(_ channel: any Channel, _ log: Locked<[Seen]>) {
        self.channel = channel
        self.log = log
        port = channel.localAddress?.port ?? 0
    }

    var seen: [Seen] { log.withLock { $0 } }
    var address: String { "http://127.0.0.1:\(port)" }

    static func start(_ behaviour: @escaping Behaviour) async throws -> LoopbackServer {
        let log = Locked<[Seen]>([])
        let channel = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .childChannelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    try channel.pipeline.syncOperations.configureHTTPServerPipeline()
                    try channel.pipeline.syncOperations.addHandler(Handler(behaviour, log))
                }
            }
            .bind(host: "127.0.0.1", port: 0).get()
        return LoopbackServer(channel, log)
    }

    func stop() async throws {
        try await channel.close()
    }

    private final class Handler: ChannelInboundHandler {
        typealias InboundIn = HTTPServerRequestPart
        typealias OutboundOut = HTTPServerResponsePart

        private let behaviour: Behaviour
        private let log: Locked<[Seen]>
        private var head: HTTPRequestHead?
        private var body = ""

        init(_ behaviour: @escaping Behaviour, _ log: Locked<[Seen]>) {
            self.behaviour = behaviour
            self.log = log
        }

        func channelRead(context: ChannelHandlerContext, data: NIOAny) {
            switch unwrapInboundIn(data) {
            case .head(let head):
                self.head = head
                body = ""
            case .body(let buffer):
                body += String(buffer: buffer)
            case .end:
                guard let head else { return }
                let headers = head.headers.map { (name: $0.name, value: $0.value) }
                let seen = Seen(method: head.method.rawValue, path: head.uri, headers: headers, body: body)
                log.withLock { $0.append(seen) }
                answer(behaviour(seen), context)
            }
        }

        private func answer(_ answer: Answer, _ context: ChannelHandlerContext) {
            let bound = NIOLoopBound((self, context), eventLoop: context.eventLoop)
            context.eventLoop.scheduleTask(in: .milliseconds(answer.delay)) {
                let (handler, context) = bound.value
                guard !answer.hangsUp else { return context.close(promise: nil) }
                var headers = HTTPHeaders(answer.headers)
                headers.add(name: "Content-Length", value: "\(answer.body.utf8.count)")
                let head = HTTPResponseHead(
                    version: .http1_1,
                    status: HTTPResponseStatus(statusCode: answer.status),
                    headers: headers
                )
                context.write(handler.wrapOutboundOut(.head(head)), promise: nil)
                context.write(
                    handler.wrapOutboundOut(.body(.byteBuffer(ByteBuffer(string: answer.body)))),
                    promise: nil
                )
                context.writeAndFlush(handler.wrapOutboundOut(.end(nil)), promise: nil)
            }
        }
    }
}
