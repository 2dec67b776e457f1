import Frontdesk
import FrontdeskDialogue
import FrontdeskHTTPActions

/// Answers requests from a list, the last entry again and again, and keeps what was sent.
final class ScriptedTransport: HTTPTransport {
    typealias Step = Result<IncomingAnswer, TransportError>

    private let script: [Step]
    private let log = Locked<[OutgoingRequest]>([])

    init(_ script: [Step]) {
        self.script = script
    }

    var sent: [OutgoingRequest] { log.withLock { $0 } }

    func send(_ request: OutgoingRequest) async throws(TransportError) -> IncomingAnswer {
        let place = log.withLock { log in
            log.append(request)
            return log.count - 1
        }
        return try script[min(place, script.count - 1)].get()
    }

    static func status(_ status: Int, _ body: String = "", _ headers: [(String, String)] = []) -> Step {
        .success(
            IncomingAnswer(
                status: status,
                headers: headers.map { OutgoingRequest.Header($0.0, $0.1) },
                body: Array(body.utf8)
            )
        )
    }
}

/// Surroundings that stand still: waits are kept, not waited for, and move the clock on.
final class StillSurroundings: Sendable {
    let now = Locked<Int64>(1_795_428_000_000)
    let waits = Locked<[Int64]>([])
    let variables: [String: String]

    init(_ variables: [String: String] = [:]) {
        self.variables = variables
    }

    private struct Clock: ClockReading {
        let now: Locked<Int64>
        var milliseconds: Int64 { now.withLock { $0 } }
    }

    func surroundings(random: Double = 0.5) -> HTTPSurroundings {
        HTTPSurroundings(
            clock: Clock(now: now),
            uptime: { [now] in now.withLock { $0 } },
            pause: { [now, waits] wait in
                waits.withLock { $0.append(wait) }
                now.withLock { $0 += wait }
            },
            random: { random },
            environment: { [variables] in variables[$0] }
        )
    }
}
