/// Logistic regression on a few inputs with a normal prior, by Newton's method.
struct LogisticRegression {
    /// What the coefficients are without observations.
    let prior: [Double]
    /// How strongly they are held there: the prior's precision.
    let strength: Double
    /// Coefficients that are left out.
    var isFixedAtZero: [Bool]

    private var inputs: [[Double]] = []
    private var truths: [Double] = []
    private var weights: [Double] = []

    init(prior: [Double], strength: Double) {
        self.prior = prior
        self.strength = strength
        isFixedAtZero = [Bool](repeating: false, count: prior.count)
    }

    mutating func add(_ input: [Double], isTrue: Bool, weight: Double) {
        inputs.append(input)
        truths.append(isTrue ? 1 : 0)
        weights.append(weight)
    }

    private static let steps = 30
    /// A Newton step can overshoot where the curve is flat.
    private static let longestStep = 3.0

    /// The most probable coefficients.
    func solve() -> [Double] {
        var coefficients = prior.indices.map { isFixedAtZero[$0] ? 0 : prior[$0] }
        for _ in 0..<Self.steps {
            let step = newtonStep(from: coefficients)
            for index in coefficients.indices {
                coefficients[index] += min(max(step[index], -Self.longestStep), Self.longestStep)
            }
            if step.allSatisfy({ abs($0) < 1e-9 }) { break }
        }
        return coefficients
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
        for fixed in 0..<count where isFixedAtZero[fixed] {
            gradient[fixed] = 0
            for other in 0..<count where other != fixed {
                curvature[fixed][other] = 0
                curvature[other][fixed] = 0
            }
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
