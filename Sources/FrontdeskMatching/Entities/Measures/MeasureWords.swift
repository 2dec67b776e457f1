/// The words for units of measure.
enum MeasureWords {
    static func units(inSpanish: Bool) -> UnitTable<MeasureUnit> { inSpanish ? both : english }

    static func firstWords(inSpanish: Bool) -> [String] {
        units(inSpanish: inSpanish).keys
    }

    private static let english: UnitTable<MeasureUnit> = {
        var table = UnitTable<MeasureUnit>()
        addWeights(&table)
        addLengths(&table)
        addAreas(&table)
        addVolumes(&table)
        table.add(
            .celsius,
            "degrees, degree, degrees celsius, degrees centigrade, degrees c, celsius, centigrade"
        )
        table.add(.fahrenheit, "degrees fahrenheit, degrees f, fahrenheit")
        addData(&table)
        return table
    }()

    private static func addWeights(_ table: inout UnitTable<MeasureUnit>) {
        table.add(.milligram, "mg, milligram, milligrams")
        table.add(.gram, "g, gr, gram, grams, gramme, grammes")
        table.add(.kilogram, "kg, kgs, kilo, kilos, kilogram, kilograms, kilogramme, kilogrammes")
        table.add(.tonne, "tonne, tonnes, ton, tons")
        table.addAttached(.tonne, "t")
        table.add(.ounce, "oz, ounce, ounces")
        table.add(.pound, "lb, lbs, pound, pounds")
        table.add(.stone, "stone, stones")
    }

    private static func addLengths(_ table: inout UnitTable<MeasureUnit>) {
        table.add(.millimetre, "mm, millimetre, millimetres, millimeter, millimeters")
        table.add(.centimetre, "cm, cms, centimetre, centimetres, centimeter, centimeters")
        table.add(.metre, "m, metre, metres, meter, meters")
        table.add(.kilometre, "km, kms, kilometre, kilometres, kilometer, kilometers")
        table.add(.inch, "inch, inches")
        table.addAttached(.inch, "in, ins")
        table.add(.foot, "ft, foot, feet")
        table.add(.yard, "yd, yds, yard, yards")
        table.add(.mile, "mile, miles")
        table.addAttached(.mile, "mi")
    }

    private static func addAreas(_ table: inout UnitTable<MeasureUnit>) {
        table.add(.squareCentimetre, "cm2, square centimetres, square centimeters, sq cm")
        table.add(
            .squareMetre,
            "m2, sqm, square metre, square metres, square meter, square meters, sq m, sq metres, sq meters"
        )
        table.add(.squareKilometre, "km2, square kilometres, square kilometers, sq km")
        table.add(.hectare, "ha, hectare, hectares")
        table.add(.squareFoot, "ft2, sqft, square foot, square feet, sq ft, sq feet")
        table.add(.acre, "acre, acres")
    }

    private static func addVolumes(_ table: inout UnitTable<MeasureUnit>) {
        table.add(.millilitre, "ml, millilitre, millilitres, milliliter, milliliters")
        table.add(.centilitre, "cl, centilitre, centilitres, centiliter, centiliters")
        table.add(.litre, "l, litre, litres, liter, liters")
        table.add(.cubicMetre, "m3, cubic metre, cubic metres, cubic meter, cubic meters")
        table.add(.fluidOunce, "fl oz, fluid ounce, fluid ounces")
        table.add(.pint, "pint, pints")
        table.add(.gallon, "gallon, gallons, gal")
    }

    private static func addData(_ table: inout UnitTable<MeasureUnit>) {
        table.add(.byte, "byte, bytes")
        table.add(.kilobyte, "kb, kilobyte, kilobytes")
        table.add(.megabyte, "mb, megabyte, megabytes, meg, megs")
        table.add(.gigabyte, "gb, gigabyte, gigabytes, gig, gigs")
        table.add(.terabyte, "tb, terabyte, terabytes")
        table.add(.kibibyte, "kib, kibibyte, kibibytes")
        table.add(.mebibyte, "mib, mebibyte, mebibytes")
        table.add(.gibibyte, "gib, gibibyte, gibibytes")
        table.add(.tebibyte, "tib, tebibyte, tebibytes")
    }

    private static let both: UnitTable<MeasureUnit> = {
        var table = english
        table.add(.milligram, "miligramo, miligramos")
        table.add(.gram, "gramo, gramos")
        table.add(.kilogram, "kilogramo, kilogramos")
        table.add(.tonne, "tonelada, toneladas")
        table.add(.ounce, "onza, onzas")
        table.add(.pound, "libra, libras")
        table.add(.millimetre, "milimetro, milimetros")
        table.add(.centimetre, "centimetro, centimetros")
        table.add(.metre, "metro, metros")
        table.add(.kilometre, "kilometro, kilometros")
        table.add(.inch, "pulgada, pulgadas")
        table.add(.foot, "pie, pies")
        table.add(.yard, "yarda, yardas")
        table.add(.mile, "milla, millas")
        table.add(.squareCentimetre, "centimetros cuadrados")
        table.add(.squareMetre, "metro cuadrado, metros cuadrados")
        table.add(.squareKilometre, "kilometros cuadrados")
        table.add(.hectare, "hectarea, hectareas")
        table.add(.millilitre, "mililitro, mililitros")
        table.add(.centilitre, "centilitro, centilitros")
        table.add(.litre, "litro, litros")
        table.add(.cubicMetre, "metro cubico, metros cubicos")
        table.add(.pint, "pinta, pintas")
        table.add(.gallon, "galon, galones")
        table.add(.celsius, "grado, grados, grados celsius, grados centigrados, grados c")
        table.add(.fahrenheit, "grados fahrenheit, grados f")
        table.add(.megabyte, "mega, megas")
        table.add(.gigabyte, "giga, gigas")
        table.add(.terabyte, "tera, teras")
        return table
    }()
}
