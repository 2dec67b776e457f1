import Testing

@testable import FrontdeskMatching

@Suite("Web addresses")
struct URLRecognizerTests {
    static let cases = EntityCase.table(
        """
        https://example.com                   => https://example.com
        http://example.com/                   => http://example.com/
        see https://example.com.              => https://example.com
        https://example.com, please           => https://example.com
        is it https://example.com?            => https://example.com
        (https://example.com)                 => https://example.com
        <https://example.com>                 => https://example.com
        "https://example.com"                 => https://example.com
        'https://example.com'                 => https://example.com
        https://example.com/a/b.html          => https://example.com/a/b.html
        https://example.com/?q=1&r=2          => https://example.com/?q=1&r=2
        https://example.com/a#top             => https://example.com/a#top
        https://example.com:8080/x            => https://example.com:8080/x
        https://example.com/Path/ID           => https://example.com/Path/ID
        HTTPS://EXAMPLE.COM/A                 => HTTPS://EXAMPLE.COM/A
        https://en.example.org/wiki/A_(b)     => https://en.example.org/wiki/A_(b)
        (see https://example.org/A_(b))       => https://example.org/A_(b)
        https://shop.example.travel/x         => https://shop.example.travel/x
        https://example.it                    => https://example.it
        https://example.com/ä                 => https://example.com/ä
        https://example.com/x-1_2~3           => https://example.com/x-1_2~3
        www.example.com                       => www.example.com
        www.example.it                        => www.example.it
        go to www.example.com/sale!           => www.example.com/sale
        example.com                           => example.com
        on example.com/returns today          => example.com/returns
        shop.example.de                       => shop.example.de
        my-shop.co.uk                         => my-shop.co.uk
        Example.com works                     => Example.com
        a.com and b.org                       => a.com | b.org
        example.com…                          => example.com
        “example.com”                         => example.com
        123.com                               => 123.com
        // No addresses
        ada@example.com                       => -
        https://                              => -
        https://localhost                     => -
        http://x                              => -
        sure.it works                         => -
        yes.no                                => -
        e.g. this                             => -
        3.50                                  => -
        wait...what                           => -
        ok.thanks                             => -
        and/or                                => -
        .com                                  => -
        -bad-.com                             => -
        a..com                                => -
        the website is down                   => -
        1.2.3.4                               => -
        // More of both
        http://example.com:8080/x             => http://example.com:8080/x
        https://example.com/a(b)              => https://example.com/a(b)
        (see https://example.com)             => https://example.com
        example.com?x=1                       => example.com?x=1
        sure.it works                         => -
        v1.2.3                                => -
        e.g. this                             => -
        https://                              => -
        www.                                  => -
        ada@example.com                       => -
        example.com, example.org              => example.com | example.org
        2.5.de5                               => -
        visita tienda.es                      => tienda.es
        file.txt                              => -
        ...                                   => -
        """
    )

    @Test("Web addresses are found without the punctuation around them", arguments: cases)
    func found(_ line: EntityCase) {
        #expect(line.found("url") == line.expected)
    }
}
