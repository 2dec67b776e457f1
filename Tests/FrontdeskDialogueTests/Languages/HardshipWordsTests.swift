import FrontdeskMatching
import Testing

@testable import FrontdeskDialogue

@Suite("Misfortune")
struct HardshipWordsTests {
    @Test(
        "A death in the family, an illness and a lost job are told",
        arguments: [
            ("My grandmother died on Monday", Language.english), ("I lost my husband in May", .english),
            ("my dad has passed away", .english), ("it is for a funeral", .english),
            ("my little boy's father is dying", .english), ("I've lost my job", .english),
            ("Se ha muerto mi padre", .spanish), ("mi abuela falleció ayer", .spanish),
            ("me he quedado sin trabajo", .spanish), ("es para un entierro", .spanish),
        ]
    )
    func told(text: String, language: Language) {
        #expect(HardshipWords.of(language).isTold(in: Tokenizer.tokenize(text)))
    }

    @Test(
        "A thing that died or got lost is none, and whoever is named in passing is well",
        arguments: [
            ("the lamp died after two days", Language.english), ("I lost my password", .english),
            ("I lost my son's parcel", .english), ("it's a present for my mother", .english),
            ("my battery is dead and so is the light", .english), ("deliver it to the hospital", .english),
            ("la lámpara ha muerto", .spanish), ("he perdido mi contraseña", .spanish),
            ("es un regalo para mi madre", .spanish),
        ]
    )
    func notTold(text: String, language: Language) {
        #expect(!HardshipWords.of(language).isTold(in: Tokenizer.tokenize(text)))
    }
}
