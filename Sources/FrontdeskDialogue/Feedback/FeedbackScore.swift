import FrontdeskMatching

/// A score, read from a button, a number, stars, a face or a word, in any of the engine's languages.
struct FeedbackScore: Equatable {
    /// The score, on the scale that was asked for.
    var value: Int
    /// Whether the message says nothing else.
    var isWholeMessage: Bool

    /// Reads an answer to a question of a kind; nil when it gives no score.
    static func read(_ utterance: Utterance, _ kind: FeedbackKind) -> FeedbackScore? {
        if let pressed = utterance.inbound.choice {
            return Int(pressed).flatMap {
                kind.scale.contains($0) ? FeedbackScore(value: $0, isWholeMessage: true) : nil
            }
        }
        return read(utterance.inbound.text, utterance.match.tokens.map(\.text), kind)
    }

    static func read(_ text: String, _ words: [String], _ kind: FeedbackKind) -> FeedbackScore? {
        if let level = face(text), words.count <= 3 {
            return FeedbackScore(value: kind.score(level), isWholeMessage: true)
        }
        let stars = text.unicodeScalars.count { $0 == "\u{2B50}" || $0 == "\u{2605}" }
        if stars > 0 { return of(5, stars, kind).map { FeedbackScore(value: $0, isWholeMessage: true) } }
        if let number = number(words, kind) { return number }
        let telling = words.filter { !fillers.contains($0) }
        return levels[telling.joined(separator: " ")].map { level in
            FeedbackScore(value: kind.score(level), isWholeMessage: true)
        }
    }

    // MARK: Numbers

    /// "5", "5/5", "4 stars", "8 out of 10"; also at the beginning, before other words: "2, it took for ever".
    private static func number(_ words: [String], _ kind: FeedbackKind) -> FeedbackScore? {
        var rest = words.filter { !edges.contains($0) }[...]
        // "No, 2": the no is no answer where a number follows.
        while let word = rest.first, openers.contains(word) { rest = rest.dropFirst() }
        guard let first = rest.popFirst(), var score = number(first) else { return nil }
        // Nothing at all is the least that can be given.
        if score == 0, rest.isEmpty { score = max(0, kind.scale.lowerBound) }
        if let next = rest.first, let top = number(next), top >= 5 {
            rest = rest.dropFirst()
            return of(top, score, kind).map { FeedbackScore(value: $0, isWholeMessage: rest.isEmpty) }
        }
        // "2 parcels are missing" is no score: behind a number without more comes nothing, or a sentence.
        guard kind.scale.contains(score), rest.isEmpty || rest.count >= 3 && isSetOff(words) else {
            return nil
        }
        return FeedbackScore(value: score, isWholeMessage: rest.isEmpty)
    }

    /// Whether the words behind the number begin a sentence of their own.
    private static func isSetOff(_ words: [String]) -> Bool {
        guard let place = words.firstIndex(where: { number($0) != nil }), place + 1 < words.count else {
            return false
        }
        return beginnings.contains(words[place + 1])
    }

    private static func number(_ word: String) -> Int? {
        Int(word).flatMap { $0 >= 0 && $0 <= 10 ? $0 : nil } ?? numbers[word]
    }

    /// A score on another scale, or on this one.
    private static func of(_ top: Int, _ score: Int, _ kind: FeedbackKind) -> Int? {
        guard score <= top, top > 0 else { return nil }
        let scale = kind.scale
        if top == scale.upperBound { return scale.contains(score) ? score : nil }
        let share = Double(score) / Double(top) * Double(scale.upperBound)
        return max(scale.lowerBound, Int(share.rounded()))
    }

    // MARK: Words

    private static func face(_ text: String) -> Int? {
        for scalar in text.unicodeScalars {
            if let level = faces[scalar] { return level }
        }
        return switch text {
        case ":)", ":-)": 4
        case ":D", ":-D": 5
        case ":|", ":-|": 3
        case ":(", ":-(": 2
        default: nil
        }
    }

