import Testing

@testable import FrontdeskReports

@Suite("Intervals")
struct StatisticsTests {
    // Newcombe, Two-sided confidence intervals for the single proportion, Stat. Med. 17 (1998), table I, method 3.
    @Test(
        "Wilson's interval is the one of the literature",
        arguments: [
            (81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605), (0, 20, 0.0, 0.1611),
            (1, 29, 0.0061, 0.1718),
        ]
    )
    func wilson(count: Int, of: Int, low: Double, high: Double) throws {
        let share = Share(count, of: of)
        #expect(abs(try #require(share.low) - low) < 0.00006)
        #expect(abs(try #require(share.high) - high) < 0.00006)
    }

    @Test("Nothing of nothing is no share") func nothing() {
        #expect(Share(0, of: 0).share == nil)
        #expect(Share(0, of: 0).low == nil)
        #expect(Share(3, of: 3).high == 1)
    }

    // The ranks of the tables for the sign test, for instance Conover, Practical Nonparametric Statistics, table A3.
    @Test(
        "The interval of a median has the ranks of the tables",
        arguments: [(6, 1, 6), (8, 1, 8), (9, 2, 8), (12, 3, 10), (20, 6, 15), (50, 18, 33), (100, 40, 61)]
    )
    func ranks(count: Int, low: Int, high: Int) {
        let ranks = Spread.ranks(0.5, of: count)
        #expect(ranks.low == low)
        #expect(ranks.high == high)
    }

    @Test("Too few numbers have no interval") func few() {
        let spread = Spread([3, 1, 2, 4])
        #expect(spread.median == Spread.Quantile(value: 2.5))
        #expect(spread.p90?.value == 4)
        #expect(Spread([]).median == nil)
        #expect(Spread([7]).p90?.value == 7)
    }

    @Test("Many numbers have a narrow one") func many() throws {
        let spread = Spread((1...100_000).map(Double.init))
        let median = try #require(spread.median)
        #expect(median.value == 50_000.5)
        // Half the width is 1.96 times half the root of the count.
        #expect(abs(try #require(median.low) - 49_690) <= 2)
        #expect(abs(try #require(median.high) - 50_311) <= 2)
    }

    // The R package `nps` of the paper's author: nps_test(x, test = "adjusted.wald"), which adds 0.75, 1.5 and 0.75.
    private static func adjusted(_ detractors: Int, _ passives: Int, _ promoters: Int) -> (Double, Double) {
        let n = Double(detractors + passives + promoters) + 3
        let (p, q) = ((Double(promoters) + 0.75) / n, (Double(detractors) + 0.75) / n)
        let half = 1.959_964 * ((p + q - (p - q) * (p - q)) / n).squareRoot()
        return (p - q - half, p - q + half)
    }

    @Test(
        "The interval of a net promoter score is the adjusted Wald one",
        arguments: [
            (0, 0, 3), (3, 0, 0), (0, 3, 0), (0, 0, 1), (2, 2, 3), (1, 0, 1), (20, 30, 50), (0, 0, 400),
        ]
    )
    func net(detractors: Int, passives: Int, promoters: Int) {
        let interval = ScaleInterval.of([detractors, passives, promoters], lowest: -1)
        let (low, high) = Self.adjusted(detractors, passives, promoters)
        let value = Double(promoters - detractors) / Double(detractors + passives + promoters)
        #expect(abs(interval.lowerBound - max(-1, min(low, value))) < 1e-6)
        #expect(abs(interval.upperBound - min(1, max(high, value))) < 1e-6)
        #expect(interval.upperBound - interval.lowerBound > 0.01)
    }

    @Test("Three answers of the same score tell little", arguments: [1, 3, 5])
    func same(score: Int) {
        var counts = [0, 0, 0, 0, 0]
        counts[score - 1] = 3
        let interval = ScaleInterval.of(counts, lowest: 1)
        #expect(interval.contains(Double(score)))
        #expect(interval.upperBound - interval.lowerBound > 1)
        #expect(interval.lowerBound >= 1 && interval.upperBound <= 5)
    }

    /// How often the interval holds the true mean, counted out over all answers that so many customers can give.
    private static func coverage(_ chances: [Double], _ n: Int, lowest: Int) -> Double {
        let truth = chances.enumerated().reduce(0) { $0 + $1.element * Double(lowest + $1.offset) }
        func held(_ counts: [Int], _ left: Int, _ chance: Double) -> Double {
            let place = counts.count
            if place == chances.count - 1 {
                var chance = chance
                for _ in 0..<left { chance *= chances[place] }
                return ScaleInterval.of(counts + [left], lowest: lowest).contains(truth) ? chance : 0
            }
            var sum = 0.0
            var part = chance
            for count in 0...left {
                sum += held(counts + [count], left - count, part)
                // One more of the answers that are left falls on this score.
                part *= chances[place] * Double(left - count) / Double(count + 1)
            }
            return sum
        }
        return held([], n, 1)
    }

    @Test("The interval of a mean holds the true one in about 95 of 100 cases, of few answers too")
    func means() {
        let table = [
            [0.1, 0.3, 0.6], [0.05, 0.15, 0.8], [0.3, 0.4, 0.3], [0.5, 0, 0.5], [0.05, 0.05, 0.1, 0.3, 0.5],
            [0.02, 0.03, 0.05, 0.2, 0.7], [0.2, 0.2, 0.2, 0.2, 0.2], [0.6, 0.2, 0.1, 0.05, 0.05],
        ]
        var shares: [Double] = []
        for chances in table {
            for n in [3, 5, 10, 20] {
                let share = Self.coverage(chances, n, lowest: 1)
                #expect(share > 0.86, "\(n) answers of \(chances)")
                shares.append(share)
            }
        }
        let mean = shares.reduce(0, +) / Double(shares.count)
        #expect(mean > 0.94 && mean < 0.98, "\(mean)")
    }
}
