/// English words by how they sound, as the tokeniser writes them.
enum EnglishSentiment {
    /// All of them.
    static let table = SentimentTable(
        feelings: feelings,
        mishaps: mishaps,
        phrases: phrases,
        mishapPhrases: mishapPhrases,
        negations: """
            not never no without hardly cannot nobody nothing neither nor barely isnt dont wasnt arent cant none \
            doesnt didnt wont aint
            """,
        degrees: degrees,
        turns: "but although though however yet except"
    )

    private static let feelings: [(Double, String)] = [
        (
            -0.75,
            "furious livid enraged fuming scammers fuck fucking fucked bullshit fuckers motherfuckers seething"
        ),
        (
            -0.65,
            """
            angry outraged outrageous disgusted disgusting disgraceful scam fraud thieves crooks hate hated pissed shit \
            shitty damn crap bastards idiots incompetent appalling abysmal atrocious despise criminals cheats robbers
            """
        ),
        (
            -0.55,
            """
            useless terrible awful horrible pathetic ridiculous rubbish garbage unacceptable worst worthless wtf ffs \
            horrendous horrific crappy scandalous farce shambles sickening loathe vile
            """
        ),
        (
            -0.5,
            """
            infuriating shameful stupid idiot idiotic moron dumb liars liar lies lied insulting insult sucks suck sucked \
            nonsense dreadful atrocity joke laughable inexcusable hopeless clueless rude trash mad absurd preposterous \
            deceitful dishonest maddening exasperating embarrassment
            """
        ),
        (
            -0.4,
            """
            frustrated frustrating frustration annoyed annoying upset disappointed disappointing disappointment irritated \
            irritating unhappy dissatisfied poor miserable shame nightmare disaster fail complain complaint ignored \
            unprofessional ruined stressful stressed unbelievable wasted hell displeased unreliable careless sloppy \
            hateful fiasco lousy regret ignoring exhausting aggravating
            """
        ),
        (
            -0.25,
            """
            bad sad tired bored sick worried confusing confused slow unhelpful unfair mess waste unclear impatient \
            anxious pointless silly boring worry inconvenient inconvenience ugly grr argh ugh meh
            """
        ),
        (
            0.7,
            """
            amazing awesome fantastic excellent brilliant wonderful superb perfect outstanding delighted marvellous \
            incredible terrific stellar magnificent
            """
        ),
        (
            0.5,
            """
            love loved great happy pleased glad impressed lovely best loving beautiful thrilled fabulous splendid \
            enjoyed yay woohoo
            """
        ),
        (
            0.4,
            """
            thank thanks thankyou cheers good nice helpful appreciate appreciated grateful kind cool super sweet smooth \
            friendly satisfied thx
            """
        ),
        (0.2, "ok okay fine sorted solved resolved welcome works worked haha lol hooray relieved"),
    ]

    private static let mishaps: [(Double, String)] = [
        (
            -0.2,
            """
            late delayed delay lost missing broken damaged faulty defective wrong stuck cracked overcharged torn leaking \
            scratched incomplete stolen smashed shattered ripped dented stained mouldy unusable malfunctioning
            """
        ),
        (
            -0.12,
            "problem problems issue issues error errors incorrect failed trouble still ages again waiting weeks"
        ),
    ]

