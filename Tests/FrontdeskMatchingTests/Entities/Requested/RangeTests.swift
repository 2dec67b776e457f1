import Testing

@testable import FrontdeskMatching

@Suite("Stretches of days and of the day")
struct RangeTests {
    static let days = EntityCase.table(
        """
        from Monday to Friday                 => from Monday to Friday = monday/friday
        Monday to Friday                      => Monday to Friday = monday/friday
        Monday - Friday                       => Monday - Friday = monday/friday
        Monday-Friday                         => Monday-Friday = monday/friday
        Monday – Friday                       => Monday – Friday = monday/friday
        Monday through Friday                 => Monday through Friday = monday/friday
        from Monday until Friday              => from Monday until Friday = monday/friday
        between Monday and Friday             => between Monday and Friday = monday/friday
        from Monday to Friday next week       => from Monday to Friday next week = monday next/friday next
        from next Monday to next Friday       => from next Monday to next Friday = monday next/friday next
        from today to Friday                  => from today to Friday = days+0/friday
        from now until tomorrow               => from now until tomorrow = days+0/days+1
        tomorrow till Sunday                  => tomorrow till Sunday = days+1/sunday
        from 3 to 5 May                       => from 3 to 5 May = --05-03/--05-05
        3-5 May                               => 3-5 May = --05-03/--05-05
        3 to 5 May 2027                       => 3 to 5 May 2027 = 2027-05-03/2027-05-05
        from the 3rd to the 5th of May        => from the 3rd to the 5th of May = --05-03/--05-05
        between the 3rd and the 5th of May    => between the 3rd and the 5th of May = --05-03/--05-05
        between 3 and 5 May                   => between 3 and 5 May = --05-03/--05-05
        May 3 to 5                            => May 3 to 5 = --05-03/--05-05
        May 3-5, 2027                         => May 3-5, 2027 = 2027-05-03/2027-05-05
        May 3rd to 5th                        => May 3rd to 5th = --05-03/--05-05
        from May 3 to June 5                  => from May 3 to June 5 = --05-03/--06-05
        from 28 December to 3 January 2027    => from 28 December to 3 January 2027 = 2026-12-28/2027-01-03
        from 3 May to 5 June 2027             => from 3 May to 5 June 2027 = 2027-05-03/2027-06-05
        2026-12-03 to 2026-12-05              => 2026-12-03 to 2026-12-05 = 2026-12-03/2026-12-05
        from 12/03/2026 to 12/05/2026         => from 12/03/2026 to 12/05/2026 = 2026-12-03/2026-12-05
        I am away from Monday to Friday please => from Monday to Friday = monday/friday
        this week                             => this week = week+0
        next week                             => next week = week+1
        last week                             => last week = week-1
        this weekend                          => this weekend = weekend+0
        next weekend                          => next weekend = weekend+1
        at the weekend                        => weekend = weekend+0
        this month                            => this month = month+0
        last month                            => last month = month-1
        next year                             => next year = year+1
        in May                                => May = --05
        in May 2027                           => May 2027 = 2027-05
        during December                       => December = --12
        // What is none
        Monday                                => -
        Monday and Friday                     => -
        Monday or Friday                      => -
        move it from Monday to Friday         => -
        change the date from 3 May to 5 May   => -
        from Monday                           => -
        until Friday                          => -
        to Friday                             => -
        3 to 5 days                           => -
        from 3 to 5                           => -
        order 10021 to Friday                 => -
        between us and Friday                 => -
        I may come                            => -
        in may 5                              => -
        the last week                         => -
        the weekend edition                   => weekend = weekend+0
        a week                                => -
        weekends                              => -
        5 to 3 May                            => -
        1.3 to 5 May                          => -
        """
    )

    @Test("stretches of days", arguments: days)
    func ofDays(_ entity: EntityCase) {
        #expect(entity.found("date_range", by: .finding(.dateRange)) == entity.expected)
    }

    static let spanishDays = EntityCase.table(
        """
        de lunes a viernes                    => de lunes a viernes = monday/friday
        del lunes al viernes                  => del lunes al viernes = monday/friday
        desde el lunes hasta el viernes       => desde el lunes hasta el viernes = monday/friday
        entre el lunes y el viernes           => entre el lunes y el viernes = monday/friday
        del lunes al viernes que viene        => del lunes al viernes que viene = monday following/friday following
        del 3 al 5 de mayo                    => del 3 al 5 de mayo = --05-03/--05-05
        del tres al cinco de mayo             => del tres al cinco de mayo = --05-03/--05-05
        entre el 3 y el 5 de mayo             => entre el 3 y el 5 de mayo = --05-03/--05-05
        del 3 al 5 de mayo de 2027            => del 3 al 5 de mayo de 2027 = 2027-05-03/2027-05-05
        del 28 de diciembre al 3 de enero     => del 28 de diciembre al 3 de enero = --12-28/--01-03
        desde mañana hasta el domingo         => desde mañana hasta el domingo = days+1/sunday
        esta semana                           => esta semana = week+0
        la semana que viene                   => semana que viene = week+1
        la próxima semana                     => próxima semana = week+1
        la semana pasada                      => semana pasada = week-1
        este fin de semana                    => este fin de semana = weekend+0
        el fin de semana                      => fin de semana = weekend+0
        el próximo fin de semana              => próximo fin de semana = weekend+1
        el mes que viene                      => mes que viene = month+1
        este año                              => este año = year+0
        en mayo                               => mayo = --05
        en mayo de 2027                       => mayo de 2027 = 2027-05
        el lunes y el viernes                 => -
        cambiar del lunes al viernes          => -
        el lunes                              => -
        una semana                            => -
        del 3 al 5                            => -
        al fin                                => -
        """
    )

