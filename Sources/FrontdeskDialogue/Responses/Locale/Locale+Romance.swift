// Spanish, French, Italian and Portuguese.
extension Locale {
    static let spanish = Locale(
        language: "es",
        numbers: Numbers(
            decimal: ",",
            group: ".",
            minimumGrouping: 2,
            percent: "\u{A0}%",
            leadsWithCurrency: false,
            currencySpace: "\u{A0}"
        ),
        dates: Dates(
            weekdays: ["lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo"],
            onWeekdays: [
                "el lunes", "el martes", "el miércoles", "el jueves", "el viernes", "el sábado", "el domingo",
            ],
            months: [
                "enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre",
                "octubre", "noviembre", "diciembre",
            ],
            relative: ["anteayer", "ayer", "hoy", "mañana", "pasado mañana"],
            long: "{w} {d} de {m}",
            longWithYear: "{w} {d} de {m} de {y}",
            short: "{d}/{M}/{y}",
            at: " a las ",
            atOne: " a la ",
            yourTime: " (hora local)",
            onDate: "el ",
            byDay: "el "
        ),
        clock: .hours24(padded: false),
        and: "y",
        andBeforeI: "e",
        yes: "sí",
        no: "no",
        days: Unit(one: "día", other: "días"),
        hours: Unit(one: "hora", other: "horas"),
        minutes: Unit(one: "minuto", other: "minutos")
    )

    static let french = Locale(
        language: "fr",
        numbers: Numbers(
            decimal: ",",
            group: "\u{202F}",
            percent: "\u{A0}%",
            leadsWithCurrency: false,
            currencySpace: "\u{A0}"
        ),
        dates: Dates(
            weekdays: ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"],
            onWeekdays: ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"],
            months: [
                "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre",
                "octobre", "novembre", "décembre",
            ],
            relative: ["avant-hier", "hier", "aujourd’hui", "demain", "après-demain"],
            firstOfMonth: "1er",
            at: " à ",
            yourTime: " (heure locale)",
            onDate: ""
        ),
        clock: .hours24(padded: true),
        and: "et",
        yes: "oui",
        no: "non",
        days: Unit(one: "jour", other: "jours"),
        hours: Unit(one: "heure", other: "heures"),
        minutes: Unit(one: "minute", other: "minutes")
    )

    static let italian = Locale(
        language: "it",
        numbers: Numbers(decimal: ",", group: ".", leadsWithCurrency: false, currencySpace: "\u{A0}"),
        dates: Dates(
            weekdays: ["lunedì", "martedì", "mercoledì", "giovedì", "venerdì", "sabato", "domenica"],
            onWeekdays: ["lunedì", "martedì", "mercoledì", "giovedì", "venerdì", "sabato", "domenica"],
            months: [
                "gennaio", "febbraio", "marzo", "aprile", "maggio", "giugno", "luglio", "agosto", "settembre",
                "ottobre", "novembre", "dicembre",
            ],
            relative: ["l’altro ieri", "ieri", "oggi", "domani", "dopodomani"],
            short: "{d}/{M}/{y}",
            firstOfMonth: "1º",
            at: " alle ",
            atOne: " all’",
            yourTime: " (ora locale)",
            onDate: ""
        ),
        clock: .hours24(padded: true),
        and: "e",
        yes: "sì",
        no: "no",
        days: Unit(one: "giorno", other: "giorni"),
        hours: Unit(one: "ora", other: "ore"),
        minutes: Unit(one: "minuto", other: "minuti")
    )

    static let portuguese = Locale(
        language: "pt",
        numbers: Numbers(decimal: ",", group: ".", currencySpace: "\u{A0}"),
        dates: Dates(
            weekdays: [
                "segunda-feira", "terça-feira", "quarta-feira", "quinta-feira", "sexta-feira", "sábado",
                "domingo",
            ],
            onWeekdays: [
                "na segunda-feira", "na terça-feira", "na quarta-feira", "na quinta-feira", "na sexta-feira",
                "no sábado", "no domingo",
            ],
            months: [
                "janeiro", "fevereiro", "março", "abril", "maio", "junho", "julho", "agosto", "setembro",
                "outubro", "novembro", "dezembro",
            ],
            relative: ["anteontem", "ontem", "hoje", "amanhã", "depois de amanhã"],
            long: "{w}, {d} de {m}",
            longWithYear: "{w}, {d} de {m} de {y}",
            firstOfMonth: "1º",
            at: " às ",
            atOne: " à ",
            yourTime: " (hora local)",
            onDate: ""
        ),
        clock: .hours24(padded: true),
        and: "e",
        yes: "sim",
        no: "não",
        days: Unit(one: "dia", other: "dias"),
        hours: Unit(one: "hora", other: "horas"),
        minutes: Unit(one: "minuto", other: "minutos")
    )
}
