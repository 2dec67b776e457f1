import Frontdesk
import FrontdeskDialogue
import Testing

@testable import FrontdeskHTTPActions

struct SendingTests {
    private typealias Script = ScriptedTransport

    private static let found = Script.status(200, #"{"status":"on its way"}"#)

    private func run(
        _ script: [ScriptedTransport.Step],
        _ method: HTTPCall.Method = .get,
        _ terms: RemoteTerms,
        random: Double = 0.5
    ) async -> (result: ActionResult, tries: Int, waits: [Int64]) {
        let transport = ScriptedTransport(script)
        let still = StillSurroundings()
        let actions = HTTPActions(transport: transport, surroundings: still.surroundings(random: random))
        let result = await actions.run(.parcel(), as: .parcel(.parcel(method, terms)))
        return (result, transport.sent.count, still.waits.withLock { $0 })
    }

    @Test(
        "What may pass is tried again, with waits that double, drawn evenly from nothing to their limit",
        arguments: [
            ([Script.status(503), Script.status(500), found], 0.5, "found", 3, [50, 100] as [Int64]),
            ([Script.status(503), found], 0, "found", 2, [0]),
            ([.failure(.timedOut(after: 5)), found], 0.999, "found", 2, [99]),
            ([.failure(.unreachable("x")), .failure(.broken("x")), found], 0.5, "found", 3, [50, 100]),
            ([Script.status(503)], 0.5, "unavailable", 4, [50, 100, 150]),
            ([.failure(.timedOut(after: 5))], 0.5, "unavailable", 4, [50, 100, 150]),
            ([Script.status(404)], 0.5, "missing", 1, []), ([Script.status(400)], 0.5, "failed", 1, []),
            ([Script.status(501)], 0.5, "unavailable", 1, []), ([Script.status(302)], 0.5, "failed", 1, []),
            ([.failure(.tooLarge(limit: 10))], 0.5, "failed", 1, []),
        ]
    )
    func retries(
        script: [ScriptedTransport.Step],
        random: Double,
        outcome: String,
        tries: Int,
        waits: [Int64]
    ) async {
        let retry = RemoteTerms.Retry(times: 3, wait: 100, longestWait: 300)
        let got = await run(script, .get, RemoteTerms(retry: retry), random: random)
        #expect(got.result.outcome == outcome)
        #expect(got.tries == tries)
        #expect(got.waits == waits)
    }

    @Test(
        "Only what can be repeated is",
        arguments: [
            (HTTPCall.Method.get, nil, 3), (.head, nil, 3), (.put, nil, 3), (.delete, nil, 3),
            (.post, nil, 1),
            (.patch, nil, 1), (.post, "Idempotency-Key", 3), (.patch, "X-Key", 3),
        ] as [(HTTPCall.Method, String?, Int)]
    )
    func repeatable(method: HTTPCall.Method, key: String?, tries: Int) async {
        let terms = RemoteTerms(retry: RemoteTerms.Retry(times: 2), idempotencyHeader: key)
        let got = await run([Script.status(503)], method, terms)
        #expect(got.tries == tries)
        #expect(got.result.outcome == "unavailable")
    }

    @Test(
        "Retry-After is kept to; what takes too long is not waited for",
        arguments: [
            ("2", [2000] as [Int64], 2), ("0", [50], 2), ("60", [], 1), ("nonsense", [50], 2),
            ("-5", [50], 2),
            ("Mon, 23 Nov 2026 10:00:03 GMT", [3000], 2), ("Mon, 23 Nov 2026 11:00:00 GMT", [], 1),
            ("Mon, 23 Nov 2026 09:00:00 GMT", [50], 2),
        ]
    )
    func retryAfter(header: String, waits: [Int64], tries: Int) async {
        let retry = RemoteTerms.Retry(times: 1, wait: 100, longestWait: 5000)
        let got = await run(
            [Script.status(429, "", [("Retry-After", header)]), Self.found],
            .get,
            RemoteTerms(retry: retry)
        )
        #expect(got.waits == waits)
        #expect(got.tries == tries)
        #expect(got.result.outcome == (tries == 2 ? "found" : "unavailable"))
    }

    @Test("Every try carries the same key and id, and a signature of its own time")
    func sameKey() async {
        let secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"
        let transport = ScriptedTransport([Script.status(503), Script.status(503), Script.status(201)])
        let still = StillSurroundings(["SECRET": secret])
        let actions = HTTPActions(transport: transport, surroundings: still.surroundings())
        let terms = RemoteTerms(
            retry: RemoteTerms.Retry(times: 2, wait: 4000, longestWait: 8000),
            idempotencyHeader: "Idempotency-Key",
            signingSecret: "SECRET"
        )
        let definition = ActionDefinition.parcel(.parcel(.post, terms, body: .object([])), types: [])
        let first = await actions.run(.parcel(), as: definition)
        // A turn that is run again after a crash has the same step.
        let again = await actions.run(.parcel(), as: definition)
        #expect(first.outcome == "done")
        #expect(again.outcome == "done")
        let sent = transport.sent
        #expect(sent.count == 4)
        #expect(Set(sent.map { $0.header("idempotency-key") }).count == 1)
        #expect(Set(sent.map { $0.header("webhook-id") }) == Set(sent.map { $0.header("idempotency-key") }))
        #expect(Set(sent.prefix(3).map { $0.header("webhook-timestamp") }).count == 3)
        #expect(Set(sent.prefix(3).map { $0.header("webhook-signature") }).count == 3)
        #expect(sent.allSatisfy { $0.header("webhook-signature")?.hasPrefix("v1,") == true })
        let other = await actions.run(.parcel(key: "c1/2/1/store"), as: definition)
        #expect(other.outcome == "done")
        #expect(transport.sent.last?.header("idempotency-key") != sent[0].header("idempotency-key"))
    }

    @Test("A host that keeps failing is left alone, tried once after a while, and open again when it answers")
    func breaker() async {
        let transport = ScriptedTransport(
            Array(repeating: Script.status(503), count: 4) + [Self.found]
        )
        let still = StillSurroundings()
        let actions = HTTPActions(transport: transport, surroundings: still.surroundings())
        let terms = RemoteTerms(breaker: RemoteTerms.Breaker(failures: 3, pause: 30_000))
        func ask() async -> [String?] {
            let result = await actions.run(.parcel(), as: .parcel(.parcel(.get, terms)))
            return [result.outcome, result.failure]
        }
        for _ in 0..<3 { #expect(await ask() == ["unavailable", "the answer was 503"]) }
        let told = "api.example.com is left alone for now, because it kept failing"
        #expect(await ask() == ["unavailable", told])
        #expect(transport.sent.count == 3)
        still.now.withLock { $0 += 29_999 }
        #expect(await ask() == ["unavailable", told])
        still.now.withLock { $0 += 1 }
        // The one that tries it out fails, and all goes on as before.
        #expect(await ask() == ["unavailable", "the answer was 503"])
        #expect(await ask() == ["unavailable", told])
        #expect(transport.sent.count == 4)
        still.now.withLock { $0 += 30_000 }
        #expect(await ask() == ["found", nil])
        #expect(await ask() == ["found", nil])
        #expect(transport.sent.count == 6)
    }

    @Test("An open breaker leaves other hosts alone")
    func breakersByHost() async {
        let transport = ScriptedTransport([Script.status(500)])
        let actions = HTTPActions(transport: transport, surroundings: StillSurroundings().surroundings())
        let terms = RemoteTerms(breaker: RemoteTerms.Breaker(failures: 1, pause: 30_000))
        for address in [
            "https://a.example", "https://A.example", "https://b.example", "https://a.example:444",
        ] {
            _ = await actions.run(.parcel(), as: .parcel(.parcel(at: address, terms)))
        }
        #expect(
            transport.sent.map(\.url) == [
                "https://a.example/parcels/P-1", "https://b.example/parcels/P-1",
                "https://a.example:444/parcels/P-1",
            ]
        )
    }

    @Test(
        "While one request tries a host out, others are not let through; one that is lost blocks nobody for ever"
    )
    func halfOpen() {
        let rule = RemoteTerms.Breaker(failures: 1, pause: 100)
        var breaker = CircuitBreaker()
        breaker.note(success: false, at: 0, rule)
        var admitted: [Int64] = []
        for now in [99, 100, 120, 150, 160] as [Int64] where breaker.admits(at: now, trial: 50) {
            admitted.append(now)
        }
        #expect(admitted == [100, 150])
        breaker.note(success: true, at: 160, rule)
        #expect(breaker.state == .closed)
    }

    @Test("A success in between begins the count anew, and 4xx is no failure of the host")
    func counting() {
        let rule = RemoteTerms.Breaker(failures: 2, pause: 100)
        var breaker = CircuitBreaker()
        for success in [false, true, false, true, false] { breaker.note(success: success, at: 0, rule) }
        #expect(breaker.state == .closed)
        breaker.note(success: false, at: 0, rule)
        #expect(breaker.state == .open(until: 100))
    }

    @Test(
        "Plain HTTP leaves the machine only where the file allows it, also when a variable holds the address"
    )
    func plainHTTP() async {
        let variables = ["BASE": "http://carrier.example"]
        var call = HTTPCall.parcel()
        call.url = RequestText([.environment("BASE"), .text("/"), .argument("number")])
        for (allows, outcome, count) in [(false, "failed", 0), (true, "found", 1)] {
            call.terms.allowsPlainHTTP = allows
            let transport = ScriptedTransport([Self.found])
            let actions = HTTPActions(
                transport: transport,
                surroundings: StillSurroundings(variables).surroundings()
            )
            let result = await actions.run(.parcel(), as: .parcel(call))
            #expect(result.outcome == outcome)
            #expect(transport.sent.count == count)
            #expect(result.failure?.contains("carrier.example") != true)
        }
    }
}
