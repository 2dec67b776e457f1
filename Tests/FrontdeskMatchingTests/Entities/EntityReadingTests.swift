import Testing

@testable import FrontdeskMatching

@Suite("Overlapping readings")
struct EntityReadingTests {
    /// Compares every reading with every other one.
    private static func naive(_ readings: [EntityReading]) -> [EntityReading] {
        let sorted = readings.enumerated().sorted { left, right in
            let (a, b) = (left.element, right.element)
            if a.bytes.lowerBound != b.bytes.lowerBound { return a.bytes.lowerBound < b.bytes.lowerBound }
            if a.bytes.count != b.bytes.count { return a.bytes.count > b.bytes.count }
            if a.source != b.source { return a.source < b.source }
            return left.offset < right.offset
        }.map(\.element)
        var kept: [EntityReading] = []
        for reading in sorted {
            let isRepeated = kept.contains { $0.type == reading.type && $0.bytes.overlaps(reading.bytes) }
            let isAbsorbed = sorted.contains { other in
                other.source.absorbs(reading.source) && other.bytes.count > reading.bytes.count
                    && other.bytes.lowerBound <= reading.bytes.lowerBound
                    && other.bytes.upperBound >= reading.bytes.upperBound
            }
            if !isRepeated && !isAbsorbed { kept.append(reading) }
        }
        return kept
    }

    @Test("One pass keeps what comparing all pairs keeps", arguments: 0..<20)
    func oracle(round: Int) {
        var random = SeededGenerator(seed: UInt64(round) &+ 400)
        let sources = EntityReading.Source.allCases
        for _ in 0..<100 {
            let readings = (0..<Int.random(in: 0...14, using: &random)).map { number in
                let start = Int.random(in: 0..<20, using: &random)
                let end = start + Int.random(in: 1...8, using: &random)
                return EntityReading(
                    sources[Int.random(in: 0..<sources.count, using: &random)],
                    type: "t\(Int.random(in: 0..<4, using: &random))",
                    tokens: start..<end,
                    bytes: start..<end,
                    value: .number(Double(number))
                )
            }
            let shown = { (kept: [EntityReading]) in
                kept.map { "\($0.source) \($0.type) \($0.bytes) \($0.value)" }
            }
            var (resolved, buffers) = (readings, EntityReading.Buffers())
            EntityReading.resolve(&resolved, using: &buffers)
            #expect(shown(resolved) == shown(Self.naive(readings)))
        }
    }
}
