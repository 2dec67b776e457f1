import FrontdeskMatching
import Testing

@testable import FrontdeskCompiler
@testable import FrontdeskDialogue

@Suite("Yes, no and neither")
struct PolarityTests {
    private static let matchers: [String: Matcher] = {
        var matchers: [String: Matcher] = [:]
        for language in ["en", "es"] {
            let source = SourceFile(path: "assistant.yaml", text: "assistant: a\nlanguages: [\(language)]\n")
            matchers[language] = Compiler.compile([source]).assistant.map { Matcher($0.matching, model: nil) }
        }
        return matchers
    }()

    private func polarity(_ text: String, _ language: String) throws -> Bool? {
        var match = try #require(Self.matchers[language]).match(text)
        match.language = LanguageReading(language: language)
        return Utterance(Inbound(text: text), match).polarity
    }

    private func lines(_ text: String) -> [String] { text.split(separator: "\n").map(String.init) }

    @Test("English ways to say yes are a yes")
    func englishYes() throws {
        for text in lines(Self.englishYes) { #expect(try polarity(text, "en") == true, "\(text)") }
    }

    @Test("English ways to say no are a no")
    func englishNo() throws {
        for text in lines(Self.englishNo) { #expect(try polarity(text, "en") == false, "\(text)") }
    }

    @Test("What is neither yes nor no in English is taken for neither")
    func englishNeither() throws {
        for text in lines(Self.englishNeither) { #expect(try polarity(text, "en") == nil, "\(text)") }
    }

    @Test("Spanish ways to say yes are a yes")
    func spanishYes() throws {
        for text in lines(Self.spanishYes) { #expect(try polarity(text, "es") == true, "\(text)") }
    }

    @Test("Spanish ways to say no are a no")
    func spanishNo() throws {
        for text in lines(Self.spanishNo) { #expect(try polarity(text, "es") == false, "\(text)") }
    }

    @Test("What is neither yes nor no in Spanish is taken for neither")
    func spanishNeither() throws {
        for text in lines(Self.spanishNeither) { #expect(try polarity(text, "es") == nil, "\(text)") }
    }

    private static let englishYes = """
        yes
        Yes!
        yep
        yup
        yeah
        yea
        ya
        aye
        y
        sure
        sure thing
        for sure
        of course
        go ahead
        please go ahead
        that's right
        that is correct
        correct
        right
        exactly
        please do
        ok do it
        okay, do it
        do it
        absolutely
        definitely
        certainly
        by all means
        fine by me
        fine with me
        that's fine
        that's fine with me
        sounds good
        sounds good to me
        works for me
        that works
        why not
        yes please
        yes, please do
        yes go ahead
        yes, that's right
        yeah sure
        yep, correct
        ok
        okay
        alright
        all right then
        I agree
        I confirm
        confirmed
        you can do that
        let's do it
        let's go
        go for it
        please proceed
        proceed
        affirmative
        indeed
        I'd like that
        I would love that
        that would be great
        perfect
        great, do it
        ok great
        yes I do
        yes I am
        totally
        I think so
        👍
        """

    private static let englishNo = """
        no
        No!
        nope
        nah
        naw
        n
        no thanks
        no thank you
        no way
        not really
        not at all
        not now
        not yet
        not today
        I'd rather not
        rather not
        I would rather not
        don't
        please don't
        don't do that
        do not do it
        negative
        never
        certainly not
        definitely not
        absolutely not
        of course not
        that's wrong
        that's not right
        that's not correct
        it's not
        wrong
        incorrect
        I don't think so
        I'm not
        no, that's wrong
        no I don't
        no need
        not necessary
        nothing else
        none of these
        I'm good, thanks
        no, I'm fine
        no it's ok
        nay
        no no
        👎
        """

    private static let englishNeither = """
        yes but not today
        yes, but which one?
        not sure
        I'm not sure
        maybe
        perhaps
        maybe later
        is it?
        is that right?
        no idea
        I don't know
        dunno
        it depends
        what
        why?
        which one
        ok wait
        sure?
        yes?
        let me think
        hold on
        hmm
        can I ask something first
        how much does it cost
        what happens then
        I have no clue
        if it is free
        only if it's free
        either way
        yes and no
        I need to check
        not until tomorrow
        """

    private static let spanishYes = """
        sí
        si
        sip
        claro
        claro que sí
        por supuesto
        por supuesto que sí
        vale
        ok
        de acuerdo
        adelante
        correcto
        exacto
        así es
        eso es
        efectivamente
        desde luego
        perfecto
        venga
        dale
        hazlo
        sí, hazlo
        sí por favor
        sí, claro
        me parece bien
        está bien
        confirmo
        acepto
        cómo no
        por qué no
        naturalmente
        sí, adelante
        genial
        bueno
        vale, hazlo
        de acuerdo, adelante
        sí, es correcto
        creo que sí
        sin problema
        sí, gracias
        👌
        """

    private static let spanishNo = """
        no
        nop
        no gracias
        no, gracias
        para nada
        mejor no
        qué va
        en absoluto
        ni hablar
        de ninguna manera
        claro que no
        por supuesto que no
        creo que no
        ahora no
        todavía no
        de momento no
        no quiero
        no lo hagas
        no hace falta
        no es necesario
        eso no
        no es correcto
        no está bien
        nunca
        jamás
        negativo
        incorrecto
        ninguno
        ninguno de estos
        prefiero que no
        no, no lo hagas
        no, eso está mal
        pues no
        va a ser que no
        """

    private static let spanishNeither = """
        a lo mejor
        quizás
        tal vez
        no sé
        no lo sé
        no estoy seguro
        no estoy segura
        ni idea
        no tengo ni idea
        depende
        puede ser
        sí pero hoy no
        sí, ¿pero cuánto cuesta?
        ¿sí?
        ¿es correcto?
        espera
        un momento
        ya veremos
        ¿por qué?
        cuál
        si es gratis
        solo si es gratis
        sí y no
        me da igual
        déjame pensarlo
        quizás luego
        """
}
