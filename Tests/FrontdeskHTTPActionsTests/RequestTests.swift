import FrontdeskDialogue
import FrontdeskMatching
import Testing

@testable import FrontdeskHTTPActions

struct RequestTests {
    private static let filling = RequestFilling(
        arguments: Record([
            Record.Field("name", .text("Ada \"the\" Byron\n{{number}}${TOKEN}")),
            Record.Field("number", .number(42)), Record.Field("price", .number(4.5)),
            Record.Field("agreed", .boolean(true)), Record.Field("nothing", .none),
            Record.Field("total", .money(Money(minorUnits: 4990, currency: "EUR"))),
            Record.Field("day", .date(CivilDate(year: 2026, month: 11, day: 25))),
            Record.Field("at", .time(TimeOfDay(hour: 9, minute: 5))),
            Record.Field("wait", .duration(90_000)), Record.Field("slash", .text("../a b?x=1&y#z")),
            Record.Field("dots", .text("..")),
        ]),
        environment: { ["TOKEN": "s3cret", "BASE": "https://carrier.example/v1", "EMPTY": ""][$0] }
    )

    @Test(
        "Values go into a JSON body as JSON, whatever they hold",
        arguments: [
            (RequestJSON.argument("name"), #""Ada \"the\" Byron\n{{number}}${TOKEN}""#),
            (.argument("number"), "42"), (.argument("price"), "4.5"), (.argument("agreed"), "true"),
            (.argument("nothing"), "null"), (.argument("unknown"), "null"), (.argument("total"), "49.90"),
            (.argument("day"), #""2026-11-25""#), (.argument("at"), #""09:05""#), (.argument("wait"), "90"),
            (.text(RequestText([.text("No. "), .argument("number")])), #""No. 42""#),
            (.text(RequestText([.environment("TOKEN")])), #""s3cret""#),
            (.number("1e3"), "1e3"), (.null, "null"), (.boolean(false), "false"), (.list([]), "[]"),
            (.text(RequestText(text: "\u{1}\t\\ ü")), #""\u0001\t\\ ü""#),
            (
                .object([
                    RequestJSON.Member("a\"b", .list([.number("1"), .null])),
                    RequestJSON.Member("c", .object([])),
                ]), #"{"a\"b":[1,null],"c":{}}"#
            ),
        ]
    )
    func json(template: RequestJSON, expected: String) throws {
        #expect(String(decoding: try Self.filling.json(template), as: UTF8.self) == expected)
    }

    @Test(
        "An argument is one part of an address and cannot change where a request goes",
        arguments: [
            (["https://h/", "number", "/x"], "https://h/42/x"),
            (["https://h/", "slash"], "https://h/..%2Fa%20b%3Fx%3D1%26y%23z"),
            (["https://h/", "day"], "https://h/2026-11-25"),
        ]
    )
    func addresses(parts: [String], expected: String) throws {
        let text = RequestText(parts.enumerated().map { $0 == 1 ? .argument($1) : .text($1) })
        #expect(try Self.filling.url(text, query: []) == expected)
    }

    @Test("The query is escaped, too, and joins one that the address has")
    func queries() throws {
        let query = [
            NamedText("q", RequestText([.argument("slash")])), NamedText("k y", RequestText(text: "ü")),
        ]
        let url = RequestText([.environment("BASE"), .text("/find?a=1")])
        #expect(
            try Self.filling.url(url, query: query)
                == "https://carrier.example/v1/find?a=1&q=..%2Fa%20b%3Fx%3D1%26y%23z&k%20y=%C3%BC"
        )
    }

    @Test(
        "What would lead elsewhere, or is not there, makes no request",
        arguments: [
            (
                RequestText([.text("https://h/"), .argument("dots")]),
                "an argument of the address is empty or '..'"
            ),
            (
                RequestText([.text("https://h/"), .argument("nothing")]),
                "an argument of the address is empty or '..'"
            ),
            (RequestText([.environment("MISSING")]), "the environment variable MISSING is not set"),
            (RequestText([.environment("EMPTY")]), "the environment variable EMPTY is not set"),
            (RequestText([.text("https://h/a b")]), "the address holds a space or a control character"),
        ]
    )
    func refusedAddresses(url: RequestText, message: String) {
        #expect(throws: RequestProblem(message)) { try Self.filling.url(url, query: []) }
    }

    @Test("A header holds no line end, so that nobody can add another one")
    func headers() throws {
        let token = NamedText("Authorization", RequestText([.text("Bearer "), .environment("TOKEN")]))
        #expect(
            try Self.filling.headers([token]) == [OutgoingRequest.Header("Authorization", "Bearer s3cret")]
        )
        #expect(throws: RequestProblem("the header X-Name would hold a control character")) {
            try Self.filling.headers([NamedText("X-Name", RequestText([.argument("name")]))])
        }
    }

    @Test(
        "The host decides whether an address needs TLS",
        arguments: [
            ("https://api.example.com/x", true, false), ("http://127.0.0.1:80/", false, true),
            ("http://localhost", false, true), ("http://[::1]:8080/", false, true),
            ("http://127.0.0.1.evil.example/", false, false), ("http://127.evil.example/", false, false),
            ("HTTP://Api.Example.com", false, false),
        ]
    )
    func hosts(url: String, isSecure: Bool, isThisMachine: Bool) throws {
        let address = try #require(HTTPAddress(url))
        #expect(address.isSecure == isSecure)
        #expect(address.isThisMachine == isThisMachine)
    }

    @Test(
        "What is no address of HTTP is refused",
        arguments: ["ftp://h/", "https://", "https:///x", "https://u:p@h/", "//h", "", "https://h h/"]
    )
    func noAddresses(url: String) {
        #expect(HTTPAddress(url) == nil)
    }

    @Test("A key is the same for the same step and tells nothing of the conversation")
    func keys() {
        let key = IdempotencyKey.of(run: "ada@example.com/3/1/store", action: "labels.order")
        #expect(key == IdempotencyKey.of(run: "ada@example.com/3/1/store", action: "labels.order"))
        #expect(key.hasPrefix("fd_"))
        #expect(key.utf8.count == 35)
        #expect(!key.contains("ada"))
        for other in ["ada@example.com/3/2/store", "ada@example.com/4/1/store", "ada@example.com/3/1/other"] {
            #expect(key != IdempotencyKey.of(run: other, action: "labels.order"))
        }
        #expect(key != IdempotencyKey.of(run: "ada@example.com/3/1/store", action: "labels.cancel"))
    }

    @Test("Signatures are those of Standard Webhooks")
    func signatures() throws {
        // The example of the specification's reference implementations.
        let signature = try #require(WebhookSignature(secret: "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"))
        let headers = signature.headers(
            id: "msg_p5jXN8AQM9LWM0D4loKWxJek",
            seconds: 1_614_265_330,
            body: Array(#"{"test": 2432232314}"#.utf8)
        )
        #expect(headers.map(\.name) == ["webhook-id", "webhook-timestamp", "webhook-signature"])
        #expect(
            headers.map(\.value) == [
                "msg_p5jXN8AQM9LWM0D4loKWxJek", "1614265330",
                "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
            ]
        )
    }

    @Test(
        "A secret that is none signs nothing",
        arguments: ["MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", "whsec_", "whsec_short", "whsec_!!!!", "whsec_YWJj"]
    )
    func badSecrets(secret: String) {
        #expect(WebhookSignature(secret: secret) == nil)
    }
}
