import Testing

@testable import FrontdeskMatching

@Suite("Sorting without further memory")
struct InPlaceSortingTests {
    @Test("It sorts as the standard library does", arguments: [0, 1, 2, 63, 64, 65, 200, 1000])
    func sorts(count: Int) {
        var random = SeededGenerator(seed: UInt64(count) &+ 1)
        for _ in 0..<5 {
            let numbers = (0..<count).map { (key: Int.random(in: 0..<50, using: &random), place: $0) }
            var sorted = numbers
            sorted.sortInPlace { ($0.key, $0.place) < ($1.key, $1.place) }
            let expected = numbers.sorted { ($0.key, $0.place) < ($1.key, $1.place) }
            #expect(sorted.map(\.place) == expected.map(\.place))
        }
    }
}
