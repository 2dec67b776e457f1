import Testing

@testable import FrontdeskPages

@Suite("Two texts word by word")
struct WordDifferenceTests {
    struct Case: Sendable, CustomTestStringConvertible {
        var old: String
        var new: String
        /// The texts with brackets around what is changed.
        var marked: [String]
        var testDescription: String { "\(old) | \(new)" }
    }

    static let cases = [
        Case(old: "", new: "", marked: ["", ""]),
        Case(old: "As it was.", new: "As it was.", marked: ["As it was.", "As it was."]),
        Case(old: "", new: "All of it", marked: ["", "[All of it]"]),
        Case(
            old: "Your order is late.",
            new: "Your parcel is late.",
            marked: ["Your [order] is late.", "Your [parcel] is late."]
        ),
        Case(
            old: "We are open from 9:00 to 18:00.",
            new: "We are open from 10:00 to 19:00.",
            marked: ["We are open from [9]:00 to [18]:00.", "We are open from [10]:00 to [19]:00."]
        ),
        Case(
            old: "A colleague answers.",
            new: "A colleague of our team answers.",
            marked: ["A colleague answers.", "A colleague [of our team] answers."]
        ),
        Case(old: "so, so", new: "so so", marked: ["so[,] so", "so so"]),
        Case(old: "one  blank", new: "one blank", marked: ["one[  ]blank", "one[ ]blank"]),
        Case(old: "at the end ", new: "at the end", marked: ["at the end[ ]", "at the end"]),
        Case(old: "líneas\ny más", new: "líneas y más", marked: ["líneas[\n]y más", "líneas[ ]y más"]),
        Case(
            old: "I do not know what the weather will be like",
            new: "Please the team: return your parcel within thirty days",
            marked: [
                "[I do not know what the weather will be like]",
                "[Please the team: return your parcel within thirty days]",
            ]
        ),
    ]

    @Test("Marks the words that the other text has not", arguments: cases)
    func marks(_ item: Case) {
        let difference = WordDifference(from: item.old, to: item.new)
        #expect([difference.old, difference.new].map(marked) == item.marked)
    }

    @Test("Texts of thousands of words keep their equal ends")
    func longTexts() {
        let old = (0..<3000).map { "a\($0)" }.joined(separator: " ")
        let new = (0..<3000).map { $0 < 1000 ? "a\($0)" : "b\($0)" }.joined(separator: " ")
        let difference = WordDifference(from: old, to: new)
        #expect(difference.old.map(\.isChanged) == [false, true])
        #expect(difference.old.map(\.text).joined() == old)
        #expect(difference.new.map(\.text).joined() == new)
    }

    private func marked(_ runs: [WordDifference.Run]) -> String {
        runs.map { $0.isChanged ? "[\($0.text)]" : $0.text }.joined()
    }
}
