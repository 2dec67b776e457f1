import FrontdeskEvaluation
import Testing

@Suite("Data sets") struct DataSetTests {
    private static let train = "where is my parcel\torders\nmoney back\trefunds\nnice weather\toos\n"

    @Test("A data set has its lines, its intents in order, and its out-of-scope lines without one")
    func reading() throws {
        let set = try DataSet(name: "small", train: Self.train, test: "any news\torders\nhello\toos")
        #expect(set.intents == ["orders", "refunds"])
        #expect(set.train.map(\.intent) == ["orders", "refunds", nil])
        #expect(set.test == [.init("any news", intent: "orders"), .init("hello", intent: nil)])
        #expect(set.valid == nil)
    }

    @Test("Windows line ends, a byte order mark, empty lines and tabs inside the text are read")
    func leniency() throws {
        let text = "\u{FEFF}one\ttwo\torders\r\n\r\nback\trefunds\r\n"
        let set = try DataSet(name: "windows", train: text, valid: "x\torders\n", test: "y\trefunds")
        #expect(set.train == [.init("one\ttwo", intent: "orders"), .init("back", intent: "refunds")])
        #expect(set.valid == [.init("x", intent: "orders")])
    }

    @Test("An intent called None is an intent like any other")
    func none() throws {
        let set = try DataSet(name: "none", train: "a\tNone\nb\tother", test: "c\tNone")
        #expect(set.intents == ["None", "other"])
        #expect(set.test.first?.intent == "None")
    }

    struct Mistake: Sendable, CustomTestStringConvertible {
        var testDescription: String
        var train = DataSetTests.train
        var valid: String?
        var test = "any news\torders"
        var problems: [String]
    }

    @Test(
        "Every mistake is told with file, line and reason",
        arguments: [
            Mistake(
                testDescription: "no tab",
                train: "fine\torders\nno tab here\n",
                problems: ["train.tsv:2: no tab between text and intent; write text, a tab, then the intent"]
            ),
            Mistake(
                testDescription: "empty text",
                train: "\torders\nx\torders",
                problems: ["train.tsv:1: the text before the tab is empty"]
            ),
            Mistake(
                testDescription: "empty intent",
                train: "x\torders\ny\t \n",
                problems: ["train.tsv:2: the intent after the tab is empty; write 'oos' if none answers it"]
            ),
            Mistake(
                testDescription: "unknown intents, blank lines counted",
                valid: "x\tordres",
                test: "a\torders\n\nb\treturns",
                problems: [
                    "valid.tsv:1: intent 'ordres' has no line in train.tsv",
                    "test.tsv:3: intent 'returns' has no line in train.tsv",
                ]
            ),
            Mistake(
                testDescription: "nothing to learn",
                train: "x\toos",
                test: "y\toos",
                problems: ["train.tsv:1: no line has an intent"]
            ),
            Mistake(
                testDescription: "nothing to measure",
                test: "\n",
                problems: ["test.tsv:1: the file has no sentence"]
            ),
        ]
    )
    func mistakes(_ mistake: Mistake) {
        let error = #expect(throws: DataSetError.self) {
            try DataSet(name: "bad", train: mistake.train, valid: mistake.valid, test: mistake.test)
        }
        #expect(error?.problems.map(\.description) == mistake.problems)
        #expect(error?.description == mistake.problems.joined(separator: "\n"))
    }
}
