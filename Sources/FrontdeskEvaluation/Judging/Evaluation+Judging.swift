import FrontdeskMatching

extension Evaluation {
    /// Trains on the training lines and asks for every test line.
    ///
    /// - Returns: A judgement for each test line, in their order, and the answer threshold as for
    ///   ``Evaluation/run(_:options:)``.
    public static func judge(
        _ dataSet: DataSet,
        options: Options = Options()
    ) -> (judgements: [Judgement], threshold: Double) {
        let definition = definition(of: dataSet, options: options)
        let model = IntentModel.train(definition, vectors: options.source)
        let matcher = Matcher(definition, model: model)
        return (
            dataSet.test.map { judgement(of: $0, by: matcher) },
            model?.threshold(handOffBudget: options.handOffBudget) ?? 0
        )
    }

    /// Asks for every training line once, each time from a matcher that was trained without it.
    ///
    /// The lines of each intent, and those out of scope, go to the folds in turn, so that every fold has its share of
    /// each. The test lines are not looked at.
    ///
    /// - Parameter folds: How many parts to cut the lines into, 2…; an intent with one line is always asked unseen.
    /// - Returns: A judgement for each training line, in their order, and the mean of the folds' answer thresholds.
    public static func crossValidate(
        _ dataSet: DataSet,
        folds: Int,
        options: Options = Options()
    ) -> (judgements: [Judgement], threshold: Double) {
        precondition(folds >= 2, "there must be at least two folds")
        let fold = Self.folds(of: dataSet.train, count: folds)
        var judgements: [Judgement?] = Array(repeating: nil, count: dataSet.train.count)
        var thresholds = 0.0
        for number in 0..<folds {
            let places = dataSet.train.indices.filter { fold[$0] == number }
            var part = dataSet
            part.train = dataSet.train.indices.filter { fold[$0] != number }.map { dataSet.train[$0] }
            part.test = places.map { dataSet.train[$0] }
            let judged = judge(part, options: options)
            for (place, judgement) in zip(places, judged.judgements) { judgements[place] = judgement }
            thresholds += judged.threshold
        }
        return (judgements.compactMap { $0 }, thresholds / Double(folds))
    }

    /// The fold of each line: the lines of one label take turns.
    static func folds(of lines: [DataSet.Line], count: Int) -> [Int] {
        var seen: [String?: Int] = [:]
        var labels: [String?: Int] = [:]
        return lines.map { line in
            // Labels begin at different folds, else small ones would all be in the first.
            let start = labels[line.intent] ?? labels.count
            labels[line.intent] = start
            let turn = seen[line.intent, default: 0]
            seen[line.intent] = turn + 1
            return (start + turn) % count
        }
    }

    /// The matcher that a data set's training lines make.
    static func trained(on dataSet: DataSet, options: Options) -> Matcher {
        let definition = definition(of: dataSet, options: options)
        return Matcher(definition, model: IntentModel.train(definition, vectors: options.source))
    }

    static func judgement(of line: DataSet.Line, by matcher: Matcher) -> Judgement {
        Judgement(
            line.text,
            truth: line.intent,
            guesses: matcher.match(line.text).candidates.map { .init($0.intent, confidence: $0.confidence) }
        )
    }
}

extension DataSet {
    /// The training lines alone: the first of so many parts to ask, the others to train on.
    public func split(_ folds: Int) -> DataSet {
        let fold = Evaluation.folds(of: train, count: folds)
        var split = self
        split.train = train.indices.filter { fold[$0] != 0 }.map { train[$0] }
        split.test = train.indices.filter { fold[$0] == 0 }.map { train[$0] }
        return split
    }
}
