import Testing

@testable import FrontdeskMatching

@Suite("Percentages")
struct PercentageTests {
    static let english = EntityCase.table(
        """
        20%                                   => 20% = 20
        20 %                                  => 20 % = 20
        20 percent                            => 20 percent = 20
        20 per cent                           => 20 per cent = 20
        20 pct                                => 20 pct = 20
        twenty percent                        => twenty percent = 20
        twenty-five per cent                  => twenty-five per cent = 25
        a hundred percent                     => a hundred percent = 100
        12.5%                                 => 12.5% = 12.5
        12,5%                                 => 12,5% = 12.5
        0.5 percent                           => 0.5 percent = 0.5
        -5%                                   => -5% = -5
        a 5 % fee                             => 5 % = 5
        5%?                                   => 5% = 5
        (10%)                                 => 10% = 10
        10%, 20% or 30%                       => 10% = 10 | 20% = 20 | 30% = 30
        20-30%                                => 30% = 30
        between 20% and 30%                   => 20% = 20 | 30% = 30
        I want 50% off                        => 50% = 50
        50%off                                => 50% = 50
        battery at 3%                         => 3% = 3
        two point five percent                => two point five percent = 2.5
        1,000%                                => 1,000% = 1000
        100% sure                             => 100% = 100
        a 15-percent discount                 => 15-percent = 15
        ２０％                                => ２０％ = 20
        20٪                                   => 20٪ = 20
        VAT is 19 percent.                    => 19 percent = 19
        ten percent or 5 euros                => ten percent = 10
        // What is none
        20                                    => -
        %                                     => -
        percent                               => -
        the percentage                        => -
        20 percentage points                  => -
        5%20                                  => -
        a%20b                                 => -
        A-20%                                 => -
        1.2.3%                                => -
        10:30%                                => -
        20 per person                         => -
        20 per week                           => -
        20 cents                              => -
        5 %s                                  => -
        half of them                          => -
        10021 please                          => -
        """
    )

    @Test("in English", arguments: english)
    func inEnglish(_ entity: EntityCase) {
        #expect(entity.found("percentage", by: .finding(.percentage)) == entity.expected)
    }

    static let spanish = EntityCase.table(
        """
        el 20%                                => 20% = 20
        el 20 %                               => 20 % = 20
        20 por ciento                         => 20 por ciento = 20
        veinte por ciento                     => veinte por ciento = 20
        treinta y cinco por ciento            => treinta y cinco por ciento = 35
        el cien por cien                      => cien por cien = 100
        12,5 %                                => 12,5 % = 12.5
        un 3,5 por ciento                     => 3,5 por ciento = 3.5
        1.000 %                               => 1.000 % = 1000
        un descuento del 15%                  => 15% = 15
        del 10 al 20%                         => 20% = 20
        20 por favor                          => -
        por ciento                            => -
        dos por persona                       => -
        veinte por uno                        => -
        el porcentaje                         => -
        """
    )

    @Test("in Spanish", arguments: spanish)
    func inSpanish(_ entity: EntityCase) {
        let recognizer = EntityRecognizer.finding(.percentage, in: [.spanish, .english])
        #expect(entity.found("percentage", by: recognizer) == entity.expected)
    }

    @Test("the number within a percentage is no number of its own")
    func numbers() {
        let entity = EntityCase(utterance: "20% of 5", expected: "5")
        #expect(entity.found("number", by: .finding(.percentage)) == entity.expected)
    }
}
