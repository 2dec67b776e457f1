import FrontdeskCompiler
import Testing

@testable import FrontdeskCompiler

/// A text that breaks one rule, and what mends it.
struct Breach: Sendable, CustomTestStringConvertible {
    var rule: String
    var language = "en"
    /// Where the text stands: a file with `TEXT` in it.
    var file = Breach.answer
    var bad: String
    var good: String

    static let answer = "intents:\n  parcels:\n    patterns: [\"parcels\"]\n    answer: \"TEXT\"\n"
    static let complaint = "intents:\n  complaint.late:\n    patterns: [\"late\"]\n    answer: \"TEXT\"\n"
    static let opinion = "intents:\n  feedback:\n    patterns: [\"idea\"]\n    answer: \"TEXT\"\n"
    static let greeting = "greeting: \"TEXT\"\n"
    static let ownText = "texts:\n  declined: \"TEXT\"\n"
    static let handoff = "texts:\n  handoff_open: \"TEXT\"\n"

    var testDescription: String { "\(rule) \(language): \(bad)" }
}

@Suite("The service standard")
struct StandardTests {
    private func lint(_ file: String, language: String = "en", standard: String = "") -> StandardLint.Result {
        StandardLint.run([
            SourceFile(
                path: "assistant.yaml",
                text: "assistant: small\nlanguages: [\(language)]\n\(standard)\n\(file)"
            )
        ])
    }

    private func broken(_ result: StandardLint.Result) -> [String] { result.violations.map(\.rule) }

    @Test("Each rule objects to a text, and to the mended one no more", arguments: Self.breaches)
    func breach(_ breach: Breach) {
        let bad = lint(breach.file.replacing("TEXT", with: breach.bad), language: breach.language)
        #expect(bad.diagnostics.filter { $0.severity == .error }.map(\.message) == [])
        #expect(broken(bad) == [breach.rule], "\(bad.violations.map(\.message))")
        let good = lint(breach.file.replacing("TEXT", with: breach.good), language: breach.language)
        #expect(broken(good) == [], "\(good.violations.map(\.message))")
    }

    @Test("A rule that is off objects to nothing", arguments: Self.breaches)
    func off(_ breach: Breach) {
        let result = lint(
            breach.file.replacing("TEXT", with: breach.bad),
            language: breach.language,
            standard: "standard: {\(breach.rule): off}"
        )
        #expect(broken(result) == [])
        #expect(result.ruleCount == ServiceStandard.Rule.allCases.count - 1)
    }

    @Test(
        "What a standard says of nothing that is there is a mistake",
        arguments: [
            ("words: {ens: {banned: [synergy]}}", "unknown language 'ens'"),
            ("words: {es: {banned: [sinergia]}}", "unknown language 'es'"),
            ("complaints: [parcel]", "unknown intent 'parcel'"),
            ("opinions: ['praise*', idea]", "unknown intent 'idea'"),
            ("complaints: [parcels, 'late*'], words: {en: {banned: [synergy]}}", nil),
        ] as [(String, String?)]
    )
    func unknown(standard: String, message: String?) {
        let file = Breach.answer.replacing("TEXT", with: "Pick one.")
        let found = lint(file, standard: "standard: {\(standard)}").diagnostics
        #expect(found.filter { $0.severity == .error }.map(\.message) == (message.map { [$0] } ?? []))
    }

    @Test("A violation has its place, and says how to mend it")
    func place() throws {
        let result = lint(Breach.answer.replacing("TEXT", with: "Kindly wait for us."))
        let violation = try #require(result.violations.first)
        #expect((violation.line, violation.column) == (7, 13))
        #expect(violation.message == "parcels: answer: 'kindly' is a word we do not say")
        #expect(violation.mend == "say it in plain words")
    }

