import Testing

@testable import FrontdeskMatching

@Suite("Spanish entities, case by case")
struct SpanishCaseTests {
    private static let recognizer = EntityRecognizer(languages: [.spanish, .english])

    static let numbers = EntityCase.table(
        """
        cero                                  => cero = 0
        dieciséis                             => dieciséis = 16
        veintidós cajas                       => veintidós = 22
        treinta                               => treinta = 30
        cuarenta y cinco                      => cuarenta y cinco = 45
        noventa y nueve                       => noventa y nueve = 99
        cien                                  => cien = 100
        ciento veinte                         => ciento veinte = 120
        doscientas treinta y una              => doscientas treinta y una = 231
        quinientos                            => quinientos = 500
        setecientos setenta y siete           => setecientos setenta y siete = 777
        mil                                   => mil = 1000
        mil cien                              => mil cien = 1100
        dos mil veintiséis                    => dos mil veintiséis = 2026
        veinte mil                            => veinte mil = 20000
        cien mil                              => cien mil = 100000
        dos millones                          => dos millones = 2000000
        una docena de huevos                  => una docena = 12
        dos docenas                           => dos docenas = 24
        1.234.567                             => 1.234.567 = 1234567
        1.234,50                              => 1.234,50 = 1234.5
        0,5                                   => 0,5 = 0.5
        12,75                                 => 12,75 = 12.75
        quiero 3 camisas y 2 pantalones       => 3 | 2
        dos o tres                            => dos = 2 | tres = 3
        -5                                    => -5
        opción dos                            => dos = 2
        una camisa azul                       => -
        un momento                            => -
        24/7                                  => -
        1.2.3                                 => -
        B-12                                  => -
        10:30                                 => -
        media hora                            => -
        docena                                => -
        medio                                 => -
        millón                                => -
        """
    )

    @Test("numbers", arguments: numbers)
    func number(_ entity: EntityCase) {
        #expect(entity.found("number", by: Self.recognizer) == entity.expected)
    }

    static let ordinals = EntityCase.table(
        """
        el primero                            => primero = 1
        la primera opción                     => primera = 1
        el tercer piso                        => tercer = 3
        la cuarta                             => cuarta = 4
        el quinto pedido                      => quinto = 5
        la sexta                              => sexta = 6
        el séptimo                            => séptimo = 7
        el octavo                             => octavo = 8
        la novena                             => novena = 9
        el décimo                             => décimo = 10
        el último                             => último = -1
        el penúltimo                          => penúltimo = -2
        el 1º                                 => 1º = 1
        la 2ª                                 => 2ª = 2
        el 3er piso                           => 3er = 3
        el primero y el segundo               => primero = 1 | segundo = 2
        un segundo                            => -
        las tres y cuarto                     => -
        la última semana                      => -
        por última vez                        => -
        5                                     => -
        cinco                                 => -
        segundos                              => -
        """
    )

    @Test("positions", arguments: ordinals)
    func ordinal(_ entity: EntityCase) {
        #expect(entity.found("ordinal", by: Self.recognizer) == entity.expected)
    }

    static let dates = EntityCase.table(
        """
        mañana por la tarde                   => mañana = days+1
        pasado mañana                         => pasado mañana = days+2
        antes de ayer                         => antes de ayer = days-2
        anteayer                              => anteayer = days-2
        anoche                                => anoche = days-1
        esta noche                            => esta noche = days+0
        el lunes                              => lunes = monday
        este viernes                          => este viernes = friday
        el próximo martes                     => próximo martes = tuesday following
        el lunes siguiente                    => lunes siguiente = monday following
        el martes que viene                   => martes que viene = tuesday following
        el jueves pasado                      => jueves pasado = thursday last
        el sábado                             => sábado = saturday
        el miércoles, 3 de mayo               => miércoles, 3 de mayo = --05-03
        el 3 de mayo                          => 3 de mayo = --05-03
        3 de mayo de 2027                     => 3 de mayo de 2027 = 2027-05-03
        el tres de mayo                       => tres de mayo = --05-03
        el primero de enero                   => primero de enero = --01-01
        el 1 de enero                         => 1 de enero = --01-01
        el veinticinco de diciembre           => veinticinco de diciembre = --12-25
        29 de febrero                         => 29 de febrero = --02-29
        3/5/2026                              => 3/5/2026 = 2026-05-03
        03-05-2026                            => 03-05-2026 = 2026-05-03
        el 3/5                                => 3/5 = --05-03
        dentro de dos semanas                 => dentro de dos semanas = days+14
        en 3 días laborables                  => en 3 días laborables = working days+3
        dentro de dos días hábiles            => dentro de dos días hábiles = working days+2
        en un plazo de 5 días hábiles         => en un plazo de 5 días hábiles = working days+5
        3 días laborables                     => 3 días laborables = working days+3
        tarda 3 días laborables               => -
        hasta el viernes                      => viernes = friday
        a más tardar el lunes                 => lunes = monday
        en 10 días                            => en 10 días = days+10
        dentro de un mes                      => dentro de un mes = months+1
        hace una semana                       => hace una semana = days-7
        hace 3 días                           => hace 3 días = days-3
        hace un año                           => hace un año = months-12
        la semana que viene                   => semana que viene = days+7
        el mes pasado                         => mes pasado = months-1
        el próximo año                        => próximo año = months+12
        el día 5                              => 5 = day 5
        para el 5                             => 5 = day 5
        entre el lunes y el miércoles         => lunes = monday | miércoles = wednesday
        por la mañana                         => -
        esta mañana                           => esta mañana = days+0
        31 de febrero                         => -
        32 de mayo                            => -
        el 5                                  => 5 = day 5
        pedido 3/5/99999                      => -
        la mañana                             => -
        A-3/5                                 => -
        hace calor                            => -
        en casa                               => -
        una semana                            => -
        """
    )

