/// Softmax shares relative to the best: e to the power of how far a score lies behind it.
enum Odds {
    /// How fast a softmax share falls with the score.
    static let sharpness: Float = 4

    private typealias Lanes = SIMD4<Float>

    /// The sum of the odds of all scores against the best of them, which counts as one; within a millionth of what the
    /// sum of exponentials is.
    static func sum(of scores: [Float], against best: Float) -> Double {
        var sum = Lanes.zero
        var place = 0
        while place + Lanes.scalarCount <= scores.count {
            let next = Lanes(scores[place], scores[place + 1], scores[place + 2], scores[place + 3])
            sum += odds(next, against: best)
            place += Lanes.scalarCount
        }
        var rest = Double(sum.sum())
        while place < scores.count {
            rest += Double(odds(Lanes(repeating: scores[place]), against: best)[0])
            place += 1
        }
        return rest
    }

    /// The odds of one score, off by at most four parts in ten million, and three more for each unit of the distance.
    static func of(_ score: Float, against best: Float) -> Double {
        Double(odds(Lanes(repeating: score), against: best)[0])
    }

    /// 2^(whole + part): the whole is the number's exponent, the part a polynomial, which is Taylor's up to the sixth
    /// power; between -1/2 and 1/2 it is off by 1.2e-7 at most.
    @inline(__always)
    private static func odds(_ scores: Lanes, against best: Float) -> Lanes {
        let log2e: Float = 1.442_695_04
        let power = ((scores - best) * (sharpness * log2e)).clamped(
            lowerBound: Lanes(repeating: -126),
            upperBound: .zero
        )
        // Added to this, a number loses its fraction: the nearest whole one is in the lowest bits.
        let rounding: Float = 12_582_912
        let shifted = power + rounding
        let whole = unsafeBitCast(shifted, to: SIMD4<Int32>.self) &- Int32(bitPattern: rounding.bitPattern)
        let part = power - (shifted - rounding)
        var value = Lanes(repeating: 1.540_353_04e-4)
        value = value * part + 1.333_355_81e-3
        value = value * part + 9.618_129_11e-3
        value = value * part + 5.550_410_87e-2
        value = value * part + 2.402_265_07e-1
        value = value * part + 6.931_471_81e-1
        value = value * part + 1
        return value * unsafeBitCast((whole &+ 127) &<< 23, to: Lanes.self)
    }
}
