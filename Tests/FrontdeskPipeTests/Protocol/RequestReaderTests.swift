import FrontdeskDialogue
import Testing

@testable import FrontdeskPipe

@Suite("Requests of the pipe")
struct RequestReaderTests {
    private func read(_ line: String) throws -> Request? {
        try RequestReader.read(Array(line.utf8), line: 7)
    }

    @Test("A message may leave its type out and carry everything that is known")
    func message() throws {
        let line = """
            {"conversation":"c1","id":"m1","text":"hello","at":"2026-11-22T08:00:00Z","choice":"yes","lang":"en",\
            "user_hash":"ab12","customer":{"id":"u1","name":"Ada Byron","email":"ada@example.com","tier":"vip"},\
            "attachments":[{"name":"a.png","media_type":"image/png","url":"https://example.com/a.png"}],"extra":1}
            """
        let request = try #require(try read(line))
        #expect(request.line == 7)
        #expect(request.id == "m1")
        #expect(request.conversation == "c1")
        #expect(request.at == 1_795_334_400_000)
        guard case .message(let message) = request.body else {
            Issue.record("not a message")
            return
        }
        #expect(message.text == "hello")
        #expect(message.choice == "yes")
        #expect(message.userHash == "ab12")
        let customer = CustomerProfile(
            id: "u1",
            name: "Ada Byron",
            email: "ada@example.com",
            language: "en",
            tier: "vip"
        )
        #expect(message.customer == customer)
        let file = Attachment(name: "a.png", mediaType: "image/png", url: "https://example.com/a.png")
        #expect(message.attachments == [file])
    }

