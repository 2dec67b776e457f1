import Testing

@testable import FrontdeskMatching

@Suite("Numbers")
struct NumberRecognizerTests {
    static let cases = EntityCase.table(
        """
        // Digits
        5                                     => 5
        I need 3 of them                      => 3
        buy 12, please.                       => 12
        007                                   => 007 = 7
        it costs 5.50                         => 5.50 = 5.5
        about 1,234 pieces                    => 1,234 = 1234
        1,234,567                             => 1,234,567 = 1234567
        1,234.50 in total                     => 1,234.50 = 1234.5
        1.234,50 in total                     => 1.234,50 = 1234.5
        1.234.567                             => 1.234.567 = 1234567
        size 5,5                              => 5,5 = 5.5
        3.14159                               => 3.14159
        it is -5 outside                      => -5
        10k followers                         => 10k = 10000
        5 thousand                            => 5 thousand = 5000
        2 million users                       => 2 million = 2000000
        2 dozen eggs                          => 2 dozen = 24
        20% off                               => 20
        #12                                   => 12
        10-20 pieces                          => 10 | 20
        2 or 3                                => 2 | 3
        (4)                                   => 4
        １２ full width                       => １２ = 12
        item 4's box                          => 4
        a 3-day trial                         => 3
        // Words
        twenty-five                           => twenty-five = 25
        twenty five tickets                   => twenty five = 25
        Seven                                 => Seven = 7
        zero                                  => zero = 0
        nineteen people                       => nineteen = 19
        a hundred and two                     => a hundred and two = 102
        two hundred                           => two hundred = 200
        fifteen hundred                       => fifteen hundred = 1500
        one hundred and twenty-three          => one hundred and twenty-three = 123
        two thousand three hundred and four   => two thousand three hundred and four = 2304
        a million                             => a million = 1000000
        three million two hundred thousand    => three million two hundred thousand = 3200000
        a dozen                               => a dozen = 12
        half a dozen eggs                     => half a dozen = 6
        a couple of shirts                    => a couple = 2
        two and three                         => two = 2 | three = 3
        five five five                        => five = 5 | five = 5 | five = 5
        two point five                        => two point five = 2.5
        // The word "one"
        one                                   => one = 1
        just one please                       => one = 1
        I need one ticket                     => one = 1
        I ordered one                         => one = 1
        I see one item missing                => one = 1
        that one                              => -
        the blue one                          => -
        the blue one is broken                => -
        which one do you mean                 => -
        no one answers                        => -
        another one                           => -
        one of my parcels                     => -
        twenty-one                            => twenty-one = 21
        // Parts of something else
        A-10021                               => -
        iphone-12                             => -
        24/7                                  => -
        version 1.2.3                         => -
        at 10:30                              => -
        B2B and mp3                           => -
        12345678901234567890                  => -
        192.168.0.1                           => -
        where is my order                     => -
        a box and an idea                     => -
        hundreds of times                     => -
        someone, anyone                       => -
        """
    )

    @Test("Numbers are found in digits and in words", arguments: cases)
    func found(_ line: EntityCase) {
        #expect(line.found("number") == line.expected)
    }
}
