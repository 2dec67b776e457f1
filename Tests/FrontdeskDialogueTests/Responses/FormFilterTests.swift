import FrontdeskDialogue
import FrontdeskMatching
import Testing

@Suite("Forms, languages and partials in templates")
struct FormFilterTests {
    static let scope = RendererTests.Scope(values: [
        "none": .number(0), "one": .number(1), "two": .number(2), "few": .number(22), "many": .number(1500),
        "half": .number(1.5), "written": .text("2"), "million": .number(2_000_000),
        "her": .text("female"), "him": .text(" Male "), "flag": .boolean(true), "word": .text("zebra"),
        "day": .date(CivilDate(year: 2026, month: 11, day: 25)),
        "tomorrow": .text("2026-11-23"), "price": .number(1234.5), "share": .number(0.075),
        "minutes": .number(150), "hours": .number(36), "items": .text("mug; bowl; rug, white"),
        "colours": .text("navy, olive,sand"), "lone": .text("mug"), "year": .number(2026),
    ])

    @Test(
        "Plural forms and choices",
        arguments: [
            ("en", "{{one|plural \"one parcel\" \"{} parcels\"}}", "one parcel"),
            ("en", "{{two|plural \"one parcel\" \"{} parcels\"}}", "2 parcels"),
            ("en", "{{none|plural \"one parcel\" \"{} parcels\"}}", "0 parcels"),
            (
                "en", "{{none|plural zero: \"no parcels\" one: \"a parcel\" other: \"{} parcels\"}}",
                "no parcels"
            ),
            ("en", "{{many|plural \"one\" \"{} of {}\"}}", "1,500 of 1,500"),
            ("en", "{{written|plural \"one\" \"{} things\"}}", "2 things"),
            ("en", "{{word|plural \"one\" \"{} things\"}}", "zebra"),
            ("en", "{{nobody|plural \"one\" \"many\"}}", ""),
            (
                "pl",
                "{{one|plural one: \"paczka\" few: \"{} paczki\" many: \"{} paczek\" other: \"{} paczki\"}}",
                "paczka"
            ),
            (
                "pl", "{{few|plural one: \"paczka\" few: \"{} paczki\" many: \"{} paczek\" other: \"x\"}}",
                "22 paczki"
            ),
            (
                "pl", "{{many|plural one: \"paczka\" few: \"{} paczki\" many: \"{} paczek\" other: \"x\"}}",
                "1500 paczek"
            ),
            ("pl", "{{half|plural one: \"paczka\" few: \"{} paczki\" other: \"{} paczki\"}}", "1,5 paczki"),
            ("fr", "{{none|plural one: \"{} colis\" other: \"{} colis…\"}}", "0 colis"),
            (
                "es", "{{million|plural one: \"un peso\" many: \"{} de pesos\" other: \"{} pesos\"}}",
                "2.000.000 de pesos"
            ),
            ("en", "{{her|choose female: \"Ms\" male: \"Mr\" other: \"Mx\"}}", "Ms"),
            ("en", "{{him|choose female: \"Ms\" male: \"Mr\" other: \"Mx\"}}", "Mr"),
            ("en", "{{word|choose female: \"Ms\" male: \"Mr\" other: \"Mx\"}}", "Mx"),
            ("es", "{{flag|choose yes: \"claro\" other: \"no\"}} {{flag}}", "claro sí"),
            ("en", "{{nobody|choose female: \"Ms\" other: \"Mx\"}}", ""),
            ("en", "{{nobody|default \"x\"|choose female: \"Ms\" other: \"Mx\"}}", "Mx"),
        ]
    )
    func forms(language: String, source: String, text: String) throws {
        let template = try Template(parsing: source)
        let renderer = Renderer(moment: RendererTests.now, language: language)
        #expect(renderer.render(template, in: Self.scope) == text)
    }

