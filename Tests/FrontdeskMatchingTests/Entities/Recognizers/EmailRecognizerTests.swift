import Testing

@testable import FrontdeskMatching

@Suite("E-mail addresses")
struct EmailRecognizerTests {
    static let cases = EntityCase.table(
        """
        ada@example.com                       => ada@example.com
        mail me at ada@example.com            => ada@example.com
        It's ada@example.com.                 => ada@example.com
        ada@example.com, please               => ada@example.com
        is it ada@example.com?                => ada@example.com
        (ada@example.com)                     => ada@example.com
        <ada@example.com>                     => ada@example.com
        "ada@example.com"                     => ada@example.com
        'ada@example.com'                     => ada@example.com
        email:ada@example.com                 => ada@example.com
        mailto:ada@example.com                => ada@example.com
        ada.byron@example.com                 => ada.byron@example.com
        ada+shop@example.com                  => ada+shop@example.com
        ada_b@example.com                     => ada_b@example.com
        ada-byron@example.com                 => ada-byron@example.com
        a1815@example.com                     => a1815@example.com
        10021@example.com                     => 10021@example.com
        a@b.de                                => a@b.de
        o'brien@example.ie                    => o'brien@example.ie
        ada@mail.example.co.uk                => ada@mail.example.co.uk
        ada@my-shop.de                        => ada@my-shop.de
        ada@example.museum                    => ada@example.museum
        ada@123.com                           => ada@123.com
        ADA@EXAMPLE.COM                       => ADA@EXAMPLE.COM = ada@example.com
        Ada@Example.com!                      => Ada@Example.com = ada@example.com
        jürgen@müller.de                      => jürgen@müller.de
        👍ada@example.com👍                   => ada@example.com
        “ada@example.com”                     => ada@example.com
        ada@example.com…                      => ada@example.com
        a@x.com or b@y.com                    => a@x.com | b@y.com
        a@x.com,b@y.com                       => a@x.com | b@y.com
        ada@example.com - thanks              => ada@example.com
        .ada@example.com                      => ada@example.com
        ada@example.com/                      => ada@example.com
        ＡＤＡ@example.com                    => ＡＤＡ@example.com = ａｄａ@example.com
        // No addresses
        @ada                                  => -
        ada@                                  => -
        ada@example                           => -
        ada@.com                              => -
        ada@example.                          => -
        ada.@example.com                      => -
        a..b@example.com                      => -
        ada@example..com                      => -
        ada@-example.com                      => -
        ada@example.c                         => -
        ada@example.123                       => -
        ada @ example.com                     => -
        ada@@example.com                      => -
        my email is broken                    => -
        example.com                           => -
        // More of both
        a@b.co                                => a@b.co
        ada+shop@example.co.uk                => ada+shop@example.co.uk
        mailto:ada@example.com                => ada@example.com
        ada@example..com                      => -
        ada@@example.com                      => -
        ada@example                           => -
        @ada                                  => -
        ada @ example.com                     => -
        ada@example.c                         => -
        .ada@example.com                      => ada@example.com
        ada.@example.com                      => -
        correo: ada@ejemplo.es                => ada@ejemplo.es
        ada@example.com, bob@example.com      => ada@example.com | bob@example.com
        5@5                                   => -
        @@@@                                  => -
        """
    )

    @Test("Addresses are found without the punctuation around them", arguments: cases)
    func found(_ line: EntityCase) {
        #expect(line.found("email") == line.expected)
    }
}
