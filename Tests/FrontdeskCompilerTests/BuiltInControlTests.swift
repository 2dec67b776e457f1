import FrontdeskDialogue
import FrontdeskMatching
import Testing

@testable import FrontdeskCompiler

@Suite("The built-in controls")
struct BuiltInControlTests {
    @Test("Every built-in pattern can be read", arguments: Control.allCases)
    func patterns(_ control: Control) throws {
        for source in BuiltInControls.sources(control) {
            #expect(throws: Never.self) { try PatternParser.parse(source) }
        }
        #expect(BuiltInControls.patterns(control).count == BuiltInControls.sources(control).count)
        #expect(BuiltInControls.patterns(control).count >= 10)
    }

    @Test("The engine by itself understands what stands in the controls that only some assistants have")
    func engine() throws {
        let engine = try #require(Compiler.engine(speaking: ["en", "es"]))
        for (language, tag) in [(Language.english, nil), (.spanish, "es")] {
            let brought = Dictionary(
                uniqueKeysWithValues: engine.matching(in: tag).intents.map { ($0.name, Set($0.patterns)) }
            )
            for control in Control.allCases {
                let patterns = try #require(brought[control.intentName])
                #expect(patterns.isSuperset(of: BuiltInControls.patterns(control, in: language)))
            }
        }
        let plain = try #require(
            Compiler.compile([SourceFile(path: "assistant.yaml", text: "assistant: a\n")]).assistant
        )
        for intent in plain.matching.intents {
            let own = engine.matching.intents.first { $0.name == intent.name }
            #expect(Set(intent.patterns).isSubset(of: own?.patterns ?? []))
        }
        #expect(Compiler.engine(speaking: ["xx-unknown"]) == nil)
    }

    @Test("No phrase belongs to two controls")
    func disjoint() {
        var first: [PatternNode: Control] = [:]
        for control in Control.allCases {
            for pattern in BuiltInControls.patterns(control) {
                #expect(first[pattern.root] == nil, "\(pattern.source)")
                first[pattern.root] = control
            }
        }
    }

    @Test(
        "Customers reach the control they mean",
        arguments: [
            ("human", Control.human), ("agent", .human), ("talk to a human", .human),
            ("speak with someone", .human),
            ("chat with a real person", .human), ("I want to talk to a person", .human),
            ("I need a human", .human),
            ("I'd like to speak to a representative", .human), ("can I talk to an agent?", .human),
            ("could i speak with a colleague", .human), ("get me a human", .human), ("0", .human),
            ("let me talk to someone", .human), ("connect me with an operator", .human),
            ("can you put me through to customer service", .human), ("real person", .human),
            ("cancel", .cancel), ("never mind", .cancel), ("forget it", .cancel),
            ("I changed my mind", .cancel),
            ("go back", .back), ("back", .back), ("previous question", .back),
            ("repeat that", .repeat), ("say that again", .repeat), ("what did you say?", .repeat),
            ("pardon", .repeat),
            ("can you repeat that", .repeat), ("help", .help), ("what can you do?", .help),
            ("I need help", .help),
            ("start over", .startOver), ("restart", .startOver), ("begin again", .startOver),
            ("let's start over", .startOver), ("stop", .stop), ("quit", .stop), ("that's all thanks", .stop),
            ("yes", .affirm), ("yeah", .affirm), ("ok", .affirm), ("okay", .affirm),
            ("that's right", .affirm),
            ("yes please", .affirm), ("please do", .affirm), ("go ahead", .affirm), ("of course", .affirm),
            ("👍", .affirm),
            ("no", .deny), ("nope", .deny), ("no thanks", .deny), ("not really", .deny), ("don't", .deny),
            ("that's wrong", .deny), ("not now", .deny), ("do not", .deny), ("that's not right", .deny),
        ] as [(String, Control)]
    )
    func reaches(_ utterance: String, _ control: Control) throws {
        let source = SourceFile(path: "assistant.yaml", text: "assistant: a\n")
        let assistant = try #require(Compiler.compile([source]).assistant)
        let result = Matcher(assistant.matching, model: nil).match(utterance)
        #expect(result.candidates.first?.intent == control.intentName)
    }
}
