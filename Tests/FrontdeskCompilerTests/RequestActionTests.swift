import FrontdeskDialogue
import Testing

@testable import FrontdeskCompiler

@Suite("Actions that ask other systems")
struct RequestActionTests {
    /// An assistant whose one action has this under `http`, in braces, and what stands beside it.
    private static func files(_ http: String, beside: String = "", outcomes: String = "found missing")
        -> String
    {
        """
        assistant: a
        on: {failed: handoff, unavailable: handoff}
        actions:
          parcels.find:
            takes: [number]
            gives: parcel
            fields: {status: text, eta: optional date}
            http: {\(http)}
        \(beside.isEmpty ? "" : "    \(beside)\n")intents:
          parcel.status: {patterns: "where is it", flow: track}
        flows:
          track:
            slots:
              number: {type: text, ask: Which?}
            states:
              sure:
                ask: Shall I?
                on: {yes: find, no: {say: All right., end: resolved}}
              find:
                do: parcels.find(number)
                on: {\(outcomes.split(separator: " ").map { "\($0): {say: Good., end: resolved}" }.joined(separator: ", "))}
        """
    }

    private static func compile(_ text: String) -> Compilation {
        Compiler.compile([SourceFile(path: "assistant.yaml", text: text)])
    }

    private static let url = #"url: "https://h.example/p/{{number}}""#

