import Foundation
import Testing

@testable import FrontdeskMatching

@Suite("Regular expressions in files")
struct RegexCodingTests {
    @Test("A pattern is written as its source and compiled again when it is read")
    func roundTrip() throws {
        let patterns = [try RegexPattern("A-?\\d{5}"), try RegexPattern("(x)y+")]
        let data = try JSONEncoder().encode(patterns)
        #expect(String(decoding: data, as: UTF8.self) == #"["A-?\\d{5}","(x)y+"]"#)
        let read = try JSONDecoder().decode([RegexPattern].self, from: data)
        #expect(read == patterns)
        #expect(read[0].matches(in: Array("is A-10021 late".utf8)).map(\.range) == [3..<10])
        #expect(read[1].captureCount == 1)
    }

    @Test("A broken pattern in a file is refused with its place")
    func broken() {
        let error = #expect(throws: DecodingError.self) {
            try JSONDecoder().decode([RegexPattern].self, from: Data(#"["a(b"]"#.utf8))
        }
        guard case .dataCorrupted(let context)? = error else {
            Issue.record("expected corrupt data, got \(String(describing: error))")
            return
        }
        #expect(
            context.debugDescription == "regular expression, byte 1: the group is not closed; ')' is missing"
        )
    }

    @Test("Patterns are equal when their sources are")
    func equality() throws {
        #expect(try RegexPattern("a+") == RegexPattern("a+"))
        #expect(try RegexPattern("a+") != RegexPattern("aa*"))
        #expect(Set([try RegexPattern("a+"), try RegexPattern("a+")]).count == 1)
    }
}
