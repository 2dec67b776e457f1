import Glibc
import Testing

@testable import FrontdeskMatching

@Suite("Softmax odds")
struct OddsTests {
    @Test(
        "one score's odds are its exponential",
        arguments: Array(stride(from: Float(-12), through: 0, by: 0.37))
    )
    func one(score: Float) {
        let exact = exp(4 * Double(score))
        #expect(abs(Odds.of(score, against: 0) - exact) <= (4e-7 - 3e-7 * Double(score)) * exact)
    }

    @Test(
        "the sum over many scores is the sum of their exponentials",
        arguments: [1, 2, 3, 4, 5, 8, 102, 151]
    )
    func sum(count: Int) {
        let scores = (0..<count).map { Float(($0 * 7919) % 97) / -31 }
        let best = scores.max() ?? 0
        let exact = scores.reduce(0.0) { $0 + exp(4 * Double($1 - best)) }
        #expect(abs(Odds.sum(of: scores, against: best) - exact) <= 1e-6 * exact)
    }

    @Test("what lies far behind adds next to nothing, and never an infinity or a number that is none")
    func far() {
        #expect(Odds.of(-.greatestFiniteMagnitude, against: 3) < 1e-30)
        #expect(Odds.sum(of: [0, -1e30, -1e30, -1e30, -1e30], against: 0) == 1)
    }
}
