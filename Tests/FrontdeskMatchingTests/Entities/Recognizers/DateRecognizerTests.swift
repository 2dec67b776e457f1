import Testing

@testable import FrontdeskMatching

@Suite("Dates")
struct DateRecognizerTests {
    static let cases = EntityCase.table(
        """
        // Relative days
        today                                 => today = days+0
        can it come tomorrow?                 => tomorrow = days+1
        tmrw                                  => tmrw = days+1
        it came yesterday                     => yesterday = days-1
        tonight                               => tonight = days+0
        last night                            => last night = days-1
        the day after tomorrow                => the day after tomorrow = days+2
        day before yesterday                  => day before yesterday = days-2
        in 3 days                             => in 3 days = days+3
        in three days                         => in three days = days+3
        in a week                             => in a week = days+7
        in a couple of weeks                  => in a couple of weeks = days+14
        in two months                         => in two months = months+2
        in a year                             => in a year = months+12
        in a fortnight                        => in a fortnight = days+14
        two weeks ago                         => two weeks ago = days-14
        a week ago                            => a week ago = days-7
        10 days ago                           => 10 days ago = days-10
        a couple of days ago                  => a couple of days ago = days-2
        a month ago                           => a month ago = months-1
        three days from now                   => three days from now = days+3
        three weeks from tomorrow             => three weeks from tomorrow = days+22
        a week from tomorrow                  => a week from tomorrow = days+8
        a month from tomorrow                 => tomorrow = days+1
        in 3 business days                    => in 3 business days = working days+3
        within two working days               => within two working days = working days+2
        it must be there within 1 business day => within 1 business day = working days+1
        3 business days from now              => 3 business days from now = working days+3
        3 business days                       => 3 business days = working days+3
        does it take 3 business days?         => -
        in 3 business cards                   => -
        by Friday                             => Friday = friday
        until Friday                          => Friday = friday
        no later than Friday                  => Friday = friday
        next week                             => next week = days+7
        last month                            => last month = months-1
        next year                             => next year = months+12
        // Weekdays
        Tuesday                               => Tuesday = tuesday
        on Friday please                      => Friday = friday
        this Monday                           => this Monday = monday
        next wednesday                        => next wednesday = wednesday next
        last thursday                         => last thursday = thursday last
        this coming saturday                  => this coming saturday = saturday
        Monday next week                      => Monday next week = monday next
        on wed                                => wed = wednesday
        fri                                   => fri = friday
        Friday or Saturday                    => Friday = friday | Saturday = saturday
        Tuesday, 3 December                   => Tuesday, 3 December = --12-03
        // Calendar
        3 December                            => 3 December = --12-03
        the 3rd of December                   => the 3rd of December = --12-03
        December 3rd 2026                     => December 3rd 2026 = 2026-12-03
        Dec 3, 2026                           => Dec 3, 2026 = 2026-12-03
        3. December 2026                      => 3. December 2026 = 2026-12-03
        3-Dec-2026                            => 3-Dec-2026 = 2026-12-03
        december third                        => december third = --12-03
        the twenty-first of june              => the twenty-first of june = --06-21
        may 5                                 => may 5 = --05-05
        29 February                           => 29 February = --02-29
        3.12.2026                             => 3.12.2026 = 2026-12-03
        03.12.26                              => 03.12.26 = 2026-12-03
        2026-12-03                            => 2026-12-03
        2026/12/03                            => 2026/12/03 = 2026-12-03
        12/03/2026                            => 12/03/2026 = 2026-12-03
        25/12/2026                            => 25/12/2026 = 2026-12-25
        12/3/26                               => 12/3/26 = 2026-12-03
        13-12-2026                            => 13-12-2026 = 2026-12-13
        by 12/24                              => 12/24 = --12-24
        on the 5th                            => 5th = day 5
        by the 21st please                    => 21st = day 21
        from the 6th to the 23rd              => 6th = day 6 | 23rd = day 23
        from 3 May to 5 May                   => 3 May = --05-03 | 5 May = --05-05
        // No days
        30 February                           => -
        31 April                              => -
        29.02.2026                            => -
        32.13.2026                            => -
        3 days                                => -
        for two weeks                         => -
        the last week was awful               => -
        in an hour                            => -
        may I ask                             => -
        order 5 may be late                   => -
        she sat down in the sun yes           => -
        on the 2nd floor                      => -
        the 5th item                          => -
        version 1.2.34                        => -
        A-2026-12-03                          => -
        1/2 cup                               => -
        march on                              => -
        2026                                  => -
        mondays                               => -
        """
    )

    @Test("Dates are found, relative and absolute", arguments: cases)
    func found(_ line: EntityCase) {
        #expect(line.found("date") == line.expected)
    }
}
