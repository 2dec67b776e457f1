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
}
