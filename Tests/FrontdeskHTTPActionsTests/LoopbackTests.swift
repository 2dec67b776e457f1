import Frontdesk
import FrontdeskDialogue
import Logging
import Testing

@testable import FrontdeskHTTPActions

/// Over real connections on this machine.
struct LoopbackTests {
    private func ask(
        _ terms: RemoteTerms = RemoteTerms(),
        _ method: HTTPCall.Method = .get,
        body: RequestJSON? = nil,
        variables: [String: String] = [:],
        headers: [NamedText] = [],
        logger: Logger? = nil,
        _ behaviour: @escaping LoopbackServer.Behaviour
    ) async throws -> (result: ActionResult, seen: [LoopbackServer.Seen]) {
        let server = try await LoopbackServer.start(behaviour)
        var call = HTTPCall.parcel(method, at: server.address, terms, body: body)
        call.headers = headers
        let actions = HTTPActions(
            transport: AsyncHTTPTransport(),
            surroundings: StillSurroundings(variables).surroundings(random: 0),
            logger: logger
        )
        let result = await actions.run(.parcel(), as: .parcel(call))
        let seen = server.seen
        try await server.stop()
        return (result, seen)
    }

    @Test("A request goes out as declared, and its answer becomes a row")
    func success() async throws {
        let body = RequestJSON.object([RequestJSON.Member("number", .argument("number"))])
        let (result, seen) = try await ask(
            RemoteTerms(idempotencyHeader: "Idempotency-Key"),
            .put,
            body: body
        ) { _ in
            LoopbackServer.Answer(body: #"{"status":"on its way"}"#)
        }
        #expect(result.outcome == "done")
        #expect(result.record?["status"] == .text("on its way"))
        #expect(seen.count == 1)
        #expect(seen.first?.method == "PUT")
        #expect(seen.first?.path == "/parcels/P-1")
        #expect(seen.first?.body == #"{"number":"P-1"}"#)
        #expect(seen.first?.header("content-type") == "application/json")
        #expect(seen.first?.header("idempotency-key")?.hasPrefix("fd_") == true)
    }

    @Test("A redirect is not followed")
    func redirect() async throws {
        let (result, seen) = try await ask { _ in
            LoopbackServer.Answer(status: 302, headers: [("Location", "/elsewhere")])
        }
        #expect(result.outcome == "failed")
        #expect(seen.map(\.path) == ["/parcels/P-1"])
    }

    @Test("An answer that takes too long is given up")
    func timeout() async throws {
        let (result, _) = try await ask(RemoteTerms(timeout: 50)) { _ in
            LoopbackServer.Answer(body: "{}", delay: 5000)
        }
        #expect(result.outcome == "unavailable")
        #expect(result.failure?.hasSuffix("no answer within 50 ms") == true)
    }

    @Test("An answer larger than the limit is not read")
    func size() async throws {
        let (result, _) = try await ask(RemoteTerms(responseLimit: 100)) { _ in
            LoopbackServer.Answer(body: "{\"status\":\"\(String(repeating: "x", count: 200))\"}")
        }
        #expect(result.outcome == "failed")
        #expect(result.failure?.hasSuffix("the answer has more than 100 bytes") == true)
    }

    @Test("A connection that breaks is tried again")
    func broken() async throws {
        let count = Locked(0)
        let (result, seen) = try await ask(RemoteTerms(retry: RemoteTerms.Retry(times: 2))) { _ in
            let turn = count.withLock { count in
                count += 1
                return count
            }
            return turn == 1
                ? LoopbackServer.Answer(hangsUp: true) : LoopbackServer.Answer(body: #"{"status":"here"}"#)
        }
        #expect(result.outcome == "found")
        #expect(seen.count == 2)
    }

    @Test("Nobody listens: the action is unavailable, and says so without an address")
    func unreachable() async throws {
        let server = try await LoopbackServer.start { _ in LoopbackServer.Answer() }
        let address = server.address
        try await server.stop()
        let actions = HTTPActions(surroundings: StillSurroundings().surroundings())
        let result = await actions.run(.parcel(), as: .parcel(.parcel(at: address)))
        #expect(result.outcome == "unavailable")
        #expect(result.failure == "\(address.dropFirst(7)): cannot be reached: no connection is taken")
    }

    @Test("Secrets are sent, and show nowhere else")
    func secrets() async throws {
        let secrets = ["TOKEN": "tok-6f1c8a", "SIGNING": "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"]
        let lines = Locked<[String]>([])
        let logger = Logger(label: "test") { _ in LineLog(lines: lines) }
        let terms = RemoteTerms(signingSecret: "SIGNING")
        let headers = [NamedText("Authorization", RequestText([.text("Bearer "), .environment("TOKEN")]))]
        for status in [200, 401, 500] {
            let (result, seen) = try await ask(terms, variables: secrets, headers: headers, logger: logger) {
                seen in
                // A system that tells back what it was sent.
                LoopbackServer.Answer(status: status, body: "\(seen.headers)")
            }
            #expect(seen.first?.header("authorization") == "Bearer tok-6f1c8a")
            #expect(seen.first?.header("webhook-signature")?.hasPrefix("v1,") == true)
            #expect(result.failure != nil)
            let told = "\(result) \(lines.withLock { $0 })"
            #expect(!told.contains("6f1c8a"))
            #expect(!told.contains("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"))
        }
        #expect(lines.withLock { $0.count } == 3)
        #expect(lines.withLock { $0.last }?.contains("parcels.find: unavailable, the answer was 500") == true)
    }
}
