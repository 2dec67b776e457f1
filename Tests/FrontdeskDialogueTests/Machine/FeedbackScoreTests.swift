import FrontdeskMatching
import Testing

@testable import FrontdeskDialogue

@Suite("Scores in customers' words")
struct FeedbackScoreTests {
    static let table: [(text: String, kind: FeedbackKind, score: Int?)] = [
        ("5", .csat, 5), ("5/5", .csat, 5), ("4 stars", .csat, 4), ("five", .csat, 5),
        ("four out of five", .csat, 4),
        ("8/10", .csat, 4), ("10/10", .csat, 5), ("2, because it took for ever", .csat, 2),
        ("3 points", .csat, 3),
        ("9", .csat, nil), ("0", .csat, 1), ("cero", .csat, 1), ("zero", .nps, 0), ("no, 2", .csat, 2),
        ("pues un 2", .csat, 2),
        ("no me ha gustado", .csat, 2), ("no me ha gustado nada", .csat, 1), ("I didn't like it", .csat, 2),
        ("it was no good", .csat, 2), ("skip", .csat, nil), ("no, where is my parcel", .csat, nil),
        ("0 parcels have come so far", .csat, nil), ("2 parcels are missing from my order", .csat, nil),
        ("A-10021", .csat, nil), ("great", .csat, 5), ("it was great, thanks", .csat, 5), ("good", .csat, 4),
        ("bad", .csat, 2), ("very bad", .csat, 1), ("not good", .csat, 2), ("ok", .csat, 3),
        ("terrible", .csat, 1),
        ("I want a good coat", .csat, nil), ("where is my parcel", .csat, nil), ("🙂", .csat, 4),
        ("😡", .csat, 1),
        ("👍", .csat, 4), ("⭐⭐⭐", .csat, 3), (":)", .csat, 4), ("genial", .csat, 5), ("muy mal", .csat, 1),
        ("un 4", .csat, 4), ("cinco estrellas", .csat, 5), ("más o menos", .csat, 3), ("fatal", .csat, 1),
        ("10", .nps, 10), ("0", .nps, 0), ("diez", .nps, 10), ("un nueve", .nps, 9), ("great", .nps, 10),
        ("11", .nps, nil), ("very easy", .ces, 7), ("muy difícil", .ces, 1), ("7", .ces, 7), ("0", .ces, 1),
        ("no", .csat, nil), ("", .csat, nil),
    ]

    @Test("A score is read, and a request is not taken for one", arguments: table)
    func reading(_ row: (text: String, kind: FeedbackKind, score: Int?)) {
        let words = Tokenizer.tokenize(row.text).map(\.text)
        #expect(FeedbackScore.read(row.text, words, row.kind)?.value == row.score)
    }

    @Test("What is more than a score is kept as words") func words() {
        func isWhole(_ text: String) -> Bool? {
            FeedbackScore.read(text, Tokenizer.tokenize(text).map(\.text), .csat)?.isWholeMessage
        }
        #expect(isWhole("2, because it took for ever") == false)
        #expect(isWhole("2 of 5") == true)
        #expect(isWhole("great") == true)
    }
}