    @Test("days", arguments: dates)
    func date(_ entity: EntityCase) {
        #expect(entity.found("date", by: Self.recognizer) == entity.expected)
    }

    static let times = EntityCase.table(
        """
        a las 5                               => 5 = 05:00
        a las cinco                           => cinco = 05:00
        a las 5 de la tarde                   => 5 de la tarde = 17:00
        a las cinco y media                   => cinco y media = 05:30
        a las cinco y media de la tarde       => cinco y media de la tarde = 17:30
        a las 3 y cuarto                      => 3 y cuarto = 03:15
        a las 4 menos cuarto                  => 4 menos cuarto = 03:45
        a las diez menos veinte               => diez menos veinte = 09:40
        a la una                              => una = 01:00
        a la una y diez                       => una y diez = 01:10
        a las 15:30                           => 15:30
        15:30                                 => 15:30
        a las 9 de la mañana                  => 9 de la mañana = 09:00
        a las 10 de la noche                  => 10 de la noche = 22:00
        a las 12 de la noche                  => 12 de la noche = 00:00
        a las 3 de la madrugada               => 3 de la madrugada = 03:00
        a mediodía                            => mediodía = 12:00
        a medianoche                          => medianoche = 00:00
        a las 7 en punto                      => 7 en punto = 07:00
        15h                                   => 15h = 15:00
        a las 5 pm                            => 5 pm = 17:00
        sobre las 6                           => 6 = 06:00
        hasta las 8                           => 8 = 08:00
        son las 2                             => 2 = 02:00
        las 3 camisas                         => -
        las cinco                             => cinco = 05:00
        a las 25                              => -
        la una                                => una = 01:00
        una camisa                            => -
        5 de mayo                             => -
        24/7                                  => -
        media hora                            => -
        10021                                 => -
        """
    )

    @Test("times of day", arguments: times)
    func time(_ entity: EntityCase) {
        #expect(entity.found("time", by: Self.recognizer) == entity.expected)
    }

    static let amounts = EntityCase.table(
        """
        20 euros                              => 20 euros = EUR 20.00
        20€                                   => 20€ = EUR 20.00
        veinte euros                          => veinte euros = EUR 20.00
        19,90 €                               => 19,90 € = EUR 19.90
        1.234,50 €                            => 1.234,50 € = EUR 1234.50
        5 euros con 20 céntimos               => 5 euros con 20 céntimos = EUR 5.20
        50 céntimos                           => 50 céntimos = EUR 0.50
        cien dólares                          => cien dólares = USD 100.00
        mil euros                             => mil euros = EUR 1000.00
        20 libras                             => 20 libras = GBP 20.00
        20 EUR                                => 20 EUR = EUR 20.00
        $20                                   => $20 = USD 20.00
        cuesta 5 o 6 euros                    => 6 euros = EUR 6.00
        dos pavos                             => dos pavos = EUR 2.00
        euros                                 => -
        20 camisas                            => -
        la libra                              => -
        """
    )

    @Test("amounts", arguments: amounts)
    func amount(_ entity: EntityCase) {
        #expect(entity.found("money", by: Self.recognizer) == entity.expected)
    }

    static let names = EntityCase.table(
        """
        me llamo Ana                          => Ana
        me llamo ana garcía                   => ana garcía = Ana García
        me llamo Juan Carlos Pérez            => Juan Carlos Pérez
        mi nombre es María José               => María José
        nombre: Luis Pérez                    => Luis Pérez
        soy Ana                               => Ana
        soy Ana de la Fuente                  => Ana de la Fuente
        hola, soy Pedro y tengo una duda      => Pedro
        me llamo Ana y quiero un reembolso    => Ana
        soy cliente                           => -
        soy nuevo                             => -
        me llamo el de ayer                   => -
        mi nombre está mal                    => -
        ¿cómo te llamas?                      => -
        el nombre del producto                => -
        """
    )

    @Test("names", arguments: names)
    func name(_ entity: EntityCase) {
        #expect(entity.found("person_name", by: Self.recognizer) == entity.expected)
    }
}