    @Test(
        "What is wrong is said with its place and a mend",
        arguments: [
            (#"url: "https://h.example/p""#, "the request does not use the argument 'number'", "FD0131"),
            (
                #"url: "https://h.example/{{numbr}}""#,
                "'{{numbr}}' is not among the arguments under 'takes'", "FD0131"
            ),
            (#"url: "https://h.example/{{number""#, "'{{' has no '}}'", "FD0131"),
            (
                #"url: "https://h.example/${token}""#, "'${token}' is no name of an environment variable",
                "FD0131"
            ),
            (#"url: "{{number}}/x""#, "an argument cannot decide where a request goes", "FD0131"),
            (#"url: "https://{{number}}/x""#, "an argument cannot decide where a request goes", "FD0131"),
            (
                #"url: "https://h.example{{number}}""#, "an argument cannot decide where a request goes",
                "FD0131"
            ),
            (
                #"url: "ftp://h.example/{{number}}""#,
                "this address cannot be asked: 'ftp://h.example/{{number}}'", "FD0103"
            ),
            (
                #"url: "https://me:pw@h.example/{{number}}""#, "the address holds a name and a password",
                "FD0132"
            ),
            ("\(url), query: {api_key: abc123}", "'api_key' holds a secret in the clear", "FD0132"),
            (
                "\(url), headers: {X-Auth-Token: abc123}", "'X-Auth-Token' holds a secret in the clear",
                "FD0132"
            ),
            (
                "\(url), sign: whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", "'sign' holds a secret in the clear",
                "FD0132"
            ),
            ("\(url), headers: {\"a b\": x}", "'a b' cannot be the name of a header", "FD0131"),
            ("\(url), timeout: 3", "'3' has no unit", "FD0036"),
            ("\(url), timeout: 3 days", "'3 days' is not a length of time", "FD0036"),
            ("\(url), timeout: 5m", "'5m' is not a length of time", "FD0036"),
            ("\(url), retry: 11", "'retry' is a whole number from 0 to 10, not '11'", "FD0035"),
            ("\(url), limit: 64", "'64' is not a size", "FD0035"),
            ("\(url), status: {teapot: lost}", "'teapot' is no status code of HTTP", "FD0136"),
            ("\(url), status: {600: lost}", "'600' is no status code of HTTP", "FD0136"),
            ("\(url), status: {500-400: lost}", "'500-400' is no status code of HTTP", "FD0136"),
            ("\(url), read: {statuss: a.b}", "unknown field of 'parcel': 'statuss'", "FD0018"),
            ("\(url), read: {status: a..b}", "'a..b' is no place in a JSON document", "FD0135"),
            ("\(url), method: FETCH", "unknown method 'FETCH'", "FD0017"),
            ("\(url), methd: GET", "unknown key 'methd'", "FD0008"),
        ]
    )
    func mistakes(http: String, message: String, code: String) {
        let found = Self.compile(Self.files(http)).diagnostics.filter { $0.severity == .error }
        #expect(found.map(\.message) == [message])
        #expect(found.map(\.code) == [code])
    }

    @Test("An outcome that a status code names must be handled, and one that it takes away need not be")
    func outcomes() {
        let unhandled = Self.compile(Self.files("\(Self.url), status: {409: taken}", outcomes: "found"))
            .diagnostics
        #expect(unhandled.map(\.message) == ["in the state 'find' the outcome 'taken' leads nowhere"])
        let handled = Self.files("\(Self.url), status: {404: lost}", outcomes: "found lost")
        #expect(Self.compile(handled).diagnostics.map(\.message) == [])
    }

    @Test("A request has the terms that the file gives it, and sensible ones else")
    func terms() throws {
        let http =
            #"method: PUT, url: "${BASE}/p/{{number}}", timeout: 1500ms, retry: {times: 3, wait: 100ms, at_most: 2s}, "#
            + "breaker: {failures: 2, pause: 1m}, limit: 64kB, idempotency_key: X-Key, sign: \"${SECRET}\", "
            + #"body: {n: "{{number}}", t: "no. {{number}}", x: 5, y: "5", z: [true, null]}, outcome: state"#
        let compilation = Self.compile(Self.files(http, outcomes: "done"))
        #expect(compilation.diagnostics.map(\.message) == [])
        let action = try #require(compilation.assistant?.actions.first)
        guard case .http(let call) = action.kind else {
            Issue.record("no request")
            return
        }
        #expect(call.method == .put)
        #expect(call.mode == .write)
        #expect(call.url.pieces == [.environment("BASE"), .text("/p/"), .argument("number")])
        #expect(
            call.terms
                == RemoteTerms(
                    timeout: 1500,
                    retry: RemoteTerms.Retry(times: 3, wait: 100, longestWait: 2000),
                    breaker: RemoteTerms.Breaker(failures: 2, pause: 60_000),
                    responseLimit: 64_000,
                    idempotencyHeader: "X-Key",
                    signingSecret: "SECRET"
                )
        )
        #expect(
            call.body
                == .object([
                    RequestJSON.Member("n", .argument("number")),
                    RequestJSON.Member("t", .text(RequestText([.text("no. "), .argument("number")]))),
                    RequestJSON.Member("x", .number("5")),
                    RequestJSON.Member("y", .text(RequestText(text: "5"))),
                    RequestJSON.Member("z", .list([.boolean(true), .null])),
                ])
        )
        #expect(call.fields.map(\.path.written) == ["status", "eta"])
        #expect(action.outcomes == ["done", "unavailable", "failed"])
    }

    @Test("A notice needs a time, and is said in every language")
    func notices() throws {
        let missing = Self.compile(Self.files(Self.url, beside: "notice: One moment.")).diagnostics
        #expect(missing.map(\.code) == ["FD0022"])
        let text = Self.files(Self.url, beside: "slow: 2 s\n    notice: One moment.")
            .replacing("assistant: a\n", with: "assistant: a\nlanguages: [en, es]\n")
        let compilation = Compiler.compile([
            SourceFile(path: "assistant.yaml", text: text),
            SourceFile(
                path: "a.es.yaml",
                text: "language: es\nactions: {parcels.find: {notice: Un momento.}}"
            ),
        ])
        let patience = try #require(compilation.assistant?.actions.first?.patience)
        #expect(patience.limit == 2000)
        #expect(patience.notice?.variants.first?.source == "One moment.")
        #expect(patience.notice?.translations["es"]?.variants.first?.source == "Un momento.")
    }

    @Test("A flow has the slots that its action fills")
    func filledSlots() {
        let text = """
            assistant: a
            on: {failed: handoff, unavailable: handoff, rejected: handoff}
            actions:
              c.points: {takes: [card], rasa: {url: "http://localhost:5055/webhook", slots: {points: number, teir: text}}}
            intents:
              points: {patterns: "my points", flow: count}
            flows:
              count:
                slots:
                  card: {type: text, ask: Which?}
                  points: {type: number}
                  tier: {type: text, ask: Which tier?}
                states:
                  ask: {do: c.points(card), on: {done: {say: Done., end: resolved}}}
            """
        let found = Self.compile(text).diagnostics
        #expect(found.map(\.message) == ["unknown slot 'teir'"])
        #expect(found.map(\.help) == ["did you mean 'tier'?"])
    }
}
