import FrontdeskDialogue
import Testing

@testable import FrontdeskHTTPActions

struct AnswerTests {
    private func result(
        _ status: Int,
        _ body: String,
        types: [TypedField] = [TypedField(name: "status", type: .text)],
        change: (inout HTTPCall) -> Void = { _ in }
    ) -> ActionResult {
        var call = HTTPCall.parcel()
        call.fields = types.map {
            HTTPCall.FieldSource(field: $0.name, path: JSONPath([.member($0.name)]))
        }
        change(&call)
        let reading = AnswerReading(definition: .parcel(call, types: types), call: call)
        return reading.result(IncomingAnswer(status: status, body: Array(body.utf8)), key: "k")
    }

    @Test(
        "A value of the declared type is taken as it stands",
        arguments: [
            (ExpressionType.text, #""on its way""#, Value.text("on its way")),
            (.text, "12345678901234567", .text("12345678901234567")), (.number, "4.5", .number(4.5)),
            (.number, #""4.5""#, .text("4.5")), (.boolean, "true", .boolean(true)),
            (.date, #""2026-11-25""#, .text("2026-11-25")), (.money(currency: "EUR"), "49.9", .number(49.9)),
            (.choice(["sent", "lost"]), #""sent""#, .text("sent")),
            (.moment, #""2026-11-25T10:00:00Z""#, .text("2026-11-25T10:00:00Z")),
        ]
    )
    func types(type: ExpressionType, json: String, value: Value) {
        let got = result(200, "{\"x\":\(json)}", types: [TypedField(name: "x", type: type)])
        #expect(got.outcome == "found")
        #expect(got.record?["x"] == value)
        #expect(got.failure == nil)
    }

    @Test(
        "A value of another type is a failure that says where and what, but not the value",
        arguments: [
            (ExpressionType.date, #""soon""#, "the answer's 'x' at x is a text, not a day"),
            (.number, #""many""#, "the answer's 'x' at x is a text, not a number"),
            (.text, #"{"y":1}"#, "the answer's 'x' at x is an object, not a text"),
            (.text, "[1]", "the answer's 'x' at x is a list, not a text"),
            (.boolean, "3", "the answer's 'x' at x is a number, not yes or no"),
            (
                .choice(["sent", "lost"]), #""stolen""#,
                "the answer's 'x' at x is a text, not one of sent, lost"
            ),
            (.text, "null", "the answer lacks 'x': nothing stands at x"),
        ]
    )
    func mismatches(type: ExpressionType, json: String, failure: String) {
        let got = result(200, "{\"x\":\(json)}", types: [TypedField(name: "x", type: type)])
        #expect(got.outcome == "failed")
        #expect(got.failure == failure)
        #expect(got.record == nil)
    }

    @Test("An optional field may be missing")
    func optional() {
        let types = [TypedField(name: "x", type: .date, isOptional: true)]
        for body in ["{}", #"{"x":null}"#] {
            let got = result(200, body, types: types)
            #expect(got.outcome == "found")
            #expect(got.record?["x"] == Value.none)
        }
    }

    @Test(
        "A body that cannot be read is a failure",
        arguments: [
            ("<html>", "the answer is no JSON"), ("", "the answer is empty"),
            ("{\"status\":", "the answer is no JSON"),
            ("[]", "the answer lacks 'status': nothing stands at status"),
        ]
    )
    func unreadable(body: String, failure: String) {
        let got = result(200, body)
        #expect(got.outcome == "failed")
        #expect(got.failure == failure)
    }

    @Test(
        "Status codes without a rule are told apart",
        arguments: [
            (404, "missing", nil), (400, "failed", "the answer was 400"),
            (500, "unavailable", "the answer was 500"),
            (429, "unavailable", "the answer was 429"),
            (301, "failed", "the answer was a redirect (301), which is not followed"),
        ] as [(Int, String, String?)]
    )
    func statuses(status: Int, outcome: String, failure: String?) {
        let got = result(status, "")
        #expect(got.outcome == outcome)
        #expect(got.failure == failure)
    }

    @Test("The answer can name the outcome, as long as the action declares it")
    func namedOutcome() {
        let path = JSONPath([.member("state")])
        #expect(result(200, #"{"state":"lost","status":"x"}"#) { $0.outcomePath = path }.outcome == "lost")
        let odd = result(200, #"{"state":"eaten","status":"x"}"#) { $0.outcomePath = path }
        #expect(odd.outcome == "failed")
        #expect(odd.failure == "the answer names an outcome at state that the action does not declare")
        let none = result(200, #"{"status":"x"}"#) { $0.outcomePath = path }
        #expect(none.failure == "the answer has no text at state, where the outcome's name should be")
    }

    @Test(
        "Places in a document are names and positions",
        arguments: [
            ("a.b[1].c", #"{"a":{"b":[0,{"c":7}]}}"#, JSONDocument.integer(7)),
            ("$", "[1]", .list([.integer(1)])), ("$.a", #"{"a":null}"#, .null),
            ("[0][1]", "[[1,2]]", .integer(2)),
            (#"["a.b"].c"#, #"{"a.b":{"c":1.5}}"#, .number(1.5)), ("a[3]", #"{"a":[1]}"#, nil),
            ("a.b", #"{"a":1}"#, nil),
        ] as [(String, String, JSONDocument?)]
    )
    func paths(path: String, json: String, expected: JSONDocument?) throws {
        let document = try #require(JSONDocument(Array(json.utf8)))
        #expect(document[try #require(JSONPath(path))] == expected)
        #expect(JSONPath(try #require(JSONPath(path)).written) == JSONPath(path))
    }

    @Test(
        "What is no place is none",
        arguments: ["a..b", "a[", "a[*]", "a[-1]", ".a", "a.", "$a", "a b", "a[0]b", "a.[0]"]
    )
    func noPaths(path: String) {
        #expect(JSONPath(path) == nil)
    }
}
