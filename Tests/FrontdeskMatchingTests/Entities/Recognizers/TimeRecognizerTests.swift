import Testing

@testable import FrontdeskMatching

@Suite("Times of day")
struct TimeRecognizerTests {
    static let cases = EntityCase.table(
        """
        // With am or pm
        3pm                                   => 3pm = 15:00
        at 3 pm                               => 3 pm = 15:00
        3 p.m. please                         => 3 p.m = 15:00
        9 AM                                  => 9 AM = 09:00
        12am                                  => 12am = 00:00
        12 pm                                 => 12 pm = 12:00
        3:30 pm                               => 3:30 pm = 15:30
        3:30pm                                => 3:30pm = 15:30
        3.30pm                                => 3.30pm = 15:30
        at 3.30 pm                            => 3.30 pm = 15:30
        11:59 p.m.                            => 11:59 p.m = 23:59
        zero hour, 8 p m                      => 8 p m = 20:00
        five pm                               => five pm = 17:00
        between 9am and 5pm                   => 9am = 09:00 | 5pm = 17:00
        // On the 24-hour clock
        15:45                                 => 15:45
        at 08:05                              => 08:05
        8:05 works                            => 8:05 = 08:05
        0:00                                  => 0:00 = 00:00
        24:00                                 => 24:00 = 00:00
        15:45:10                              => 15:45:10 = 15:45
        10:30-11:00                           => 10:30 | 11:00
        // Words
        noon                                  => noon = 12:00
        midday                                => midday = 12:00
        around midnight                       => midnight = 00:00
        half past four                        => half past four = 04:30
        half past 4 pm                        => half past 4 pm = 16:30
        quarter to nine                       => quarter to nine = 08:45
        a quarter past two                    => a quarter past two = 02:15
        quarter after two                     => quarter after two = 02:15
        ten past two                          => ten past two = 02:10
        twenty to nine                        => twenty to nine = 08:40
        20 minutes to 5                       => 20 minutes to 5 = 04:40
        twenty-five past six                  => twenty-five past six = 06:25
        five to midnight                      => five to midnight = 23:55
        5 o'clock                             => 5 o'clock = 05:00
        five oclock                           => five oclock = 05:00
        half past three in the afternoon      => half past three in the afternoon = 15:30
        // After "at"
        at 5                                  => 5 = 05:00
        at five please                        => five = 05:00
        tomorrow at 5.                        => 5 = 05:00
        at 5 tomorrow                         => 5 = 05:00
        at 7 tonight                          => 7 = 19:00
        at 5 in the afternoon                 => 5 in the afternoon = 17:00
        at 9 in the morning                   => 9 in the morning = 09:00
        at 10 on Friday                       => 10 = 10:00
        // No times
        25:00                                 => -
        12:60                                 => -
        13pm                                  => -
        0 pm                                  => -
        at 5 shops                            => -
        at 5-6 shops                          => -
        5                                     => -
        I am 3 am I not                       => 3 am = 03:00
        from ten to nine                      => -
        seven to nine                         => -
        half to four                          => -
        half of it                            => -
        3.30                                  => -
        at 30                                 => -
        ratio 1:2                             => -
        a quarter of the order                => -
        in the past four days                 => -
        12:30:99:1                            => -
        good morning                          => -
        """
    )

    @Test("Times are found in digits and in words", arguments: cases)
    func found(_ line: EntityCase) {
        #expect(line.found("time") == line.expected)
    }
}