    @Test(
        "Filters follow the language",
        arguments: [
            ("en", "{{price|number}} {{price|money \"EUR\"}} {{share|percent}}", "1,234.5 €1,234.50 7.5%"),
            (
                "de", "{{price|number}} {{price|money \"EUR\"}} {{share|percent}}",
                "1.234,5 1.234,50\u{A0}€ 7,5\u{A0}%"
            ),
            ("de", "{{price}} {{year}}", "1234,5 2026"),
            ("en", "{{minutes|duration}} {{hours|duration \"hours\"}}", "2 hours 30 minutes 1 day 12 hours"),
            ("es", "{{minutes|duration}}", "2 horas 30 minutos"),
            ("es", "{{day|date}}; {{day|date \"short\"}}", "miércoles 25 de noviembre; 25/11/2026"),
            ("es", "{{day|date \"weekday\"}}, {{tomorrow|relative}}", "miércoles, mañana"),
            ("en", "{{tomorrow|relative}}, {{day|relative}}", "tomorrow, Wednesday 25 November"),
            ("en-US", "{{day|date \"long\"}}", "Wednesday, November 25, 2026"),
            (
                "en", "{{items|list}} / {{colours|list}} / {{lone|list}}",
                "mug, bowl and rug, white / navy, olive and sand / mug"
            ),
            ("es", "{{colours|list}}", "navy, olive y sand"),
            (
                "en", "{{word|number}} {{word|percent}} {{word|duration}} {{word|relative}}",
                "zebra zebra zebra zebra"
            ),
        ]
    )
    func languages(language: String, source: String, text: String) throws {
        let template = try Template(parsing: source)
        let renderer = Renderer(moment: RendererTests.now, language: language)
        #expect(renderer.render(template, in: Self.scope) == text)
    }

    @Test("Partials are said where they stand, and one that leads to itself ends")
    func partials() throws {
        let partials = [
            "promise": try Template(parsing: "We write to you by {{>when}}."),
            "when": try Template(parsing: "{{tomorrow|relative}}"),
            "loop": try Template(parsing: ".{{>loop}}"),
        ]
        let renderer = Renderer(moment: RendererTests.now, partials: partials)
        let text = renderer.render(try Template(parsing: "Done. {{> promise }}{{>nobody}}"), in: Self.scope)
        #expect(text == "Done. We write to you by tomorrow.")
        let dots = renderer.render(try Template(parsing: "{{>loop}}"), in: Self.scope)
        #expect(dots == String(repeating: ".", count: 16))
    }

    @Test(
        "Mistakes in filters are named with their place",
        arguments: [
            ("{{a|plural \"x\"}}", "the filter 'plural' needs two texts, or forms with names", 4),
            ("{{a|plural one: \"x\"}}", "'plural' has no form 'other', so some values would leave a gap", 4),
            ("{{a|plural ones: \"x\" other: \"y\"}}", "'ones' is no plural form", 4),
            ("{{a|plural other: \"x\" other: \"y\"}}", "'plural' has the form 'other' twice", 4),
            ("{{a|choose \"x\" \"y\"}}", "the filter 'choose' needs texts with names", 4),
            (
                "{{a|choose female: \"x\"}}",
                "'choose' has no form 'other', so some values would leave a gap", 4
            ),
            ("{{a|choose female}}", "'female' stands where a text in double quotes or a '|' is expected", 11),
            ("{{a|choose female: x}}", "behind 'female:' a text in double quotes is missing", 11),
            ("{{a|date \"tiny\"}}", "the filter 'date' does not know \"tiny\"", 4),
            ("{{a|duration \"eons\"}}", "the filter 'duration' does not know \"eons\"", 4),
            ("{{a|upper \"x\"}}", "the filter 'upper' takes no text", 4),
            ("{{a|prefix \"x\" \"y\"}}", "the filter 'prefix' takes at most one text", 4),
            ("{{>}}", "a partial's name is missing behind '{{>'", 0),
            ("{{>a|upper}}", "this '{{' is never closed", 0),
        ]
    )
    func mistakes(source: String, message: String, offset: Int) {
        #expect {
            try Template(parsing: source)
        } throws: { error in
            guard let error = error as? TemplateError else { return false }
            return error.message == message && error.offset == offset
        }
    }
}
