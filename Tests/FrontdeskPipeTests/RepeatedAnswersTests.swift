import Testing

@testable import FrontdeskPipe

@Suite("Answers kept for requests that come again")
struct RepeatedAnswersTests {
    @Test("The latest thousand are kept, whatever was forgotten between")
    func bounded() throws {
        let answers = RepeatedAnswers()
        for number in 0..<1500 { answers.keep([UInt8(number % 256)], for: try request(number)) }
        #expect(answers.line(for: try request(499)) == nil)
        #expect(answers.line(for: try request(500)) == [UInt8(500 % 256)])
        // Ten conversations: a tenth goes.
        answers.forget("c1")
        #expect(answers.line(for: try request(501)) == nil)
        #expect(answers.line(for: try request(502)) == [UInt8(502 % 256)])
        for number in 1500..<1601 { answers.keep([1], for: try request(number)) }
        #expect(answers.line(for: try request(500)) == nil)
        #expect(answers.line(for: try request(502)) != nil)
        #expect(answers.line(for: try request(1600)) == [1])
    }

    @Test("A message and an act of an agent do not share ids, and requests without id are not kept")
    func keys() throws {
        let answers = RepeatedAnswers()
        var act = try request(7)
        answers.keep([1], for: act)
        var message = act
        message.body = .message(Request.Message(text: "hello"))
        #expect(answers.line(for: message) == nil)
        #expect(answers.line(for: act) == [1])
        act.id = nil
        answers.keep([2], for: act)
        #expect(answers.line(for: act) == nil)
    }

    private func request(_ number: Int) throws -> Request {
        let text =
            #"{"type":"agent","conversation":"c\#(number % 10)","id":"\#(number)","agent":"Robin","do":"claim"}"#
        return try #require(
            try RequestReader.read(LineSplitter.Line(number: 1, content: .bytes(Array(text.utf8))))
        )
    }
}