    @Test("stretches of days in Spanish", arguments: spanishDays)
    func ofSpanishDays(_ entity: EntityCase) {
        let recognizer = EntityRecognizer.finding(.dateRange, in: [.spanish, .english])
        #expect(entity.found("date_range", by: recognizer) == entity.expected)
    }

    static let times = EntityCase.table(
        """
        from 9 am to 5 pm                     => from 9 am to 5 pm = 09:00/17:00
        from 9am to 5pm                       => from 9am to 5pm = 09:00/17:00
        9am-5pm                               => 9am-5pm = 09:00/17:00
        9am - 5pm                             => 9am - 5pm = 09:00/17:00
        9am – 5pm                             => 9am – 5pm = 09:00/17:00
        between 3 and 5 pm                    => between 3 and 5 pm = 15:00/17:00
        between 3 and 5 p.m.                  => between 3 and 5 p.m = 15:00/17:00
        between three and five pm             => between three and five pm = 15:00/17:00
        from 3 to 5 pm                        => from 3 to 5 pm = 15:00/17:00
        3-5pm                                 => 3-5pm = 15:00/17:00
        3 to 5pm                              => 3 to 5pm = 15:00/17:00
        11 to 1 pm                            => 11 to 1 pm = 11:00/13:00
        9 to 5 pm                             => 9 to 5 pm = 09:00/17:00
        from 3:30 to 5 pm                     => from 3:30 to 5 pm = 15:30/17:00
        10:30-11:00                           => 10:30-11:00 = 10:30/11:00
        10:30 to 11:00                        => 10:30 to 11:00 = 10:30/11:00
        from 09:00 to 17:30                   => from 09:00 to 17:30 = 09:00/17:30
        between 14:00 and 16:00               => between 14:00 and 16:00 = 14:00/16:00
        from 22:00 to 06:00                   => from 22:00 to 06:00 = 22:00/06:00
        from 10pm to 2am                      => from 10pm to 2am = 22:00/02:00
        from 9 to 5                           => from 9 to 5 = 09:00/17:00
        from noon to 3                        => from noon to 3 = 12:00/15:00
        from 9am to 5                         => from 9am to 5 = 09:00/17:00
        between noon and 2pm                  => between noon and 2pm = 12:00/14:00
        until? from 8 am till noon            => from 8 am till noon = 08:00/12:00
        tomorrow between 3 and 5 pm please    => between 3 and 5 pm = 15:00/17:00
        between 3 and 5 in the afternoon      => between 3 and 5 in the afternoon = 15:00/17:00
        9am to 12pm or 2pm to 4pm             => 9am to 12pm = 09:00/12:00 | 2pm to 4pm = 14:00/16:00
        // What is none
        at 5 pm                               => -
        3 and 5 pm                            => -
        move it from 3 pm to 5 pm             => -
        3 to 5 days                           => -
        from 9 to 5 euros                     => -
        between 3 and 5 items                 => -
        ten to five                           => -
        5-3 won                               => -
        3-5                                   => -
        24/7                                  => -
        A-9 to 5pm                            => -
        from 30 to 5 pm                       => -
        $3 to 5 pm                            => -
        version 2.3 to 5 pm                   => -
        """
    )

    @Test("stretches of the day", arguments: times)
    func ofTheDay(_ entity: EntityCase) {
        #expect(entity.found("time_range", by: .finding(.timeRange)) == entity.expected)
    }

    static let spanishTimes = EntityCase.table(
        """
        de 9 a 17h                            => de 9 a 17h = 09:00/17:00
        de 3 a 5 de la tarde                  => de 3 a 5 de la tarde = 15:00/17:00
        entre las 3 y las 5                   => entre las 3 y las 5 = 03:00/05:00
        entre las 3 y las 5 de la tarde       => entre las 3 y las 5 de la tarde = 15:00/17:00
        desde las 9 hasta las 17:00           => desde las 9 hasta las 17:00 = 09:00/17:00
        de las 10:00 a las 12:30              => de las 10:00 a las 12:30 = 10:00/12:30
        entre mediodía y las 3 de la tarde    => entre mediodía y las 3 de la tarde = 12:00/15:00
        de 10:30 a 11:00                      => de 10:30 a 11:00 = 10:30/11:00
        de nueve a dos de la tarde            => de nueve a dos de la tarde = 09:00/14:00
        de 22:00 a 06:00                      => de 22:00 a 06:00 = 22:00/06:00
        mañana de 4 a 6 de la tarde           => de 4 a 6 de la tarde = 16:00/18:00
        9:00-14:00                            => 9:00-14:00 = 09:00/14:00
        a las 5                               => -
        a las 3 y a las 5                     => -
        de 3 a 5                              => -
        de 3 a 5 días                         => -
        entre 3 y 5 personas                  => -
        cambiar de las 3 a las 5              => -
        entre tú y yo a las 5                 => -
        """
    )

    @Test("stretches of the day in Spanish", arguments: spanishTimes)
    func ofTheSpanishDay(_ entity: EntityCase) {
        let recognizer = EntityRecognizer.finding(.timeRange, in: [.spanish, .english])
        #expect(entity.found("time_range", by: recognizer) == entity.expected)
    }

    @Test("the ends of a stretch are found besides the whole")
    func ends() {
        let both = EntityCase(utterance: "from Monday to Friday", expected: "")
        #expect(both.found("date", by: .finding(.dateRange)) == "Monday = monday | Friday = friday")
    }
}
