import Testing

@testable import FrontdeskMatching

@Suite("Regular expressions agree with a backtracking oracle")
struct RegexPropertyTests {
    @Test(
        "Random expressions find the same matches by automaton, by simulation and by the oracle",
        arguments: 0..<40
    )
    func agreement(round: Int) throws {
        var random = SeededGenerator(seed: UInt64(round) &+ 20_261_122)
        var compared = 0
        for _ in 0..<60 {
            let source = Self.expression(depth: 3, &random)
            var parser = RegexParser(source)
            let root = try parser.parse()
            if root.acceptsEmpty {
                #expect(throws: RegexError.self) { try RegexPattern(source) }
                continue
            }
            let pattern = try RegexPattern(source)
            let oracle = BacktrackingOracle(root: root)
            for _ in 0..<8 {
                let text = Self.text(&random)
                let expected = oracle.matches(in: text)
                let label = "/\(source)/ on '\(String(decoding: text, as: UTF8.self))'"
                #expect(pattern.matches(in: text).map(\.range) == expected, "\(label)")
                #expect(
                    pattern.search.simulatedMatches(in: text).map(\.range) == expected,
                    "\(label), simulated"
                )
                compared += expected.isEmpty ? 0 : 1
            }
        }
        #expect(compared > 20, "the random texts hardly ever match; the comparison says little")
    }

    @Test("Captures of a random expression lie inside the match, one inside the other", arguments: 0..<10)
    func captures(round: Int) throws {
        var random = SeededGenerator(seed: UInt64(round) &+ 77)
        for _ in 0..<60 {
            let source = "(a|b)(" + Self.expression(depth: 2, &random) + ")"
            let pattern = try RegexPattern(source)
            for _ in 0..<8 {
                let text = Self.text(&random)
                for match in pattern.matches(in: text) {
                    let groups = pattern.captures(in: text, of: match)
                    #expect(groups.count == pattern.captureCount)
                    let first = try #require(groups[0])
                    let second = try #require(groups[1])
                    #expect(first == match.range.lowerBound..<match.range.lowerBound + 1)
                    #expect(second == first.upperBound..<match.range.upperBound)
                    for group in groups[2...].compactMap({ $0 }) {
                        #expect(
                            second.lowerBound <= group.lowerBound && group.upperBound <= second.upperBound
                        )
                    }
                }
            }
        }
    }

    private static func expression(depth: Int, _ random: inout SeededGenerator) -> String {
        let atoms = [
            "a", "b", "1", "-", " ", ".", "[ab]", "[^a]", "\\d", "\\w", "\\s", "\\b", "é", "\\W", "a1",
        ]
        guard depth > 0 else { return atoms[Int.random(in: 0..<atoms.count, using: &random)] }
        func part(_ random: inout SeededGenerator) -> String { expression(depth: depth - 1, &random) }
        switch Int.random(in: 0..<8, using: &random) {
        case 0: return "(" + part(&random) + "|" + part(&random) + ")"
        case 1: return "(?:" + part(&random) + ")?"
        case 2: return "(?:" + part(&random) + ")*"
        case 3: return "(?:" + part(&random) + ")+"
        case 4:
            let low = Int.random(in: 0...2, using: &random)
            let high = low + Int.random(in: low == 0 ? 1...2 : 0...2, using: &random)
            return "(?:" + part(&random) + "){\(low),\(high)}"
        case 5: return expression(depth: 0, &random)
        default: return part(&random) + part(&random)
        }
    }

    private static func text(_ random: inout SeededGenerator) -> [UInt8] {
        let characters = ["a", "b", "1", "-", " ", "é", "_", "A"]
        let length = Int.random(in: 0...12, using: &random)
        let text = (0..<length).map { _ in characters[Int.random(in: 0..<characters.count, using: &random)] }
        return Array(text.joined().utf8)
    }
}
