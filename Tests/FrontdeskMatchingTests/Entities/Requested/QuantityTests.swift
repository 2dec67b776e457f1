import Testing

@testable import FrontdeskMatching

@Suite("Quantities")
struct QuantityTests {
    static let types: [BuiltInEntity] = [.weight, .length, .area, .volume, .temperature, .dataSize]

    /// Any dimension: what is found of each, in the order of ``types``.
    private static func found(_ entity: EntityCase, _ languages: [Language]) -> String {
        let recognizer = EntityRecognizer(
            types: types.map { EntityType(name: $0.rawValue, recognition: .builtIn($0)) },
            languages: languages
        )
        let all = types.map { type in
            let found = entity.found(type.rawValue, by: recognizer)
            return found == "-" ? "" : "\(type.rawValue): \(found)"
        }.filter { !$0.isEmpty }
        return all.isEmpty ? "-" : all.joined(separator: " | ")
    }

    static let english = EntityCase.table(
        """
        it weighs 2.5 kg                      => weight: 2.5 kg
        2.5kg                                 => weight: 2.5kg = 2.5 kg
        2,5 kg                                => weight: 2,5 kg = 2.5 kg
        1,500 g                               => weight: 1,500 g = 1500 g
        500g please                           => weight: 500g = 500 g
        half a kilo                           => weight: half a kilo = 0.5 kg
        a kilo and a half                     => weight: a kilo and a half = 1.5 kg
        two and a half kilos                  => weight: two and a half kilos = 2.5 kg
        12 ounces                             => weight: 12 ounces = 12 oz
        6 lb 4 oz                             => weight: 6 lb 4 oz = 6.25 lb
        11 stone                              => weight: 11 stone = 11 st
        20 pounds                             => weight: 20 pounds = 20 lb
        a ton                                 => weight: a ton = 1 t
        2 tonnes                              => weight: 2 tonnes = 2 t
        250 mg                                => weight: 250 mg
        a 5-kilo bag                          => weight: 5-kilo = 5 kg
        80 cm                                 => length: 80 cm
        80cm wide                             => length: 80cm = 80 cm
        1.8 metres                            => length: 1.8 metres = 1.8 m
        3 feet                                => length: 3 feet = 3 ft
        6 feet 6 inches                       => length: 6 feet 6 inches = 6.5 ft
        32in                                  => length: 32in = 32 in
        a 27 inch screen                      => length: 27 inch = 27 in
        5 miles away                          => length: 5 miles = 5 mi
        ten kilometers                        => length: ten kilometers = 10 km
        1/2 mile                              => length: 1/2 mile = 0.5 mi
        60 m²                                 => area: 60 m²
        60 square metres                      => area: 60 square metres = 60 m²
        1200 sq ft                            => area: 1200 sq ft = 1200 ft²
        1200 sq. ft                           => area: 1200 sq. ft = 1200 ft²
        2 acres                               => area: 2 acres = 2 ac
        5 hectares                            => area: 5 hectares = 5 ha
        2 litres                              => volume: 2 litres = 2 l
        750ml                                 => volume: 750ml = 750 ml
        33 cl                                 => volume: 33 cl
        12 fl oz                              => volume: 12 fl oz
        half a gallon                         => volume: half a gallon = 0.5 gal
        3 m³                                  => volume: 3 m³
        30 °C                                 => temperature: 30 °C
        30°C                                  => temperature: 30°C = 30 °C
        -5 °C                                 => temperature: -5 °C
        86°F                                  => temperature: 86°F = 86 °F
        wash at 40 degrees                    => temperature: 40 degrees = 40 °C
        100 degrees fahrenheit                => temperature: 100 degrees fahrenheit = 100 °F
        40°                                   => temperature: 40° = 40 °C
        5 GB                                  => data_size: 5 GB
        500mb                                 => data_size: 500mb = 500 MB
        2 terabytes                           => data_size: 2 terabytes = 2 TB
        10 gigs of data                       => data_size: 10 gigs = 10 GB
        16 GiB                                => data_size: 16 GiB
        5 kg and 80 cm                        => weight: 5 kg | length: 80 cm
        // What is none
        A-5 kg                                => -
        -3 kg                                 => -
        5 in blue                             => -
        a foot                                => -
        the pound                             => -
        1st place                             => -
        kg                                    => -
        5 items                               => -
        5k                                    => -
        5 kgx                                 => -
        version 2.5.1 g                       => -
        10:30 m                               => -
        20% m                                 => -
        a 90 degree angle                     => -
        5 mi pedido                           => -
        5 pies                                => -
        #5kg                                  => -
        """
    )

    @Test("in English", arguments: english)
    func inEnglish(_ entity: EntityCase) {
        #expect(Self.found(entity, [.english]) == entity.expected)
    }

    static let spanish = EntityCase.table(
        """
        pesa 2,5 kilos                        => weight: 2,5 kilos = 2.5 kg
        medio kilo                            => weight: medio kilo = 0.5 kg
        un kilo y medio                       => weight: un kilo y medio = 1.5 kg
        un cuarto de kilo                     => weight: un cuarto de kilo = 0.25 kg
        200 gramos                            => weight: 200 gramos = 200 g
        dos toneladas                         => weight: dos toneladas = 2 t
        un metro                              => length: un metro = 1 m
        metro y medio                         => -
        90 centímetros                        => length: 90 centímetros = 90 cm
        27 pulgadas                           => length: 27 pulgadas = 27 in
        5 pies                                => length: 5 pies = 5 ft
        80 metros cuadrados                   => area: 80 metros cuadrados = 80 m²
        3 hectáreas                           => area: 3 hectáreas = 3 ha
        un litro                              => volume: un litro = 1 l
        2 metros cúbicos                      => volume: 2 metros cúbicos = 2 m³
        30 grados                             => temperature: 30 grados = 30 °C
        30ºC                                  => temperature: 30ºC = 30 °C
        100 grados fahrenheit                 => temperature: 100 grados fahrenheit = 100 °F
        10 gigas                              => data_size: 10 gigas = 10 GB
        500 megas                             => data_size: 500 megas = 500 MB
        al pie de la letra                    => -
        5 mi amigo                            => -
        la onza                               => -
        """
    )

    @Test("in Spanish", arguments: spanish)
    func inSpanish(_ entity: EntityCase) {
        #expect(Self.found(entity, [.spanish, .english]) == entity.expected)
    }

    @Test("only what is asked for is found")
    func one() {
        let recognizer = EntityRecognizer.finding(.weight)
        #expect(
            EntityCase(utterance: "5 kg and 80 cm", expected: "").found("weight", by: recognizer) == "5 kg"
        )
        #expect(EntityCase(utterance: "5 kg and 80 cm", expected: "").found("length", by: recognizer) == "-")
    }

    @Test(
        "a quantity in its dimension's own unit",
        arguments: [
            (2500, .gram, 2.5), (1, .pound, 0.453_592_37), (27, .inch, 0.6858), (1, .hectare, 10_000),
            (1, .gallon, 3.785_411_784), (86, .fahrenheit, 30), (-40, .fahrenheit, -40), (2, .gigabyte, 2000),
            (1, .gibibyte, 1073.741_824),
        ] as [(Double, MeasureUnit, Double)]
    )
    func ownUnit(amount: Double, unit: MeasureUnit, expected: Double) {
        #expect(Quantity(amount: amount, unit: unit).inOwnUnit == expected)
    }
}
