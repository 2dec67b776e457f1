import Glibc

/// Logistic regression on a few inputs with a normal prior, by Newton's method.
struct LogisticRegression {
    /// What the coefficients are without observations.
    let prior: [Double]
    /// How strongly they are held there: the prior's precision.
    let strength: Double

    private var inputs: [[Double]] = []
    private var truths: [Double] = []
    private var weights: [Double] = []

    init(prior: [Double], strength: Double) {
        self.prior = prior
        self.strength = strength
    }

    mutating func add(_ input: [Double], isTrue: Bool, weight: Double) {
        inputs.append(input)
        truths.append(isTrue ? 1 : 0)
        weights.append(weight)
    }

    private static let steps = 30
    /// A Newton step overshoots where the curve is flat: it is halved so often at most.
    private static let halvings = 20

    /// The most probable coefficients.
    func solve() -> [Double] {
        var coefficients = prior
        var cost = cost(coefficients)
        for _ in 0..<Self.steps {
            var step = newtonStep(from: coefficients)
            if step.allSatisfy({ abs($0) < 1e-9 }) { break }
            for _ in 0..<Self.halvings {
                let next = zip(coefficients, step).map { $0 + $1 }
                let nextCost = self.cost(next)
                if nextCost <= cost {
                    (coefficients, cost) = (next, nextCost)
                    break
                }
                step = step.map { $0 / 2 }
            }
        }
        return coefficients
    }

    /// The negative logarithm of the coefficients' probability, but for a constant.
    private func cost(_ coefficients: [Double]) -> Double {
        var cost = 0.0
        for (place, input) in inputs.enumerated() {
            let sum = zip(coefficients, input).reduce(0) { $0 + $1.0 * $1.1 }
            let signed = truths[place] > 0 ? sum : -sum
            cost += weights[place] * (signed > 0 ? log1p(exp(-signed)) : log1p(exp(signed)) - signed)
        }
        for (index, coefficient) in coefficients.enumerated() {
            let distance = coefficient - prior[index]
            cost += strength / 2 * distance * distance
        }
        return cost
    }

    private func newtonStep(from coefficients: [Double]) -> [Double] {
        let count = prior.count
        var gradient = [Double](repeating: 0, count: count)
        var curvature = [[Double]](repeating: gradient, count: count)
        for (place, input) in inputs.enumerated() {
            var sum = 0.0
            for index in 0..<count { sum += coefficients[index] * input[index] }
            let expected = Calibration.logistic(sum)
            let error = weights[place] * (truths[place] - expected)
            let spread = weights[place] * max(expected * (1 - expected), 1e-6)
            for row in 0..<count {
                gradient[row] += error * input[row]
                for column in 0..<count { curvature[row][column] += spread * input[row] * input[column] }
            }
        }
        for row in 0..<count {
            gradient[row] -= strength * (coefficients[row] - prior[row])
            curvature[row][row] += strength
        }
        return Self.solution(of: curvature, gradient)
    }

    /// Solves a small symmetric positive system by elimination; its pivots are never zero.
    private static func solution(of matrix: [[Double]], _ right: [Double]) -> [Double] {
        var matrix = matrix
        var right = right
        let count = right.count
        for pivot in 0..<count {
            for row in 0..<count where row > pivot {
                let factor = matrix[row][pivot] / matrix[pivot][pivot]
                for column in pivot..<count { matrix[row][column] -= factor * matrix[pivot][column] }
                right[row] -= factor * right[pivot]
            }
        }
        for pivot in (0..<count).reversed() {
            for column in 0..<count where column > pivot {
                right[pivot] -= matrix[pivot][column] * right[column]
            }
            right[pivot] /= matrix[pivot][pivot]
        }
        return right
    }
}
