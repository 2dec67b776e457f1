import Glibc

/// Fits a ``Calibration`` to observed answers.
struct CalibrationFit {
    /// One answer whose truth is known.
    struct Observation {
        var signals: Calibration.Signals
        var isRight: Bool
        var isInScope: Bool
        var weight: Double
    }

    /// How strongly the coefficients are held to the prior: as much as this many observations.
    var priorStrength = 2.0
    private static let steps = 30

    /// The most probable coefficients, by Newton's method on the penalised likelihood.
    func fit(_ observations: [Observation]) -> Calibration {
        var free = [Bool](repeating: true, count: Calibration.prior.coefficients.count)
        var coefficients = newton(observations, free: free)
        // A signal that seems to speak against its answer does so by accident: leave it out and fit again.
        while let worst = coefficients.indices.dropFirst().first(where: { coefficients[$0] < 0 }) {
            free[worst] = false
            coefficients = newton(observations, free: free)
        }
        var calibration = Calibration(coefficients: coefficients, quantiles: [])
        let inScope = observations.filter(\.isInScope).map { calibration.confidence($0.signals) }.sorted()
        if let last = inScope.indices.last {
            calibration.quantiles = (0...100).map { step in
                Float(inScope[Int((Double(step) / 100 * Double(last)).rounded())])
            }
        }
        return calibration
    }

    private func newton(_ observations: [Observation], free: [Bool]) -> [Double] {
        let prior = Calibration.prior.coefficients
        let count = prior.count
        var coefficients = zip(prior, free).map { $1 ? $0 : 0 }
        let inputs = observations.map(\.signals.inputs)
        for _ in 0..<Self.steps {
            var gradient = [Double](repeating: 0, count: count)
            var curvature = [[Double]](repeating: gradient, count: count)
            for (observation, input) in zip(observations, inputs) {
                var sum = 0.0
                for index in 0..<count { sum += coefficients[index] * input[index] }
                let expected = Calibration.logistic(sum)
                let error = observation.weight * ((observation.isRight ? 1 : 0) - expected)
                let spread = observation.weight * max(expected * (1 - expected), 1e-6)
                for row in 0..<count {
                    gradient[row] += error * input[row]
                    for column in 0...row { curvature[row][column] += spread * input[row] * input[column] }
                }
            }
            for row in 0..<count {
                gradient[row] -= priorStrength * (coefficients[row] - prior[row])
                curvature[row][row] += priorStrength
                for column in 0..<row { curvature[column][row] = curvature[row][column] }
                guard !free[row] else { continue }
                gradient[row] = 0
                for column in 0..<count {
                    curvature[row][column] = row == column ? 1 : 0
                    curvature[column][row] = curvature[row][column]
                }
            }
            let step = Self.solution(of: curvature, gradient)
            for index in 0..<count { coefficients[index] += min(max(step[index], -3), 3) }
            if step.allSatisfy({ abs($0) < 1e-9 }) { break }
        }
        return coefficients
    }

    /// Solves a small symmetric positive system by elimination.
    private static func solution(of matrix: [[Double]], _ right: [Double]) -> [Double] {
        var matrix = matrix
        var right = right
        let count = right.count
        for pivot in 0..<count {
            for row in (pivot + 1)..<max(count, pivot + 1) {
                let factor = matrix[row][pivot] / matrix[pivot][pivot]
                for column in pivot..<count { matrix[row][column] -= factor * matrix[pivot][column] }
                right[row] -= factor * right[pivot]
            }
        }
        for pivot in stride(from: count - 1, through: 0, by: -1) {
            for column in (pivot + 1)..<max(count, pivot + 1) {
                right[pivot] -= matrix[pivot][column] * right[column]
            }
            right[pivot] /= matrix[pivot][pivot]
        }
        return right
    }
}
