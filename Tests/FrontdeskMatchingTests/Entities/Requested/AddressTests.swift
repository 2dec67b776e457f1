import Testing

@testable import FrontdeskMatching

@Suite("Addresses")
struct AddressTests {
    static let english = EntityCase.table(
        """
        12 High Street                        => 12 High Street
        12 high street                        => 12 high street
        I live at 12 High Street              => 12 High Street
        221B Baker Street                     => 221B Baker Street
        221B Baker St, London NW1 6XE         => 221B Baker St, London NW1 6XE
        221b Baker Street, London, NW1 6XE    => 221b Baker Street, London, NW1 6XE
        10 Downing Street, London SW1A 2AA    => 10 Downing Street, London SW1A 2AA
        12 High Street, Oxford                => 12 High Street, Oxford
        12 High Street, Oxford please         => 12 High Street, Oxford
        send it to 5 Mill Lane, thanks        => 5 Mill Lane
        1600 Pennsylvania Avenue NW           => 1600 Pennsylvania Avenue NW
        1600 Pennsylvania Ave NW, Washington, DC 20500 => 1600 Pennsylvania Ave NW, Washington, DC 20500
        350 5th Avenue, New York, NY 10118    => 350 5th Avenue, New York, NY 10118
        42 Wallaby Way, Sydney                => 42 Wallaby Way, Sydney
        7 Park Drive                          => 7 Park Drive
        3 Abbey Road, flat 2                  => 3 Abbey Road, flat 2
        3 Abbey Road, Flat 2, London          => 3 Abbey Road, Flat 2, London
        9 Elm St apt 4b                       => 9 Elm St apt 4b
        12-14 Old Kent Road                   => 12-14 Old Kent Road
        4 St. James Street                    => 4 St. James Street
        12 The Crescent                       => 12 The Crescent
        15, Station Road                      => 15, Station Road
        1 Infinite Loop Road                  => 1 Infinite Loop Road
        8 Martin Luther King Boulevard        => 8 Martin Luther King Boulevard
        20 Maple Court                        => 20 Maple Court
        Hauptstraße 12                        => Hauptstraße 12
        Hauptstraße 12a, 10115 Berlin         => Hauptstraße 12a, 10115 Berlin
        Kantstr. 5                            => Kantstr. 5
        Kantstrasse 5, 10623 Berlin           => Kantstrasse 5, 10623 Berlin
        Berliner Straße 7                     => Berliner Straße 7
        Potsdamer Platz 1, 10785 Berlin       => Potsdamer Platz 1, 10785 Berlin
        Elbchaussee 5, 22765 Hamburg          => Elbchaussee 5, 22765 Hamburg
        send it to Am Markt 7, 10115 Berlin   => Am Markt 7, 10115 Berlin
        Send it to Unter den Linden 12a, 10117 Berlin please => Unter den Linden 12a, 10117 Berlin
        A-10022 to Elbchaussee 5, 22765 Hamburg => Elbchaussee 5, 22765 Hamburg
        my new address is 12  High   Street   => 12  High   Street = 12 High Street
        from 5 Mill Lane to 7 Park Drive      => 5 Mill Lane | 7 Park Drive
        // What is none
        High Street                           => -
        the high street                       => -
        12 high                               => -
        2 minutes down the road               => -
        5 days by road                        => -
        5 orders on my way                    => -
        3 items by the way                    => -
        2 times in a row                      => -
        order 10021 is on the road            => -
        2 left at this place                  => -
        4 people in court                     => -
        10 the street                         => -
        A-12 High Street                      => -
        #12 High Street                       => -
        2.5 High Street                       => -
        0 High Street                         => -
        123456 High Street                    => -
        $12 High Street                       => -
        10:30 High Street                     => -
        12 and High Street                    => -
        Kantstr.                              => -
        straße 5                              => -
        10115 Berlin                          => -
        Elbchaussee 5                         => -
        Order 5, 10022 and 10025              => -
        Elbchaussee, 22765 Hamburg            => -
        NW1 6XE                               => -
        1st street                            => -
        """
    )

    @Test("in English and German", arguments: english)
    func inEnglish(_ entity: EntityCase) {
        #expect(entity.found("address", by: .finding(.address)) == entity.expected)
    }

    static let spanish = EntityCase.table(
        """
        calle Mayor 5                         => calle Mayor 5
        Calle Mayor, 5                        => Calle Mayor, 5
        vivo en la calle Mayor 5              => calle Mayor 5
        c/ Serrano 40                         => c/ Serrano 40
        C/ Serrano, 40, 3º B                  => C/ Serrano, 40, 3º B
        calle Mayor 5, 28013 Madrid           => calle Mayor 5, 28013 Madrid
        Calle de Alcalá, nº 12                => Calle de Alcalá, nº 12
        Avenida de América número 7           => Avenida de América número 7
        Avda. de América 7, 2 B               => Avda. de América 7
        Avda. de la Constitución 7, piso 2    => Avda. de la Constitución 7, piso 2
        plaza de España 1, Sevilla            => plaza de España 1, Sevilla
        Paseo de la Castellana 100, 28046 Madrid => Paseo de la Castellana 100, 28046 Madrid
        calle San Juan 12 3º izquierda        => calle San Juan 12 3º izquierda
        la calle                              => -
        en la calle hay 5                     => -
        calle 5                               => -
        calle Mayor                           => -
        una plaza para 5                      => -
        paseo por 3 horas                     => -
        el camino es de 5 km                  => -
        """
    )

    @Test("in Spanish", arguments: spanish)
    func inSpanish(_ entity: EntityCase) {
        let recognizer = EntityRecognizer.finding(.address, in: [.spanish, .english])
        #expect(entity.found("address", by: recognizer) == entity.expected)
    }

    static let known = EntityCase.table(
        """
        unter den linden 5                    => unter den linden 5
        5 broadway, new york                  => 5 broadway, new york
        12 High Street, new york              => 12 High Street, new york
        12 high street new york               => 12 high street new york
        12 high street springfield            => 12 high street
        broadway                              => -
        new york 5                            => -
        """
    )

    @Test("with the streets and towns of an assistant's gazetteers", arguments: known)
    func gazetteers(_ entity: EntityCase) {
        let recognizer = EntityRecognizer(types: [
            EntityType(
                name: "street",
                recognition: .gazetteer([
                    GazetteerEntry(value: "Unter den Linden"), GazetteerEntry(value: "Broadway"),
                ])
            ),
            EntityType(name: "city", recognition: .gazetteer([GazetteerEntry(value: "New York")])),
            EntityType(name: "address", recognition: .builtIn(.address)),
        ])
        #expect(entity.found("address", by: recognizer) == entity.expected)
    }
}
