import Testing

@testable import FrontdeskPipe

@Suite("JSON over bytes")
struct JSONTests {
    @Test(
        "A valid text is read and written back in its shortest form",
        arguments: [
            ("{}", "{}"), ("[]", "[]"), (" [ ] ", "[]"), ("null", "null"), ("true", "true"),
            ("false", "false"),
            ("0", "0"), ("-0", "0"), ("-12", "-12"), ("1.5", "1.5"), ("1e3", "1000"), ("1E+3", "1000"),
            ("1e-7", "1e-07"), ("0.1", "0.1"), ("9223372036854775807", "9223372036854775807"),
            ("9223372036854775808", "9.223372036854776e+18"),
            ("-9223372036854775808", "-9223372036854775808"),
            (#""""#, #""""#), (#""a b""#, #""a b""#), (#""\"\\\/\b\f\n\r\t""#, #""\"\\/\u0008\u000c\n\r\t""#),
            (#""\u0041\u00e9\u20AC""#, #""Aé€""#), (#""\ud83d\ude00""#, #""😀""#),
            (#""\u0000""#, #""\u0000""#),
            (#""\ud83d""#, "\"\u{FFFD}\""), (#""\ude00x""#, "\"\u{FFFD}x\""),
            (#""\ud83d\u0041""#, "\"\u{FFFD}A\""), (#""\ud83d\ud83d\ude00""#, "\"\u{FFFD}😀\""),
            ("\"\u{7F}\"", #""\u007f""#), ("\"\u{2028}é\"", "\"\u{2028}é\""),
            (#"{"a":1,"b":[true,null,{"c":"d"}]}"#, #"{"a":1,"b":[true,null,{"c":"d"}]}"#),
            (#"{ "z" : 1 , "a" : 2 }"#, #"{"z":1,"a":2}"#), (#"{"":0}"#, #"{"":0}"#),
            ("\t[1,\r\n2]\n", "[1,2]"),
        ]
    )
    func validText(source: String, written: String) throws {
        #expect(try JSON(reading: Array(source.utf8)).text == written)
    }

    @Test(
        "A text that is no JSON is refused at the right byte",
        arguments: [
            ("", 1), ("  ", 3), ("nul", 1), ("nulll", 5), ("True", 1), ("{", 2), ("[", 2), ("[1,]", 4),
            ("[1 2]", 4),
            ("[,1]", 2), ("{\"a\"}", 5), ("{\"a\":}", 6), ("{\"a\":1,}", 8), ("{a:1}", 2),
            ("{\"a\":1 \"b\":2}", 8),
            ("{'a':1}", 2), ("1 2", 3), ("{} x", 4), ("\"abc", 1), ("\"a\nb\"", 3), ("\"\\x\"", 2),
            ("\"\\", 2),
            ("\"\\u12\"", 2), ("\"\\u12G4\"", 2), ("01", 2), ("-", 2), ("+1", 1), (".5", 1), ("1.", 3),
            ("1e", 3),
            ("1e+", 4), ("1e999", 1), ("NaN", 1), ("Infinity", 1), ("{\"a\":1,\"a\":2}", 8), ("[1}", 3),
            ("]", 1),
            ("// x", 1), ("\u{FEFF}1", 1),
        ]
    )
    func invalidText(source: String, byte: Int) {
        let error = #expect(throws: JSONError.self) { try JSON(reading: Array(source.utf8)) }
        #expect(error?.byte == byte)
    }

    @Test("A key that comes twice is found however many there are", arguments: [2, 15, 16, 17, 18, 1000])
    func duplicateKeys(count: Int) throws {
        let members = (0..<count).map { #""k\#($0)":1"# }
        let text = "{" + members.joined(separator: ",") + "}"
        #expect(try JSON(reading: Array(text.utf8)).text == text)
        for twice in [0, count / 2, count - 1] {
            let text = "{" + (members + [members[twice]]).joined(separator: ",") + "}"
            let error = #expect(throws: JSONError.self) { try JSON(reading: Array(text.utf8)) }
            #expect(error?.message == "the key \"k\(twice)\" comes twice")
        }
    }

    @Test("Nesting ends at the limit instead of at the end of the stack")
    func depth() throws {
        let limit = JSON.depthLimit
        let allowed = String(repeating: "[", count: limit) + String(repeating: "]", count: limit)
        #expect(try JSON(reading: Array(allowed.utf8)).text == allowed)
        let bomb = String(repeating: "[", count: 1_000_000)
        let error = #expect(throws: JSONError.self) { try JSON(reading: Array(bomb.utf8)) }
        #expect(error?.message.contains("64 deep") == true)
    }

    @Test("Whatever is written reads back as the same value", arguments: 0..<200)
    func roundTrip(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let value = JSON.random(&random, depth: 0)
        #expect(try JSON(reading: Array(value.text.utf8)) == value)
    }

    @Test("Cutting a valid text anywhere never crashes and never passes", arguments: 0..<20)
    func truncation(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let value = JSON.array([JSON.random(&random, depth: 0)])
        let bytes = Array(value.text.utf8)
        for length in 0..<bytes.count {
            #expect(throws: JSONError.self) { try JSON(reading: Array(bytes[..<length])) }
        }
    }

    @Test("A number that JSON cannot express is written as null")
    func notFinite() {
        #expect(JSON.array([.number(.nan), .number(.infinity), .number(2.5)]).text == "[null,null,2.5]")
    }
}

extension JSON {
    static func random(_ random: inout SeededGenerator, depth: Int) -> JSON {
        switch random.next() % (depth < 4 ? 7 : 5) {
        case 0: .null
        case 1: .bool(random.next() % 2 == 0)
        case 2: .integer(Int(truncatingIfNeeded: random.next()))
        case 3: .number(Double(Int32(truncatingIfNeeded: random.next())) / 1024 + 0.0001)
        case 4: .string(randomText(&random))
        case 5: .array((0..<random.next() % 4).map { _ in JSON.random(&random, depth: depth + 1) })
        default:
            .object(
                (0..<random.next() % 4).map { index in
                    Member("\(index)" + randomText(&random), JSON.random(&random, depth: depth + 1))
                }
            )
        }
    }

    static func randomText(_ random: inout SeededGenerator) -> String {
        let alphabet: [Character] = [
            "a", "\"", "\\", "\n", "\u{0}", "é", "😀", "\u{2028}", "/", " ", "\u{7F}",
        ]
        return String(
            (0..<random.next() % 8).map { _ in alphabet[Int(random.next() % UInt64(alphabet.count))] }
        )
    }
}

/// Random numbers that come again with the same seed (splitmix64).
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) {
        state = seed
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