    @Test("A team adds words, and takes words out")
    func words() {
        let text = Breach.answer.replacing("TEXT", with: "Kindly write to our synergy team.")
        #expect(broken(lint(text, standard: "standard: {words: {en: {banned: [\"!kindly\"]}}}")) == [])
        #expect(
            broken(lint(text, standard: "standard: {words: {en: {banned: [\"!kindly\", synergy]}}}")) == [
                "banned"
            ]
        )
    }

    @Test("A rule whose words were all taken out objects to nothing")
    func noWords() {
        let file = Breach.greeting.replacing("TEXT", with: "Hello, this is the shop.")
        #expect(broken(lint(file)) == ["greeting"])
        let standard = "standard: {words: {en: {assistant: [\"!assistant\", \"!bot\", \"!automatic\"]}}}"
        #expect(broken(lint(file, standard: standard)) == [])
    }

    @Test("Limits are a team's own")
    func limits() {
        let text = Breach.answer.replacing(
            "TEXT",
            with: "You can write to us here at any time of the day or night."
        )
        #expect(broken(lint(text, standard: "standard: {length: 40}")) == ["length"])
        #expect(broken(lint(text, standard: "standard: {length: 80}")) == [])
    }

    @Test(
        "What is no rule and no limit is reported",
        arguments: [
            ("standard: {lenght: 40}", "unknown key 'lenght'"),
            ("standard: {length: 3}", "length"),
            ("standard: {blame: never}", "'blame' is on or off"),
            ("standard: {words: {en: {bad: [x]}}}", "unknown key 'bad'"),
        ]
    )
    func mistakes(_ standard: String, _ message: String) {
        let result = lint(Breach.answer, standard: standard)
        #expect(
            result.diagnostics.contains { $0.message.contains(message) },
            "\(result.diagnostics.map(\.message))"
        )
        #expect(result.violations == [])
    }

    @Test(
        "Syllables are counted by groups of vowels",
        arguments: [
            ("parcel", false, 2), ("late", false, 1), ("table", false, 2), ("delivery", false, 4),
            ("we", false, 1),
            ("pedido", true, 3), ("tienda", true, 2), ("día", true, 2), ("poeta", true, 3),
            ("ciudad", true, 2),
        ]
    )
    func syllables(_ word: String, _ isSpanish: Bool, _ count: Int) {
        #expect(Readability.syllables(word, isSpanish: isSpanish) == count)
    }

    @Test("Ease is as its formula has it")
    func ease() throws {
        // Words of one syllable, in two sentences.
        let text = "We sent it off to you last night now. It will be with you in two days."
        let words = Readability.words(of: text).count
        let expected: Double = 206.835 - 1.015 * Double(words) / 2 - 84.6
        #expect(words == 17)
        let english = try #require(Readability.ease(of: text, language: "en"))
        #expect(abs(english - expected) < 0.001)
        #expect(Readability.ease(of: "Too short.", language: "en") == nil)
        #expect(Readability.ease(of: text, language: "de") == nil)
        // 16 words of two syllables in one sentence.
        let spanish = Array(repeating: "casa", count: 16).joined(separator: " ")
        let wanted: Double = 206.84 - 60 * 2 - 1.02 * 16
        let ease = try #require(Readability.ease(of: spanish, language: "es"))
        #expect(abs(ease - wanted) < 0.001)
    }

    static let breaches: [Breach] = [
        Breach(
            rule: "greeting",
            file: Breach.greeting,
            bad: "Hello, this is the shop.",
            good: "Hello, I'm the shop's assistant."
        ),
        Breach(
            rule: "greeting",
            language: "es",
            file: Breach.greeting,
            bad: "Hola, aquí la tienda.",
            good: "Hola, soy el asistente de la tienda."
        ),
        Breach(
            rule: "thanks",
            file: Breach.opinion,
            bad: "Write more of it here.",
            good: "Thank you. Write more of it here."
        ),
        Breach(
            rule: "name",
            bad:
                #"Write to us{{customer.name|prefix \", \"}}, at any time{{customer.first_name|prefix \", \"}}."#,
            good: #"Write to us at any time{{customer.first_name|prefix \", \"}}."#
        ),
        Breach(
            rule: "empathy",
            file: Breach.complaint,
            bad: "We look into it. Write to us if it is urgent.",
            good: "I'm sorry. We look into it. Write to us if it is urgent."
        ),
        Breach(
            rule: "empathy",
            language: "es",
            file: Breach.complaint,
            bad: "Lo miramos. Escribe si es urgente.",
            good: "Lo siento. Lo miramos. Escribe si es urgente."
        ),
        Breach(
            rule: "next_step",
            bad: "Parcels leave at noon.",
            good: "Parcels leave at noon. You can follow yours by e-mail."
        ),
        Breach(
            rule: "alternative",
            bad: "We cannot stop a parcel. We send a note of it.",
            good: "We cannot stop a parcel, but you can refuse it at the door."
        ),
        Breach(
            rule: "alternative",
            language: "es",
            bad: "No podemos parar un paquete. Toma nota.",
            good: "No podemos parar un paquete, pero puedes rechazarlo en la puerta."
        ),
        Breach(
            rule: "blame",
            bad: "You forgot the number. Write it here.",
            good: "I need the number. Write it here."
        ),
        Breach(
            rule: "shrug",
            file: Breach.ownText,
            bad: "I don't know.",
            good: "I don't know, but a colleague finds out, and you have an answer by noon."
        ),
        Breach(
            rule: "handoff",
            file: Breach.handoff,
            bad: "A colleague takes over.",
            good: "A colleague takes over. {{queue.wait}}"
        ),
        Breach(
            rule: "reading",
            bad:
                "Notwithstanding administrative considerations, international transportation organisations necessitate comprehensive documentation regarding contents, valuation, origination, classification: write immediately.",
            good: "Some lands want to know what is in the box and what it cost. Write it on the form."
        ),
        Breach(
            rule: "length",
            bad: Array(repeating: "You can write to us here.", count: 20).joined(separator: " "),
            good: "You can write to us here."
        ),
        Breach(
            rule: "banned",
            bad: "Kindly write to us.",
            good: "Please write to us."
        ),
        Breach(
            rule: "one_question",
            bad: "Which one is it? Is it late?",
            good: "Which one is it?"
        ),
    ]
}
