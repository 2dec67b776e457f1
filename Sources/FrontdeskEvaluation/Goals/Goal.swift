import FrontdeskMatching

/// One figure that the matcher is held to: what must be reached, and what is aimed at.
public struct Goal: Sendable, Hashable {
    /// How far a figure is: below the floor, between floor and goal, or at the goal.
    public enum Standing: String, Sendable, Hashable {
        case missed, floor, goal
    }

    /// What is measured, and on which data set.
    public var name: String
    /// The figure, a share or an error, 0…1.
    public var value: Double
    /// The bootstrap standard error of the figure.
    public var standardError: Double
    /// What must be reached.
    public var floor: Double
    /// What is aimed at.
    public var goal: Double
    /// Whether less is better, as with an error.
    public var isLessBetter: Bool

    /// Whether the figure reaches the floor or the goal: not worse by more than one standard error.
    public var standing: Standing {
        let slack = standardError + 1e-9
        func reaches(_ bound: Double) -> Bool {
            isLessBetter ? value <= bound + slack : value >= bound - slack
        }
        return reaches(goal) ? .goal : reaches(floor) ? .floor : .missed
    }
}

/// The standard error of a figure: how much it differs between samples drawn from the lines it was measured on.
enum Bootstrap {
    static let draws = 200

    /// - Parameters:
    ///   - items: What was measured.
    ///   - figure: The figure of some items; nil when they have none, which does not count.
    static func standardError<Item>(of items: [Item], _ figure: ([Item]) -> Double?) -> Double {
        guard items.count > 1 else { return 0 }
        var generator = SeededGenerator(seed: 1)
        var figures: [Double] = []
        var sample = items
        for _ in 0..<draws {
            for place in sample.indices { sample[place] = items[generator.next(below: items.count)] }
            if let value = figure(sample) { figures.append(value) }
        }
        guard figures.count > 1 else { return 0 }
        let mean = figures.reduce(0, +) / Double(figures.count)
        let squares = figures.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
        return (squares / Double(figures.count - 1)).squareRoot()
    }
}