    private static let faces: [Unicode.Scalar: Int] = {
        var faces: [Unicode.Scalar: Int] = [:]
        let rows: [(Int, String)] = [
            (5, "😀😃😄😁🤩😍🥰👏🎉❤💯🙌"), (4, "🙂😊👍☺😉👌"), (3, "😐😑🤷"), (2, "🙁☹😕😞😟👎😢"), (1, "😠😡🤬😤💩"),
        ]
        for (level, signs) in rows { for sign in signs.unicodeScalars { faces[sign] = level } }
        return faces
    }()

    private static let fillers = DialogueWords.set(
        """
        it was is all the a an of service help you were are so really i think thought would say am happy with very much \
        thanks thank fue ha sido era es el la servicio la atencion todo muy me parecio gracias que lo bastante
        """
    ).subtracting(["very", "muy", "happy"])

    private static let edges = DialogueWords.set(
        """
        star stars point points out of from a an i give it would say would be it's is was the my score rating nota \
        estrella estrellas punto puntos de sobre un una le doy te pongo
        """
    )

    private static let openers = DialogueWords.set(
        "no nope well hm hmm um just only bueno pues solo solamente"
    )

    private static let beginnings = DialogueWords.set(
        "because it you the i my nobody no since but took had they your we this porque el la no pero tardo me nadie mi lo"
    )

    private static let numbers: [String: Int] = [
        "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
        "nine": 9,
        "ten": 10, "cero": 0, "uno": 1, "dos": 2, "tres": 3, "cuatro": 4, "cinco": 5, "seis": 6, "siete": 7,
        "ocho": 8,
        "nueve": 9, "diez": 10,
    ]

    /// What words mean on a scale of five.
    private static let levels: [String: Int] = {
        let rows: [(Int, String)] = [
            (
                5,
                "great,excellent,perfect,amazing,awesome,brilliant,fantastic,wonderful,outstanding,very good,very happy,"
                    + "very satisfied,very easy,super,top,best,love it,genial,excelente,perfecto,perfecta,fantastico,estupendo,"
                    + "maravilloso,muy bien,muy bueno,muy buena,muy facil,muy contento,muy contenta,muy satisfecho"
            ),
            (
                4,
                "good,nice,well,fine,helpful,happy,satisfied,content,easy,pretty good,quite good,bien,bueno,buena,util,facil,"
                    + "contento,contenta,satisfecho,satisfecha"
            ),
            (
                3,
                "ok,okay,alright,average,so so,meh,neutral,not bad,acceptable,normal,regular,aceptable,no esta mal,mas o menos,asi asi"
            ),
            (
                2,
                "bad,poor,not good,not great,not happy,not satisfied,disappointing,disappointed,difficult,hard,not easy,malo,"
                    + "not like,did not like,did not help,not helpful,not help,no good,not really good,no gustado,"
                    + "no gusto,no gusta,no ayudado,no ayudo,no servido,no sirvio,no buena,no bueno,"
                    + "mala,mal,no bien,dificil,decepcionante,no muy bien"
            ),
            (
                1,
                "terrible,awful,horrible,useless,very bad,very poor,very hard,very difficult,worst,rubbish,pathetic,pesimo,pesima,"
                    + "hated,hate,nada,no gustado nada,no gusto nada,no servido de nada,horrible,fatal,muy mal,muy malo,muy mala,horroroso,inutil,muy dificil"
            ),
        ]
        var levels: [String: Int] = [:]
        for (level, words) in rows {
            for word in words.split(separator: ",") { levels[String(word)] = level }
        }
        return levels
    }()
}

extension FeedbackKind {
    /// The score that a word stands for, which means one of five levels.
    func score(_ level: Int) -> Int {
        let scores: [Int] =
            switch self {
            case .csat: [1, 2, 3, 4, 5]
            case .nps: [0, 3, 7, 8, 10]
            case .ces: [1, 2, 4, 6, 7]
            }
        return scores[min(5, max(1, level)) - 1]
    }
}
