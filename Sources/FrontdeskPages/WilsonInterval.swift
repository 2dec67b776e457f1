/// The interval that holds a share with a probability of 95 % (Wilson 1927).
package enum WilsonInterval {
    /// How many standard deviations 95 % of a normal distribution lie within.
    package static let deviations = 1.959_963_984_540_054

    /// The interval of so many of so many; a part of 0…1, all of it when nothing was counted.
    package static func of(_ count: Int, of all: Int) -> ClosedRange<Double> {
        precondition((0...max(all, 0)).contains(count), "no part is greater than the whole")
        guard all > 0 else { return 0...1 }
        let total = Double(all)
        let share = Double(count) / total
        let square = deviations * deviations / total
        let middle = share + square / 2
        let half = deviations * ((share * (1 - share) + square / 4) / total).squareRoot()
        return max((middle - half) / (1 + square), 0)...min((middle + half) / (1 + square), 1)
    }
}
