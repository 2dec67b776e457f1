import Testing

@testable import FrontdeskMatching

@Suite("Names of persons")
struct PersonNameRecognizerTests {
    static let cases = EntityCase.table(
        """
        // "My name is"
        my name is Ada                        => Ada
        My name is Ada Byron.                 => Ada Byron
        my name is ada byron                  => ada byron = Ada Byron
        my name's Ada                         => Ada
        my name's ada                         => ada = Ada
        hi, my name is Ada Byron and I am sad => Ada Byron
        my name is Ada, where is my order     => Ada
        my name is Ada but call me later      => Ada
        my name is Ada from Leipzig           => Ada
        my name is Ada Augusta King Byron     => Ada Augusta King Byron
        my name is B C D E F                  => B C D E
        my name is Anne-Marie Dubois          => Anne-Marie Dubois
        my name is anne-marie dubois          => anne-marie dubois = Anne-Marie Dubois
        my name is Conan O'Brien              => Conan O'Brien
        my name is Ludwig van Beethoven       => Ludwig van Beethoven
        my name is ludwig van beethoven       => ludwig van beethoven = Ludwig van Beethoven
        my name is J. Smith                   => J. Smith
        my name is Jürgen Müller              => Jürgen Müller
        my name is jürgen                     => jürgen = Jürgen
        my name is Анна                       => Анна
        MY NAME IS ADA BYRON                  => ADA BYRON
        my name is McDonald                   => McDonald
        my name is Ada Byron order A-10021    => Ada Byron
        my name is ada i need help            => ada = Ada
        // "I am"
        I'm Ada                               => Ada
        I am Ada Byron                        => Ada Byron
        im Ada and I need help                => Ada
        Hi I'm Ada, hello                     => Ada
        // "This is ... speaking"
        this is Ada speaking                  => Ada
        This is ada byron here                => ada byron = Ada Byron
        hello this is Ada Byron calling       => Ada Byron
        // Labels and "call me"
        name: Ada Byron                       => Ada Byron
        Name: ada                             => ada = Ada
        Name: Ada Byron, order A-10021        => Ada Byron
        full name: Ada Byron                  => Ada Byron
        call me Ada                           => Ada
        you can call me ada                   => ada = Ada
        just call me Ada please               => Ada
        // No names
        my name is not important              => -
        my name is wrong on the order         => -
        my name is spelled wrong              => -
        my name is on the parcel              => -
        my name                               => -
        what is your name                     => -
        I'm happy                             => -
        I am looking for a shirt              => -
        I am VERY angry                       => -
        I'M SO ANGRY                          => -
        I AM WAITING                          => -
        this is Ada                           => -
        this is great                         => -
        this is not here                      => -
        call me something else                => -
        call me back                          => -
        call me tomorrow                      => -
        call me on 030 1234567                => -
        call me when it arrives               => -
        please call me                        => -
        name: 12345                           => -
        the name of the product               => -
        my name is 5                          => -
        """
    )

    @Test("Names are found where customers introduce themselves", arguments: cases)
    func found(_ line: EntityCase) {
        #expect(line.found("person_name") == line.expected)
    }
}
