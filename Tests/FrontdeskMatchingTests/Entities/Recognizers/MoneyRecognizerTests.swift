import Testing

@testable import FrontdeskMatching

@Suite("Money")
struct MoneyRecognizerTests {
    static let cases = EntityCase.table(
        """
        // Signs
        $5.50                                 => $5.50 = USD 5.50
        it was $5                             => $5 = USD 5.00
        $ 5                                   => $ 5 = USD 5.00
        €20                                   => €20 = EUR 20.00
        20€                                   => 20€ = EUR 20.00
        20 € back                             => 20 € = EUR 20.00
        19,99 €                               => 19,99 € = EUR 19.99
        £3                                    => £3 = GBP 3.00
        ¥500                                  => ¥500 = JPY 500
        ₹250                                  => ₹250 = INR 250.00
        $1,234.56                             => $1,234.56 = USD 1234.56
        1.234,56€                             => 1.234,56€ = EUR 1234.56
        $10k                                  => $10k = USD 10000.00
        US$5                                  => US$5 = USD 5.00
        A$7                                   => A$7 = AUD 7.00
        C$ 9                                  => C$ 9 = CAD 9.00
        ($5)                                  => $5 = USD 5.00
        $5 or €6                              => $5 = USD 5.00 | €6 = EUR 6.00
        5 $10                                 => $10 = USD 10.00
        // Codes
        20 EUR                                => 20 EUR = EUR 20.00
        EUR 20                                => EUR 20 = EUR 20.00
        USD 5.50                              => USD 5.50
        20eur                                 => 20eur = EUR 20.00
        5.50usd                               => 5.50usd = USD 5.50
        100 chf                               => 100 chf = CHF 100.00
        300 sek                               => 300 sek = SEK 300.00
        // Words
        20 euros                              => 20 euros = EUR 20.00
        1 euro                                => 1 euro = EUR 1.00
        fifteen dollars                       => fifteen dollars = USD 15.00
        a hundred dollars                     => a hundred dollars = USD 100.00
        twenty-five pounds                    => twenty-five pounds = GBP 25.00
        5 bucks                               => 5 bucks = USD 5.00
        10 quid                               => 10 quid = GBP 10.00
        500 yen                               => 500 yen = JPY 500
        one dollar                            => one dollar = USD 1.00
        2 million dollars                     => 2 million dollars = USD 2000000.00
        50 cents                              => 50 cents = USD 0.50
        80 pence                              => 80 pence = GBP 0.80
        50p                                   => 50p = GBP 0.50
        5 euros and 20 cents                  => 5 euros and 20 cents = EUR 5.20
        a 20-euro voucher                     => 20-euro = EUR 20.00
        refund of 5.005 dollars               => 5.005 dollars = USD 5.01
        // No amounts
        5                                     => -
        euros                                 => -
        in dollars please                     => -
        20 items                              => -
        5 percent                             => -
        $                                     => -
        my 2 eurovision tickets               => -
        A-20 euro                             => -
        zero p m                              => -
        20 e                                  => -
        is it a euro sign                     => -
        // More of both
        US$5                                  => US$5 = USD 5.00
        C$5.25                                => C$5.25 = CAD 5.25
        -€5                                   => -€5 = EUR -5.00
        minus-€5                              => €5 = EUR 5.00
        1,234.50 USD                          => 1,234.50 USD = USD 1234.50
        a thousand pounds                     => a thousand pounds = GBP 1000.00
        £5, £6                                => £5 = GBP 5.00 | £6 = GBP 6.00
        USD                                   => -
        $                                     => -
        5 eurosx                              => -
        version $1.2.3                        => -
        ¥500                                  => ¥500 = JPY 500
        half a euro                           => -
        20 percent                            => -
        5 pounding headaches                  => -
        """
    )

    @Test("Amounts are found with signs, codes and words", arguments: cases)
    func found(_ line: EntityCase) {
        #expect(line.found("money") == line.expected)
    }
}
