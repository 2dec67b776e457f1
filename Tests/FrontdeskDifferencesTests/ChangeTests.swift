import FrontdeskCompiler
import FrontdeskDialogue
import FrontdeskDifferences
import Testing

/// A small assistant in which everything that is told has its place.
private let before = #"""
    assistant: tiny
    title: Tiny
    languages: [en, es]
    queues:
      care: {title: our care team, hours: office, answers_within: 4h}
      billing: {title: our billing team, hours: office}
    business_hours:
      office: {mon-fri: "09:00-18:00"}
    handoff: {queue: care, no_match_limit: 3}
    quiet_hours: "21:00-08:00"
    intents:
      hours:
        title: Opening hours
        patterns: ["when are you open", "opening hours"]
        examples: [how late are you there tonight, can I come by on saturday]
        answer: {text: We are open from 9 to 18., choices: [{id: wrap, title: Wrap a gift}]}
        suggests: [wrap]
      wrap:
        title: Gift wrapping
        patterns: ["gift wrap [please]"]
        flow: wrap
    flows:
      wrap:
        title: your gift
        slots:
          count: {type: number, ask: How many gifts are there?}
          colour: {type: text, ask: Which colour do you like?}
        states:
          decide:
            go:
              - {when: "count > 10", go: many}
              - few
          many: {say: That many take a day., end: resolved}
          few:
            ask: Shall we wrap them now?
            on:
              yes: {say: We wrap them at once., end: resolved}
              no: {say: "All right, at any time.", end: cancelled}
    """#

private let spanish = #"""
    language: es
    title: Diminuto
    queues: {care: {title: nuestro equipo}, billing: {title: facturación}}
    intents:
      hours:
        title: Horario
        patterns: ["cuando abren"]
        answer: {text: Abrimos de 9 a 18., choices: [{id: wrap, title: Envolver un regalo}]}
      wrap:
        title: Envolver
        patterns: ["envolver [un] regalo"]
    flows:
      wrap:
        title: tu regalo
        slots:
          count: {ask: ¿Cuántos regalos son?}
          colour: {ask: ¿Qué color prefieres?}
        states:
          many: {say: Tantos tardan un día.}
          few:
            ask: ¿Los envolvemos ahora?
            on:
              yes: {say: Los envolvemos enseguida.}
              no: {say: "De acuerdo, cuando quieras."}
    """#

/// One edit of the files, and what is told of it: group, subject, summary.
struct Edit: Sendable, CustomTestStringConvertible {
    var old: String
    var new: String
    var told: [String]
    var isTranslation = false
    var testDescription: String { "\(old) → \(new)" }

    static let all = [
        Edit(
            old: "from 9 to 18.",
            new: "from 9 to 20.",
            told: [
                "answers: intent hours: answer changed: We are open from 9 to 18. → We are open from 9 to 20."
            ]
        ),
        Edit(
            old: "Abrimos de 9 a 18.",
            new: "Abrimos de 9 a 20.",
            told: ["answers: intent hours: answer (es) changed: Abrimos de 9 a 18. → Abrimos de 9 a 20."],
            isTranslation: true
        ),
        Edit(
            old: "title: Wrap a gift}",
            new: "title: Wrap it}",
            told: ["answers: intent hours: answer, buttons changed: Wrap a gift → Wrap it"]
        ),
        Edit(
            old: #"    suggests: [wrap]"# + "\n",
            new: "",
            told: ["answers: intent hours: suggestions removed: wrap → "]
        ),
        Edit(
            old: #", "opening hours"]"#,
            new: "]",
            told: ["understanding: intent hours: pattern removed: opening hours → "]
        ),
        Edit(
            old: "how late are you there tonight, ",
            new: "",
            told: ["understanding: intent hours: example removed: how late are you there tonight → "]
        ),
        Edit(
            old: "colour: {type: text, ask: Which colour do you like?}",
            new: "colour: {type: text, ask: Which colour?}",
            told: [
                "answers: flow wrap, slot colour: question changed: Which colour do you like? → Which colour?"
            ]
        ),
        Edit(
            old: "colour: {type: text, ask: Which colour do you like?}",
            new: "colour: {type: text, ask: Which colour do you like?, attempts: 5}",
            told: ["dialogue: flow wrap, slot colour: attempts changed: 2 → 5"]
        ),
        Edit(
            old: "count > 10",
            new: "count > 5",
            told: ["dialogue: flow wrap, state decide: condition changed: count > 10 → count > 5"]
        ),
        Edit(
            old: "answers_within: 4h",
            new: "answers_within: 8h",
            told: ["handoff: queue care: minutes to an answer changed: 240 → 480"]
        ),
        Edit(
            old: "no_match_limit: 3",
            new: "no_match_limit: 2",
            told: [
                "handoff: handoff: messages in a row that are not understood before a human takes over changed: 3 → 2"
            ]
        ),
        Edit(
            old: #""21:00-08:00""#,
            new: #""22:00-08:00""#,
            told: ["handoff: assistant: quiet hours start changed: 21:00 → 22:00"]
        ),
        Edit(
            old: #"{mon-fri: "09:00-18:00"}"#,
            new: #"{mon-thu: "09:00-18:00"}"#,
            told: ["handoff: hours office: open on Friday removed: 09:00–18:00 → "]
        ),
        Edit(
            old: "queue: care, no",
            new: "queue: billing, no",
            told: ["handoff: handoff: queue changed: care → billing"]
        ),
    ]
}

@Suite("What is told of an edit")
struct ChangeTests {
    private static func assistant(_ text: String, _ translation: String) throws -> Assistant {
        try compiled([
            SourceFile(path: "assistant.yaml", text: text),
            SourceFile(path: "assistant.es.yaml", text: translation),
        ])
    }

    private static func told(_ change: Change) -> String {
        let values = "\(change.old ?? "") → \(change.new ?? "")"
        return "\(change.group.rawValue): \(change.subject): \(change.summary): \(values)"
    }

    private func changes(_ text: String, _ translation: String = spanish) throws -> [Change] {
        try AssistantDifferences(
            from: try Self.assistant(before, spanish),
            to: try Self.assistant(text, translation)
        ).changes
    }

    @Test("One edit is one change, in its group, with what was and what is", arguments: Edit.all)
    func edit(_ edit: Edit) throws {
        let file = edit.isTranslation ? spanish : before
        let edited = file.replacing(edit.old, with: edit.new)
        try #require(edited != file, "the edit has its place")
        let changes = edit.isTranslation ? try changes(before, edited) : try changes(edited)
        #expect(changes.filter(\.isNoticeable).map(Self.told) == edit.told)
    }

    @Test("An intent of another name that is taught the same is renamed, and what names it follows")
    func renamed() throws {
        func rename(_ text: String) -> String {
            text.replacing("  wrap:\n    title: Gift", with: "  gift.wrap:\n    title: Gift")
                .replacing("  wrap:\n    title: Env", with: "  gift.wrap:\n    title: Env")
                .replacing("suggests: [wrap]", with: "suggests: [gift.wrap]")
        }
        let differences = try AssistantDifferences(
            from: try Self.assistant(before, spanish),
            to: try Self.assistant(rename(before), rename(spanish))
        )
        #expect(differences.renamed.map(\.old) == ["wrap"])
        #expect(differences.renamed.map(\.new) == ["gift.wrap"])
        #expect(
            differences.changes.map(Self.told) == [
                "understanding: intent gift.wrap: renamed: wrap → gift.wrap"
            ]
        )
    }

    @Test("A slot more is told with its question and the longer way to the end")
    func slotAdded() throws {
        let text = before.replacing(
            "      colour: {",
            with: "      card: {type: text, ask: What shall the card say?}\n      colour: {"
        )
        let translation = spanish.replacing(
            "      colour: {",
            with: "      card: {ask: ¿Qué pone la tarjeta?}\n      colour: {"
        )
        let changes = try changes(text, translation).filter(\.isNoticeable)
        #expect(changes.map(\.summary) == ["added", "shortest way to its end changed"])
        #expect(changes[0].subject == "flow wrap, slot card")
        #expect(changes[0].new?.contains("“What shall the card say?”") == true)
        #expect(changes[1].old == "2 questions (count, colour)")
        #expect(changes[1].new == "3 questions (count, card, colour)")
    }

    @Test("Slots that are asked in another order are told")
    func slotOrder() throws {
        let lines = [
            "      count: {type: number, ask: How many gifts are there?}\n",
            "      colour: {type: text, ask: Which colour do you like?}\n",
        ]
        let text = before.replacing(lines[0] + lines[1], with: lines[1] + lines[0])
        let changes = try changes(text)
        #expect(changes.first?.summary == "slots in another order")
        #expect(changes.first?.new == "colour, count")
        #expect(changes.first?.group == .dialogue)
    }

    @Test("Intents and patterns in another order are no difference for customers")
    func order() throws {
        let text = before.replacing(
            #"["when are you open", "opening hours"]"#,
            with: #"["opening hours", "when are you open"]"#
        )
        let changes = try changes(text)
        #expect(changes.map(\.summary) == ["pattern in another order"])
        #expect(changes.filter(\.isNoticeable).isEmpty)
    }

    @Test("A language that is gone is told with the texts that are gone with it")
    func languageGone() throws {
        let text = before.replacing("languages: [en, es]", with: "languages: [en]")
        let changes = try AssistantDifferences(
            from: try Self.assistant(before, spanish),
            to: try compiled([SourceFile(path: "assistant.yaml", text: text)])
        ).changes
        #expect(changes.contains { $0.part == "languages" && $0.old == "en, es" && $0.new == "en" })
        #expect(
            changes.contains { $0.subject == "intent hours" && $0.language == "es" && $0.kind == .removed }
        )
    }
}
