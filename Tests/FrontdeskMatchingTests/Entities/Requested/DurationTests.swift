import Testing

@testable import FrontdeskMatching

@Suite("Lengths of time")
struct DurationTests {
    static let english = EntityCase.table(
        """
        2 hours                               => 2 hours = PT2H
        it takes 30 minutes                   => 30 minutes = PT30M
        two and a half hours                  => two and a half hours = PT2H30M
        2 and a half hours                    => 2 and a half hours = PT2H30M
        2.5 hours                             => 2.5 hours = PT2H30M
        2,5 hours                             => 2,5 hours = PT2H30M
        half an hour                          => half an hour = PT30M
        a half hour                           => a half hour = PT30M
        for half a day                        => half a day = PT12H
        an hour                               => an hour = PT1H
        an hour and a half                    => an hour and a half = PT1H30M
        a day and a half                      => a day and a half = P1DT12H
        one and a half years                  => one and a half years = P1Y6M
        a quarter of an hour                  => a quarter of an hour = PT15M
        three quarters of an hour             => three quarters of an hour = PT45M
        1 1/2 hours                           => 1 1/2 hours = PT1H30M
        1/2 hour                              => 1/2 hour = PT30M
        ½ hour                                => ½ hour = PT30M
        2 hours 30 minutes                    => 2 hours 30 minutes = PT2H30M
        2 hours and 30 minutes                => 2 hours and 30 minutes = PT2H30M
        1 day, 6 hours                        => 1 day, 6 hours = P1DT6H
        an hour and twenty minutes            => an hour and twenty minutes = PT1H20M
        a year and two months                 => a year and two months = P1Y2M
        1h30                                  => 1h30 = PT1H30M
        1h30m                                 => 1h30m = PT1H30M
        1h 30min                              => 1h 30min = PT1H30M
        2h                                    => 2h = PT2H
        45min                                 => 45min = PT45M
        45 mins please                        => 45 mins = PT45M
        90 seconds                            => 90 seconds = PT1M30S
        30s                                   => 30s = PT30S
        1.5 seconds                           => 1.5 seconds = PT1.5S
        a couple of days                      => a couple of days = P2D
        a dozen weeks                         => a dozen weeks = P84D
        two weeks                             => two weeks = P14D
        a fortnight                           => a fortnight = P14D
        3 months                              => 3 months = P3M
        18 months                             => 18 months = P1Y6M
        ten years                             => ten years = P10Y
        a 5-day trial                         => 5-day = P5D
        a thirty minute call                  => thirty minute = PT30M
        5-10 minutes                          => 10 minutes = PT10M
        the last 3 days                       => 3 days = P3D
        24 hours a day                        => 24 hours = P1D
        I waited 3 hours and then 2 days      => 3 hours = PT3H | 2 days = P2D
        // What is none
        in 3 days                             => -
        3 days ago                            => -
        in a week                             => -
        a week from now                       => -
        wait a second                         => -
        one second please                     => -
        just a minute                         => -
        hold on one minute                    => -
        the second one                        => -
        the 2nd hour                          => -
        I am 30 years old                     => -
        a 5 year old                          => -
        10 euros an hour                      => -
        twice a day                           => -
        3 business days                       => -
        order 10021 hours                     => 10021 hours = P417DT13H
        A-10021 days                          => -
        my 30s                                => -
        24/7                                  => -
        version 2.5.1 days                    => -
        10:30 hours                           => -
        may                                   => -
        day 5                                 => -
        the hours                             => -
        """
    )

    @Test("in English", arguments: english)
    func inEnglish(_ entity: EntityCase) {
        #expect(entity.found("duration", by: .finding(.duration)) == entity.expected)
    }

    static let spanish = EntityCase.table(
        """
        2 horas                               => 2 horas = PT2H
        media hora                            => media hora = PT30M
        dos horas y media                     => dos horas y media = PT2H30M
        una hora                              => una hora = PT1H
        una hora y media                      => una hora y media = PT1H30M
        hora y media                          => -
        una hora y cuarto                     => una hora y cuarto = PT1H15M
        un cuarto de hora                     => un cuarto de hora = PT15M
        tres cuartos de hora                  => tres cuartos de hora = PT45M
        2 horas y 20 minutos                  => 2 horas y 20 minutos = PT2H20M
        un par de días                        => un par de días = P2D
        tres semanas                          => tres semanas = P21D
        una quincena                          => una quincena = P15D
        seis meses                            => seis meses = P6M
        un año y medio                        => un año y medio = P1Y6M
        2,5 horas                             => 2,5 horas = PT2H30M
        llevo 3 días esperando                => 3 días = P3D
        veinticinco minutos                   => veinticinco minutos = PT25M
        dentro de 3 días                      => -
        hace dos meses                        => -
        espera un segundo                     => -
        un minuto                             => -
        tengo 30 años                         => -
        dos veces al día                      => -
        el segundo                            => -
        """
    )

    @Test("in Spanish", arguments: spanish)
    func inSpanish(_ entity: EntityCase) {
        let recognizer = EntityRecognizer.finding(.duration, in: [.spanish, .english])
        #expect(entity.found("duration", by: recognizer) == entity.expected)
    }

    @Test("nothing is looked for unless an assistant asks for it")
    func unasked() {
        #expect(EntityCase(utterance: "2 hours", expected: "").found("duration") == "-")
    }

    @Test(
        "a length reads as ISO 8601 writes it",
        arguments: [
            (0, 0, "PT0S"), (0, 1500, "PT1.5S"), (14, 0, "P1Y2M"), (0, 90_000_000, "P1DT1H"),
            (1, 60_000, "P1MT1M"),
        ] as [(Int, Int64, String)]
    )
    func notation(months: Int, milliseconds: Int64, expected: String) {
        #expect(TimeLength(months: months, milliseconds: milliseconds).plainText == expected)
    }
}
