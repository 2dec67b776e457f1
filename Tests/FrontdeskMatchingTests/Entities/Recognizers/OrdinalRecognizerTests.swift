import Testing

@testable import FrontdeskMatching

@Suite("Ordinals")
struct OrdinalRecognizerTests {
    static let cases = EntityCase.table(
        """
        // Digits
        1st                                   => 1st = 1
        the 2nd one                           => 2nd = 2
        3rd please                            => 3rd = 3
        the 4th.                              => 4th = 4
        11th, 12th and 13th                   => 11th = 11 | 12th = 12 | 13th = 13
        21st                                  => 21st = 21
        22nd or 23rd                          => 22nd = 22 | 23rd = 23
        the 101st time                        => 101st = 101
        111th                                 => 111th = 111
        THE 5TH                               => 5TH = 5
        // Words
        first                                 => first = 1
        the first one                         => first = 1
        the second                            => second = 2
        the second one, please                => second = 2
        this second one                       => second = 2
        Third!                                => Third = 3
        fourth, fifth and sixth               => fourth = 4 | fifth = 5 | sixth = 6
        the seventh or eighth                 => seventh = 7 | eighth = 8
        ninth tenth eleventh twelfth          => ninth = 9 | tenth = 10 | eleventh = 11 | twelfth = 12
        nineteenth                            => nineteenth = 19
        twentieth                             => twentieth = 20
        twenty-first                          => twenty-first = 21
        the thirty second option              => thirty second = 32
        hundredth                             => hundredth = 100
        // The last
        the last                              => last = -1
        the last one                          => last = -1
        last one                              => last = -1
        last                                  => last = -1
        my last order                         => last = -1
        the very last item                    => last = -1
        // No positions
        wait a second                         => -
        just a second                         => -
        one second please                     => -
        in a split second                     => -
        1 second from now                     => -
        ten requests per second               => -
        ten seconds                           => -
        first of all                          => -
        at first it worked                    => -
        my first name                         => -
        first class shipping                  => -
        a third party                         => -
        last week                             => -
        the last week                         => -
        last night                            => -
        last monday                           => -
        the last time I called                => -
        the last 6 orders                     => -
        the last two orders                   => -
        my last name                          => -
        at last                               => -
        it won't last                         => -
        1th and 2st                           => -
        0th                                   => -
        4the win                              => -
        A-1st                                 => -
        my order is late                      => -
        // More of both
        the 11th                              => 11th = 11
        the 111th time                        => 111th = 111
        the 2th                               => -
        0th                                   => -
        sixty-fifth                           => sixty-fifth = 65
        wait one second                       => -
        30 seconds                            => -
        first, second and third               => first = 1 | second = 2 | third = 3
        """
    )

    @Test("Ordinals are found in digits and in words", arguments: cases)
    func found(_ line: EntityCase) {
        #expect(line.found("ordinal") == line.expected)
    }
}