    private static let phrases: [(String, Double)] = [
        ("waste of time", -0.6), ("waste of money", -0.6), ("fed up", -0.6), ("sick of", -0.6),
        ("sick and tired", -0.7), ("sick to death", -0.7), ("tired of", -0.4), ("had enough", -0.55),
        ("had it with", -0.6), ("rip off", -0.6), ("ripped off", -0.6), ("let down", -0.45),
        ("thanks for nothing", -0.7), ("thank you for nothing", -0.7), ("never again", -0.55),
        ("last straw", -0.6), ("give up", -0.35), ("not good enough", -0.5), ("what the hell", -0.5),
        ("no use", -0.4), ("of no help", -0.5), ("no help", -0.5), ("no help at all", -0.55),
        ("fuck you", -0.9), ("fuck off", -0.9), ("shut up", -0.6), ("go to hell", -0.8),
        ("how dare you", -0.65), ("report you", -0.5), ("sue you", -0.6), ("not acceptable", -0.5),
        ("makes me sick", -0.6), ("worse than", -0.35), ("getting worse", -0.4), ("do not care", -0.4),
        ("does not care", -0.4), ("nobody cares", -0.5), ("could not care less", -0.5),
        ("nobody answers", -0.4), ("nobody ever answers", -0.5), ("no one answers", -0.4),
        ("no one cares", -0.5), ("a joke", -0.5), ("tell me a joke", 0), ("me a joke", 0),
        ("me another joke", 0), ("know a joke", 0), ("hear a joke", 0), ("what a joke", -0.6),
        ("is this a joke", -0.55),
        ("you must be joking", -0.5), ("are you kidding", -0.45), ("are you kidding me", -0.5),
        ("you have got to be kidding", -0.5), ("for god sake", -0.45), ("for heaven sake", -0.4),
        ("for fuck sake", -0.7), ("lost patience", -0.5), ("losing patience", -0.5),
        ("losing my patience", -0.5),
        ("running out of patience", -0.5), ("beyond belief", -0.5), ("beyond a joke", -0.55),
        ("taking the piss", -0.65), ("take the piss", -0.65), ("a disgrace", -0.6),
        ("daylight robbery", -0.65),
        ("steal my money", -0.6), ("stole my money", -0.65), ("stealing my money", -0.65),
        ("my lawyer", -0.5), ("a lawyer", -0.4), ("legal action", -0.5), ("small claims", -0.5),
        ("trading standards", -0.5), ("bad review", -0.4), ("one star", -0.4), ("zero stars", -0.55),
        ("never buy", -0.5), ("never order", -0.5), ("never ordering", -0.5), ("never buying", -0.5),
        ("do you even read", -0.45), ("do you even listen", -0.45), ("are you even reading", -0.45),
        ("not listening", -0.4), ("going in circles", -0.4), ("going round in circles", -0.45),
        ("over and over", -0.25), ("how many times", -0.35), ("how much longer", -0.25),
        ("not impressed", -0.4),
        ("oh great", -0.35), ("just great", -0.4), ("just perfect", -0.4), ("just wonderful", -0.4),
        ("just brilliant", -0.4), ("yeah right", -0.35), ("big help", -0.3), ("thanks a bunch", -0.25),
        ("a lot of good", -0.3), ("so much for", -0.35), ("drives me mad", -0.5), ("driving me mad", -0.5),
        ("drives me crazy", -0.5), ("driving me crazy", -0.5), ("blood boil", -0.6), ("at my wits end", -0.5),
        ("no problem", 0.2), ("no problem at all", 0.25), ("no worries", 0.2), ("no thanks", 0.1),
        ("no thank you", 0.1), ("no issue", 0.1), ("not a problem", 0.2), ("not bad", 0.15),
        ("not too bad", 0.15),
        ("can not wait", 0.4), ("could not be happier", 0.7), ("can not thank you enough", 0.7),
        ("can not complain", 0.3), ("never mind", 0), ("do not worry", 0.15), ("not your fault", 0.15),
        ("well done", 0.6), ("good job", 0.5), ("great job", 0.55), ("nice one", 0.45), ("good morning", 0.1),
        ("good afternoon", 0.1), ("good evening", 0.1), ("good day", 0.1), ("good night", 0.1),
        ("would like", 0), ("like new", 0), ("kind regards", 0.1), ("best regards", 0.1), ("kind of", 0),
        ("what kind", 0), ("which kind", 0), ("any kind", 0), ("a kind", 0), ("best before", 0),
        ("super king", 0), ("what is the best", 0), ("is it ok", 0), ("is it okay", 0), ("is that ok", 0),
        ("you are welcome", 0.3), ("good faith", 0), ("as good as", 0.1), ("a good", 0.15), ("any good", 0),
        ("fine print", 0), ("too good", 0.2), ("still have", 0), ("do you still", 0), ("can i still", 0),
        ("still possible", 0), ("the wrong size", -0.2), ("order again", 0.05), ("once again", 0),
        ("hello again", 0),
        ("hi again", 0), ("thanks again", 0.4), ("thank you again", 0.4), ("try again", 0),
        ("say that again", 0),
    ]

    private static let mishapPhrases: [(String, Double)] = [
        ("nothing came", -0.25), ("nothing arrived", -0.25), ("nothing has arrived", -0.25),
        ("nothing has come", -0.25), ("nothing works", -0.25), ("nothing happens", -0.2),
        ("nothing happened", -0.2),
        ("not working", -0.2), ("does not work", -0.2), ("did not work", -0.2), ("not arrived", -0.15),
        ("not received", -0.15), ("never arrived", -0.25), ("never came", -0.25), ("never received", -0.25),
        ("not here", -0.12), ("fell apart", -0.25), ("falls apart", -0.25), ("falling apart", -0.25),
        ("charged twice", -0.2), ("no answer", -0.2), ("no reply", -0.2), ("no response", -0.2),
        ("no one replied", -0.2), ("nobody replied", -0.2), ("nobody answered", -0.2), ("for ages", -0.15),
        ("for weeks", -0.15), ("for months", -0.2), ("does not fit", -0.08), ("too small", -0.05),
        ("too big", -0.05),
    ]

    private static let degrees: [String: Double] = [
        "very": 1.3, "so": 1.2, "really": 1.25, "extremely": 1.5, "absolutely": 1.4, "totally": 1.3,
        "completely": 1.3, "utterly": 1.5, "incredibly": 1.4, "fucking": 1.4, "bloody": 1.4, "too": 1.1,
        "such": 1.1, "damn": 1.3, "beyond": 1.4, "thoroughly": 1.3, "truly": 1.25, "deeply": 1.3,
        "highly": 1.2, "entirely": 1.2, "super": 1.25, "insanely": 1.4, "freaking": 1.3, "unbelievably": 1.4,
        "ridiculously": 1.4, "seriously": 1.25, "most": 1.2, "absolute": 1.4, "complete": 1.3, "total": 1.3,
        "utter": 1.5, "pure": 1.3, "more": 1.1, "how": 1.1, "always": 1.1,
        "quite": 0.9, "rather": 0.85, "slightly": 0.5, "bit": 0.5, "somewhat": 0.6, "little": 0.6,
        "kinda": 0.6, "mildly": 0.5, "fairly": 0.8, "almost": 0.6, "less": 0.5, "sorta": 0.6,
    ]
}
