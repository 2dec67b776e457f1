import ArgumentParser
import Foundation
import FrontdeskEvaluation
import FrontdeskMatching
import FrontdeskVectors

/// `frontdesk eval`: how well the matcher does.
struct EvalCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "eval",
        abstract: "Train on a data set and measure on its test lines.",
        discussion: """
            A data set is a folder with train.tsv and test.tsv, and perhaps valid.tsv, each line TEXT<TAB>INTENT; the
            intent oos means out of scope. Given a folder of such folders, all are measured. Given an assistant's folder,
            every fifth example of each intent is held out and asked; patterns are left aside.

            A data set's lines and an assistant's examples alike can be put under --folds: then every one is asked, unseen.

            With --details, --folds, --learning-curve, --against or --html it tells more than figures: which intents are
            taken for which and because of which examples, how sure the matcher was, and what other thresholds would give.

              frontdesk eval Intents/shop --folds 5                 ask for every example, each unseen
              frontdesk eval Intents/shop --folds 5 --against OLD   what has changed since another version
              frontdesk eval DATA --html report.html                the same as one page with plots
            """
    )

    @Argument(help: "The folder of the data set or of the assistant, or a bundle.")
    var folder: String

    @Flag(help: "Write JSON, one data set a line.")
    var json = false

    @Flag(help: "Do not train on out-of-scope lines.")
    var noOos = false

    @Flag(help: "Compare examples by words and letters alone, without the English vectors.")
    var noVectors = false

    @Flag(help: "Tell which intents are taken for which, and what thresholds give.")
    var details = false

    @Option(
        help: "Ask for every training line, cut into this many parts, each unseen; test lines are left aside."
    )
    var folds: Int?

    @Flag(help: "Train on parts of the examples, too, and tell what they reach.")
    var learningCurve = false

    @Option(help: "Another version of the data set or assistant to compare with.")
    var against: String?

    @Option(help: "Write the details as a page with plots to this file.")
    var html: String?

    @Flag(help: "Measure the goals that are set on the data sets, too.")
    var goals = false

    func validate() throws {
        if let folds, !(2...100).contains(folds) {
            throw ValidationError("--folds is \(folds); give a number from 2 to 100.")
        }
    }

    func run() throws {
        let isDetailed = details || folds != nil || learningCurve || against != nil || html != nil
        let dataSets = try EvaluationData.read(folder, isWhole: folds != nil)
        // An assistant is compiled to learn which vectors it asks for: once for all that follows.
        let subject = subject(folder)
        let options = Evaluation.Options(usesBackground: !noOos, vectors: subject.vectors)
        if isDetailed {
            try tellDetails(of: dataSets, options, answer: subject.answer)
            if goals, !json { Terminal.write("\n" + GoalTable(dataSets, options: options).text()) }
            return
        }
        var reports: [EvaluationReport] = []
        for dataSet in dataSets {
            let report = Evaluation.run(dataSet, options: options)
            if json { Terminal.write(report.json() + "\n") }
            reports.append(report)
        }
        if !json { Terminal.write(EvaluationReport.table(reports)) }
        if goals { Terminal.write("\n" + GoalTable(dataSets, options: options).text()) }
    }

    /// The English vectors, if the assistant asks for them, and from which confidence on it answers; for a data set the
    /// vectors, unless they are not wanted.
    private func subject(_ folder: String) -> (vectors: VectorTable?, answer: Double?) {
        let english = noVectors ? nil : VectorSource.bundled.table("english")
        guard let place = try? AssistantPlace(folder), place.isAssistant else { return (english, nil) }
        let named = try? AssistantLoader.definition(of: place, consequence: "nothing was measured")
        return (named?.matching.vectors == nil ? nil : english, named?.answer)
    }

    private func tellDetails(
        of dataSets: [DataSet],
        _ options: Evaluation.Options,
        answer: Double?
    ) throws(CommandFailure) {
        let earlier = try against.map { (path) throws(CommandFailure) in
            try EvaluationData.read(path, isWhole: folds != nil)
        }
        if let earlier, earlier.count != 1 || dataSets.count != 1 {
            throw CommandFailure(message: "--against compares one data set or assistant with one other.")
        }
        var all: [EvaluationDetails] = []
        for dataSet in dataSets {
            let one = details(of: dataSet, before: earlier?.first, options, answer: answer)
            if json {
                Terminal.write(try Self.json(one) + "\n")
            } else if html == nil {
                Terminal.write((all.isEmpty ? "" : "\n") + one.text())
            }
            all.append(one)
        }
        guard let html else { return }
        do {
            try EvaluationPage(all).html.write(toFile: html, atomically: true, encoding: .utf8)
        } catch {
            let folder = URL(fileURLWithPath: html).deletingLastPathComponent().path
            let reason =
                FileManager.default.fileExists(atPath: folder)
                ? Places.reason(error) : "there is no folder \(folder)"
            throw CommandFailure(message: "the page \(html) cannot be written: \(reason).")
        }
        if !json { Terminal.write(all.map { $0.headline + "\n" }.joined() + "Page: \(html)\n") }
    }

    private func details(
        of dataSet: DataSet,
        before: DataSet?,
        _ options: Evaluation.Options,
        answer: Double?
    ) -> EvaluationDetails {
        var judged = judge(dataSet, options)
        // An assistant says itself from where on it answers.
        if let answer { judged.threshold = answer }
        var details = EvaluationDetails(
            name: dataSet.name,
            method: folds.map { "\($0) folds" } ?? "test lines",
            judged: judged,
            trainedOn: dataSet.train
        )
        if learningCurve {
            details.learning = LearningCurve(of: folds.map { dataSet.split($0) } ?? dataSet, options: options)
        }
        if let before, let against {
            var earlier = options
            let subject = subject(against)
            earlier.vectors = subject.vectors
            var judgedBefore = judge(before, earlier)
            if let answer = subject.answer { judgedBefore.threshold = answer }
            details.comparison = Comparison(before: judgedBefore, after: judged)
        }
        return details
    }

    private func judge(
        _ dataSet: DataSet,
        _ options: Evaluation.Options
    ) -> (judgements: [Judgement], threshold: Double) {
        guard let folds else { return Evaluation.judge(dataSet, options: options) }
        return Evaluation.crossValidate(dataSet, folds: folds, options: options)
    }

    private static func json(_ details: EvaluationDetails) throws(CommandFailure) -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        encoder.keyEncodingStrategy = .convertToSnakeCase
        do {
            return String(decoding: try encoder.encode(details), as: UTF8.self)
        } catch {
            throw CommandFailure(
                message: "the details of \(details.name) cannot be written as JSON: \(error)"
            )
        }
    }
}
