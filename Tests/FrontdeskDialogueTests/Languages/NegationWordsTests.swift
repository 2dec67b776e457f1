import FrontdeskMatching
import Testing

@testable import FrontdeskDialogue

/// What a no behind a value reaches.
@Suite struct NegationWordsTests {
    @Test(
        "A value is shut out by the words behind it",
        arguments: [
            // The language, the message, the value in it, whether it is a day, and whether it is shut out.
            ("es", "el lunes no", "lunes", true, true),
            ("es", "el lunes no, el martes", "lunes", true, true),
            ("es", "el lunes no, el martes", "martes", true, false),
            ("es", "el lunes tampoco", "lunes", true, true),
            ("es", "el lunes no puedo", "lunes", true, true),
            ("es", "el lunes no me viene bien", "lunes", true, true),
            ("es", "el lunes, no el martes", "lunes", true, false),
            ("es", "el lunes no?", "lunes", true, false),
            ("es", "el lunes, ¿no?", "lunes", true, false),
            ("es", "A-10021 no", "A-10021", false, true),
            ("es", "A-10021 no ha llegado", "A-10021", false, false),
            ("es", "A-10021 no me vale", "A-10021", false, false),
            ("en", "monday doesn't work for me", "monday", true, true),
            ("en", "monday won't do", "monday", true, true),
            ("en", "monday is no good", "monday", true, true),
            ("en", "monday isn't possible", "monday", true, true),
            ("en", "monday not possible", "monday", true, true),
            ("en", "monday is good", "monday", true, false),
            ("en", "monday no", "monday", true, true),
            ("en", "A-10021 doesn't work", "A-10021", false, false),
            ("en", "A-10021, not A-10022", "A-10021", false, false),
        ]
    )
    func shutsOutBefore(language: String, message: String, value: String, isTime: Bool, isShutOut: Bool)
        throws
    {
        let words = NegationWords.of(try #require(Language(tag: language)))
        let tokens = Tokenizer.tokenize(message)
        let start = try #require(message.utf8.firstRange(of: Array(value.utf8))?.lowerBound)
        let bytes = message.utf8.distance(from: message.startIndex, to: start) + value.utf8.count
        let end = try #require(tokens.lastIndex { $0.span.end <= bytes }) + 1
        #expect(words.shutOut(before: end, in: tokens, of: message, isTime: isTime) == isShutOut)
    }
}
