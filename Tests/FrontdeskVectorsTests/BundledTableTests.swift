import FrontdeskMatching
import FrontdeskVectors
import Testing

@Suite("The vectors for English") struct BundledTableTests {
    @Test("Every table that an assistant may ask for is there, and no other")
    func names() throws {
        for name in VectorSource.names { #expect(VectorSource.bundled.table(name)?.name == name) }
        #expect(VectorSource.bundled.table("klingon") == nil)
        #expect(VectorSource.none.table("english") == nil)
    }

    @Test(
        "What is meant alike lies nearer than what is not",
        arguments: [
            ("my parcel never showed up", "where is my order", "can i change my password"),
            ("i forgot my login", "reset my password", "what is your return policy"),
            ("how do i send this back", "i want to return an item", "where is my order"),
            ("what time do you close", "opening hours", "is the lamp in stock"),
            ("let me talk to a person", "connect me to a human", "cancel the order"),
        ]
    )
    func meaning(_ text: String, near: String, far: String) throws {
        let table = try #require(VectorSource.bundled.table("english"))
        func cosine(_ other: String) -> Float {
            zip(table.vector(of: text), table.vector(of: other)).reduce(0) { $0 + $1.0 * $1.1 }
        }
        #expect(cosine(near) > cosine(far) + 0.1)
    }

    @Test("Five examples an intent find words that none of them has")
    func fewExamples() throws {
        func intent(_ name: String, _ examples: [String]) -> IntentDefinition {
            IntentDefinition(name: name, title: name, examples: examples.map { Example($0) })
        }
        let definition = MatcherDefinition(
            intents: [
                intent("status", ["where is my order", "track my order", "when will it arrive"]),
                intent("return", ["i want to return this", "start a return", "i don't want it any more"]),
                intent("password", ["reset my password", "i can't log in", "change the password"]),
            ],
            vectors: "english"
        )
        let model = try #require(IntentModel.train(definition, vectors: .bundled))
        let matcher = Matcher(definition, model: model)
        #expect(matcher.match("my parcel never showed up").candidates.first?.intent == "status")
        #expect(matcher.match("send the lamp back").candidates.first?.intent == "return")
        #expect(matcher.match("locked out of the account").candidates.first?.intent == "password")
        #expect(IntentModel.train(definition, vectors: .bundled) == model)

        let decoded = try IntentModel(decoding: model.encoded())
        #expect(decoded.vectorTable == "english")
        #expect(decoded.attaching(.none) == nil)
        let attached = try #require(decoded.attaching(.bundled))
        let tokens = matcher.match("my parcel never showed up").tokens
        let answer = attached.score(tokens: tokens, entities: [], evidence: 4)
        #expect(answer == model.score(tokens: tokens, entities: [], evidence: 4))
        for candidate in answer {
            #expect(abs(candidate.evidence.reduce(0) { $0 + $1.weight } - candidate.score) < 1e-4)
        }
    }

    @Test("Any text has a vector of length one, or none", arguments: ["", "🙂", "日本語", "a", "zzqx", "\u{0}"])
    func odd(_ text: String) throws {
        let table = try #require(VectorSource.bundled.table("english"))
        for text in [text, String(repeating: text, count: 4000), String(repeating: text + " ", count: 800)] {
            let length = table.vector(of: text).reduce(0) { $0 + $1 * $1 }
            #expect(length == 0 || abs(length - 1) < 1e-3)
        }
    }

    @Test("Damaged bytes are no table")
    func damaged() {
        #expect(VectorTable("x", FlatBytes([])) == nil)
        #expect(VectorTable("x", FlatBytes(Array("FDVT".utf8) + [UInt8](repeating: 0, count: 100))) == nil)
        #expect(VectorTable("x", FlatBytes([UInt8](repeating: 1, count: 100))) == nil)
    }
}
