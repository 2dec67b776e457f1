extension DialogueWords {
    static let english = DialogueWords(
        yes: ["yes", "yeah", "yep", "sure", "ok", "okay"],
        no: ["no", "nope", "nah"],
        assent: ["yes", "yeah", "yep"],
        hesitation: set(
            """
            but if wait first actually no not why what how when who which unless until before after later hold maybe
            perhaps hm hmm stop don moment sec second minute
            """
        ),
        perhaps: ["maybe", "perhaps"],
        later: ["later", "time", "tomorrow", "day"],
        undecided: [
            "no idea", "no clue", "no preference", "not sure", "i have no idea", "i do not know",
            "do not know", "idk",
            "i am not sure",
        ],
        wrong: ["wrong", "incorrect", "mistaken", "not right", "not correct", "a mistake", "a typo"],
        thanks: ["thanks", "thank", "you", "but"],
        inverted: set("is are does do did will would can could should shall"),
        correction: set("actually sorry wait meant mean wrong correction instead oops rather"),
        repair: ["sorry", "wait", "mean", "meant", "oops", "correction", "rather", "actually"],
        position: set("the one number option choice please no take i then"),
        empty: set(
            """
            the a an my one it is please no yes not nope nah yeah ok okay want need like would do does did have has was be
            i me we us you of to for with on in at and or that this these longer more else
            """
        )
    )
}
