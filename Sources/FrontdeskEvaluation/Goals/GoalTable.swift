import FrontdeskPages

internal import FrontdeskMatching

/// The goals of the matcher, measured on the data sets that they are set on.
public struct GoalTable: Sendable {
    /// The figures, in the order of the table.
    public private(set) var goals: [Goal] = []
    /// How well the answers hold that were given with much confidence, set by set.
    public private(set) var sureAnswers: [SureAnswers] = []
    private let options: Evaluation.Options

    /// Measures every goal whose data set is there.
    ///
    /// The sets are known by their names: `clinc_full`, `clinc_small`, `clinc_fewshot10`, `clinc_fewshot5`,
    /// `hint3_sofmattress`, `chatbot`, `askubuntu`, `webapps`.
    ///
    /// - Parameter options: As for ``Evaluation/run(_:options:)``.
    public init(_ dataSets: [DataSet], options: Evaluation.Options = .init()) {
        self.options = options
        for dataSet in dataSets {
            switch dataSet.name {
            case "clinc_full": addWhole(dataSet)
            case "clinc_small": addAccuracy(dataSet, 0.93, 0.95, auroc: (0.955, 0.965))
            case "clinc_fewshot10": addAccuracy(dataSet, 0.85, 0.90)
            case "clinc_fewshot5": addAccuracy(dataSet, 0.79, 0.85)
            case "hint3_sofmattress": addAccuracy(dataSet, 0.80, 0.84, auroc: (0.83, 0.88))
            case "chatbot": addF1(dataSet, 0.98, 1)
            case "askubuntu": addF1(dataSet, 0.93, 0.96)
            case "webapps": addF1(dataSet, 0.80, 0.88)
            default:
                let judged = Evaluation.judge(dataSet, options: options)
                sureAnswers.append(SureAnswers(dataSet.name, judged.judgements))
            }
        }
    }

    private mutating func add(
        _ name: String,
        _ judgements: [Judgement],
        _ floor: Double,
        _ goal: Double,
        isLessBetter: Bool = false,
        _ figure: ([Judgement]) -> Double?
    ) {
        guard let value = figure(judgements) else { return }
        goals.append(
            Goal(
                name: name,
                value: value,
                standardError: Bootstrap.standardError(of: judgements, figure),
                floor: floor,
                goal: goal,
                isLessBetter: isLessBetter
            )
        )
    }

    private mutating func addAccuracy(
        _ dataSet: DataSet,
        _ floor: Double,
        _ goal: Double,
        auroc: (floor: Double, goal: Double)? = nil
    ) {
        let judgements = Evaluation.judge(dataSet, options: options).judgements
        sureAnswers.append(SureAnswers(dataSet.name, judgements))
        add("\(dataSet.name): accuracy", judgements, floor, goal, Figures.accuracy)
        guard let auroc else { return }
        add("\(dataSet.name): AUROC", judgements, auroc.floor, auroc.goal, Figures.auroc)
    }

    private mutating func addF1(_ dataSet: DataSet, _ floor: Double, _ goal: Double) {
        let judgements = Evaluation.judge(dataSet, options: options).judgements
        sureAnswers.append(SureAnswers(dataSet.name, judgements))
        add("\(dataSet.name): F1 without None", judgements, floor, goal) { Figures.f1($0, without: "None") }
    }

    private mutating func addWhole(_ dataSet: DataSet) {
        let name = dataSet.name
        let matcher = Evaluation.trained(on: dataSet, options: options)
        let judgements = dataSet.test.map { Evaluation.judgement(of: $0, by: matcher) }
        sureAnswers.append(SureAnswers(name, judgements))
        add("\(name): accuracy", judgements, 0.95, 0.962, Figures.accuracy)
        add("\(name): AUROC", judgements, 0.963, 0.975, Figures.auroc)
        add("\(name): recall at 2 points", judgements, 0.78, 0.88) { Figures.recall($0, losing: 0.02) }
        add("\(name): recall at 5 points", judgements, 0.89, 0.94) { Figures.recall($0, losing: 0.05) }
        addBudget(dataSet)
        add("\(name): ECE in scope", judgements.filter { $0.truth != nil }, 0.02, 0.01, isLessBetter: true) {
            Figures.calibrationError($0)
        }
        add("\(name): ECE mixed", judgements, 0.02, 0.01, isLessBetter: true) {
            Figures.calibrationError($0)
        }
        addEdits(dataSet, matcher)
        var plain = options
        plain.vectors = nil
        let words = Evaluation.judge(dataSet, options: plain).judgements
        sureAnswers.append(SureAnswers("\(name), no vectors", words))
        add("\(name): accuracy without vectors", words, 0.933, 0.945, Figures.accuracy)
    }

    /// Without out-of-scope lines, at the threshold that the training lines give for a budget of 5 % hand-offs.
    private mutating func addBudget(_ dataSet: DataSet) {
        var options = options
        options.usesBackground = false
        options.handOffBudget = 0.05
        let judged = Evaluation.judge(dataSet, options: options)
        let threshold = judged.threshold
        sureAnswers.append(SureAnswers("\(dataSet.name), no oos", judged.judgements))
        add("\(dataSet.name): no oos, 5 % budget, in scope", judged.judgements, 0.90, 0.915) {
            Figures.answered($0, at: threshold)
        }
        add("\(dataSet.name): no oos, 5 % budget, recall", judged.judgements, 0.85, 0.91) {
            Figures.recall($0, at: threshold)
        }
    }

    /// What slips of the finger in every sentence cost, on average over five draws.
    private mutating func addEdits(_ dataSet: DataSet, _ matcher: Matcher) {
        let lines = dataSet.test.filter { $0.intent != nil }
        var pairs = lines.map { line in
            (clean: Evaluation.judgement(of: line, by: matcher).isRight, edited: 0)
        }
        for seed in 1...5 {
            var draws = SeededGenerator(seed: UInt64(seed))
            for place in lines.indices {
                var line = lines[place]
                line.text = RandomEdits.edited(line.text, using: &draws)
                pairs[place].edited += Evaluation.judgement(of: line, by: matcher).isRight ? 1 : 0
            }
        }
        func loss(_ pairs: [(clean: Bool, edited: Int)]) -> Double {
            pairs.reduce(0) { $0 + ($1.clean ? 1 : 0) - Double($1.edited) / 5 } / Double(max(pairs.count, 1))
        }
        goals.append(
            Goal(
                name: "\(dataSet.name): accuracy lost to edits",
                value: loss(pairs),
                standardError: Bootstrap.standardError(of: pairs, loss),
                floor: 0.04,
                goal: 0.015,
                isLessBetter: true
            )
        )
    }

    /// The table as people read it.
    public func text() -> String {
        let rows = goals.map { goal in
            [
                goal.name, Self.number(goal.value), Self.number(goal.standardError), Self.number(goal.floor),
                Self.number(goal.goal), Self.word(goal.standing),
            ]
        }
        let table = TextTable.text([["goal", "reached", "±", "floor", "goal", ""]] + rows, left: [0, 5])
        return table + "\n" + sureAnswersText()
    }

    private static func number(_ value: Double) -> String {
        FigureText.decimal(value, places: 4)
    }

    private static func word(_ standing: Goal.Standing) -> String {
        switch standing {
        case .goal: "goal reached"
        case .floor: "floor reached"
        case .missed: "below the floor"
        }
    }
}