    @Test(
        "Every other type is read",
        arguments: [
            (#"{"type":"reload"}"#, Request.Body.reload), (#"{"type":"ping"}"#, .ping),
            (#"{"type":"export","conversation":"c"}"#, .export),
            (#"{"type":"erase","conversation":"c"}"#, .erase),
            (#"{"type":"explain","conversation":"c"}"#, .explain(turn: nil)),
            (#"{"type":"explain","conversation":"c","turn":2}"#, .explain(turn: 2)),
            (
                #"{"type":"event","conversation":"c","name":"order.delayed","fields":{"days":2,"why":"snow"}}"#,
                .event(
                    .init(
                        ExternalEvent(
                            name: "order.delayed",
                            fields: Record([.init("days", .number(2)), .init("why", .text("snow"))])
                        )
                    )
                )
            ),
            (
                #"{"type":"event","conversation":"c","name":"e","channel":"web","customer":{"consent":["orders"]}}"#,
                .event(
                    .init(
                        ExternalEvent(name: "e"),
                        customer: CustomerProfile(consent: ["orders"]),
                        channel: "web"
                    )
                )
            ),
            (
                #"{"type":"event","conversation":"c","name":"e","customer":{"preferences":{"size":"M"}}}"#,
                .event(.init(ExternalEvent(name: "e"), customer: CustomerProfile(preferences: ["size": "M"])))
            ),
            (
                #"{"type":"agent","conversation":"c","agent":"Robin","do":"say","text":"Hi","token":3}"#,
                .agent(.init(agent: "Robin", act: .say, text: "Hi", outcome: .resolved, token: 3))
            ),
            (
                #"{"type":"agent","conversation":"c","agent":"Robin","do":"return","outcome":"needs_desk"}"#,
                .agent(.init(agent: "Robin", act: .giveBack, text: nil, outcome: .needsDesk, token: nil))
            ),
        ]
    )
    func otherTypes(line: String, body: Request.Body) throws {
        #expect(try read(line)?.body == body)
    }

    @Test(
        "A request that does not fit is refused with a code and the name of the field",
        arguments: [
            ("hello", "bad_json", "byte 1"), ("[1]", "bad_json", "a list"),
            ("{\"text\":\"a\"", "bad_json", "byte 12"),
            (#"{"type":"shout","conversation":"c"}"#, "unknown_type", "\"shout\""),
            (#"{"type":"rate","conversation":"c"}"#, "missing_field", "\"rating\""),
            (#"{"type":"rate","conversation":"c","rating":"five"}"#, "bad_field", "up or down"),
            (#"{"type":7,"conversation":"c"}"#, "bad_field", "\"type\""),
            (#"{"text":"a"}"#, "missing_field", "\"conversation\""),
            (#"{"conversation":"c"}"#, "missing_field", "\"text\""),
            (#"{"conversation":"c","text":null}"#, "missing_field", "\"text\""),
            (#"{"conversation":"c","text":5}"#, "bad_field", "\"text\""),
            (#"{"conversation":5,"text":"a"}"#, "bad_field", "\"conversation\""),
            (#"{"conversation":"","text":"a"}"#, "bad_field", "1 to 256"),
            (#"{"conversation":"a\nb","text":"a"}"#, "bad_field", "control"),
            (#"{"conversation":"c","id":1,"text":"a"}"#, "bad_field", "\"id\""),
            (#"{"conversation":"c","text":"a","at":"today"}"#, "bad_field", "RFC 3339"),
            (#"{"conversation":"c","text":"a","customer":"Ada"}"#, "bad_field", "\"customer\""),
            (#"{"conversation":"c","text":"a","customer":{"name":1}}"#, "bad_field", "\"name\""),
            (
                #"{"conversation":"c","text":"a","customer":{"preferences":["size"]}}"#, "bad_field",
                "\"preferences\""
            ),
            (
                #"{"conversation":"c","text":"a","customer":{"preferences":{"size":1}}}"#, "bad_field",
                "\"size\""
            ),
            (#"{"conversation":"c","text":"a","attachments":{}}"#, "bad_field", "\"attachments\""),
            (#"{"conversation":"c","text":"a","attachments":[1]}"#, "bad_field", "\"attachments\""),
            (#"{"conversation":"c","text":"a","attachments":[{}]}"#, "missing_field", "\"name\""),
            (#"{"type":"event","conversation":"c"}"#, "missing_field", "\"name\""),
            (#"{"type":"event","conversation":"c","name":"x","fields":{"a":[]}}"#, "bad_field", "\"a\""),
            (#"{"type":"agent","conversation":"c","do":"claim"}"#, "missing_field", "\"agent\""),
            (#"{"type":"agent","conversation":"c","agent":"R"}"#, "missing_field", "\"do\""),
            (#"{"type":"agent","conversation":"c","agent":"R","do":"dance"}"#, "bad_field", "claim, say"),
            (#"{"type":"agent","conversation":"c","agent":"R","do":"say"}"#, "missing_field", "\"text\""),
            (
                #"{"type":"agent","conversation":"c","agent":"R","do":"claim","token":"x"}"#, "bad_field",
                "\"token\""
            ),
            (#"{"type":"explain","conversation":"c","turn":"2"}"#, "bad_field", "\"turn\""),
            (#"{"type":"export"}"#, "missing_field", "an export needs it"),
        ]
    )
    func refusals(line: String, code: String, part: String) {
        let refusal = #expect(throws: RequestReader.Refusal.self) { try read(line) }
        #expect(refusal?.error.code.rawValue == code)
        #expect(refusal?.error.message.contains(part) == true, "\(refusal?.error.message ?? "")")
    }

    @Test("A refusal names the request and the conversation where they could be read")
    func attribution() {
        let refusal = #expect(throws: RequestReader.Refusal.self) {
            try read(#"{"conversation":"c9","id":"m3","text":[]}"#)
        }
        #expect(refusal?.id == "m3")
        #expect(refusal?.conversation == "c9")
    }

    @Test(
        "Bytes that are not UTF-8 are refused",
        arguments: [[0xFF], [0x22, 0xC3, 0x22], [0xED, 0xA0, 0x80]]
    )
    func notUTF8(bytes: [UInt8]) {
        let refusal = #expect(throws: RequestReader.Refusal.self) { try RequestReader.read(bytes, line: 1) }
        #expect(refusal?.error.code == .notUTF8)
    }

    @Test("Empty lines are no requests, and a byte order mark may begin the first line")
    func emptyLines() throws {
        #expect(try read("") == nil)
        #expect(try read(" \t ") == nil)
        let marked = [0xEF, 0xBB, 0xBF] + Array(#"{"type":"ping"}"#.utf8)
        #expect(try RequestReader.read(marked, line: 1)?.body == .ping)
        #expect(throws: RequestReader.Refusal.self) { try RequestReader.read(marked, line: 2) }
    }
}
