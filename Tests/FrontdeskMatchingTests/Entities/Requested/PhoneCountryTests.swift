import Testing

@testable import FrontdeskMatching

@Suite("Phone numbers of an assistant's country")
struct PhoneCountryTests {
    static let cases: [(PhoneCountry, String, String)] = [
        (.de, "030 1234567", "030 1234567 = +49301234567"),
        (.de, "0171 234 56 78", "0171 234 56 78 = +491712345678"),
        (.de, "0301234567", "0301234567 = +49301234567"),
        (.de, "0049 30 1234567", "0049 30 1234567 = +49301234567"),
        (.de, "+49 (0)30 1234567", "+49 (0)30 1234567 = +49301234567"),
        (.de, "+34 612 345 678", "+34 612 345 678 = +34612345678"),
        (.de, "0034 612 345 678", "0034 612 345 678 = +34612345678"),
        (.de, "555-1234", "555-1234 = 5551234"),
        (.de, "order 10021", "-"),
        (.de, "612 345 678", "-"),
        (.es, "612 345 678", "612 345 678 = +34612345678"),
        (.es, "612345678", "612345678 = +34612345678"),
        (.es, "mi teléfono es 612345678", "612345678 = +34612345678"),
        (.es, "91 123 45 67", "91 123 45 67 = +34911234567"),
        (.es, "912 34 56 78", "912 34 56 78 = +34912345678"),
        (.es, "+34 612 345 678", "+34 612 345 678 = +34612345678"),
        (.es, "0034 612 345 678", "0034 612 345 678 = +34612345678"),
        (.es, "pedido 612345678", "-"),
        (.es, "123 456 789", "-"),
        (.es, "312 345 678", "-"),
        (.es, "61 234 567", "-"),
        (.es, "6 1 2 3 4 5 6 7 8", "-"),
        (.fr, "01 23 45 67 89", "01 23 45 67 89 = +33123456789"),
        (.fr, "0123456789", "0123456789 = +33123456789"),
        (.fr, "01 23 45 67", "01 23 45 67 = 01234567"),
        (.gb, "020 7946 0958", "020 7946 0958 = +442079460958"),
        (.gb, "07700 900123", "07700 900123 = +447700900123"),
        (.us, "555-123-4567", "555-123-4567 = +15551234567"),
        (.us, "(555) 123-4567", "(555) 123-4567 = +15551234567"),
        (.us, "1-800-555-0199", "1-800-555-0199 = +18005550199"),
        (.us, "5551234567", "5551234567 = +15551234567"),
        (.us, "011 49 30 1234567", "011 49 30 1234567 = +49301234567"),
        (.us, "555-1234", "555-1234 = 5551234"),
        (.us, "100 200 3000", "-"),
        (.pt, "912 345 678", "912 345 678 = +351912345678"),
        (.pl, "601 234 567", "601 234 567 = +48601234567"),
        (.dk, "32 12 34 56", "32 12 34 56 = +4532123456"),
        (.hu, "06 20 123 4567", "06 20 123 4567 = +36201234567"),
        (.mx, "55 1234 5678", "55 1234 5678 = +525512345678"),
        (.ar, "011 1234 5678", "011 1234 5678 = +541112345678"),
        (.in, "098765 43210", "098765 43210 = +919876543210"),
        (.es, "2026-12-03", "-"),
        (.es, "03/12/2026", "-"),
        (.es, "A-612345678", "-"),
        (.es, "€612 345 678", "-"),
        (.es, "4111 1111 1111 1111", "-"),
    ]

    @Test("they become those of E.164, whatever the way they are written", arguments: cases)
    func found(country: PhoneCountry, utterance: String, expected: String) {
        for languages in [[Language.english], [.spanish, .english]] {
            let recognizer = EntityRecognizer(
                types: [EntityType(name: "phone", recognition: .phone(country))],
                languages: languages
            )
            #expect(EntityCase(utterance: utterance, expected: "").found("phone", by: recognizer) == expected)
        }
    }

    @Test("a national number survives the way abroad and back", arguments: PhoneCountry.allCases)
    func everyCountry(country: PhoneCountry) {
        let plan = country.plan
        let national = "2" + String(repeating: "3", count: plan.lengths.upperBound - 1)
        #expect(country.international(plan.trunk + national) == "+\(plan.callingCode)\(national)")
        #expect(
            country.international("00\(plan.callingCode)\(national)") == "+\(plan.callingCode)\(national)"
        )
        #expect(country.international("+\(plan.callingCode)\(national)") == "+\(plan.callingCode)\(national)")
        #expect(country.international(plan.trunk + national + "4444444") == nil)
    }
}
