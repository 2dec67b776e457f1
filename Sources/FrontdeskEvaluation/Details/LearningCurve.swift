/// How much more examples help: what is reached with a part of them.
public struct LearningCurve: Sendable, Hashable, Codable {
    /// What is reached with a part of each intent's examples.
    public struct Point: Sendable, Hashable, Codable {
        /// The share of the examples, 0…1.
        public var share: Double
        /// How many examples that is in all.
        public var trainCount: Int
        /// The share of the in-scope test lines whose best intent is right; nil without such lines.
        public var accuracy: Double?
    }

    /// The points, the smallest part first.
    public var points: [Point]

    /// Trains once for each part; the same test lines are asked each time.
    public init(
        of dataSet: DataSet,
        shares: [Double] = [0.1, 0.2, 0.4, 0.6, 0.8, 1],
        options: Evaluation.Options = .init()
    ) {
        points = shares.map { share in
            var part = dataSet
            part.train = Self.part(of: dataSet.train, share)
            let inScope = Evaluation.judge(part, options: options).judgements.filter { $0.truth != nil }
            let right = inScope.count(where: \.isRight)
            return Point(
                share: share,
                trainCount: part.train.count,
                accuracy: inScope.isEmpty ? nil : Double(right) / Double(inScope.count)
            )
        }
    }

    /// At least one line of each label, spread evenly over its lines.
    static func part(of lines: [DataSet.Line], _ share: Double) -> [DataSet.Line] {
        var seen: [String?: Int] = [:]
        return lines.filter { line in
            let place = Double(seen[line.intent, default: 0])
            seen[line.intent, default: 0] += 1
            return place == 0 || (place * share).rounded(.down) < ((place + 1) * share).rounded(.down)
        }
    }
}
