import Testing

@testable import FrontdeskMatching

@Suite("Spanish entities")
struct SpanishEntityTests {
    private static let recognizer = EntityRecognizer(languages: [.spanish, .english])

    static let numbers = EntityCase.table(
        """
        quiero dos                            => dos = 2
        veinticinco camisetas                 => veinticinco = 25
        treinta y dos                         => treinta y dos = 32
        ciento dos                            => ciento dos = 102
        mil doscientos treinta y cuatro       => mil doscientos treinta y cuatro = 1234
        dos mil quinientas                    => dos mil quinientas = 2500
        un millón                             => un millón = 1000000
        media docena                          => media docena = 6
        un par de calcetines                  => un par = 2
        son 1.234 unidades                    => 1.234 = 1234
        3,5 kilos                             => 3,5 = 3.5
        10 mil                                => 10 mil = 10000
        quiero una camisa                     => -
        el número uno                         => uno = 1
        uno                                   => uno = 1
        A-10021                               => -
        """
    )

    @Test("numbers in words and digits", arguments: numbers)
    func number(_ entity: EntityCase) {
        #expect(entity.found("number", by: Self.recognizer) == entity.expected)
    }

    static let ordinals = EntityCase.table(
        """
        la segunda                            => segunda = 2
        el primero                            => primero = 1
        el primer pedido                      => primer = 1
        la última opción                      => última = -1
        la 3ª                                 => 3ª = 3
        espera un segundo                     => -
        la última vez                         => -
        """
    )

    @Test("positions", arguments: ordinals)
    func ordinal(_ entity: EntityCase) {
        #expect(entity.found("ordinal", by: Self.recognizer) == entity.expected)
    }

    static let dates = EntityCase.table(
        """
        hoy                                   => hoy = days+0
        mañana                                => mañana = days+1
        mañana por la mañana                  => mañana = days+1
        por la mañana                         => -
        pasado mañana                         => pasado mañana = days+2
        ayer                                  => ayer = days-1
        esta tarde                            => esta tarde = days+0
        el 3 de mayo                          => 3 de mayo = --05-03
        el tres de mayo de 2027               => tres de mayo de 2027 = 2027-05-03
        el 1 de enero del 2027                => 1 de enero del 2027 = 2027-01-01
        3/5/2026                              => 3/5/2026 = 2026-05-03
        el 3/5                                => 3/5 = --05-03
        el martes                             => martes = tuesday
        el martes que viene                   => martes que viene = tuesday following
        el próximo viernes                    => próximo viernes = friday following
        el lunes pasado                       => lunes pasado = monday last
        el lunes de la semana que viene       => lunes de la semana que viene = monday next
        el martes, 3 de mayo                  => martes, 3 de mayo = --05-03
        dentro de tres días                   => dentro de tres días = days+3
        en una semana                         => en una semana = days+7
        hace dos meses                        => hace dos meses = months-2
        la semana que viene                   => semana que viene = days+7
        el mes pasado                         => mes pasado = months-1
        el día 5                              => 5 = day 5
        abrís 24/7                            => -
        """
    )

    @Test("days", arguments: dates)
    func date(_ entity: EntityCase) {
        #expect(entity.found("date", by: Self.recognizer) == entity.expected)
    }

    static let times = EntityCase.table(
        """
        a las tres y media                    => tres y media = 03:30
        a las 3                               => 3 = 03:00
        a la una menos cuarto                 => una menos cuarto = 00:45
        a las ocho y diez de la tarde         => ocho y diez de la tarde = 20:10
        a las 5 de la tarde                   => 5 de la tarde = 17:00
        a las 15:30                           => 15:30
        a las 10 de la noche                  => 10 de la noche = 22:00
        a las 9 de la mañana                  => 9 de la mañana = 09:00
        al mediodía                           => mediodía = 12:00
        a medianoche                          => medianoche = 00:00
        a las 17h                             => 17h = 17:00
        las dos camisas                       => -
        quiero tres                           => -
        """
    )

    @Test("times of day", arguments: times)
    func time(_ entity: EntityCase) {
        #expect(entity.found("time", by: Self.recognizer) == entity.expected)
    }

    static let amounts = EntityCase.table(
        """
        20 €                                  => 20 € = EUR 20.00
        veinte euros                          => veinte euros = EUR 20.00
        1.234,50 €                            => 1.234,50 € = EUR 1234.50
        cuesta 50 céntimos                    => 50 céntimos = EUR 0.50
        5 euros con 20 céntimos               => 5 euros con 20 céntimos = EUR 5.20
        cien dólares                          => cien dólares = USD 100.00
        """
    )

    @Test("amounts", arguments: amounts)
    func amount(_ entity: EntityCase) {
        #expect(entity.found("money", by: Self.recognizer) == entity.expected)
    }

    static let names = EntityCase.table(
        """
        me llamo ana maría lópez              => ana maría lópez = Ana María López
        mi nombre es Juan Pérez               => Juan Pérez
        hola, soy Lucía                       => Lucía
        soy cliente vuestro                   => -
        nombre: Marta Ruiz                    => Marta Ruiz
        me llamo Ana y quiero cambiar algo    => Ana
        """
    )

    @Test("names", arguments: names)
    func name(_ entity: EntityCase) {
        #expect(entity.found("person_name", by: Self.recognizer) == entity.expected)
    }

    @Test(
        "English is read in Spanish conversations too",
        arguments: [("tomorrow", "date"), ("at 3 pm", "time"), ("twenty", "number")]
    )
    func english(utterance: String, type: String) {
        let found = EntityCase(utterance: utterance, expected: "-").found(type, by: Self.recognizer)
        #expect(found == EntityCase(utterance: utterance, expected: "-").found(type))
        #expect(found != "-")
    }
}
