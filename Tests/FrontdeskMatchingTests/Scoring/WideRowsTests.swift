import Testing

@testable import FrontdeskMatching

@Suite("Wide rows of weights")
struct WideRowsTests {
    /// A table with as many weights in each row as given, for a number of classes.
    private func table(_ counts: [Int], classes width: Int) -> WeightTable {
        var random = SeededGenerator(seed: 41)
        var table = WeightTable(
            starts: [0],
            classes: [],
            values: [],
            scales: [],
            biases: (0..<width).map { Float($0) / 7 - 1 }
        )
        for count in counts {
            let classes = (0..<width).shuffled(using: &random).prefix(count).sorted()
            for label in classes {
                table.classes.append(UInt16(label))
                table.values.append(Int8.random(in: -127...127, using: &random))
            }
            table.scales.append(Float.random(in: 0.001...0.1, using: &random))
            table.starts.append(UInt32(table.classes.count))
        }
        return table
    }

    /// The sums, weight by weight: first of the features with weights for a third of the classes, then of the others.
    private func naive(_ table: WeightTable, _ features: [Int32], _ vector: [Float]) -> [Float] {
        var sums = table.biases
        for isWide in [true, false] {
            for (feature, value) in zip(features.map(Int.init), vector) {
                let entries = Int(table.starts[feature])..<Int(table.starts[feature + 1])
                guard (entries.count * 3 >= sums.count) == isWide else { continue }
                for entry in entries {
                    let weight = table.scales[feature] * value * Float(table.values[entry])
                    sums[Int(table.classes[entry])] += weight
                }
            }
        }
        return sums
    }

    @Test(
        "Narrow and wide rows together give the scores of a walk over the weights, to the bit",
        arguments: [1, 2, 7, 8, 9, 15, 16, 17, 24, 90, 151]
    )
    func scores(width: Int) {
        let counts = [0, 1, width / 4, width / 3, width / 2, width - 1, width].map { min(max($0, 0), width) }
        let table = table(counts, classes: width)
        let wide = WideRows(table)
        let features: [Int32] = [6, 0, 3, 1, 5, 2, 4, 6]
        let vector = features.indices.map { 0.1 + Float($0) / 3 }
        var scores: [Float] = [99]
        var terms = [WideRows.Term(row: 0, factor: 7)]
        table.score(features: features, values: vector, wide: wide, terms: &terms, into: &scores)
        #expect(scores == naive(table, features, vector))
        #expect(wide.rows.last?.row ?? -1 >= 0, "a row with all classes is wide")
    }
}
