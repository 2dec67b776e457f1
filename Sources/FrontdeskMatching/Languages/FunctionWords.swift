/// Small words that give a language away, folded: of those the engine speaks, and of some it only knows by sight.
package enum FunctionWords {
    /// The languages of the table, in order.
    static let tags = table.keys.sorted()

    static let table: [String: Set<String>] = [
        "en": words(
            """
            the is are was were my your you i it this that what where when why how who which do does did have has had
            can could would will should not an of to for with from and or but please hi hello hey thanks thank yes
            want need get got any some there here been about be am we they them our their if then
            """
        ),
        "es": words(
            """
            el la los las un una unos unas es son era esta este esto eso mi mis tu tus su sus yo que donde cuando como
            quien cual cuales por para con sin del al y o pero porque hola gracias favor si quiero necesito puedo puede
            puedes tengo tiene hay me te se lo le muy ya mas ha he han hasta desde buenas buenos dias tardes noches
            cuanto cuanta cuantos estoy soy ser estar
            """
        ),
        "de": words(
            """
            der die das ist sind war ich sie du wir mein meine ihr wo wann wie warum wer was und oder aber nicht kein
            keine ein eine einen mit von zu zum zur auf fur bitte danke hallo guten tag kann konnen haben habe hat mochte
            mir mich noch schon auch wird sprechen sprichst
            """
        ),
        "fr": words(
            """
            le les des est sont je vous nous mon ma mes ou quand comment pourquoi qui et mais pas une avec pour dans sur
            bonjour merci oui non puis peux pouvez avez ai suis ce cette ca il elle parlez plait aussi tres deja
            """
        ),
        "it": words(
            """
            il lo gli sono e io voi noi mio mia miei dove quando come perche chi che ma non uno una con per nel della
            ciao grazie buongiorno posso puo ho hai avete questo questa anche molto gia parla parlate vorrei
            """
        ),
        "pt": words(
            """
            os as um uma nao voce voces eu meu minha meus onde quando porque quem com para na nos dos das ola obrigado
            obrigada bom dia posso pode tenho tem isto isso este esta tambem muito ja fala falam quero preciso
            """
        ),
        "nl": words(
            """
            het een is zijn ik jij jullie mijn waar wanneer hoe waarom wie en of maar niet geen met van voor naar op
            hallo bedankt dank alstublieft kan kunt kunnen heb heeft ook nog al spreekt spreken wil graag
            """
        ),
    ]

    /// Whether a folded word is one that every text in some language has.
    package static func isSmall(_ word: String) -> Bool {
        table.values.contains { $0.contains(word) }
    }

    private static func words(_ text: String) -> Set<String> {
        Set(text.split { $0 == " " || $0 == "\n" }.map(String.init))
    }
}
