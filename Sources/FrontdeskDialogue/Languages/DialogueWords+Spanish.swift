extension DialogueWords {
    static let spanish = DialogueWords(
        yes: ["si", "sip", "claro", "vale", "ok", "okay", "venga", "dale"],
        no: ["no", "nop", "nel"],
        assent: ["si", "sip", "claro", "vale"],
        hesitation: set(
            """
            pero espera espere primero antes no por que como cuando quien cual salvo hasta despues luego quizas quiza hm
            hmm para mejor aunque depende todavia aun momento momentito segundo segundito minuto
            """
        ).subtracting(["por"]),
        perhaps: ["quizas", "quiza", "tal", "a"],
        later: ["luego", "tarde", "despues", "dia", "momento", "manana"],
        undecided: [
            "no se", "no lo se", "no estoy segur", "no tengo ni idea", "no tengo idea", "no tengo claro",
            "no lo tengo claro", "ni idea",
        ],
        wrong: [
            "mal", "incorrecto", "incorrecta", "equivocado", "equivocada", "erroneo", "erronea",
            "no es correcto",
            "no es correcta", "no es asi", "no esta bien", "un error",
        ],
        thanks: ["gracias", "muchas", "pero"],
        inverted: set("es son puedo puede puedes podria hay seria sera"),
        correction: set(
            "perdon perdona perdone disculpa espera digo queria decir mal equivocado equivocada correccion mejor sino"
        ),
        repair: ["perdon", "espera", "perdona", "perdone", "disculpa", "digo", "decir", "correccion"],
        position: set("el la los las un una numero opcion por favor no quiero yo me quedo con pues entonces"),
        empty: set(
            """
            el la los las un una unos unas mi mis es esta por favor no si vale ok quiero necesito querria me gustaria tengo
            yo nos de del a al para con en y o que eso esto ese esa este mas otro otra lo le se ha era fue
            """
        )
    )
}
